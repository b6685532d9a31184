#pragma once
#include <string>
#include <string_view>

namespace weefsel::sim {

/// A field of a CSV file (RFC 4180): quoted when it holds a comma, a quote or a line break.
std::string csv_field(std::string_view text);
/// The shortest text that reads back to the same number; empty for NaN.
std::string csv_number(double value);

}  // namespace weefsel::sim
