#include "app/commands/new_scenario.hpp"

#include <catch2/catch.hpp>

#include "models/question/scenario_names.hpp"
#include "models/scenario/read_scenario.hpp"
#include "models/study/equal_money.hpp"
#include "tests/app/both_languages.hpp"

namespace weefsel::test_new_scenario {
using namespace weefsel::app;
using analysis::Reading;

TEST_CASE("a new scenario can be run as it stands, and its options cost the same") {
    for (const auto language : {Reading::nl, Reading::en}) {
        const auto scenario = read_scenario_text(new_scenario("mine", "", language), "mine.toml");
        CHECK(check_equal_money(scenario).empty());
        CHECK(scenario.warnings.empty());
        CHECK(scenario.options.size() == 2);
    }
}

TEST_CASE(
    "a new scenario teaches every role, place and group that the program knows, in the reader's words") {
    const auto nl = new_scenario("mine", "", Reading::nl), en = new_scenario("mine", "", Reading::en);
    const auto both_have = [&](std::string_view word) {
        CAPTURE(word);
        CHECK(nl.find("#   " + std::string(word) + " ") != std::string::npos);
        CHECK(en.find("#   " + std::string(word) + " ") != std::string::npos);
    };
    for (const auto name : role_names) both_have(name);
    for (const auto name : place_names) both_have(name);
    for (const auto name : goal_names) both_have(name);
    for (const auto& place : place_kinds_declared) {
        CHECK(nl.find(place.label_nl) != std::string::npos);
        CHECK(en.find(place.label_en) != std::string::npos);
    }
    CHECK(en.find("community worker") != std::string::npos);
}

TEST_CASE(
    "the two languages of a new scenario say the same with the same numbers, and leave no mark of their "
    "making") {
    const auto nl = new_scenario("mine", "", Reading::nl), en = new_scenario("mine", "", Reading::en);
    CHECK(numbers_in(nl, Reading::nl).size() == numbers_in(en, Reading::en).size());
    for (const auto& text : {nl, en}) {
        CHECK(text.find('|') == std::string::npos);
        CHECK(text.find('@') == std::string::npos);
        CHECK_FALSE(is_wider_than(text, 130));
    }
    auto told = read_scenario_text(nl, "mine.toml"), said = read_scenario_text(en, "mine.toml");
    CHECK(told.neighbourhoods.at(0).residents == said.neighbourhoods.at(0).residents);
    CHECK(*told.options.at(1).lines.at(0).euro_year == *said.options.at(1).lines.at(0).euro_year);
}

}  // namespace weefsel::test_new_scenario
