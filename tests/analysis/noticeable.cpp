#include "analysis/results/noticeable.hpp"

#include <catch2/catch.hpp>

namespace weefsel::test_noticeable {
using namespace weefsel::analysis;

namespace {
const std::vector<std::string> indicators{"social_cohesion", "severely_lonely", "participation"};
}

TEST_CASE("a difference worth noticing is set by indicator, in its unit") {
    std::vector<sim::Problem> problems;
    const auto set = read_noticeable({"social_cohesion=0.2", "severely_lonely=1e-2"}, indicators, problems);
    CHECK(problems.empty());
    CHECK(noticeable_of(set, "social_cohesion") == 0.2);
    CHECK(noticeable_of(set, "severely_lonely") == 0.01);
    CHECK(!noticeable_of(set, "participation"));
    CHECK(read_noticeable({}, indicators, problems).empty());
}

TEST_CASE("all that is wrong with differences worth noticing is said at once") {
    std::vector<sim::Problem> problems;
    read_noticeable({"social_cohesoin=0", "participation=0.1", "participation=0.2", "severely_lonely"},
                    indicators, problems);
    REQUIRE(problems.size() == 4);
    CHECK(problems[0].at.file == "--noticeable social_cohesoin=0");
    CHECK(problems[0].text.find("did you mean social_cohesion?") != std::string::npos);
    CHECK(problems[1].text.find("found \"0\"") != std::string::npos);
    CHECK(problems[2].text == "participation is set twice");
    CHECK(problems[3].text.find("NAME=VALUE") != std::string::npos);
}

TEST_CASE("a difference worth noticing is a number above 0 that 32 bits can hold") {
    for (const char* value :
         {"", "0", "-0.1", "nan", "inf", "1e300", "1e-300", "0.1%", "0,1", " 0.1", "0.1 "}) {
        std::vector<sim::Problem> problems;
        read_noticeable({std::string("participation=") + value}, indicators, problems);
        CAPTURE(value);
        CHECK(problems.size() == 1);
    }
}

}  // namespace weefsel::test_noticeable
