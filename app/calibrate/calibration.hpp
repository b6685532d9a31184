#pragma once
#include <string>
#include <vector>

#include "analysis/calibration/abc.hpp"
#include "app/calibrate/calibration_targets.hpp"
#include "app/terminal/arguments.hpp"
#include "models/study/study.hpp"

namespace weefsel::app {

/// The figures of a task measured in one world with the stated values of some parameters. `chance` numbers
/// the world. Nothing where no survey had a respondent. Throws sim::Interrupted when it is to stop.
analysis::Summaries measure_figures(const CalibrationTask& task, const std::vector<double>& values,
                                    std::size_t chance, const YearSimulated& year_simulated);

/// What a calibration came to.
struct CalibrationOutcome {
    analysis::AbcResult result;
    analysis::AbcAnswers answers;
    analysis::AbcGeneration posterior;       ///< the last generation, adjusted
    std::vector<analysis::Summaries> again;  ///< what worlds of some sets of the posterior say of the figures
    std::vector<std::string> failures;       ///< why runs failed, the first few
    std::size_t found = 0;                   ///< runs that were kept by an earlier command
    double seconds = 0;
    bool interrupted = false;
};

/// Runs a search over the answers `kept` in `folder` and keeps every wave there.
CalibrationOutcome run_calibration(const CalibrationTask& task, analysis::AbcAnswers kept,
                                   const std::string& folder, const CommonArguments& arguments);

}  // namespace weefsel::app
