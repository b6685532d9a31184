#include <catch2/catch.hpp>
#include <cmath>

#include "models/measure/observe_streets.hpp"
#include "models/population/population.hpp"
#include "models/scenario/read_scenario.hpp"
#include "small_world.hpp"

namespace weefsel::test_streets {

namespace {

constexpr std::size_t measured = street_indicators.size();
enum : std::size_t { people, cohesive, alone, very_alone, taking_part };

const std::string stay = "[[option]]\nname = \"a\"\n";

Study study_of(const std::string& text) { return Study(read_scenario_text(text, "streets.toml", {})); }

/// A neighbourhood beside the quick study's.
const std::string another = "\n[[neighbourhood]]\n" + quick_figures;
std::string named(std::string neighbourhood, const std::string& name) {
    return neighbourhood.replace(neighbourhood.find("Test"), 4, name);
}

}  // namespace

TEST_CASE("a street has the loneliness of those who live there, and nobody's where nobody lives") {
    SmallWorld world(4);
    auto& n = world.n;
    n.streets.first_dwelling.push_back(DwellingId{2});
    n.dwellings.street[DwellingId{2}] = n.dwellings.street[DwellingId{3}] = StreetId{1};
    set_loneliness(n.residents, ResidentId{0}, 10.5F);
    set_loneliness(n.residents, ResidentId{1}, 4.0F);
    set_loneliness(n.residents, ResidentId{2}, 4.0F);
    set_loneliness(n.residents, ResidentId{3}, 0.2F);
    n.residents.visits[ResidentId{3}] = 2;
    std::vector<float> values(3 * measured);
    observe_streets(n, AnsweredLoneliness(world.p.survey), world.p.survey, world.draws, sim::Month{11},
                    values);
    CHECK(values[people] == 2.0F);
    CHECK(values[alone] > 0.8F);
    CHECK(values[very_alone] == Approx(0.5F).margin(0.15));
    CHECK(values[taking_part] == 0.0F);
    CHECK(values[measured + alone] == Approx(0.5F).margin(0.15));
    CHECK(values[measured + very_alone] < 0.05F);
    CHECK(values[measured + taking_part] == 0.5F);
    CHECK(values[measured + cohesive] > 0.0F);
    CHECK(values[2 * measured + people] == 0.0F);
    CHECK(std::isnan(values[2 * measured + alone]));
}

TEST_CASE("a study of one neighbourhood keeps its streets, and their people are those at home") {
    const auto study = study_of(quick_study(stay));
    const auto& layout = study.layout();
    REQUIRE(layout.fine.groups.size() > 5);
    CHECK(layout.fine.name == "street");
    CHECK(layout.fine.groups.front() == "1");
    const auto unit = study.run({0, 0});
    const auto& r = unit.options[0];
    REQUIRE(r.fine.size() == 3 * layout.fine.values_a_year());
    for (std::size_t year = 0; year < 3; ++year) {
        double at_home = 0;
        for (std::size_t s = 0; s < layout.fine.groups.size(); ++s) {
            const float here = r.fine[(year * layout.fine.groups.size() + s) * measured + people];
            CHECK(here > 0);  // as many streets as were laid out
            at_home += static_cast<double>(here);
        }
        const auto population = static_cast<std::size_t>(Indicator::population);
        const double all = r.numerator[((year + 1) * 12 - 1) * indicator_count + population];
        CHECK(at_home <= all);  // the rest lives in residential care
        CHECK(at_home > 0.95 * all);
    }
}

TEST_CASE("a street's place is the middle of its dwellings, in every replicate") {
    const auto scenario = read_scenario_text(quick_study(stay), "streets.toml", {});
    const auto& figures = scenario.neighbourhoods[0];
    const auto centres = street_centres(figures, scenario.parameters.population);
    CHECK(centres.size() == Study(scenario).street_places().size());
    for (std::uint32_t replicate = 0; replicate < 3; ++replicate) {
        const auto people =
            populate(figures, {}, {}, scenario.parameters, sim::RandomSource(scenario.seed, replicate), 1);
        REQUIRE(people.streets.rows() == centres.size());
        for (std::size_t s = 0; s < centres.size(); ++s) {
            const StreetId street{static_cast<StreetId::rep>(s)};
            const auto first = people.streets.first_dwelling[street].index();
            const std::size_t n = people.streets.dwellings[street];
            double x = 0;
            for (std::size_t k = 0; k < n; ++k) {
                const DwellingId d{static_cast<DwellingId::rep>(first + k)};
                x += static_cast<double>(people.dwellings.x[d]) / static_cast<double>(n);
                CHECK(std::abs(people.dwellings.y[d] - centres[s].y) <= 10.0F);  // half a street's width
            }
            CHECK(x == Approx(static_cast<double>(centres[s].x)).margin(0.01));
        }
    }
}

TEST_CASE("streets of several neighbourhoods bear their names; of too many none is kept") {
    const std::string one = quick_study(stay);
    std::string two = one;
    two.replace(two.find("[neighbourhood]"), std::string("[neighbourhood]").size(), "[[neighbourhood]]");
    two += named(another, "East");
    const auto alone = study_of(one), both = study_of(two);
    CHECK(both.layout().fine.groups.size() == 2 * alone.layout().fine.groups.size());
    CHECK(both.layout().fine.groups.front() == "Test 1");
    CHECK(both.layout().fine.groups.back().starts_with("East "));
    const auto places = both.street_places();
    REQUIRE(places.size() == both.layout().fine.groups.size());
    CHECK(places.front().site == 0);
    CHECK(places.back().site == 1);
    CHECK(places.front().centre.x == places[alone.street_places().size()].centre.x);  // the same figures
    std::string many = two;
    for (int k = 0; k < 20; ++k) many += named(another, "Part " + std::to_string(k));
    CHECK(study_of(many).layout().fine.groups.empty());
    CHECK(study_of(many).street_places().empty());
}

}  // namespace weefsel::test_streets
