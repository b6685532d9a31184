#pragma once
#include <limits>

namespace weefsel::analysis {

/// A number that nobody knows: not measured, or not to be had from so few values. Files and JSON show it as
/// nothing.
inline constexpr double unknown = std::numeric_limits<double>::quiet_NaN();

}  // namespace weefsel::analysis
