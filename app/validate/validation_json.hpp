#pragma once
#include <optional>
#include <string>
#include <vector>

#include "app/validate/monitor_comparison.hpp"
#include "app/validate/validation.hpp"

namespace weefsel::app {

/// One machine-readable text (JSON, with a line break at its end). What is unknown is null.
std::string json_of_validation(const PatternFile& file, const Scenario& sample,
                               const std::vector<MeasuredPattern>& measured, double seconds,
                               const std::optional<MonitorResult>& monitor);

}  // namespace weefsel::app
