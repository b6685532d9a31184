#pragma once
#include <string>
#include <vector>

#include "analysis/results/run_crate.hpp"
#include "models/question/scenario.hpp"

namespace weefsel::app {

/// Puts a copy of each plugin of a scenario into a folder, as plugin-1.py, plugin-2.so ... Throws
/// std::runtime_error with path and reason, also when a file is no longer what it was when it was loaded.
void copy_plugins(const Scenario& scenario, const std::string& folder);

/// These copies for the provenance of the folder. `identity`: as Hooks gives it.
std::vector<analysis::CrateFile> plugin_files(const std::string& identity, const std::string& folder);

}  // namespace weefsel::app
