#include "analysis/results/indicator_range.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <set>
#include <string>

#include "analysis/results/comparison.hpp"
#include "analysis/results/noticeable.hpp"
#include "models/measure/indicators.hpp"
#include "tests/analysis/small_study.hpp"

namespace weefsel::test_indicator_range {
using namespace weefsel::analysis;

namespace {

/// One year of two options in which so large a share of adults takes part, by replicate.
Cube taking_part(const std::vector<double>& reference, const std::vector<double>& option) {
    auto layout = small_layout();
    layout.observables[0].name = "participation";
    layout.observables[0].scale = sim::Scale::share;
    Cube cube(layout, {2, 1, reference.size()});
    for (std::size_t w = 0; w < reference.size(); ++w) {
        auto unit = small_unit(layout, 2, 0, 1);
        const double shares[] = {reference[w], option[w]};
        for (std::size_t o = 0; o < 2; ++o)
            for (std::size_t m = 0; m < 12; ++m) {
                unit.options[o].numerator[2 * m] = shares[o];
                unit.options[o].denominator[2 * m] = 1;
            }
        cube.add(0, w, unit);
    }
    return cube;
}

}  // namespace

TEST_CASE("no margin of a share says that more than everybody or fewer than nobody takes part") {
    // Two worlds: t(0.975; 1) is 12.7, so that the plain interval of 0.9 and 0.96 reaches 1.31.
    const auto rows = compare_paired(taking_part({0.02, 0.08}, {0.9, 0.96}), 0);
    for (const auto& row : rows) {
        if (row.indicator != 0) continue;
        CHECK(row.level.lower > 0);
        CHECK(row.level.upper < 1);
        CHECK(row.level.lower < row.level.mean);
        CHECK(row.level.mean < row.level.upper);
        CHECK(row.difference.lower >= -1);
        CHECK(row.difference.upper <= 1);
    }
}

TEST_CASE("an interval on the logit scale is the one worked out by hand") {
    // Odds 4; 0.08 / (0.8 * 0.2) = 0.5 on the logit scale: odds 4 / 1.6487213 and 4 * 1.6487213.
    const auto i = level_within({0.8, 0.72, 0.88, 9}, {0, 1});
    CHECK(i.mean == 0.8);
    CHECK(i.lower == Approx(0.7081249).epsilon(1e-6));
    CHECK(i.upper == Approx(0.8683324).epsilon(1e-6));
    CHECK(i.n == 9);
    // The same on a scale of ten.
    CHECK(level_within({8, 7.2, 8.8, 9}, {0, 10}).lower == Approx(7.081249).epsilon(1e-6));
}

TEST_CASE("far from the ends a small margin is hardly another than the t interval") {
    const auto i = level_within({0.4, 0.39, 0.41, 20}, {0, 1});
    CHECK(i.lower == Approx(0.39).margin(1e-4));
    CHECK(i.upper == Approx(0.41).margin(1e-4));
}

TEST_CASE("worlds that are all alike keep themselves, and one world has no margin") {
    const auto all = level_within({1, 1, 1, 5}, {0, 1});
    CHECK(all.lower == 1);
    CHECK(all.upper == 1);
    const auto half = level_within({0.5, 0.5, 0.5, 5}, {0, 1});
    CHECK(half.lower == 0.5);
    CHECK(half.upper == 0.5);
    CHECK(std::isnan(level_within({0.5, NAN, NAN, 1}, {0, 1}).upper));
    CHECK(std::isnan(level_within({3, NAN, NAN, 1}, {0, INFINITY}).lower));
}

TEST_CASE("a count has no margin below nothing, and money has no end") {
    CHECK(level_within({2, -1, 5, 3}, range_of(sim::Scale::positive)).lower == 0);
    CHECK(level_within({2, -1, 5, 3}, range_of(sim::Scale::positive)).upper == 5);
    CHECK(level_within({2, -1, 5, 3}, range_of(sim::Scale::money)).lower == -1);
}

TEST_CASE("a difference is cut off only where no difference can be") {
    const auto wide = difference_within({0.4, -0.3, 1.1, 2}, {0, 1});
    CHECK(wide.lower == -0.3);
    CHECK(wide.upper == 1);
    CHECK(difference_within({2, -13, 17, 2}, {0, 10}).lower == -10);
    CHECK(difference_within({2, -13, 17, 2}, range_of(sim::Scale::positive)).lower == -13);
}

TEST_CASE("of every indicator it is known from where its value can be") {
    for (const auto& indicator : observables()) {
        INFO(indicator.name);
        CHECK(std::isfinite(range_of(indicator).low));
    }
}

TEST_CASE("an answer is about three indicators of which it is known what people notice") {
    std::set<int> ranks;
    for (const auto& indicator : observables()) {
        if (indicator.headline == 0) continue;
        INFO(indicator.name);
        CHECK(ranks.insert(indicator.headline).second);
        CHECK(indicator.noticeable > 0);
        CHECK_FALSE(indicator.plain_en.empty());
        CHECK_FALSE(indicator.plain_nl.empty());
    }
    CHECK(ranks == std::set<int>{1, 2, 3});
}

TEST_CASE("a share of a whole is declared as one: its value is a count of people among people") {
    // Every indicator without a unit that is no count, score or correlation; a new one has to say what it is.
    for (const auto& indicator : observables()) {
        INFO(indicator.name);
        CHECK(indicator.scale != sim::Scale::value);
        CHECK((indicator.unit == "1/1000") == (indicator.scale == sim::Scale::per_thousand));
        if (indicator.total) CHECK(indicator.scale == sim::Scale::positive);
    }
}

}  // namespace weefsel::test_indicator_range
