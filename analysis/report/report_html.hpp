#pragma once
#include <string>
#include <string_view>

#include "analysis/report/report_data.hpp"

namespace weefsel::analysis {

/// The report as one HTML file that needs nothing else: the page that `analysis/report/build.sh` made,
/// with the data in their place. `language`: nl or en, in which it opens; the reader can switch.
std::string report_html(const ReportData& data, std::string_view language);

}  // namespace weefsel::analysis
