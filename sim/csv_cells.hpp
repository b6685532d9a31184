#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "sim/error.hpp"

namespace weefsel::sim {

struct CsvCell {
    std::string text;
    Place at;
};
using CsvRow = std::vector<CsvCell>;

/// Cells of a CSV text: commas, quotes ("" within them stands for one), any end of line; empty lines and
/// remarks (lines that start with #) are left out, blanks around a cell that is not quoted too. Throws
/// InputError when a quote is never closed.
std::vector<CsvRow> csv_cells(std::string_view text, const std::string& file);

}  // namespace weefsel::sim
