#pragma once
#include <string_view>
#include <vector>

#include "analysis/results/result_table.hpp"
#include "analysis/results/results_file.hpp"

namespace weefsel::analysis {

/// Regret of every option, the reference too, in the last year: columns indicator, option; mean, largest (in
/// the unit of the indicator), share_best, worlds. A world is a set of assumptions (mean over its replicates)
/// where there are several, else one with its chance. Indicators without a better direction are left out.
ResultTable regret_table(const Cube& cube, const Names& names,
                         const std::vector<std::string_view>& indicators);

}  // namespace weefsel::analysis
