#include "analysis/sensitivity/second_order.hpp"

#include <algorithm>

#include "analysis/statistics/bootstrap.hpp"
#include "analysis/statistics/central_tendency.hpp"
#include "analysis/statistics/unknown.hpp"
#include "sim/error.hpp"

namespace weefsel::analysis {
namespace {

/// What each block adds to the sums: of each pair the product, less A B; of each factor B (AB - A); then A +
/// B and A^2 + B^2.
std::vector<double> pair_terms(const std::vector<double>& values, std::size_t k) {
    const std::size_t rows = second_order_block(k);
    const double centre = mean_of(values);
    std::vector<double> out;
    for (std::size_t at = 0; at < values.size(); at += rows) {
        const auto ab = [&](std::size_t j) { return values[at + 1 + j] - centre; };
        const auto ba = [&](std::size_t j) { return values[at + 1 + k + j] - centre; };
        const double a = values[at] - centre, b = values[at + rows - 1] - centre;
        for (std::size_t j = 0; j < k; ++j)
            for (std::size_t l = j + 1; l < k; ++l)
                out.push_back((ba(j) * ab(l) + ba(l) * ab(j)) / 2 - a * b);
        for (std::size_t j = 0; j < k; ++j) out.push_back(b * (ab(j) - a));
        out.push_back(a + b);
        out.push_back(a * a + b * b);
    }
    return out;
}

}  // namespace

SecondOrder second_order_indices(std::span<const double> outputs, std::size_t factors, std::uint32_t seed,
                                 std::size_t resamples) {
    const std::size_t rows = second_order_block(factors), pairs = factors * (factors - 1) / 2;
    sim::require(factors > 1 && outputs.size() % rows == 0,
                 "outputs fill whole blocks of a Saltelli design for second order");
    auto [values, left_out] = whole_blocks(outputs, rows);
    SecondOrder out{{}, std::move(left_out), {}};
    const std::size_t blocks = values.size() / rows;
    out.reason = why_no_indices(values, blocks);
    std::vector<Interval> found(pairs, {unknown, unknown, unknown, blocks});
    if (out.reason.empty()) {
        const auto of_sums = [&](std::span<const double> sums, double n, double variance,
                                 std::span<double> result) {
            std::size_t pair = 0;
            for (std::size_t j = 0; j < factors; ++j)
                for (std::size_t l = j + 1; l < factors; ++l, ++pair)
                    result[pair] = (sums[pair] - sums[pairs + j] - sums[pairs + l]) / n / variance;
        };
        const auto resampled =
            resampled_indices(pair_terms(values, factors), blocks, pairs, of_sums, seed, resamples);
        for (std::size_t p = 0; p < pairs; ++p) found[p] = percentile_interval(resampled[p]);
    }
    std::size_t pair = 0;
    for (std::size_t j = 0; j < factors; ++j)
        for (std::size_t l = j + 1; l < factors; ++l) out.pairs.push_back({j, l, found[pair++]});
    return out;
}

}  // namespace weefsel::analysis
