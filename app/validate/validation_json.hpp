#pragma once
#include <optional>
#include <string>
#include <vector>

#include "app/validate/monitor_comparison.hpp"
#include "app/validate/validation.hpp"

namespace weefsel::app {

/// Patterns of a file with what was measured of them.
struct PatternsMeasured {
    PatternFile file;
    std::vector<MeasuredPattern> measured;
    double seconds = 0;
};

/// A comparison with a monitor, and what was to be compared.
struct MonitorCompared {
    MonitorTask task;
    MonitorResult result;
};

/// One machine-readable text (JSON, with a line break at its end). What is unknown is null; what was not
/// wanted is left out.
std::string json_of_validation(const Scenario& sample, const std::optional<PatternsMeasured>& patterns,
                               const std::optional<MonitorCompared>& monitor);

}  // namespace weefsel::app
