#include <catch2/catch.hpp>

#include "models/scenario/figures.hpp"
#include "models/scenario/read_scenario.hpp"
#include "tests/models/small_scenario.hpp"

namespace weefsel::test_figures {

namespace {

std::string with(const std::string& key, const std::string& value) {
    std::string text = small_text;
    const auto at = text.find(key + " = ");
    if (at == std::string::npos) return text.replace(text.find("residents"), 0, key + " = " + value + "\n");
    const auto from = text.find('=', at) + 2;
    return text.replace(from, text.find('\n', from) - from, value);
}

}  // namespace

TEST_CASE("typed figures that contradict each other are refused, each with its reason") {
    REQUIRE(problems_of(small_text).empty());
    REQUIRE(says(problems_of(with("households", "500")), "more households (500) than residents (400)"));
    REQUIRE(says(problems_of(with("residents", "0")), "no residents"));
    REQUIRE(says(problems_of(with("residents", "70000")), "at most 60000"));
    REQUIRE(says(problems_of(with("age_25_44", "300")), "age bands have sum"));
    REQUIRE(says(problems_of(with("single", "185")), "households are 200"));
    REQUIRE(says(problems_of(with("households", "0")), "no households"));
    REQUIRE(says(problems_of(with("women", "1.5")), "women"));
    REQUIRE(says(problems_of(with("owned", "0.5")), "social_rent is missing"));
    REQUIRE(says(problems_of(with("low_income", "0.9\nhigh_income = 0.9")), "sum above 1"));
    REQUIRE(says(problems_of(with("name", "\"\"")), "name is empty"));
    REQUIRE(says(problems_of(with("residents", "\"many\"")), "residents"));
}

TEST_CASE("a figure that is missing and has no national default is asked for") {
    std::string text = small_text;
    const auto at = text.find("single = 85\n");
    text.erase(at, 12);
    REQUIRE(says(problems_of(text), "single is missing"));
}

TEST_CASE("what is not given is imputed from what is, and said") {
    const auto s = read_scenario_text(small_text, "small.toml");
    const auto& figures = s.neighbourhoods[0];
    REQUIRE(figures.low_income == Approx(0.40).margin(0.1));
    REQUIRE(says(in_english(figures.filled), "low_income: imputed 0."));
    REQUIRE(says(in_english(figures.filled), "from ages"));
    for (const auto& note : figures.filled) CHECK(note.nl.find("geschat op ") != std::string::npos);
    const auto again = read_scenario_text(s.resolved, "small.toml").neighbourhoods[0];
    REQUIRE(again.filled.size() >= figures.filled.size());
    CHECK(again.filled[0].nl == figures.filled[0].nl);
    REQUIRE(figures.origin_netherlands + figures.origin_europe + figures.origin_outside_europe == Approx(1));
    REQUIRE(figures.owned + figures.social_rent + figures.private_rent == Approx(1));
    REQUIRE(figures.dwellings >= figures.households);
}

TEST_CASE("households of adults and children that cannot be made of these ages are refused") {
    REQUIRE_FALSE(problems_of(with("with_children", "60\nage_0_14 = 70")).empty());
    std::string many = small_text;
    many.replace(many.find("age_0_14 = 70"), 13, "age_0_14 = 330");
    REQUIRE_FALSE(problems_of(many).empty());
}

TEST_CASE("every figure has a range, a unit, a text and a source") {
    for (const auto& d : figures_declared) {
        REQUIRE(d.range.low <= d.range.high);
        REQUIRE_FALSE(d.unit.empty());
        REQUIRE_FALSE(d.prose.empty());
        REQUIRE_FALSE(d.source.text.empty());
        if (d.national) REQUIRE((*d.national >= d.range.low && *d.national <= d.range.high));
    }
}

}  // namespace weefsel::test_figures
