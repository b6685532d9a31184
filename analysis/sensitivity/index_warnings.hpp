#pragma once
#include <vector>

#include "analysis/sensitivity/index_rows.hpp"
#include "analysis/statistics/chance_parts.hpp"

namespace weefsel::analysis {

/// What says that a design is too small for the indices of one output: notes of the kinds `total_above_1` (an
/// ST above 1), `interval_too_wide` (an interval of S1, ST or S2 wider than the axis from 0 to 1),
/// `interval_undecided` (one that holds both 0 and 0.5) and `mostly_luck` (chance is more than half of the
/// variance between points). The value is how many indices, of the last the share; the text begins with
/// "warning: " and says what to do. `rows`: of one output, other indices are passed over.
std::vector<IndexNote> index_warnings(const std::vector<IndexRow>& rows, const LuckParts& luck,
                                      std::size_t replicates);
/// Whether a note is one of these.
bool is_warning(const IndexNote& note);

}  // namespace weefsel::analysis
