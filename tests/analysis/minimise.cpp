#include "analysis/statistics/minimise.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <limits>

namespace weefsel::test_minimise {
using namespace weefsel::analysis;

namespace {

/// Rosenbrock's curved valley: minimum 0 at (1, 1).
double valley(std::span<const double> x, std::span<double> gradient) {
    const double bend = x[1] - x[0] * x[0];
    gradient[0] = -400 * x[0] * bend - 2 * (1 - x[0]);
    gradient[1] = 200 * bend;
    return 100 * bend * bend + (1 - x[0]) * (1 - x[0]);
}

}  // namespace

TEST_CASE("the floor of a curved valley is found") {
    const std::vector<double> low{-10, -10}, high{10, 10};
    const auto found = minimise(valley, {-1.2, 1}, low, high, 200);
    CHECK(found.at[0] == Approx(1).margin(1e-4));
    CHECK(found.at[1] == Approx(1).margin(1e-4));
    CHECK(found.iterations < 100);
}

TEST_CASE("where the floor lies beyond a bound the search ends on the bound") {
    // With x1 <= 0.5 the floor is at x1 = 0.5, x2 = 0.25, value 0.25.
    const std::vector<double> low{-10, -10}, high{0.5, 10};
    const auto found = minimise(valley, {-1.2, 1}, low, high, 200);
    CHECK(found.at[0] == 0.5);
    CHECK(found.at[1] == Approx(0.25).margin(1e-4));
    CHECK(found.value == Approx(0.25).margin(1e-6));
}

TEST_CASE("a search stays where the function is defined") {
    // -log(x) + x has its minimum at 1 and nothing below 0.
    const auto f = [](std::span<const double> x, std::span<double> gradient) {
        gradient[0] = 1 - 1 / x[0];
        return x[0] > 0 ? x[0] - std::log(x[0]) : std::numeric_limits<double>::infinity();
    };
    const std::vector<double> low{-5}, high{5};
    CHECK(minimise(f, {0.01}, low, high, 100).at[0] == Approx(1).margin(1e-3));
}

TEST_CASE("a start at the minimum is left as it is") {
    const std::vector<double> low{-10, -10}, high{10, 10};
    const auto found = minimise(valley, {1, 1}, low, high, 200);
    CHECK(found.at == std::vector<double>{1, 1});
    CHECK(found.iterations == 0);
}

}  // namespace weefsel::test_minimise
