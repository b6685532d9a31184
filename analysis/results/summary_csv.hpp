#pragma once
#include <string>
#include <vector>

#include "analysis/results/comparison.hpp"
#include "analysis/results/results_file.hpp"

namespace weefsel::analysis {

/// One row per option x indicator x horizon, with a header. 95 % intervals; what cannot be known
/// (an interval from one pair, a share of pairs for an indicator without direction) is empty.
std::string summary_csv(const Cube& cube, const std::vector<Comparison>& comparisons, const Names& names);

}  // namespace weefsel::analysis
