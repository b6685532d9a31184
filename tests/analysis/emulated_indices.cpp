#include "analysis/sensitivity/emulated_indices.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <numbers>
#include <utility>

#include "analysis/statistics/effect_rows.hpp"
#include "sim/parallel.hpp"
#include "sim/random_source.hpp"
#include "tests/analysis/known_functions.hpp"

namespace weefsel::test_emulated_indices {
using namespace weefsel::analysis;

namespace {

enum class Stream : std::uint8_t { chance, place, order };

double uniform(Stream stream, std::size_t item, std::size_t study, std::size_t index = 0) {
    const sim::RandomSource draws(5, static_cast<std::uint32_t>(study));
    return static_cast<double>(
        sim::open_uniform_of(draws.block(stream, item, sim::Month{0}, static_cast<std::uint32_t>(index))[0]));
}

/// A function with known indices, and runs of it with chance.
struct Known {
    Function function;
    std::size_t factors, runs;
    double chance;  ///< standard deviation
    std::vector<double> first, total;
};

Known known_ishigami() {  // chance is a quarter of the variance of the runs
    return {ishigami,
            3,
            150,
            2,
            {ishigami_first.begin(), ishigami_first.end()},
            {ishigami_total.begin(), ishigami_total.end()}};
}

Known known_g() {  // a quarter
    double all = 1;
    std::vector<double> own;
    for (const double a : g_coefficients) {
        own.push_back(1 / (3 * (1 + a) * (1 + a)));
        all *= 1 + own.back();
    }
    Known out{sobol_g, 6, 120, std::sqrt((all - 1) / 3), {}, {}};
    for (const double v : own) {
        out.first.push_back(v / (all - 1));
        out.total.push_back(v * all / (1 + v) / (all - 1));
    }
    return out;
}

/// 2 a + sin(2 pi b) + c^2, and a factor that does nothing; chance is a quarter.
Known known_sum() {
    const double a = 4.0 / 12, b = 0.5, c = 4.0 / 45, all = a + b + c;
    const std::vector<double> shares{a / all, b / all, c / all, 0};
    return {[](auto x) { return 2 * x[0] + std::sin(2 * std::numbers::pi * x[1]) + x[2] * x[2]; },
            4,
            100,
            std::sqrt(all / 3),
            shares,
            shares};
}

/// a + 4 (a - 1/2)(b - 1/2), and a factor that does nothing; chance is half.
Known known_product() {
    const double a = 1.0 / 12, ab = 16.0 / 144, all = a + ab;
    return {[](auto x) { return x[0] + 4 * (x[0] - 0.5) * (x[1] - 0.5); },
            3,
            80,
            std::sqrt(all),
            {a / all, 0, 0},
            {1, ab / all, 0}};
}

/// A Latin hypercube of its own for each study.
std::vector<double> hypercube(std::size_t runs, std::size_t factors, std::size_t study) {
    std::vector<double> out(runs * factors);
    for (std::size_t j = 0; j < factors; ++j) {
        std::vector<std::pair<double, std::size_t>> order;
        for (std::size_t i = 0; i < runs; ++i) order.emplace_back(uniform(Stream::order, i, study, j), i);
        std::sort(order.begin(), order.end());
        for (std::size_t i = 0; i < runs; ++i)
            out[i * factors + j] =
                (static_cast<double>(order[i].second) + uniform(Stream::place, i, study, j)) /
                static_cast<double>(runs);
    }
    return out;
}

EmulatedIndices study_of(const Known& known, std::size_t study) {
    const auto points = hypercube(known.runs, known.factors, study);
    auto outputs = evaluated(known.function, points, known.factors);
    for (std::size_t i = 0; i < outputs.size(); ++i)
        outputs[i] +=
            known.chance *
            static_cast<double>(sim::normal_quantile(static_cast<float>(uniform(Stream::chance, i, study))));
    const auto emulator = emulate(points, known.factors, outputs, {.trend = Trend::constant});
    return emulated_indices(emulator, points, 1);
}

/// 1 when an interval holds a value, give or take the error of the rows.
double holds(const Interval& interval, double value) {
    constexpr double error = 0.01;
    return interval.lower - error <= value && value <= interval.upper + error;
}

/// Share of all indices that their intervals hold, over studies; and how wide these are on average.
struct Held {
    double share = 0, width = 0;
};
Held held_by(const Known& known, std::size_t studies) {
    std::vector<EmulatedIndices> found(studies);
    const auto failures =
        sim::parallel_for_each(studies, 0, [&](std::size_t s) { found[s] = study_of(known, s); });
    REQUIRE(failures.empty());
    Held out;
    const auto all = static_cast<double>(2 * known.factors * studies);
    for (const auto& one : found)
        for (std::size_t j = 0; j < known.factors; ++j) {
            out.share += (holds(one.first[j], known.first[j]) + holds(one.total[j], known.total[j])) / all;
            out.width +=
                (one.first[j].upper - one.first[j].lower + one.total[j].upper - one.total[j].lower) / all;
        }
    return out;
}

}  // namespace

TEST_CASE("the rows of effects give the indices of known functions") {
    for (const auto& known : {known_ishigami(), known_g(), known_sum(), known_product()}) {
        const auto rows = effect_rows(sobol_points(1024, known.factors), known.factors);
        const auto shares = effect_shares(rows, evaluated(known.function, rows.points, known.factors));
        for (std::size_t j = 0; j < known.factors; ++j) {
            CHECK(shares.first[j] == Approx(known.first[j]).margin(0.01));
            CHECK(shares.total[j] == Approx(known.total[j]).margin(0.01));
        }
    }
}

TEST_CASE("150 runs of Ishigami give its indices through an emulator", "[long]") {
    auto known = known_ishigami();
    known.chance = 0;
    const auto found = study_of(known, 0);
    for (std::size_t k = 0; k < 3; ++k) {
        CHECK(found.first[k].mean == Approx(ishigami_first[k]).margin(0.02));
        CHECK(found.total[k].mean == Approx(ishigami_total[k]).margin(0.02));
        CHECK(found.first[k].lower <= found.first[k].mean);
        CHECK(found.total[k].mean <= found.total[k].upper);
    }
}

TEST_CASE("emulated 95 % intervals hold 90 to 98 % of the indices of few and noisy runs", "[long]") {
    // 16 studies, 128 indices. The product has one that is exactly 1, beyond which no surface can lie.
    double held = 0, indices = 0;
    constexpr std::size_t studies = 4;
    for (const auto& known : {known_ishigami(), known_g(), known_sum(), known_product()}) {
        const auto found = held_by(known, studies);
        const auto count = static_cast<double>(2 * known.factors * studies);
        held += found.share * count;
        indices += count;
        INFO(known.factors << " factors: share " << found.share << ", width " << found.width);
        CHECK(found.share > 0.75);
        CHECK(found.width < 0.35);  // wide intervals are no art
    }
    INFO("share held " << held / indices);
    CHECK(held / indices >= 0.90);
    CHECK(held / indices <= 0.98);
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

}  // namespace weefsel::test_emulated_indices
