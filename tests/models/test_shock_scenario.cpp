#include <catch2/catch.hpp>

#include "models/scenario/read_scenario.hpp"
#include "small_scenario.hpp"

namespace weefsel::test_shock_scenario {

TEST_CASE("what is wrong with a shock is said with its place and what is allowed") {
    const auto wrong = [](const std::string& rows) { return problems_of(small_text + "[[shock]]\n" + rows); };
    const auto base = [](const std::string& kind) {
        return "kind = \"" + kind + "\"\nstart_year = 1\nmonths = 6\n";
    };
    CHECK(says(wrong(base("pandemic") + "persons = 5"),
               "small.toml:21:1: [[shock]] 1: persons goes with kind = \"refugees\""));
    CHECK(says(wrong(base("refugees") + "visits_limited = 0.5"),
               "visits_limited goes with kind = \"pandemic\""));
    CHECK(says(wrong(base("pandemic") + "every_years = 4"),
               "every_years goes with kind = \"new_council\"; found kind = \"pandemic\""));
    CHECK(says(wrong(base("new_council") + "every_years = 0.5"), "every_years"));
    CHECK(
        says(wrong(base("refugees") + "persons = 5\nsize = 0.1"), "persons and size (must be one of them)"));
    CHECK(says(wrong(base("new_estate") + "single = 0.5\nwith_children = 0.2"), "have sum 0.7 (must be 1)"));
    CHECK(says(wrong(base("refugees") + "neighbourhood = \"Smal\""), "did you mean Small"));
    CHECK(says(wrong(base("new_estate") + "dwellings = 59000"),
               "at most 60000 and 65000 in one neighbourhood"));
    CHECK(says(wrong(base("new_estate") + "onset_chance = 1.5"), "onset_chance"));
    CHECK(says(wrong(base("refugees") + "person = 5"), "did you mean persons"));
    for (const char* fine :
         {"refugees", "new_estate", "pandemic", "energy_crisis", "austerity", "new_council"})
        CHECK(wrong(base(fine)).empty());
}

TEST_CASE("every key of a shock survives the resolved scenario") {
    const auto s = read_scenario_text(
        small_text +
            shock_text("refugees", "start_year = 1\nmonths = 6\npersons = 12\nneighbourhood = \"Small\"") +
            shock_text("new_estate",
                       "start_year = 2\nmonths = 6\ndwellings = 30\nonset_chance = 0.25\nsingle = 0.5\n"
                       "without_children = 0.25\nwith_children = 0.25\nowned = 1.0\nsocial_rent = "
                       "0\nprivate_rent = 0") +
            shock_text("pandemic", "start_year = 3\nmonths = 6\nvisits_limited = 0.4") +
            shock_text("new_council", "start_year = 2\nmonths = 200\nsize = 0.3\nevery_years = 5"),
        "s.toml");
    const auto again = read_scenario_text(s.resolved, "r.toml");
    CHECK(again.resolved == s.resolved);
    CHECK(*again.shocks[0].count == 12);
    CHECK(again.shocks[0].neighbourhood == "Small");
    CHECK(*again.shocks[1].onset_chance == 0.25);
    CHECK((*again.shocks[1].households)[1] == 0.25);
    CHECK((*again.shocks[1].tenure)[0] == 1.0);
    CHECK(*again.shocks[2].visits_limited == 0.4);
    CHECK(again.shocks[3].every_months == 60);
    CHECK(again.shocks[3].size == 0.3);
}

}  // namespace weefsel::test_shock_scenario
