#pragma once
#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <vector>

#include "analysis/statistics/bootstrap.hpp"
#include "analysis/statistics/interval.hpp"

namespace weefsel::analysis {

/// Enough for the ends of a 95 % interval of an index; a designed study has hundreds of outputs.
constexpr std::size_t index_resamples = 999;

/// Sobol' indices of one output, by factor. An interval has the estimate as `mean` and the number of
/// blocks as `n`.
struct SobolIndices {
    std::vector<Interval> first;        ///< S1: share of the variance that the factor alone accounts for
    std::vector<Interval> total;        ///< ST: with all interactions in which it takes part
    std::vector<std::size_t> left_out;  ///< blocks, from 0, in which a value was NaN; no part of the above
    std::string reason;                 ///< why there are no indices (all are NaN); empty when there are
};

/// Whole blocks, one after another, and those that are not.
struct Blocks {
    std::vector<double> values;
    std::vector<std::size_t> left_out;  ///< numbers, from 0
};
/// `outputs` in blocks of so many rows; a block of which one value is not finite is left out whole.
Blocks whole_blocks(std::span<const double> outputs, std::size_t rows);
/// Whether all values (one or more) are the same but for rounding.
bool hardly_varies(const std::vector<double>& values);
/// Why whole blocks of these values have no indices; empty when they have.
std::string why_no_indices(const std::vector<double>& values, std::size_t blocks);

/// Makes indices of the sums over some blocks: `sums`, of how many blocks, the variance of A and B together
/// (above 0), and where the indices go.
using IndicesOfSums =
    std::function<void(std::span<const double> sums, double blocks, double variance, std::span<double> out)>;
/// Indices and resamples of them, so many each. `terms`: what each block adds to the sums, block by block;
/// the last two are A + B and A^2 + B^2. NaN where A and B do not vary.
std::vector<Bootstrap> resampled_indices(const std::vector<double>& terms, std::size_t blocks,
                                         std::size_t indices, const IndicesOfSums& of, std::uint32_t seed,
                                         std::size_t resamples);

/// Rows of one block of a Saltelli design: a base point A, A with one factor taken from B for each
/// factor in turn, and B.
constexpr std::size_t saltelli_block(std::size_t factors) { return factors + 2; }

/// First and total order indices from the outputs of a Saltelli design, block after block, each in the order
/// A, AB_1 .. AB_k, B (as SALib with calc_second_order=False). A block of which one value is NaN is left
/// out whole and named. Intervals: percentiles of a bootstrap of blocks, 95 %. An output that does not
/// vary, or fewer than two whole blocks, have no indices but a reason. An index that is small may come
/// out below 0: that is chance, and it is left so.
/// Outputs are centred on the mean of all rows, as SALib does. Throws sim::InvariantError when the
/// values do not fill whole blocks.
/// Source: Saltelli et al. (2010), Variance based sensitivity analysis of model output, table 2, (b) for
/// S1; Jansen (1999) for ST, (f) there.
SobolIndices sobol_indices(std::span<const double> outputs, std::size_t factors, std::uint32_t seed,
                           std::size_t resamples = index_resamples);

}  // namespace weefsel::analysis
