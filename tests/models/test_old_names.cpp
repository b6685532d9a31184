#include <array>
#include <catch2/catch.hpp>

#include "tests/models/small_scenario.hpp"

namespace weefsel::test_old_names {

namespace {

constexpr std::array<sim::Renamed, 2> names = {
    {{"yeers", "years", "0.3.0"},
     {"parameters.network.halflife_mate", "parameters.network.halflife_friend", "0.3.0"}}};

Scenario read(const std::string& text, std::vector<std::string> set = {}) {
    Overrides overrides;
    overrides.set = std::move(set);
    overrides.old_names = names;
    return read_scenario_text(text, "small.toml", overrides);
}

}  // namespace

TEST_CASE("a scenario under old names is the one under new names, with a warning for each") {
    const std::string old_text = "yeers = 3\n" + small_text + "[parameters]\n\"network.halflife_mate\" = 9\n";
    const auto scenario = read(old_text);
    CHECK(scenario.years == 3);
    CHECK(scenario.parameters.network.halflife_friend == 9);
    REQUIRE(scenario.warnings.size() == 2);
    CHECK(to_string(scenario.warnings[0].problem()) ==
          "small.toml:1:1: yeers is now called years; the old name goes in version 0.3.0");
    const auto now = read("years = 3\n" + small_text + "[parameters]\n\"network.halflife_friend\" = 9\n");
    CHECK(now.warnings.empty());
    CHECK(now.resolved == scenario.resolved);
    // Without the table the old names are what they are: unknown.
    CHECK(says(problems_of(old_text), "yeers is not a key"));
}

TEST_CASE("what is set under an old name on the command line counts over what the file says under either") {
    for (const char* key : {"network.halflife_mate", "network.halflife_friend"}) {
        const auto text = small_text + "[parameters]\n\"" + key + "\" = 9\n";
        const auto scenario = read(text, {"parameters.network.halflife_mate=12", "yeers=4"});
        CHECK(scenario.parameters.network.halflife_friend == 12);
        CHECK(scenario.years == 4);
        CHECK(scenario.warnings.back().en.find("is now called") != std::string::npos);
    }
}

}  // namespace weefsel::test_old_names
