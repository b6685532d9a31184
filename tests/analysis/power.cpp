#include "analysis/statistics/power.hpp"

#include <catch2/catch.hpp>
#include <cmath>

#include "sim/error.hpp"

namespace weefsel::test_power {
using namespace weefsel::analysis;

TEST_CASE("the power of a comparison of shares is the one R gives") {
    // help(power.prop.test): n = 50, p1 = .50, p2 = .75 => power = 0.740; p1 = .50, p2 = .75,
    // power = .90 => n = 76.7; n = 50, p1 = .5, power = .90 => p2 = 0.8026.
    CHECK(power_of_shares(0.50, 0.75, {50, 50}) == Approx(0.740).margin(5e-4));
    CHECK(power_of_shares(0.50, 0.75, {76.7, 76.7}) == Approx(0.90).margin(5e-4));
    CHECK(0.5 + detectable_rise_of_share(0.5, {50, 50}, 0.90) == Approx(0.8026).margin(5e-5));
}

TEST_CASE("the power of a comparison of means is the one R gives") {
    // help(power.t.test): n = 20, delta = 1 => power = 0.869; power = .90, delta = 1 => n = 22.02.
    CHECK(power_of_means(1, 1, {20, 20}) == Approx(0.869).margin(5e-4));
    CHECK(power_of_means(1, 1, {22.02, 22.02}) == Approx(0.90).margin(5e-4));
    CHECK(detectable_distance_of_means(1, {22.02, 22.02}, 0.90) == Approx(1).margin(5e-4));
}

TEST_CASE("small, medium and large differences need Cohen's numbers of respondents") {
    // Cohen (1992), A power primer, table 2: power .80 at .05 two-sided needs 393, 64 and 26 a group.
    // He interpolates; computed exactly the first needs 394.
    CHECK(power_of_means(0.2, 1, {393, 393}) == Approx(0.80).margin(5e-4));
    CHECK(power_of_means(0.2, 1, {394, 394}) >= 0.80);
    CHECK(power_of_means(0.5, 1, {64, 64}) >= 0.80);
    CHECK(power_of_means(0.5, 1, {63, 63}) < 0.80);
    CHECK(power_of_means(0.8, 1, {26, 26}) >= 0.80);
    CHECK(power_of_means(0.8, 1, {25, 25}) < 0.80);
}

TEST_CASE("where there is no difference, the test finds one as often as its level says") {
    CHECK(power_of_means(0, 3, {40, 70}) == Approx(0.05));
    CHECK(power_of_shares(0.1, 0.1, {40, 70}, 0.01) == Approx(0.01));
}

TEST_CASE("direction and order make no difference, and uneven groups see less than even ones") {
    CHECK(power_of_shares(0.3, 0.4, {80, 200}) == Approx(power_of_shares(0.4, 0.3, {200, 80})));
    CHECK(power_of_shares(0.3, 0.4, {80, 200}) == Approx(power_of_shares(0.7, 0.6, {80, 200})));
    CHECK(power_of_means(-1, 2, {10, 30}) == Approx(power_of_means(1, 2, {30, 10})));
    CHECK(power_of_means(1, 2, {10, 30}) < power_of_means(1, 2, {20, 20}));
}

TEST_CASE("a design effect of 2 halves the respondents") {
    CHECK(power_of_shares(0.3, 0.4, {400, 400, 2}) == power_of_shares(0.3, 0.4, {200, 200}));
    CHECK(power_of_means(1, 3, {60, 80, 2}) == power_of_means(1, 3, {30, 40}));
    CHECK_THROWS_AS(power_of_means(1, 1, {10, 10, 0}), sim::InvariantError);
}

TEST_CASE("a neighbourhood survey of 100 cannot see two points of severe loneliness") {
    CHECK(power_of_shares(0.12, 0.10, {100, 100}) < 0.10);
    const double rise = detectable_rise_of_share(0.12, {100, 100});
    CHECK(rise > 0.13);
    CHECK(power_of_shares(0.12, 0.12 + rise, {100, 100}) == Approx(0.80));
}

TEST_CASE("samples too small to test have no power to speak of") {
    CHECK(std::isnan(power_of_means(1, 1, {1, 1})));
    CHECK(std::isnan(power_of_shares(0.1, 0.2, {0, 10})));
    CHECK(std::isnan(detectable_rise_of_share(0.9, {5, 5})));
    CHECK(power_of_shares(0, 1, {50, 50}) == 1);
}

}  // namespace weefsel::test_power
