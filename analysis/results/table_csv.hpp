#pragma once
#include <string>

#include "analysis/results/result_table.hpp"

namespace weefsel::analysis {

/// A table as CSV (RFC 4180): a column for each of its own, texts first; what is not known is empty.
std::string table_csv(const ResultTable& table);

}  // namespace weefsel::analysis
