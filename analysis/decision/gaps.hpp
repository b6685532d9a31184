#pragma once
#include "analysis/results/result_table.hpp"
#include "analysis/results/results_file.hpp"

namespace weefsel::analysis {

/// How far apart groups of adults are in the last year: health and severe loneliness of those with low
/// against those with high income, and of those of an origin outside Europe against the Netherlands. Columns
/// option, grouping, indicator, of, against; gap (the first group minus the second, in the unit of the
/// indicator) with an interval over worlds; difference (its gap minus that of the reference in the same
/// world) with one, NaN for the reference; pairs. No rows for what was not measured, nor where one of the
/// groups has nobody.
ResultTable gaps_table(const Cube& cube, const Names& names);

}  // namespace weefsel::analysis
