#include "analysis/decision/robustness.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <limits>
#include <vector>

#include "analysis/statistics/proportion.hpp"
#include "sim/error.hpp"

namespace weefsel::test_robustness {
using namespace weefsel::analysis;

namespace {
constexpr double missing = std::numeric_limits<double>::quiet_NaN();

/// Three options in three worlds: two that gamble and one that is never best by much.
const std::vector<double> three_options{10, 0, 5,  //
                                        2,  9, 5,  //
                                        7,  6, 4.5};
}  // namespace

TEST_CASE("regret is the distance to what was best in each world") {
    const auto r = regrets(three_options, 3, sim::Better::higher);
    // 0, 9, 0; 8, 0, 0; 3, 3, 0.5
    CHECK(r[0].mean == Approx(3));
    CHECK(r[0].largest == 9);
    CHECK(r[0].share_best == Approx(2.0 / 3));
    CHECK(r[1].largest == 8);
    CHECK(r[2].mean == Approx(6.5 / 3));
    CHECK(r[2].share_best == 0);
}

TEST_CASE("where low is good, regret is what is too much") {
    const auto r = regrets(three_options, 3, sim::Better::lower);
    // 8, 0, 0.5; 0, 9, 0.5; 5, 6, 0
    CHECK(r[0].largest == 8);
    CHECK(r[1].largest == 9);
    CHECK(r[2].mean == Approx(11.0 / 3));
    CHECK_THROWS_AS(regrets(three_options, 3, sim::Better::neither), sim::InvariantError);
    CHECK_THROWS_AS(regrets(three_options, 2, sim::Better::higher), sim::InvariantError);
}

TEST_CASE("a world that lacks an option regrets nothing") {
    const auto r = regrets(std::vector<double>{1, 2, 3, missing}, 2, sim::Better::higher);
    CHECK(r[0].worlds == 1);
    CHECK(r[0].largest == 2);
    const auto none = regrets(std::vector<double>{1, missing}, 1, sim::Better::higher);
    CHECK(std::isnan(none[0].mean));
    CHECK(std::isnan(none[0].largest));
}

TEST_CASE("the share of worlds in which one is better counts ties half and asks for the margin") {
    const std::vector<double> a{3, 2, 2, 0, 9}, b{1, 1, 2, 4, missing};
    const auto plain = share_of_worlds_better(a, b, sim::Better::higher);
    CHECK(plain.mean == Approx(2.5 / 4));
    CHECK(plain.n == 4);
    CHECK(plain.lower == Approx(wilson_interval(2.5, 4).lower));
    CHECK(share_of_worlds_better(a, b, sim::Better::lower).mean == Approx(1.5 / 4));
    CHECK(share_of_worlds_better(a, b, sim::Better::higher, 1).mean == Approx(1.5 / 4));
    CHECK(std::isnan(share_of_worlds_better({}, {}, sim::Better::higher).mean));
}

TEST_CASE("implausible worlds do not count and the more plausible count for more") {
    const std::vector<double> a{3, 2, 2, 0}, b{1, 1, 3, 4};
    const auto same = share_of_worlds_better(a, b, sim::Better::higher, 0, std::vector<double>{5, 5, 5, 0});
    CHECK(same.mean == Approx(2.0 / 3));
    CHECK(same.n == 3);
    CHECK(same.upper == Approx(wilson_interval(2, 3).upper));
    const auto weighted =
        share_of_worlds_better(a, b, sim::Better::higher, 0, std::vector<double>{3, 1, 1, 1});
    CHECK(weighted.mean == Approx(4.0 / 6));
    CHECK(weighted.lower == Approx(wilson_interval(2, 3).lower));  // 6^2 / 12 = 3 worlds
    CHECK_THROWS_AS(share_of_worlds_better(a, b, sim::Better::higher, 0, std::vector<double>{1, 1, 1, -1}),
                    sim::InvariantError);
}

}  // namespace weefsel::test_robustness
