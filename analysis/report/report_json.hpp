#pragma once
#include <string>
#include <string_view>

#include "analysis/report/report_data.hpp"

namespace weefsel::analysis {

/// The data of a report as the page reads them (in the form of `analysis/report/types.ts`), on one line and
/// safe to stand within a script element. An interval is [mean, lower, upper]; what is unknown is null.
/// `language` is the one in which the page opens: nl or en.
std::string report_json(const ReportData& data, std::string_view language);

}  // namespace weefsel::analysis
