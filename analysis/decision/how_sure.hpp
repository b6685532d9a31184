#pragma once
#include <cstdint>

#include "analysis/results/assumptions.hpp"
#include "analysis/results/results_file.hpp"

namespace weefsel::analysis {

/// One row for an option, an indicator and a threshold (above 0, in the unit of the indicator). With fewer
/// than two draws there is nothing to say and the row has 0 draws. The shuffles are a function of `seed`
/// alone. Sources: those of variance_parts, value_of_information and prim.
HowSure how_sure(const Cube& cube, std::size_t option, std::size_t reference, std::size_t indicator,
                 double noticeable, const Assumptions& assumptions, std::uint32_t seed);

/// The tables `certainty` (how sure), `value_of_information` (what is worth knowing) and `flips` (what turns
/// the answer round) of a result file; none without rows.
std::vector<ResultTable> how_sure_tables(const std::vector<HowSure>& all, const Cube& cube,
                                         const Names& names, const Assumptions& assumptions);

}  // namespace weefsel::analysis
