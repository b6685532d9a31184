#pragma once
#include <string>

#include "app/calibrate/calibration.hpp"
#include "app/calibrate/fit_check_tables.hpp"

namespace weefsel::app {

/// One machine-readable text (JSON, with a line break at its end). What is unknown is null.
std::string json_of_calibration(const CalibrationTask& task, const CalibrationOutcome& outcome,
                                const FitChecks& checks, const std::string& folder);

}  // namespace weefsel::app
