#include "analysis/statistics/proportion.hpp"

#include <catch2/catch.hpp>
#include <cmath>

namespace weefsel::test_proportion {
using namespace weefsel::analysis;

TEST_CASE("score intervals of shares are the published ones") {
    // Newcombe (1998), Two-sided confidence intervals for the single proportion, table I, method 3.
    const auto some = wilson_interval(81, 263);
    CHECK(some.mean == Approx(0.3080).margin(5e-5));
    CHECK(some.lower == Approx(0.2553).margin(5e-5));
    CHECK(some.upper == Approx(0.3662).margin(5e-5));
    const auto few = wilson_interval(15, 148);
    CHECK(few.lower == Approx(0.0624).margin(5e-5));
    CHECK(few.upper == Approx(0.1605).margin(5e-5));
    const auto none = wilson_interval(0, 20);
    CHECK(none.lower == Approx(0).margin(1e-12));
    CHECK(none.upper == Approx(0.1611).margin(5e-5));
    CHECK(wilson_interval(1, 29).lower == Approx(0.0061).margin(5e-5));
    CHECK(wilson_interval(1, 29).upper == Approx(0.1718).margin(5e-5));
}

TEST_CASE("all and none are each other's mirror, and no trials say nothing") {
    CHECK(wilson_interval(20, 20).lower == Approx(1 - wilson_interval(0, 20).upper));
    CHECK(wilson_interval(20, 20).upper == 1);
    CHECK(std::isnan(wilson_interval(0, 0).mean));
}

}  // namespace weefsel::test_proportion
