#include <catch2/catch.hpp>

#include "models/scenario/read_scenario.hpp"
#include "small_scenario.hpp"

namespace weefsel::test_with_nothing {

namespace {

std::string option(const std::string& name) {
    return "[[option]]\nname = \"" + name +
           "\"\n[[option.line]]\nname = \"work\"\nform = \"structural\"\nsource = \"structural\"\n"
           "buys = [ { role = \"opbouwwerker\", fte = 0.5 } ]\n";
}

Scenario with_nothing(const std::string& options) {
    Overrides overrides;
    overrides.with_nothing = true;
    return read_scenario_text(small_figures + options, "small.toml", overrides);
}

}  // namespace

TEST_CASE("a comparison has an option without lines, though the scenario has none") {
    const auto scenario = with_nothing(option("a") + option("b"));
    REQUIRE(scenario.options.size() == 3);
    CHECK(scenario.options[2].name == "nothing");
    CHECK(scenario.options[2].label_nl == "Niets");
    CHECK(scenario.options[2].label_en == "Nothing");
    CHECK(scenario.options[2].lines.empty());
    CHECK(scenario.option_without_lines() == 2U);
    CHECK(scenario.reference == "a");  // as without it
    CHECK(scenario.warnings.empty());
}

TEST_CASE("an option without lines is not added beside one, whatever its name") {
    CHECK(with_nothing(option("a") + "[[option]]\nname = \"nothing\"\n").options.size() == 2);
    CHECK(with_nothing(option("a") + "[[option]]\nname = \"stop\"\n").options.size() == 2);
}

TEST_CASE("where an option with lines is called nothing, the one that is added has another name") {
    const auto scenario = with_nothing(option("nothing"));
    REQUIRE(scenario.options.size() == 2);
    CHECK(scenario.options[1].name == "without lines");
}

TEST_CASE("what was resolved with nothing reads back to the same study, with or without being asked again") {
    const auto scenario = with_nothing(option("a") + option("b"));
    CHECK(read_scenario_text(scenario.resolved, "again.toml").resolved == scenario.resolved);
    Overrides overrides;
    overrides.with_nothing = true;
    CHECK(read_scenario_text(scenario.resolved, "again.toml", overrides).resolved == scenario.resolved);
}

TEST_CASE("nothing is added by a comparison alone") {
    CHECK(read_scenario_text(small_figures + option("a"), "small.toml").options.size() == 1);
}

}  // namespace weefsel::test_with_nothing
