#pragma once
#include <string>
#include <vector>

#include "app/calibrate/calibration.hpp"
#include "app/calibrate/fit_check_tables.hpp"

namespace weefsel::app {

/// A figure beside what worlds of the posterior say of it, chance included.
struct FigureAgain {
    std::string name, unit;
    double published = 0, tolerance = 0;
    double mean = 0, low = 0, high = 0;  ///< over sets; 2.5 % and 97.5 %
};
std::vector<FigureAgain> figures_again(const CalibrationTask& task, const CalibrationOutcome& outcome);

/// Equally weighted sets, a row each, full parameter names above; lines with `#` say what made them.
std::string posterior_text(const CalibrationTask& task, const CalibrationOutcome& outcome);
/// A row a generation: threshold, runs, acceptance, median distance.
std::string generations_text(const CalibrationOutcome& outcome);
/// A row a parameter: stated value, posterior and its width against the prior's, what made-up data gave back.
std::string learnt_text(const CalibrationTask& task, const CalibrationOutcome& outcome,
                        const FitChecks& checks);
/// A row a figure: published, tolerance, simulated.
std::string figures_text(const CalibrationTask& task, const CalibrationOutcome& outcome);

/// For people, at most 100 columns wide: how it ended, what was learnt of each parameter, how near the
/// figures are, what a fit to the other studies expects of each trial.
std::string calibration_text(const CalibrationTask& task, const CalibrationOutcome& outcome,
                             const FitChecks& checks);

/// Why it ended, as a sentence.
std::string end_text(const CalibrationTask& task, const CalibrationOutcome& outcome);

}  // namespace weefsel::app
