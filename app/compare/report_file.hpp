#pragma once
#include <string>

#include "analysis/report/report_data.hpp"

namespace weefsel::app {

/// Where a report lies if nothing else is said: report.html beside a results.h5, NAME.html beside a NAME.h5.
std::string report_beside(const std::string& results);

/// Throws sim::InputError when something is at `path` that is no report, unless `force`; also when it is
/// the result file itself, whatever is forced.
void check_report_place(const std::string& path, const std::string& results, bool force);

/// Writes a report, whole or not at all. `language`: nl or en, in which it opens. Throws std::runtime_error
/// when it cannot be written.
void write_report(const analysis::ReportData& data, const std::string& path, const std::string& language);

}  // namespace weefsel::app
