#pragma once
#include <string>
#include <vector>

#include "app/validate/validation.hpp"

namespace weefsel::app {

std::size_t count_of(const std::vector<MeasuredPattern>& measured, PatternVerdict verdict);

/// For people, at most 100 columns wide: a line for each pattern, what could not be measured and why,
/// what stands beside a measurement, and the count.
std::string validation_text(const std::vector<MeasuredPattern>& measured);

}  // namespace weefsel::app
