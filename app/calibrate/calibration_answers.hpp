#pragma once
#include <string>

#include "analysis/calibration/abc.hpp"
#include "app/calibrate/calibration_targets.hpp"

namespace weefsel::app {

/// `FOLDER/runs.csv`: every run of a calibration that is known, from which it goes on.
std::string answers_file(const std::string& folder);

/// The runs as text: a first line with the fingerprint, a header, a row a run; a failed run has no values.
std::string answers_text(const CalibrationTask& task, const analysis::AbcAnswers& answers);

/// What `folder` holds; nothing when it holds nothing. Throws sim::InputError when that is of another
/// calibration or is not whole.
analysis::AbcAnswers kept_answers(const CalibrationTask& task, const std::string& folder);

}  // namespace weefsel::app
