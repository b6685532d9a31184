#include "analysis/emulated_indices.hpp"

#include <catch2/catch.hpp>
#include <cmath>

#include "sim/draws.hpp"
#include "tests/analysis/known_functions.hpp"

using namespace weefsel;
using namespace weefsel::analysis;

namespace {

enum class Stream : std::uint8_t { luck };

double luck(std::size_t item, std::size_t study) {
    const sim::Draws draws(5, static_cast<std::uint32_t>(study));
    return static_cast<double>(
        sim::normal_quantile(sim::open_uniform_of(draws.block(Stream::luck, item, sim::Month{0})[0])));
}

/// Runs `n` points of the sequence from point `from` on, with luck of a standard deviation.
EmulatedIndices study(std::size_t from, std::size_t n, double sd) {
    const auto all = sobol_points(from + n, 3);
    const std::vector<double> points(all.begin() + static_cast<std::ptrdiff_t>(3 * from), all.end());
    auto outputs = evaluated(ishigami, points, 3);
    for (std::size_t i = 0; i < n; ++i) outputs[i] += sd * luck(i, from);
    return emulated_indices(emulate(points, 3, outputs), points, 1);
}

/// 1 when an interval holds a value, give or take the error of the estimators on 4,096 blocks.
double holds(const Interval& interval, double value) {
    constexpr double error = 0.01;
    return interval.lower - error <= value && value <= interval.upper + error;
}

}  // namespace

TEST_CASE("150 runs of Ishigami give its indices through an emulator", "[long]") {
    const auto found = study(0, 150, 0);
    for (std::size_t k = 0; k < 3; ++k) {
        CHECK(found.first[k].mean == Approx(ishigami_first[k]).margin(0.02));
        CHECK(found.total[k].mean == Approx(ishigami_total[k]).margin(0.02));
        CHECK(found.first[k].lower <= found.first[k].mean);
        CHECK(found.total[k].mean <= found.total[k].upper);
    }
}

TEST_CASE("emulated intervals of noisy runs hold the indices of the surface most of the time", "[long]") {
    // Luck of variance 4 beside 13.8 of the surface: the indices are those of the surface.
    double held = 0;
    constexpr std::size_t studies = 8;
    for (std::size_t s = 0; s < studies; ++s) {
        const auto found = study(s * 150, 150, 2);
        for (std::size_t k = 0; k < 3; ++k)
            held += holds(found.first[k], ishigami_first[k]) + holds(found.total[k], ishigami_total[k]);
    }
    INFO("share held " << held / (6 * studies));
    CHECK(held / (6 * studies) > 0.8);
}

TEST_CASE("emulated indices follow the margins of the design, not the box", "[long]") {
    // x1 + x2 with x1 one of 0 and 1, x2 uniform: variances 1/4 and 1/12, shares 3/4 and 1/4.
    auto points = sobol_points(64, 2);
    for (std::size_t i = 0; i < points.size(); i += 2) points[i] = std::round(points[i]);
    const auto y = evaluated([](auto x) { return x[0] + x[1]; }, points, 2);
    const auto found = emulated_indices(emulate(points, 2, y), points, 1);
    CHECK(found.first[0].mean == Approx(0.75).margin(0.01));
    CHECK(found.total[1].mean == Approx(0.25).margin(0.01));
}
