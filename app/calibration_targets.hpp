#pragma once
#include <cstddef>
#include <string>
#include <vector>

#include "analysis/abc.hpp"
#include "models/scenario.hpp"
#include "models/survey/patterns.hpp"

namespace weefsel::app {

/// A figure that parameters are fitted to, measured in the reference option of the scenario.
struct FittedFigure {
    std::string name;  ///< quantity of a survey (as weefsel validate measures it), or an indicator
    bool indicator = false;
    double value = 0, tolerance = 0;
    std::string unit, source;
    sim::Place at;
};

/// A file of targets, read and judged, with the scenario that is lived.
struct CalibrationTask {
    std::string file;
    Scenario scenario;  ///< with its reference alone and one set of parameters
    std::vector<FittedFigure> figures;
    analysis::AbcSetup setup;
    std::size_t rows = 0;     ///< of the posterior that is written
    std::string fingerprint;  ///< of all that decides the result
};

/// Reads a file of targets. `known`: quantities that a survey measures. Throws sim::InputError with all
/// that is wrong.
CalibrationTask read_calibration(const std::string& path, const std::vector<KnownQuantity>& known,
                                 const Overrides& overrides);

/// Names of the quantities that a file of targets was fitted to; the scenario is not read.
std::vector<std::string> names_fitted(const std::string& path);

}  // namespace weefsel::app
