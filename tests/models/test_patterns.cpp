#include <catch2/catch.hpp>

#include "models/measure/survey/patterns.hpp"
#include "models/measure/survey/quantities.hpp"
#include "small_scenario.hpp"

namespace weefsel::test_patterns {

namespace {

const std::vector<KnownQuantity> known{{"lonely", "%"}, {"cohesion", "0-10"}};

// `sample` must name a file that is there; any will do for reading.
const std::string head = "sample = \"" + shipped("first-look.toml") + "\"\n";

std::string pattern(const std::string& more) {
    return "[[pattern]]\nid = \"A\"\ntext = \"a\"\nsource = \"s\"\nuse = \"validation\"\n" + more;
}
const std::string good = "quantity = \"lonely\"\nunit = \"%\"\nlow = 1\nhigh = 2\n";

std::vector<std::string> wrong_in(const std::string& text) {
    std::vector<std::string> out;
    try {
        static_cast<void>(read_patterns_text(text, "p.toml", known));
    } catch (const sim::InputError& error) {
        for (const auto& problem : error.problems()) out.push_back(to_string(problem));
    }
    return out;
}

}  // namespace

TEST_CASE("a pattern is read with its band, and either end of a band may be absent") {
    const auto file = read_patterns_text(head + pattern(good), "p.toml", known);
    REQUIRE(file.patterns.size() == 1);
    CHECK(within(file.patterns[0], 1));
    CHECK(within(file.patterns[0], 2));
    CHECK_FALSE(within(file.patterns[0], 2.01));
    const auto open =
        read_patterns_text(head + pattern("quantity = \"lonely\"\nunit = \"%\"\nlow = 1\n"), "p.toml", known);
    CHECK(within(open.patterns[0], 1e6));
    CHECK_FALSE(within(open.patterns[0], 0.99));
}

TEST_CASE("a quantity that nobody can measure is refused with the nearest name, where it stands") {
    const auto problems = wrong_in(head + pattern("quantity = \"lonley\"\nunit = \"%\"\nlow = 1\n"));
    REQUIRE(problems.size() == 1);
    CHECK(says(problems, "p.toml:7:1: pattern \"A\": quantity: found \"lonley\""));
    CHECK(says(problems, "did you mean lonely?"));
}

TEST_CASE("a band is judged in the unit in which its quantity is measured") {
    CHECK(says(wrong_in(head + pattern("quantity = \"cohesion\"\nunit = \"%\"\nlow = 1\n")),
               "allowed is \"0-10\""));
    CHECK(says(wrong_in(head + pattern("quantity = \"lonely\"\nunit = \"%\"\nagainst = \"x\"\nlow = 1\n")),
               "allowed is \"pp\""));
    CHECK(wrong_in(head +
                   pattern("quantity = \"cohesion\"\nunit = \"%\"\nagainst = \"x\"\nas = \"relative\"\nlow = "
                           "1\n"))
              .empty());
}

TEST_CASE("everything that is wrong with a file of patterns is said at once") {
    const auto problems = wrong_in("sample = \"nowhere.toml\"\n" +
                                   pattern("quantity = \"lonely\"\nunit = \"%\"\nlow = "
                                           "3\nhigh = 2\nuze = 1\n") +
                                   pattern("quantity = \"lonely\"\nunit = \"%\"\n"));
    CHECK(says(problems, "there is no file nowhere.toml"));
    CHECK(says(problems, "low: found 3, allowed is at most high (2)"));
    CHECK(says(problems, "uze"));
    CHECK(says(problems, "two patterns have the id \"A\""));
    CHECK(says(problems, "low and high are missing"));
}

TEST_CASE("a file without patterns is no file of patterns") {
    CHECK(says(wrong_in(head), "p.toml:1:1: there is no [[pattern]]"));
}

TEST_CASE("quantities have names of their own, and say how they are measured") {
    const auto all = counted_quantities();
    for (std::size_t i = 0; i < all.size(); ++i) {
        INFO(all[i].name);
        CHECK_FALSE(all[i].how.empty());
        for (std::size_t k = 0; k < i; ++k) CHECK(all[i].name != all[k].name);
    }
}

TEST_CASE("where nobody was asked nothing is measured") {
    const std::vector<SurveyCounts> none(2);
    for (const auto& quantity : counted_quantities()) {
        INFO(quantity.name);
        CHECK_FALSE(quantity.value(none, SurveyCounts{}).has_value());
    }
}

}  // namespace weefsel::test_patterns
