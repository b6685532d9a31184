#pragma once
#include <cstddef>
#include <string>
#include <vector>

#include "analysis/design/design.hpp"
#include "app/sweep/sweep_arguments.hpp"
#include "app/sweep/sweep_manifest.hpp"
#include "models/question/posterior.hpp"
#include "models/question/scenario.hpp"

namespace weefsel::app {

/// A sweep, judged and ready: what is simulated at every point, and what is kept of it.
struct SweepPlan {
    analysis::Design design;
    std::string design_text;  ///< as it goes into the sweep's folder
    analysis::Points points;
    std::string points_sha256;  ///< of their table
    LoadedScenario loaded;
    Overrides overrides;  ///< at every point, below the point's own values
    Scenario base;        ///< with the overrides only
    std::vector<std::size_t> observables;
    std::vector<std::string> own;  ///< indicators of plugins that are kept too, behind those
    Posterior sets;                ///< of a joint factor, in the order of their numbers
    std::string sets_text;         ///< their file, as it goes into the sweep's folder
    SweepManifest manifest;
    double seconds_a_run = 0;  ///< by arithmetic, roughly
};

/// Reads a design, with its posterior where it asks for one.
analysis::Design read_whole_design(const std::string& path);

/// Reads design and scenario and judges them together: whether factors are settings of the scenario
/// with which something can be simulated, whether outputs are there. Throws sim::InputError.
SweepPlan plan_sweep(const SweepArguments& arguments);

/// The scenario at a point: uncertainties by full name of a parameter, all else by key path, as `--set` does.
/// Throws sim::InputError where the point makes it invalid.
Scenario scenario_at(const SweepPlan& plan, std::size_t point);

/// Runs in a file by arithmetic alone, so that all shards agree: about half a minute, at least two seconds (a
/// file takes milliseconds), a thousand files or more before they grow, so that many ranks share the work
/// evenly to the end, and sixteen or more of the smallest sweep.
std::size_t suitable_batch(std::size_t runs, double seconds_a_run);
/// Fixes how runs are put together, and with that the fingerprint of the sweep.
void fix_batches(SweepPlan& plan, std::size_t batch_runs);

}  // namespace weefsel::app
