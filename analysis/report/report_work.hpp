#pragma once
#include <vector>

#include "analysis/report/report_data.hpp"

namespace weefsel::analysis {

/// What the lines of every option buy, in the order of the scenario; empty where the results hold none.
std::vector<ReportData::Bought> bought_in(const Results& results);

/// Whether what was bought was at work, month by month, of the options that buy staff (see /staffing of a
/// result file); the first six worlds stand each for themselves.
std::vector<ReportData::Staffing> staffing_in(const Results& results);

}  // namespace weefsel::analysis
