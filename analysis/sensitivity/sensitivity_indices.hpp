#pragma once
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "analysis/sensitivity/index_rows.hpp"
#include "analysis/sensitivity/studied_design.hpp"
#include "analysis/statistics/interval.hpp"

namespace weefsel::analysis {

/// One output at every row of a design.
struct StudiedOutput {
    std::string name;
    std::vector<double> values;  ///< (row, replicate); NaN: failed or not measured
    std::size_t replicates = 1;
};

/// Indices of the mean of an output over its replicates. Nothing is left out in silence: what could not be
/// used is a note. Kinds of notes: `luck_share` (of the variance of one run), `luck_in_means` (of the
/// variance between points of the mean over replicates, which is what the indices divide), `blocks_left_out`,
/// `trajectories_left_out`, `rows_left_out` (a replicate of a row failed; rows of the design from 1),
/// `no_index` (why all indices are NaN), `fitted_rows` (not all rows were used), `predicted_share`,
/// `unexplained_share` and `coverage` (of an emulator), `classes_too_small` and `no_more_than_permuted` (of
/// given data: factors whose S1 is NaN, or no larger than that of a factor that does nothing), and the
/// warnings of index_warnings. `second_order`: S2 of each pair of factors too, as the factor `a:b`. Throws
/// sim::InvariantError when the output does not fit the design or the design does not suit the method.
Sensitivity sensitivity_of(const StudiedDesign& design, IndexMethod method, const StudiedOutput& output,
                           std::uint32_t seed, bool second_order = false);

/// Tidy CSV: output, factor, index, value, lower, upper. What is unknown is empty.
std::string sensitivity_csv(const std::vector<IndexRow>& rows);
/// Tidy CSV: output, note, value, text.
std::string notes_csv(const std::vector<IndexNote>& notes);

}  // namespace weefsel::analysis
