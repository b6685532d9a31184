#include "analysis/decision/value_of_information.hpp"

#include <boost/math/distributions/normal.hpp>
#include <catch2/catch.hpp>
#include <cmath>
#include <limits>
#include <vector>

#include "sim/error.hpp"
#include "sim/random_source.hpp"

namespace weefsel::test_value_of_information {
using namespace weefsel::analysis;

namespace {

constexpr std::size_t many = 20000;
const boost::math::normal standard;

enum class Stream : std::uint8_t { of_parameter };

/// Standard normal values that belong to nothing else, by draw.
std::vector<double> parameter(std::uint32_t which, std::size_t draws = many) {
    const sim::RandomSource numbers(3, 0);
    std::vector<double> out;
    for (std::size_t d = 0; d < draws; ++d)
        out.push_back(static_cast<double>(sim::normal_quantile(
            sim::open_uniform_of(numbers.block(Stream::of_parameter, d, sim::Month{0}, which)[0]))));
    return out;
}

/// Two options: nothing, and `mean` + sum of factor * parameter.
std::vector<double> against_nothing(double mean, const std::vector<double>& factors,
                                    const std::vector<std::vector<double>>& parameters) {
    const std::size_t draws = parameters.front().size();
    std::vector<double> out(2 * draws, 0.0);
    for (std::size_t d = 0; d < draws; ++d) {
        out[draws + d] = mean;
        for (std::size_t k = 0; k < factors.size(); ++k) out[draws + d] += factors[k] * parameters[k][d];
    }
    return out;
}

/// E max(0, X) - max(0, E X) of a normal X: sd * (density(u) - u * P(Z > u)), u = |mean| / sd, the unit
/// normal loss (Raiffa & Schlaifer 1961).
double by_formula(double mean, double sd) {
    const double u = std::abs(mean) / sd;
    return sd * (boost::math::pdf(standard, u) - u * boost::math::cdf(standard, -u));
}

}  // namespace

TEST_CASE("perfect information about three draws is worth what one counts by hand") {
    // Best in each draw 4, 3, 2: mean 3. The options have means 2 and 2.
    CHECK(value_of_perfect_information({std::vector<double>{4, 0, 2, 1, 3, 2}, 3}) == Approx(1));
}

TEST_CASE("perfect information about a normal net benefit is worth sd times the density at 0") {
    // An even grid of quantiles instead of draws: no chance.
    std::vector<double> values(2 * many, 0.0);
    for (std::size_t d = 0; d < many; ++d)
        values[many + d] = 5 * boost::math::quantile(standard, (static_cast<double>(d) + 0.5) / many);
    CHECK(value_of_perfect_information({values, many}) == Approx(5 * 0.3989423).epsilon(1e-3));
    for (std::size_t d = 0; d < many; ++d) values[many + d] -= 4;
    CHECK(value_of_perfect_information({values, many}) == Approx(by_formula(-4, 5)).epsilon(1e-3));
}

TEST_CASE("one of two parameters of a linear net benefit is worth what its own spread decides") {
    const auto a = parameter(1), b = parameter(2);
    const auto values = against_nothing(0, {3, 4}, {a, b});
    const NetBenefits benefits{values, many};
    CHECK(value_of_perfect_information(benefits) == Approx(5 * 0.3989423).epsilon(0.02));
    CHECK(value_of_parameter(benefits, a) == Approx(3 * 0.3989423).epsilon(0.03));
    CHECK(value_of_parameter(benefits, b) == Approx(4 * 0.3989423).epsilon(0.03));
    const auto expensive = against_nothing(-2, {3, 4}, {a, b});
    CHECK(value_of_parameter({expensive, many}, a) == Approx(by_formula(-2, 3)).epsilon(0.05));
}

TEST_CASE("a parameter that matters not is worth next to nothing, one that is constant nothing") {
    const auto a = parameter(1), idle = parameter(9);
    const auto values = against_nothing(1, {3}, {a});
    CHECK(value_of_parameter({values, many}, idle) < 1e-3);
    CHECK(value_of_parameter({values, many}, std::vector<double>(many, 7.0)) == 0);
}

TEST_CASE("a bent relation is followed") {
    // x^2 - 1 of a standard normal x against nothing: E max(0, x^2 - 1) = 2 * density(1). A spline of five
    // knots rounds the parabola in the tails.
    const auto x = parameter(1);
    std::vector<double> values(2 * many, 0.0);
    for (std::size_t d = 0; d < many; ++d) values[many + d] = x[d] * x[d] - 1;
    const double exact = 2 * boost::math::pdf(standard, 1.0);
    CHECK(value_of_parameter({values, many}, x) == Approx(exact).epsilon(0.05));
    CHECK(value_of_parameter({values, many}, x, 9) == Approx(exact).epsilon(0.03));
}

TEST_CASE("when the one parameter is all there is, knowing it is knowing all") {
    const auto a = parameter(4, 300);
    const auto values = against_nothing(0.5, {2}, {a});
    CHECK(value_of_parameter({values, 300}, a) == Approx(value_of_perfect_information({values, 300})));
}

TEST_CASE("a parameter of two values is a choice by group") {
    // Means given 0: 1 against 0; given 1: 0 against 3. Overall 0.5 against 1.5; chosen by group 2.
    const std::vector<double> group{0, 0, 0, 0, 1, 1, 1, 1},
        values{0, 2, 1, 1, -1, 1, 0, 0, 0, 0, 0, 0, 2, 4, 3, 3};
    CHECK(value_of_parameter({values, 8}, group, 2) == Approx(0.5));
    CHECK(value_of_parameter({values, 8}, group, 4) == Approx(0.5));
}

TEST_CASE("an option that is best everywhere leaves nothing to know") {
    const auto a = parameter(1, 100);
    const auto values = against_nothing(50, {1}, {a});
    CHECK(value_of_perfect_information({values, 100}) == 0);
    CHECK(value_of_parameter({values, 100}, a) == Approx(0).margin(1e-12));
}

TEST_CASE("draws that lack a value are left out, too few draws say nothing") {
    constexpr double missing = std::numeric_limits<double>::quiet_NaN();
    CHECK(value_of_perfect_information({std::vector<double>{4, 0, 2, missing, 1, 3, 2, 9}, 4}) == Approx(1));
    CHECK(std::isnan(value_of_perfect_information({{}, 0})));
    CHECK(std::isnan(value_of_parameter({std::vector<double>(18, 1.0), 9}, std::vector<double>(9, 1.0))));
    CHECK_THROWS_AS(value_of_perfect_information({std::vector<double>{1, 2, 3}, 2}), sim::InvariantError);
    CHECK_THROWS_AS(value_of_parameter({std::vector<double>{1, 2}, 1}, std::vector<double>{1, 2}),
                    sim::InvariantError);
}

TEST_CASE("a relation that is a natural spline itself is met exactly") {
    // Through (0, 0), (4, 1), (8, 0) without curvature at both ends: 1.5 u - 0.5 u^3, u = x / 4, and its
    // mirror.
    std::vector<double> x, values(18, 0.0);
    for (int i = 0; i <= 8; ++i) {
        const double u = (i <= 4 ? i : 8 - i) / 4.0;
        x.push_back(i);
        values[9 + static_cast<std::size_t>(i)] = 1.5 * u - 0.5 * u * u * u - 0.6;
    }
    const NetBenefits benefits{values, 9};
    CHECK(value_of_parameter(benefits, x, 3) == Approx(value_of_perfect_information(benefits)).epsilon(1e-9));
}

}  // namespace weefsel::test_value_of_information
