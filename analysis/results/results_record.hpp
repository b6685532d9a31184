#pragma once
#include <string>
#include <vector>

#include "analysis/results/results_file.hpp"
#include "sim/run_file.hpp"

namespace weefsel::analysis {

/// A dimension of `n` numbers from 1.
sim::Dimension counted(std::string name, std::size_t n, std::string units, std::string long_name);
/// A dimension of names.
sim::Dimension named(std::string name, std::vector<std::string> labels, std::string long_name);
std::vector<std::string> names_of(const std::vector<sim::Dimension>& dimensions);

/// What was run, into /scenario, /decision and /lives of a result file (see write_results).
void write_record(sim::RunFileWriter& file, const Cube& cube, const Names& names, const RunRecord& record);

}  // namespace weefsel::analysis
