#include "analysis/results/comparison.hpp"

#include <catch2/catch.hpp>
#include <cmath>

#include "tests/analysis/small_study.hpp"

namespace weefsel::test_paired {
using namespace weefsel::analysis;

TEST_CASE("a t interval of five values is the one worked out by hand") {
    // mean 3, s = sqrt(2.5), t(0.975; 4) = 2.776445 (Fisher & Yates): 3 -/+ 2.776445 * 0.7071068
    const auto i = t_interval(std::vector<double>{1, 2, 3, 4, 5});
    CHECK(i.n == 5);
    CHECK(i.mean == Approx(3));
    CHECK(i.lower == Approx(1.036757).epsilon(1e-6));
    CHECK(i.upper == Approx(4.963243).epsilon(1e-6));
}

TEST_CASE("the quantiles of Student's t are the published ones") {
    // Half width of {-1, 1} is t(0.975; 1) * 1; of 30 values +-1 it is t(0.975; 29) * sqrt(30/29/30).
    CHECK(t_interval(std::vector<double>{-1, 1}).upper == Approx(12.7062).epsilon(1e-5));
    std::vector<double> thirty;
    for (int k = 0; k < 30; ++k) thirty.push_back(k % 2 == 0 ? 1 : -1);
    CHECK(t_interval(thirty).upper == Approx(2.04523 / std::sqrt(29.0)).epsilon(1e-5));
    CHECK(t_interval(thirty, 0.90).upper == Approx(1.69913 / std::sqrt(29.0)).epsilon(1e-5));
}

TEST_CASE("one value has no interval, none has no mean, equal values have exactly themselves") {
    const auto one = t_interval(std::vector<double>{0.3});
    CHECK(one.mean == 0.3);
    CHECK(std::isnan(one.lower));
    CHECK(std::isnan(one.upper));
    CHECK(std::isnan(t_interval({}).mean));
    const auto equal = t_interval(std::vector<double>(7, 0.1));
    CHECK(equal.mean == 0.1);
    CHECK(equal.lower == 0.1);
    CHECK(equal.upper == 0.1);
}

TEST_CASE("horizons past the end are left out and the end is there once") {
    CHECK(horizons(20) == std::vector<int>{4, 8, 20});
    CHECK(horizons(25) == std::vector<int>{4, 8, 20, 25});
    CHECK(horizons(10) == std::vector<int>{4, 8, 10});
    CHECK(horizons(2) == std::vector<int>{2});
    CHECK(horizons(4) == std::vector<int>{4});
}

namespace {

/// Three worlds of one year; the second option is 1 higher in the first two, equal in the third.
Cube three_worlds() {
    const auto layout = small_layout();
    Cube cube(layout, {2, 1, 3});
    for (std::size_t w = 0; w < 3; ++w) {
        auto unit = small_unit(layout, 2, static_cast<double>(10 * w), 4);
        if (w == 2) unit.options[1] = unit.options[0];
        cube.add(0, w, unit);
    }
    return cube;
}

}  // namespace

TEST_CASE("pairs are compared within a world, ties count half") {
    const auto rows = compare_paired(three_worlds(), 0);
    REQUIRE(rows.size() == 4);
    CHECK(rows[0].difference.mean == 0);
    CHECK(rows[0].difference.lower == 0);
    CHECK(rows[0].difference.upper == 0);
    CHECK(rows[0].probability_better == 0.5);
    const auto& b = rows[2];
    CHECK(b.option == 1);
    CHECK(b.horizon_years == 1);
    CHECK(b.pairs() == 3);
    CHECK(b.difference.mean == Approx(2.0 / 3));
    CHECK(b.probability_better == Approx(2.5 / 3));
    // s = 1/sqrt(3), t(0.975; 2) = 4.302653: half width 4.302653 / 3
    CHECK(b.difference.upper - b.difference.mean == Approx(4.302653 / 3).epsilon(1e-6));
}

TEST_CASE("for an indicator that should be low, lower is better, and no direction gives no share") {
    auto layout = small_layout();
    layout.observables[0].better = sim::Better::lower;
    layout.observables[1].better = sim::Better::neither;
    Cube cube(layout, {2, 1, 2});
    cube.add(0, 0, small_unit(layout, 2, 1, 4));
    cube.add(0, 1, small_unit(layout, 2, 2, 4));
    const auto rows = compare_paired(cube, 0);
    CHECK(rows[2].probability_better == 0);
    CHECK(std::isnan(rows[3].probability_better));
}

TEST_CASE("a world that is missing leaves the other pairs") {
    const auto layout = small_layout();
    Cube cube(layout, {2, 1, 3});
    cube.add(0, 0, small_unit(layout, 2, 1, 4));
    cube.add(0, 2, small_unit(layout, 2, 5, 4));
    const auto rows = compare_paired(cube, 0);
    CHECK(rows[2].pairs() == 2);
    CHECK(rows[2].difference.mean == 1);
}

}  // namespace weefsel::test_paired
