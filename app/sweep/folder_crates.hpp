#pragma once
#include <string>
#include <vector>

#include "app/calibrate/calibration_targets.hpp"
#include "app/sweep/sweep_manifest.hpp"

namespace weefsel::app {

/// Provenance of a sweep's folder (ro-crate-metadata.json), once sweep.h5 is there. `typed`: the command that
/// put it there; the sweep began with its first batch. Throws std::runtime_error with path and reason.
void write_sweep_crate(const std::string& folder, const SweepManifest& manifest, const std::string& typed);

/// The same of a calibration, with what it was made from beside it, targets.toml and scenario-resolved.toml:
/// a file of targets that gives the same posterior again.
void write_calibration_crate(const std::string& folder, const CalibrationTask& task, const std::string& typed,
                             const std::string& started);
/// The files that write_calibration_crate writes.
std::vector<std::string> calibration_crate_files(const std::string& folder);

}  // namespace weefsel::app
