#include "analysis/decision/gaps.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <limits>

#include "tests/analysis/hand_made_cube.hpp"

namespace weefsel::test_gaps {
using namespace weefsel::analysis;

namespace {

/// Two options in so many worlds of two years: the share of the severely lonely of each income group.
Cube cube_of(std::size_t worlds,
             const std::function<double(std::size_t option, std::size_t world, int group)>& lonely) {
    auto layout = lonely_layout(2);
    layout.groupings = {{"income", {"low", "middle", "high"}}};
    Cube cube(layout, {2, 1, worlds});
    for (std::size_t w = 0; w < worlds; ++w) {
        sim::UnitResult unit;
        for (std::size_t o = 0; o < 2; ++o) {
            auto& r = unit.options.emplace_back();
            for (int month = 0; month < layout.months; ++month) {
                r.numerator.insert(r.numerator.end(), {0.0, 100.0});
                r.denominator.insert(r.denominator.end(), {1.0, 1.0});
            }
            for (int year = 1; year <= 2; ++year) {
                for (int group = 0; group < 3; ++group) {
                    // The first year says something else: the last one counts.
                    r.group_numerator.insert(r.group_numerator.end(),
                                             {year == 2 ? lonely(o, w, group) : 0.9, 100.0});
                    r.group_denominator.insert(r.group_denominator.end(), {1.0, 1.0});
                }
                r.site_mean.insert(r.site_mean.end(), {0.0F, 0.0F});
                r.money.insert(r.money.end(), {0.0, 0.0, 0.0, 0.0, 0.0});
            }
        }
        cube.add(0, w, unit);
    }
    return cube;
}

}  // namespace

TEST_CASE("a gap of eight points that an option halves is four points smaller, whatever worlds differ in") {
    const auto cube = cube_of(4, [](std::size_t o, std::size_t w, int group) {
        const double level = 0.1 + 0.01 * static_cast<double>(w);
        return group == 0 ? level + (o == 1 ? 0.04 : 0.08) : level;
    });
    const auto gaps = gaps_table(cube, two_options());
    REQUIRE(gaps.rows() == 2);  // health and origin were not measured
    CHECK(gaps.text("grouping")[0] == "income");
    CHECK(gaps.text("of")[0] == "low");
    CHECK(gaps.text("against")[0] == "high");
    CHECK(gaps.number("gap")[0] == Approx(0.08).margin(1e-6));
    CHECK(std::isnan(gaps.number("difference")[0]));
    CHECK(gaps.number("gap")[1] == Approx(0.04).margin(1e-6));
    CHECK(gaps.number("difference")[1] == Approx(-0.04).margin(1e-6));
    CHECK(gaps.number("upper")[1] == Approx(-0.04).margin(1e-5));
    CHECK(gaps.number("pairs")[1] == 4);
}

TEST_CASE("nothing is said of a gap where one of the groups was not measured") {
    const auto nobody = cube_of(3, [](std::size_t, std::size_t, int group) {
        return group == 2 ? std::numeric_limits<double>::quiet_NaN() : 0.1;
    });
    CHECK(gaps_table(nobody, two_options()).rows() == 0);
    CHECK(gaps_table(hand_made_cube(2, 3, 2, [](auto, auto, int) { return 0.1; }), two_options()).rows() ==
          0);
}

}  // namespace weefsel::test_gaps
