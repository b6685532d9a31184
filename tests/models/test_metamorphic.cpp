#include <catch2/catch.hpp>

#include "models/scenario/read_scenario.hpp"
#include "replicates.hpp"
#include "small_world.hpp"

namespace weefsel::test_metamorphic {

// What must hold between studies, whatever the levels: twice as much of everything, more of the same,
// less of a place, a shock that never comes.

namespace {

constexpr const char* structural = "form = \"structural\"\nsource = \"structural\"\n";

std::string option(const std::string& name, const std::string& buys) {
    if (buys.empty()) return "[[option]]\nname = \"" + name + "\"\n";
    return option_text(name, structural + ("buys = [ " + buys + " ]\n"));
}
std::string fte(const std::string& role, double n) {
    return "{ role = \"" + role + "\", fte = " + std::to_string(n) + " }";
}

}  // namespace

TEST_CASE("twice the neighbourhood with twice the money is the same per head, within sampling error",
          "[long]") {
    // Money for work with residents. Hours of a place are no such thing: one place serves all who live
    // around it, so its hours cost the same for twice as many. Nor is the club larger: 4 % fewer take part,
    // and miss its company.
    constexpr int years = 4, replicates = 120;
    constexpr double margin =
        0.08;  // of the level: noise counts against it, so that a noisier model fails sooner
    const auto of_scale = [&](int scale) {
        return simulated_replicates(
            average_buurt(years, scale) + option("a", fte("maatschappelijk_werker", scale)), replicates);
    };
    const auto once = of_scale(1), twice = of_scale(2);
    for (const auto i : {Indicator::lonely, Indicator::isolated, Indicator::friends, Indicator::participation,
                         Indicator::volunteering, Indicator::informal_care, Indicator::trust_neighbours,
                         Indicator::belonging, Indicator::distressed, Indicator::residents_reached,
                         Indicator::gp_contacts, Indicator::wmo}) {
        std::vector<double> small, large;
        for (const auto& unit : once)
            small.push_back(value_over(unit.options[0], i, 12 * (years - 1), 12 * years));
        for (const auto& unit : twice)
            large.push_back(value_over(unit.options[0], i, 12 * (years - 1), 12 * years));
        const auto a = estimate(small), b = estimate(large);
        const double error = std::sqrt(a.error * a.error + b.error * b.error);
        INFO(observables()[static_cast<std::size_t>(i)].name << ": " << a.mean << " and " << b.mean
                                                             << ", error " << error);
        const double of_club = i == Indicator::distressed ? 0.04 : 0.0;
        CHECK(std::abs(b.mean - a.mean) + 2 * error < (margin + of_club) * a.mean);
    }
}

TEST_CASE("more hours of the same work never raise isolation", "[long]") {
    constexpr int years = 5, replicates = 40;
    // A tenth of a point may be chance; more is none. Nor does any known work take five points off isolation.
    constexpr double chance = 0.001, most = 0.05;
    const auto hours = [](double n) {
        return "{ place = \"buurthuis\", hours_week = 20 }, " + fte("opbouwwerker", n);
    };
    const auto units =
        simulated_replicates(average_buurt(years) + option("a", hours(0.5)) + option("b", hours(1)) +
                                 option("c", hours(2)) + option("d", hours(4)),
                             replicates);
    for (std::size_t less = 0; less < 3; ++less) {
        const auto d = difference(units, less, less + 1, Indicator::isolated, 12, 12 * years);
        INFO("step " << less << ": " << d.mean << " with error " << d.error);
        CHECK(d.mean + 2 * d.error < chance);
        CHECK(d.mean - 2 * d.error > -most);
    }
    // The hours do arrive: eight times as many reach more people.
    CHECK(difference(units, 0, 3, Indicator::residents_reached, 12, 12 * years).mean > 0.05);
}

TEST_CASE("a place that opens fewer hours is never visited more, one that is closed not at all") {
    constexpr int years = 3;
    const auto hours = [](int n) {
        return "{ place = \"buurthuis\", hours_week = " + std::to_string(n) + " }, " +
               fte("sociaal_werker", 1);
    };
    const Study study(read_scenario_text(average_buurt(years) + option("a", hours(40)) +
                                             option("b", hours(20)) + option("c", hours(6)) +
                                             option("d", fte("sociaal_werker", 1)),
                                         "test.toml"));
    std::array<double, 4> visits{};
    for (std::size_t replicate = 0; replicate < 3; ++replicate)
        static_cast<void>(study.run({0, replicate}, nullptr, 1,
                                    [&](std::size_t, std::size_t o, int month, const Neighbourhood& n,
                                        const MonthRecord&, sim::Month) {
                                        for (std::size_t k = 0; k < n.places.rows(); ++k)
                                            if (const PlaceId place{static_cast<std::uint8_t>(k)};
                                                month >= 0 && n.places.kind[place] == PlaceKind::buurthuis)
                                                visits[o] += n.places.visits[place];
                                    }));
    CHECK(visits[0] > visits[1]);
    CHECK(visits[1] > visits[2]);
    CHECK(visits[2] > 0.0);
    CHECK(visits[3] == 0.0);
}

TEST_CASE("a shock of any kind outside the horizon changes nothing, inside it changes something") {
    const std::string text = quick_study(option_text("a", structural + std::string(same_buys)));
    const auto with = [&](const std::string& shock) {
        return Study(read_scenario_text(text + shock, "test.toml"), true).run({0, 0}).options[0];
    };
    const auto calm = with("");
    for (const std::string kind : {"pandemic", "energy_crisis", "austerity"}) {
        INFO(kind);
        const std::string shock = "[[shock]]\nkind = \"" + kind + "\"\nmonths = 12\nstart_year = ";
        const auto later = with(shock + "3\n"), last = with(shock + "2\n");
        CHECK(later.digests == calm.digests);
        CHECK(later.numerator == calm.numerator);
        CHECK(later.money == calm.money);
        CHECK(last.digests != calm.digests);
    }
}

TEST_CASE("neither closing the buurthuis nor less money adds to cohesion or to who takes part", "[long]") {
    // A null passes: most residents never come. What may not be is that fewer meetings are better company.
    constexpr int years = 6, replicates = 40;
    const auto work = [](double n) { return fte("opbouwwerker", n) + ", " + fte("sociaal_werker", n); };
    const auto open = [](int hours) {
        return "{ place = \"buurthuis\", hours_week = " + std::to_string(hours) + " }, ";
    };
    const auto units = simulated_replicates(average_buurt(years) + option("closed", work(0.3)) +
                                                option("open", open(16) + work(0.3)) +
                                                option("tenfold", open(160) + work(3)),
                                            replicates);
    for (std::size_t less = 0; less < 2; ++less)
        for (const auto i : {Indicator::social_cohesion, Indicator::participation,
                             Indicator::trust_neighbours, Indicator::belonging}) {
            const auto d = difference(units, less, less + 1, i, 12, 12 * years);
            INFO(observables()[static_cast<std::size_t>(i)].name << ", step " << less << ": " << d.mean
                                                                 << " with error " << d.error);
            CHECK(d.mean + 2 * d.error > 0);
        }
}

}  // namespace weefsel::test_metamorphic
