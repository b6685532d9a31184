#pragma once
#include "analysis/report/report_data.hpp"
#include "sim/run_file.hpp"

namespace weefsel::analysis {

/// Reads what stands in a result file as tables: /comparison, what /scenario says (options must be known),
/// ledgers, and tables of later analyses below /decision and at /lives.
void read_tables(const sim::RunFileReader& file, ReportData& out);

}  // namespace weefsel::analysis
