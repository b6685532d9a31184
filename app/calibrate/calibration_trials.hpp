#pragma once
#include <functional>
#include <string>
#include <vector>

#include "app/calibrate/calibration_targets.hpp"

namespace weefsel::app {

/// Reads `[[trial]] file = "..."` of a file of targets: each measure of use "fit" becomes a figure, whose
/// value is the shrunk target and whose tolerance is the standard error that its interval says. Of a ratio
/// both are on the logarithm.
void read_fitted_trials(sim::TableReader& top, const std::string& file, const Overrides& overrides,
                        CalibrationTask& task, std::vector<sim::Problem>& problems);

/// Those figures in one world with the stated values of some parameters, in the order of the task.
analysis::Summaries measure_trials(const CalibrationTask& task, const std::vector<double>& values,
                                   std::size_t chance, const std::function<void()>& month_simulated);

}  // namespace weefsel::app
