#include "analysis/decision/fade_out.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <limits>
#include <vector>

namespace weefsel::test_fade_out {
using namespace weefsel::analysis;

TEST_CASE("an effect that halves every two years has a half-life of two years") {
    const double kept = std::sqrt(0.5);
    const auto f = fade_out(8, std::vector<double>{8 * kept, 4, 4 * kept, 2});
    CHECK(f.half_life == Approx(2));
    CHECK(f.kept_per_year == Approx(kept));
    CHECK(f.left[1] == Approx(0.5));
    CHECK(f.left[3] == Approx(0.25));
    CHECK(f.fitted == 5);
    CHECK_FALSE(f.reversed);
}

TEST_CASE("harm fades as good does") {
    const auto good = fade_out(0.3, std::vector<double>{0.2, 0.15, 0.08}),
               harm = fade_out(-0.3, std::vector<double>{-0.2, -0.15, -0.08});
    CHECK(harm.left == good.left);
    CHECK(harm.half_life == good.half_life);
}

TEST_CASE("a line through three uneven years is the one worked out by hand") {
    // Halves at 0, 1, 2: logarithms 0, -l, -l with weights 1, 1/4, 1/4 and l = log 2. Mean year 1/2, mean
    // logarithm -l/3; slope (-3l/4 + l/4) / (5/4 - 3/8) = -4l/7.
    const auto f = fade_out(1, std::vector<double>{0.5, 0.5});
    CHECK(f.kept_per_year == Approx(std::exp2(-4.0 / 7)));
    CHECK(f.half_life == Approx(7.0 / 4));
}

TEST_CASE("what is left by accident in a late year hardly moves the half-life") {
    CHECK(fade_out(8, std::vector<double>{4, 2, 1, 0.01}).half_life == Approx(1).epsilon(0.02));
    CHECK(fade_out(8, std::vector<double>{4, 2, 1, 1}).half_life == Approx(1).epsilon(0.1));
}

TEST_CASE("from the year in which an effect turns round, nothing is fitted") {
    const auto f = fade_out(8, std::vector<double>{4, 2, -1, 0.5});
    CHECK(f.reversed);
    CHECK(f.fitted == 3);
    CHECK(f.half_life == Approx(1));
    CHECK(f.left[2] == Approx(-0.125));
    const auto at_once = fade_out(8, std::vector<double>{0, 1});
    CHECK(at_once.reversed);
    CHECK(std::isnan(at_once.half_life));
    CHECK(at_once.left[0] == 0);
}

TEST_CASE("an effect that stays or grows has no end") {
    CHECK(std::isinf(fade_out(2, std::vector<double>{2, 2}).half_life));
    const auto grows = fade_out(2, std::vector<double>{3, 4.5});
    CHECK(std::isinf(grows.half_life));
    CHECK(grows.kept_per_year == Approx(1.5));
}

TEST_CASE("a year without a measurement is left out, and no effect has nothing to lose") {
    constexpr double missing = std::numeric_limits<double>::quiet_NaN();
    const auto f = fade_out(8, std::vector<double>{missing, 2});
    CHECK(f.half_life == Approx(1));
    CHECK(f.fitted == 2);
    CHECK(std::isnan(fade_out(0, std::vector<double>{1}).left[0]));
    CHECK(std::isnan(fade_out(0, std::vector<double>{1}).half_life));
    CHECK(std::isnan(fade_out(3, {}).half_life));
}

}  // namespace weefsel::test_fade_out
