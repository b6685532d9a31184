#include <catch2/catch.hpp>

#include "models/scenario/read_scenario.hpp"
#include "replicates.hpp"
#include "small_world.hpp"

namespace weefsel::test_envelope {

// The evidence bounds what money can do (MODEL 1, "inside the evidence"): answers outside this
// envelope are faults, whichever way they point.

namespace {

constexpr const char* present =
    "[[present.line]]\nname = \"now\"\nform = \"structural\"\nsource = \"structural\"\nbuys = [ { role = "
    "\"sociaal_werker\", fte = 0.3 } ]\n";
constexpr const char* kept =
    "[[option.line]]\nname = \"now\"\nform = \"structural\"\nsource = "
    "\"structural\"\nbuys = [ { role = \"sociaal_werker\", fte = 0.3 } ]\n";

std::string option(const std::string& name, const std::string& lines) {
    return "[[option]]\nname = \"" + name + "\"\n" + lines;
}
/// So many euros a year of work in the neighbourhood, half of it hours of a buurthuis.
std::string work(const std::string& form, int euros) {
    return "[[option.line]]\nname = \"more\"\nform = \"" + form + "\"\nsource = \"" +
           (form == "project" ? "incidental" : "structural") + "\"\neuro_year = " + std::to_string(euros) +
           "\nbuys = [ { role = \"opbouwwerker\", fte = 0.5 }, { place = \"buurthuis\", hours_week = 20 } "
           "]\n";
}

}  // namespace

TEST_CASE("ordinary investments move severe loneliness by no more than those whom they reach can carry") {
    // 25 and 50 euros a resident a year, in either form, on top of what there is (T18; Big Local null).
    constexpr int years = 5, replicates = 24, residents = 700;
    constexpr int from = 12 * (years - 1), until = 12 * years;
    const auto units = simulated_replicates(average_buurt(years, 1, present) + option("a", kept) +
                                                option("b", kept + work("structural", 25 * residents)) +
                                                option("c", kept + work("structural", 50 * residents)) +
                                                option("d", kept + work("project", 25 * residents)) +
                                                option("e", kept + work("project", 50 * residents)),
                                            replicates);
    for (std::size_t o = 1; o < 5; ++o) {
        const auto of = [&](Indicator i) { return difference(units, 0, o, i, from, until); };
        // What may be expected of the mean: the share of residents who are reached, times the effect on them.
        // No trial moved severe loneliness of those it reached by more than ten points (the dilution sum).
        constexpr double effect_on_reached = 0.10;
        const auto lonely = of(Indicator::severely_lonely), reached = of(Indicator::residents_reached),
                   part = of(Indicator::participation);
        const double bound = effect_on_reached * (reached.mean + part.mean);
        INFO("option " << o << ": " << lonely.mean << " with error " << lonely.error << ", at most "
                       << bound);
        CHECK(std::abs(lonely.mean) + 2 * lonely.error < bound);
        CHECK(lonely.mean != 0.0);
        // Long programmes at this price moved belonging by ten points at most, and anxiety hardly (T18); in
        // the mean of all residents that is a tenth of it here, for one in ten takes part.
        const auto belonging = of(Indicator::belonging), distressed = of(Indicator::distressed);
        CHECK(std::abs(belonging.mean) + 2 * belonging.error < 0.01);
        CHECK(distressed.mean - 2 * distressed.error > -0.024);
        CHECK(distressed.mean + 2 * distressed.error < 0.007);
        // The money does arrive: more people are reached, and more take part.
        INFO("reached " << reached.mean << " with error " << reached.error << ", part " << part.mean);
        CHECK(reached.mean > 2 * reached.error);
        CHECK(reached.mean < 0.2);
        CHECK(part.mean > 3 * part.error);
    }
}

TEST_CASE(
    "the form of a contract alone does nothing: with all its numbers equal the lives are the same bits") {
    // Whatever the numbers are, one of the two words in front of them.
    const std::vector<std::string> numbers{
        "term_months = 48\nstart_up_months = 3\nnotice_months = 6\nrenewal = 0.8\ngap_months = 4\nindexation "
        "= "
        "1\nreporting_share = 0.15\ncut_hazard = 0.03\nreview = 0.1\npot = \"one\"\nunspent = \"carry\"\n",
        "term_months = 12\nstart_up_months = 6\nnotice_months = 0\nrenewal = 0.3\ngap_months = 8\nindexation "
        "= "
        "0\nreporting_share = 0.3\ncut_hazard = 0.1\nreview = 0.3\npot = \"earmark\"\nunspent = "
        "\"return\"\n"};
    for (const auto& terms : numbers) {
        const auto as = [&](const std::string& form) {
            return "[[option.line]]\nname = \"x\"\nform = \"" + form + "\"\nsource = \"incidental\"\n" +
                   terms + same_buys;
        };
        const Study study(read_scenario_text(average_buurt(5, 1, present) + option("a", as("project")) +
                                                 option("b", as("structural")),
                                             "test.toml"),
                          true);
        const auto unit = study.run({0, 1});
        CHECK(unit.options[0].digests == unit.options[1].digests);
        CHECK(unit.options[0].numerator == unit.options[1].numerator);
        CHECK(unit.options[0].money == unit.options[1].money);
    }
}

TEST_CASE("closing the only youth centre, with its worker, raises youth offending by 5 to 30 % in six years",
          "[long]") {
    // Pattern T19 (closures in London). It is for validation: no parameter was fitted to it. Half a post and
    // three evenings a week for 700 residents is a usual youth centre.
    constexpr int years = 6, replicates = 48;
    const std::string youth =
        "[[present.line]]\nname = \"youth\"\nform = \"structural\"\nsource = \"structural\"\nbuys = [ { role "
        "= "
        "\"jongerenwerker\", fte = 0.5 }, { place = \"youth_centre\", hours_week = 12 } ]\n";
    auto kept_open = youth;
    kept_open.replace(0, std::string("[[present.line]]").size(), "[[option.line]]");
    const auto units = simulated_replicates(
        average_buurt(years, 1, present + youth) + option("open", kept + kept_open) + option("closed", kept),
        replicates);
    const auto d = difference(units, 0, 1, Indicator::youth_offending, 12, 12 * years);
    double open = 0;
    for (const auto& unit : units)
        open += value_over(unit.options[0], Indicator::youth_offending, 12, 12 * years) / replicates;
    INFO(d.mean << " per 1000 with error " << d.error << " on " << open);
    CHECK(d.mean > 2 * d.error);
    CHECK(d.mean / open > 0.05);
    // T19 allows 25 % over neighbourhoods with and without a centre (here some 6 %); all young of this one
    // lose theirs.
    CHECK(d.mean / open < 0.30);
}

}  // namespace weefsel::test_envelope
