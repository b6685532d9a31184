#include "app/check/check_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>

#include "app/compare/prepare.hpp"
#include "models/scenario/read_scenario.hpp"
#include "tests/app/both_languages.hpp"
#include "tests/models/small_scenario.hpp"

namespace weefsel::test_check_text {
using namespace weefsel::app;
using analysis::Reading;

namespace {

std::string told(const Scenario& scenario, Reading language) {
    return check_text(scenario, expected_money(scenario), 2, language);
}

/// A scenario that buys everything there is, with every shock and everything an option can do.
const std::string all_there_is = R"(title = { nl = "Alles", en = "All" }
question = { nl = "Wat?", en = "What?" }
equal_money = false
)" + small_figures + R"([[option]]
name = "one"
austerity_feedback = 0.25
savings_to_front = 0.5
care_budget_to_front = 0.015
  [[option.reorganisation]]
  year = 2.5
  places = ["buurthuis", "library"]
  [[option.line]]
  name = "work"
  form = "structural"
  source = "incidental"
  divide = "need"
  start_year = 1.5
  buys = [ { role = "maatschappelijk_werker", fte = 1.25 }, { place = "buurtkamer", hours_week = 12.5 },
           { support = "library", hours_week = 4 }, { public_space = "street", quality = 0.3, share = 0.5 },
           { public_space = "park", quality = 0.2 }, { public_space = "square", quality = 0.1 },
           { adapted_dwellings = 20 }, { transport = 30 }, { training = 40 }, { network_leaders = 3 } ]
  [[option.line]]
  name = "young"
  form = "project"
  source = "structural"
  goal = "youth"
  buys = [ { role = "jongerenwerker", fte = 0.5 } ]
[[option]]
name = "two"
  [[option.line]]
  name = "more"
  form = "structural"
  goal = "lonely"
  euro_year = 1234567
  buys = [ { role = "sociaal_werker", fte = 1 } ]
[[option]]
name = "empty"
[[shock]]
kind = "pandemic"
start_year = 6
months = 18
onset_chance = 0.05
[[shock]]
kind = "energy_crisis"
start_year = 2.5
months = 12
[[shock]]
kind = "austerity"
start_year = 3
months = 24
[[shock]]
kind = "refugees"
start_year = 4
months = 12
persons = 40
[[shock]]
kind = "new_estate"
start_year = 5
months = 400
dwellings = 30
)";

}  // namespace

TEST_CASE("check says the same in Dutch as in English, with the same numbers") {
    const auto scenario = read_scenario_text(all_there_is, "all.toml");
    const auto nl = told(scenario, Reading::nl), en = told(scenario, Reading::en);
    CHECK(numbers_in(nl, Reading::nl) == numbers_in(en, Reading::en));
    CAPTURE(nl, en);
    CHECK(lines_in_both(nl, en).empty());
    CHECK_FALSE(is_wider_than(en, 130));
    CHECK(nl.find("1.234.567 euro per jaar") != std::string::npos);
    CHECK(en.find("1,234,567 euro a year") != std::string::npos);
}

TEST_CASE("check says what is asked to be equal, and both kinds of money of every option") {
    auto scenario = read_scenario_text(all_there_is, "all.toml");
    for (const auto asked : {EqualMoney::no, EqualMoney::net, EqualMoney::budget}) {
        scenario.equal_money = asked;
        const auto en = told(scenario, Reading::en);
        CHECK(en.find("    net ") != std::string::npos);
        CHECK(en.find("    granted ") != std::string::npos);
        CHECK((en.find("asked: net") != std::string::npos) == (asked == EqualMoney::net));
        CHECK((en.find("asked: granted") != std::string::npos) == (asked == EqualMoney::budget));
        CHECK((en.find("is not asked for") != std::string::npos) == (asked == EqualMoney::no));
    }
}

TEST_CASE("every warning of a scenario is there in Dutch, with the same numbers and places") {
    const auto scenario = read_scenario_text(all_there_is, "all.toml");
    REQUIRE(scenario.warnings.size() > 5);
    const auto nl = in_language(scenario.warnings, Reading::nl),
               en = in_language(scenario.warnings, Reading::en);
    for (std::size_t i = 0; i < nl.size(); ++i) {
        CAPTURE(en[i].text, nl[i].text);
        CHECK(nl[i].at.line == en[i].at.line);
        CHECK(nl[i].text != en[i].text);
        CHECK(numbers_in(nl[i].text, Reading::nl) == numbers_in(en[i].text, Reading::en));
    }
}

TEST_CASE("options of unequal money are told so in Dutch, with the factor and both sums") {
    auto scenario = read_scenario_text(all_there_is, "all.toml");
    scenario.equal_money = EqualMoney::budget;
    const auto unequal = unequal_options(scenario);
    REQUIRE(unequal.size() == 1);
    CHECK(numbers_in(unequal[0].nl, Reading::nl) == numbers_in(unequal[0].en, Reading::en));
    CHECK(unequal[0].nl.find("toegekend, contante waarde") != std::string::npos);
}

TEST_CASE("every scenario that ships is told in both languages with the same numbers") {
    for (const auto& entry : std::filesystem::directory_iterator(shipped(""))) {
        if (entry.path().extension() != ".toml") continue;
        const auto scenario = read_scenario(entry.path().string());
        CAPTURE(scenario.file);
        CHECK(numbers_in(told(scenario, Reading::nl), Reading::nl).size() ==
              numbers_in(told(scenario, Reading::en), Reading::en).size());
    }
}

TEST_CASE("the short form fits a screen, and says what it leaves out; with room it is the whole text") {
    const auto small = read_scenario_text(small_text, "small.toml");
    const auto whole = told(small, Reading::en);
    CHECK(short_check_text(small, expected_money(small), 2, Reading::en) == whole);

    std::string many = "title = \"Many\"\nequal_money = false\n" + small_figures;
    for (int o = 0; o < 30; ++o)
        many += fmt::format(
            "[[option]]\nname = \"o{}\"\n  [[option.line]]\n  name = \"work\"\n  form = \"structural\"\n"
            "  buys = [ {{ role = \"opbouwwerker\", fte = 1 }} ]\n",
            o);
    const auto large = read_scenario_text(many, "many.toml");
    for (const auto language : {Reading::nl, Reading::en}) {
        const auto brief = short_check_text(large, expected_money(large), 2, language);
        CHECK(std::count(brief.begin(), brief.end(), '\n') <= static_cast<std::ptrdiff_t>(check_lines));
        CHECK(brief.find("--all") != std::string::npos);
        CHECK(brief.find("Many") == 0);
    }
}

TEST_CASE("blank lines go first, then neighbourhoods and what was filled, then terms") {
    auto scenario = read_scenario_text(all_there_is, "all.toml");
    const auto figures = scenario.neighbourhoods.front();
    while (scenario.neighbourhoods.size() < 9) scenario.neighbourhoods.push_back(figures);
    for (auto& n : scenario.neighbourhoods) n.filled.assign(3, Note{"something", "iets"});
    const auto brief = short_check_text(scenario, expected_money(scenario), 2, Reading::en);
    CHECK(brief.find("\n\n") == std::string::npos);
    CHECK(brief.find("and 6 more") != std::string::npos);
    CHECK(brief.find("filled: 3 figures; --all") != std::string::npos);
    while (scenario.neighbourhoods.size() < 30) scenario.neighbourhoods.push_back(figures);
    const auto whole = told(scenario, Reading::en);
    CHECK(whole.find("filled: something") != std::string::npos);
    CHECK(whole.find(" more\n") == std::string::npos);  // every neighbourhood
}

}  // namespace weefsel::test_check_text
