#pragma once
#include <string>
#include <vector>

#include "analysis/calibration/fit_checks.hpp"
#include "app/calibrate/calibration.hpp"

namespace weefsel::app {

/// A figure beside what a fit to all other studies expects of it. A study is left out whole; a figure that is
/// of no trial is a study by itself.
struct LeftOutFigure {
    std::string study, figure, unit;
    double published = 0, tolerance = 0;
    analysis::Predicted predicted;
};

/// Whether a fit finds what is known, and what it says of what it was not given.
struct FitChecks {
    std::vector<analysis::Recovered> recovered;  ///< a row a free parameter; empty: too few runs
    std::vector<LeftOutFigure> left_out;         ///< empty: too few runs, or a single study
};
FitChecks fit_checks_of(const CalibrationTask& task, const CalibrationOutcome& outcome);

/// Columns study, figure, unit, published, tolerance, predicted, lower, upper.
std::string left_out_text(const std::vector<LeftOutFigure>& rows);

}  // namespace weefsel::app
