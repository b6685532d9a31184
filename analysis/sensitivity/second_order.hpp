#pragma once
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "analysis/sensitivity/sobol_indices.hpp"
#include "analysis/statistics/interval.hpp"

namespace weefsel::analysis {

/// Second-order Sobol' indices of one output. An interval has the estimate as `mean` and the number of blocks
/// as `n`.
struct SecondOrder {
    struct Pair {
        std::size_t one, other;  ///< factors, from 0
        Interval value;  ///< S2: share of the variance that both make together, beyond what each does alone
    };
    std::vector<Pair> pairs;            ///< (0, 1), (0, 2), ..., (k - 2, k - 1)
    std::vector<std::size_t> left_out;  ///< blocks, from 0, in which a value was NaN
    std::string reason;                 ///< why there are no indices (all are NaN); empty when there are
};

/// Rows of one block of a Saltelli design for second order: A, A with one factor from B for each factor in
/// turn (AB), B with one factor from A (BA), and B.
constexpr std::size_t second_order_block(std::size_t factors) { return 2 * factors + 2; }

/// From the outputs of such a design, block after block (the order of SALib with calc_second_order=True). The
/// share of a pair is the mean of BA_j AB_k and BA_k AB_j, less A B, over the variance, less S1 of both;
/// outputs are centred, blocks left out and intervals made as by sobol_indices. An index that is small may
/// come out below 0. Throws sim::InvariantError with fewer than two factors, or when the values do not fill
/// whole blocks. Source: Saltelli (2002), Making best use of model evaluations to compute sensitivity
/// indices, theorem 2; both products are used, of which SALib takes the first.
SecondOrder second_order_indices(std::span<const double> outputs, std::size_t factors, std::uint32_t seed,
                                 std::size_t resamples = index_resamples);

}  // namespace weefsel::analysis
