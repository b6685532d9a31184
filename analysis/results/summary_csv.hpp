#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "analysis/results/results_file.hpp"
#include "analysis/statistics/paired.hpp"

namespace weefsel::analysis {

/// A field of a CSV file (RFC 4180): quoted when it holds a comma, a quote or a line break.
std::string csv_field(std::string_view text);
/// The shortest text that reads back to the same number; empty for NaN.
std::string csv_number(double value);

/// One row per option x indicator x horizon, with a header. 95 % intervals; what cannot be known
/// (an interval from one pair, a share of pairs for an indicator without direction) is empty.
std::string summary_csv(const Cube& cube, const std::vector<Comparison>& comparisons, const Names& names);

}  // namespace weefsel::analysis
