#pragma once
#include <string>
#include <vector>

#include "models/scenario/read_scenario.hpp"

namespace weefsel::app {

/// Which scenario, and what the command line says on top of it.
struct ScenarioArguments {
    std::string scenario;  ///< file
    Overrides overrides;
    std::vector<std::string> plugins{};  ///< files
};

}  // namespace weefsel::app
