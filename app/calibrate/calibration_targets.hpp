#pragma once
#include <cstddef>
#include <string>
#include <vector>

#include "analysis/calibration/abc.hpp"
#include "models/measure/survey/patterns.hpp"
#include "models/question/scenario.hpp"
#include "models/scenario/read_scenario.hpp"
#include "models/trial/replay.hpp"

namespace weefsel::app {

/// A figure that parameters are fitted to: a level in one option of the scenario, or the difference that one
/// option makes to another in the same world.
struct FittedFigure {
    std::string name;  ///< quantity of a survey (as weefsel validate measures it), or an indicator
    bool indicator = false;
    std::string option;   ///< empty: the reference of the scenario
    std::string against;  ///< empty: a level
    double value = 0, tolerance = 0;
    std::string unit, source;
    std::string study{};  ///< trial that it is of; empty: of no trial
    sim::Place at;

    /// `lonely`, or `distressed@programme-present` for a difference.
    [[nodiscard]] std::string label() const;
};

/// Trials that are replayed in one world, in the scenario with an option for each arm that buys something.
struct TrialWorld {
    TrialGroup group;
    Scenario scenario;
};

/// A file of targets, read and judged, with the scenario that is simulated.
struct CalibrationTask {
    std::string file;
    std::string title;
    Scenario scenario;  ///< with the options that figures are measured in alone, and one set of parameters
    std::vector<FittedFigure> figures;     ///< of surveys and indicators, then those of trials
    std::size_t surveyed = 0;              ///< how many of them are no figures of trials
    std::vector<Trial> trials;             ///< that targets were taken from
    std::vector<TrialWorld> trial_worlds;  ///< that they are replayed in
    analysis::AbcSetup setup;
    std::string prior_file{};  ///< sets of an earlier fit that are the prior; empty: the priors of [free]
    std::size_t rows = 0;      ///< of the posterior that is written
    std::string fingerprint;   ///< of all that decides the result
};

/// Reads a file of targets. `known`: quantities that a survey measures. Throws sim::InputError with all
/// that is wrong.
CalibrationTask read_calibration(const std::string& path, const std::vector<KnownQuantity>& known,
                                 const Overrides& overrides);

}  // namespace weefsel::app
