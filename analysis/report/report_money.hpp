#pragma once
#include "analysis/report/report_data.hpp"

namespace weefsel::analysis {

/// Balances by option and payer; empty when the flows granted and returned are not there.
/// Rates a year: 0, the Dutch real discount rate of 2.25 % (Werkgroep discontovoet 2020), and 3 % (the rate
/// for costs of the Dutch guideline for economic evaluations in health care, 2024). What falls in a year
/// is discounted from its middle.
ReportData::Money money_of(const Results& results);

}  // namespace weefsel::analysis
