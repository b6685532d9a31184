#pragma once
#include <cstdint>
#include <string_view>
#include <vector>

#include "analysis/results/result_table.hpp"
#include "analysis/results/results_file.hpp"

namespace weefsel::analysis {

/// The differences of the last year once more without the assumption of Student's t: columns option,
/// indicator; difference, t_lower, t_upper, bca_lower, bca_upper, items (worlds, or sets of assumptions where
/// there are several). Where both intervals say the same, the margin does not hang on the method. `seed`: of
/// the resamples.
ResultTable bootstrap_table(const Cube& cube, const Names& names,
                            const std::vector<std::string_view>& indicators, std::uint32_t seed);

}  // namespace weefsel::analysis
