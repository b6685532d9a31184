#pragma once
#include <string>
#include <vector>

#include "app/terminal/arguments.hpp"
#include "models/scenario/read_scenario.hpp"

namespace weefsel::app {

/// Which sweep, and which part of it.
struct SweepArguments : CommonArguments {
    std::string design;                ///< file
    Overrides overrides;               ///< of its scenario, at every point
    std::vector<std::string> plugins;  ///< files
    std::string out;                   ///< folder; empty: the default
    std::string shard;                 ///< i/n; empty: the whole sweep
    int batch = 0;                     ///< runs in a file; 0: as many as suits
    bool dry_run = false;
};

}  // namespace weefsel::app
