#include <catch2/catch.hpp>
#include <optional>
#include <vector>

#include "sim/conditional_normal.hpp"

namespace weefsel::test_conditional_normal {
using namespace weefsel::sim;

namespace {

// By hand. Means 1, 2, 3; variances 4, 9, 1; covariances (1,2): 3, (1,3): 1, (2,3): 0.
const std::vector<double> mean{1, 2, 3};
const std::vector<double> lower{4, 3, 9, 1, 0, 1};
using Given = std::vector<std::optional<double>>;

}  // namespace

TEST_CASE(
    "of three numbers the one that is missing follows from the two that are given, as worked out by hand") {
    // Given 2 and 3, which are independent: slope 3/9 and 1/1; variance 4 - 9/9 - 1/1 = 2.
    const auto normal = conditional_normal(mean, lower, Given{std::nullopt, 5.0, 2.5});
    CHECK(normal.mean[0] == Approx(1 + (5.0 - 2) / 3 + (2.5 - 3)));
    CHECK(normal.slope[0] == Approx(1.0 / 3));
    CHECK(normal.slope[1] == Approx(1.0));
    CHECK(normal.covariance[0] == Approx(2.0));
    CHECK(normal.mean[1] == 5.0);
    CHECK(normal.mean[2] == 2.5);
}

TEST_CASE("of one given number the two others follow, with what they still have in common") {
    // Given 1: slopes 3/4 and 1/4; variances 9 - 9/4 and 1 - 1/4, covariance 0 - 3/4.
    const auto normal = conditional_normal(mean, lower, Given{3.0, std::nullopt, std::nullopt});
    CHECK(normal.mean[1] == Approx(2 + 2 * 0.75));
    CHECK(normal.mean[2] == Approx(3 + 2 * 0.25));
    CHECK(normal.covariance[0] == Approx(6.75));
    CHECK(normal.covariance[1] == Approx(-0.75));
    CHECK(normal.covariance[3] == Approx(0.75));
    const auto root = lower_root(normal.covariance);
    CHECK(root[0] * root[0] == Approx(6.75));
    CHECK(root[1] == 0.0);
    CHECK(root[2] * root[0] == Approx(-0.75));
    CHECK(root[2] * root[2] + root[3] * root[3] == Approx(0.75));
}

TEST_CASE("with nothing given the mean stands, with everything given nothing is left to say") {
    const auto nothing = conditional_normal(mean, lower, Given(3));
    CHECK(nothing.mean == mean);
    CHECK(nothing.covariance[4] == 9.0);
    const auto all = conditional_normal(mean, lower, Given{7.0, 8.0, 9.0});
    CHECK(all.missing.empty());
    CHECK(all.covariance.empty());
    CHECK(lower_root(all.covariance).empty());
}

}  // namespace weefsel::test_conditional_normal
