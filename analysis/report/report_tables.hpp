#pragma once
#include <optional>
#include <string_view>

#include "analysis/report/report_data.hpp"

namespace weefsel::analysis {

/// The difference of an indicator worth noticing that was set; nothing where none was.
std::optional<double> noticeable_in(const Results& results, std::string_view indicator);

/// What the results hold as tables: /comparison, what /scenario says, tables of later analyses below
/// /decision and of lives, with the verdicts that are said of them; and ledgers. Options and headlines must
/// be known.
void say_tables(const Results& results, ReportData& out);

}  // namespace weefsel::analysis
