#include "analysis/sensitivity/sobol_indices.hpp"

#include <algorithm>
#include <cmath>

#include "analysis/statistics/bootstrap.hpp"
#include "analysis/statistics/central_tendency.hpp"
#include "analysis/statistics/unknown.hpp"
#include "sim/error.hpp"

namespace weefsel::analysis {

Blocks whole_blocks(std::span<const double> outputs, std::size_t rows) {
    Blocks out;
    for (std::size_t b = 0; b * rows < outputs.size(); ++b) {
        const auto block = outputs.subspan(b * rows, rows);
        if (std::any_of(block.begin(), block.end(), [](double v) { return !std::isfinite(v); }))
            out.left_out.push_back(b);
        else
            out.values.insert(out.values.end(), block.begin(), block.end());
    }
    return out;
}

bool hardly_varies(const std::vector<double>& values) {
    constexpr double rounding = 1e-12;
    const auto [low, high] = std::minmax_element(values.begin(), values.end());
    return *high - *low <= rounding * std::max(std::abs(*low), std::abs(*high));
}

std::string why_no_indices(const std::vector<double>& values, std::size_t blocks) {
    if (blocks < 2) return "fewer than two blocks are whole";
    return hardly_varies(values) ? "the output does not vary" : "";
}

std::vector<Bootstrap> resampled_indices(const std::vector<double>& terms, std::size_t blocks,
                                         std::size_t indices, const IndicesOfSums& of, std::uint32_t seed,
                                         std::size_t resamples) {
    const std::size_t width = terms.size() / blocks;
    std::vector<double> sums(width);
    const auto some = [&](std::span<const std::size_t> items, std::span<double> result) {
        std::fill(sums.begin(), sums.end(), 0.0);
        for (const auto item : items)
            for (std::size_t t = 0; t < width; ++t) sums[t] += terms[item * width + t];
        const auto n = static_cast<double>(items.size());
        const double mean = sums[width - 2] / (2 * n);
        const double variance = sums[width - 1] / (2 * n) - mean * mean;
        if (variance > 0)
            of(sums, n, variance, result);
        else
            std::fill(result.begin(), result.end(), unknown);
    };
    return bootstrap_together(blocks, indices, some, seed, resamples);
}

namespace {

/// What each block adds to the sums of both estimators, so that a resample only adds rows: for each
/// factor B (AB - A) and (A - AB)^2 / 2, then A + B and A^2 + B^2.
std::vector<double> terms_of(const std::vector<double>& values, std::size_t factors) {
    const std::size_t rows = saltelli_block(factors);
    const double centre = mean_of(values);
    std::vector<double> out;
    for (std::size_t at = 0; at < values.size(); at += rows) {
        const double a = values[at] - centre, b = values[at + rows - 1] - centre;
        for (std::size_t k = 1; k <= factors; ++k) {
            const double moved = (values[at + k] - centre) - a;
            out.push_back(b * moved);
            out.push_back(moved * moved / 2);
        }
        out.push_back(a + b);
        out.push_back(a * a + b * b);
    }
    return out;
}

}  // namespace

SobolIndices sobol_indices(std::span<const double> outputs, std::size_t factors, std::uint32_t seed,
                           std::size_t resamples) {
    const std::size_t rows = saltelli_block(factors);
    sim::require(factors > 0 && outputs.size() % rows == 0, "outputs fill whole blocks of a Saltelli design");
    auto [values, left_out] = whole_blocks(outputs, rows);
    SobolIndices out{{}, {}, std::move(left_out), {}};
    const std::size_t blocks = values.size() / rows;
    out.reason = why_no_indices(values, blocks);
    if (!out.reason.empty()) {
        out.first.assign(factors, {unknown, unknown, unknown, blocks});
        out.total = out.first;
        return out;
    }
    const auto of_sums = [](std::span<const double> sums, double n, double variance,
                            std::span<double> result) {
        for (std::size_t i = 0; i < result.size(); ++i) result[i] = sums[i] / n / variance;
    };
    const auto resampled =
        resampled_indices(terms_of(values, factors), blocks, 2 * factors, of_sums, seed, resamples);
    for (std::size_t k = 0; k < factors; ++k) {
        out.first.push_back(percentile_interval(resampled[2 * k]));
        out.total.push_back(percentile_interval(resampled[2 * k + 1]));
    }
    return out;
}

}  // namespace weefsel::analysis
