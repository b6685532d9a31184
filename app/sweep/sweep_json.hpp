#pragma once
#include <string>
#include <vector>

#include "analysis/design/design.hpp"
#include "app/sweep/sweep_manifest.hpp"
#include "app/sweep/sweep_run.hpp"
#include "app/sweep/sweep_text.hpp"

namespace weefsel::app {

// What the commands for designs and sweeps say with --json. What is unknown is null. The files of a sweep
// that are JSON themselves are written and read here too (see sweep_manifest.hpp).
std::string json_of_design(const analysis::Design& design, const analysis::Points& points,
                           const std::string& file);
std::string json_of_dry_run(const SweepPlan& plan, const SweepEstimate& estimate);
std::string json_of_sweep(const SweepPlan& plan, const SweepOutcome& outcome, const std::string& folder,
                          const std::string& merged);
std::string json_of_status(const SweepManifest& manifest, const SweepState& state);
std::string json_of_merge(const SweepManifest& manifest, const std::vector<analysis::FailedRun>& failed,
                          const std::string& merged);

}  // namespace weefsel::app
