#pragma once
#include <string>
#include <vector>

#include "app/calibrate/calibration_targets.hpp"

namespace weefsel::app {

/// Provenance of a calibration (ro-crate-metadata.json), with what it was made from beside it, targets.toml
/// and scenario-resolved.toml: a file of targets that gives the same posterior again.
void write_calibration_crate(const std::string& folder, const CalibrationTask& task, const std::string& typed,
                             const std::string& started);
/// The files that write_calibration_crate writes.
std::vector<std::string> calibration_crate_files(const std::string& folder);

}  // namespace weefsel::app
