#include "analysis/sensitivity/shapley.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <limits>
#include <numeric>

#include "sim/error.hpp"
#include "sim/philox.hpp"

namespace weefsel::test_shapley {
using namespace weefsel::analysis;

namespace {

/// A number for every combination, in no order at all.
std::vector<double> arbitrary_values(std::size_t factors) {
    std::vector<double> out;
    for (std::uint32_t b = 0; b < 1U << factors; ++b)
        out.push_back(sim::philox4x32_10({b, 0, 0, 0}, {1, 2})[0] * 0x1p-32);
    return out;
}

/// The definition: the mean over all orders of what a factor adds when its turn comes.
std::vector<double> by_all_orders(const std::vector<double>& values, std::size_t factors) {
    std::vector<std::size_t> order(factors);
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::vector<double> out(factors, 0.0);
    double orders = 0;
    do {
        std::size_t had = 0;
        for (const auto f : order) {
            const std::size_t has = had | std::size_t{1} << f;
            out[f] += values[has] - values[had];
            had = has;
        }
        ++orders;
    } while (std::next_permutation(order.begin(), order.end()));
    for (double& v : out) v /= orders;
    return out;
}

}  // namespace

TEST_CASE("two factors share their interaction equally") {
    // alone 3 and 5, together 12: the 4 on top are halved.
    CHECK(shapley(std::vector<double>{0, 3, 5, 12}) == std::vector<double>{5, 7});
    CHECK(shapley(std::vector<double>{1, 4}) == std::vector<double>{3});
}

TEST_CASE("the one with the left glove gets two thirds of what three people can sell") {
    // The gloves game: factor 0 has a left glove, 1 and 2 a right one each; a pair is worth 1.
    const auto parts = shapley(std::vector<double>{0, 0, 0, 1, 0, 1, 0, 1});
    CHECK(parts[0] == Approx(2.0 / 3));
    CHECK(parts[1] == Approx(1.0 / 6));
    CHECK(parts[2] == Approx(1.0 / 6));
}

TEST_CASE("six factors get what the mean over all 720 orders gives") {
    const auto values = arbitrary_values(6);
    const auto parts = shapley(values), expected = by_all_orders(values, 6);
    for (std::size_t f = 0; f < 6; ++f) CHECK(parts[f] == Approx(expected[f]).epsilon(1e-12));
}

TEST_CASE("the parts of ten factors add up to the whole difference") {
    const auto values = arbitrary_values(10);
    const auto parts = shapley(values);
    CHECK(std::accumulate(parts.begin(), parts.end(), 0.0) ==
          Approx(values.back() - values.front()).epsilon(1e-12));
}

TEST_CASE("a factor that changes nothing gets nothing, and factors that do the same get the same") {
    // Factor 1 is idle; 0 and 2 are interchangeable: worth 1 alone, 5 together.
    const auto parts = shapley(std::vector<double>{0, 1, 0, 1, 1, 5, 1, 5});
    CHECK(parts[1] == 0);
    CHECK(parts[0] == parts[2]);
    CHECK(parts[0] == Approx(2.5));
}

TEST_CASE("paired worlds give an interval for each factor") {
    constexpr double missing = std::numeric_limits<double>::quiet_NaN();
    // (combination, world): none, first, second, both; the third world lacks one value.
    const std::vector<double> values{0, 10, 1, 2, 14, missing, 4, 10, 1, 8, 16, 1};
    const auto parts = shapley_over_worlds(values, 3, 3);
    REQUIRE(parts.size() == 2);
    // World 0: (2 + 4) / 2 = 3 and 5; world 1: (4 + 6) / 2 = 5 and 1.
    CHECK(parts[0].n == 2);
    CHECK(parts[0].mean == Approx(4));
    CHECK(parts[1].mean == Approx(3));
    CHECK(parts[0].upper == Approx(4 + 12.7062 * std::sqrt(2.0) / std::sqrt(2.0)).epsilon(1e-5));
}

TEST_CASE("a combination without a value is refused") {
    CHECK_THROWS_AS(shapley(std::vector<double>{0, 1, 2}), sim::InvariantError);
    CHECK_THROWS_AS(shapley({}), sim::InvariantError);
    CHECK_THROWS_AS(shapley(std::vector<double>(2048, 0.0)), sim::InvariantError);
    CHECK_THROWS_AS(shapley_over_worlds(std::vector<double>{0, 1, 2}, 2, 2), sim::InvariantError);
}

}  // namespace weefsel::test_shapley
