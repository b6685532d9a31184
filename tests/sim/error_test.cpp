#include "sim/error.hpp"

#include <algorithm>
#include <catch2/catch.hpp>

namespace weefsel::test_error {
using namespace weefsel::sim;

TEST_CASE("an input error tells all that is wrong, one problem a line") {
    const InputError e({{{"a.toml", 3, 1}, "one"}, {{"b.toml", 4, 2}, "two"}});
    CHECK(std::string(e.what()) == "a.toml:3:1: one\nb.toml:4:2: two");
    CHECK(e.problems().size() == 2);
}

TEST_CASE("of a hundred thousand problems the first twenty are told, and how many more there are") {
    std::vector<Problem> problems;
    for (int i = 1; i <= 100'000; ++i) problems.push_back({{"a.toml", i, 1}, "wrong"});
    const InputError e(problems);
    const std::string text = e.what();
    CHECK(std::count(text.begin(), text.end(), '\n') == 20);
    CHECK(text.find("a.toml:20:1: wrong\nand 99980 more") != std::string::npos);
    CHECK(e.problems().size() == 100'000);
    problems.resize(20);
    CHECK(std::string(InputError(problems).what()).find("more") == std::string::npos);
    CHECK(lines_of(problems).size() == 20);
}

TEST_CASE("the nearest name is found through a slip of the finger, and not through another word") {
    const std::vector<std::string> names = {"years", "warmup_years", "replicates", "theme.halflife_close"};
    CHECK(nearest_name("yeers", names) == "years");
    CHECK(nearest_name("Years", names) == "years");
    CHECK(nearest_name("eyars", names) == "years");
    CHECK(nearest_name("warmupyears", names) == "warmup_years");
    CHECK(nearest_name("halflife_close", names) == "theme.halflife_close");
    CHECK_FALSE(nearest_name("colour", names));
    CHECK_FALSE(nearest_name("", names));
    CHECK_FALSE(nearest_name(std::string(100'000, 'y'), names));
    CHECK(did_you_mean("yeers", names) == "; did you mean years?");
    CHECK(did_you_mean("colour", names).empty());
}

TEST_CASE("a broken promise is named") {
    CHECK_NOTHROW(require(true, "fine"));
    CHECK_THROWS_WITH(require(false, "sums are equal"), "sums are equal");
}

}  // namespace weefsel::test_error
