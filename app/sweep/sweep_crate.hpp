#pragma once
#include <string>

#include "app/sweep/sweep_manifest.hpp"

namespace weefsel::app {

/// Provenance of a sweep's folder (ro-crate-metadata.json), once sweep.h5 is there. `typed`: the command that
/// put it there; the sweep began with its first batch. Throws std::runtime_error with path and reason.
void write_sweep_crate(const std::string& folder, const SweepManifest& manifest, const std::string& typed);

}  // namespace weefsel::app
