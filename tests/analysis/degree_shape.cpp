#include "analysis/statistics/degree_shape.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <vector>

namespace weefsel::test_degree_shape {
using namespace weefsel::analysis;

TEST_CASE("one person with one tie and one with two: the gain by hand") {
    // Power law: best exponent 0, a half each. Lognormal: middle and spread ln 2 / 2, cut at 0.5, 1.5
    // and 2.5: normal below -3, 0.169925 and 1.643856.
    const std::vector<double> people{0, 1, 1};
    const double a = 0.0013499, b = 0.5674654, c = 0.9498964, whole = c - a;
    const double expected = 0.5 * (std::log((b - a) / whole) + std::log((c - b) / whole)) - std::log(0.5);
    CHECK(gain_over_power_law(people) == Approx(expected).margin(1e-5));
}

TEST_CASE("counts that follow a power law gain nothing from a lognormal") {
    std::vector<double> people(25, 0.0);
    for (std::size_t k = 1; k < people.size(); ++k)
        people[k] = 1000.0 * std::pow(static_cast<double>(k), -2.0);
    CHECK(gain_over_power_law(people) < 0);
}

TEST_CASE("counts with a size of their own are no power law") {
    const std::vector<double> people{0, 1, 3, 9, 20, 30, 27, 18, 10, 5, 2, 1, 0, 0, 0};
    CHECK(gain_over_power_law(people) > 0.3);
}

TEST_CASE("nobody, or everybody alike, has no shape") {
    CHECK(std::isnan(gain_over_power_law(std::vector<double>{4, 0, 0})));
    CHECK(std::isnan(gain_over_power_law(std::vector<double>{0, 0, 7})));
}

}  // namespace weefsel::test_degree_shape
