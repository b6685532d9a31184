// The only file that includes nlohmann/json: for the files that say or read JSON, and no others.
#pragma once
#include <nlohmann/json.hpp>
#include <string>

#include "models/question/scenario.hpp"

namespace weefsel::app {

/// Members keep the order in which they were written.
using Json = nlohmann::ordered_json;

/// What is not finite is null.
Json number(double value);
/// Version and commit of the program.
Json made_by();
/// What was run: program, scenario, seed, numbers of years and worlds.
Json head(const Scenario& scenario);

// Text that is no UTF-8 is shown with replacement characters rather than refused. Both end with a line break.
std::string text_of(const Json& json);  ///< over several lines, for a file or a screen
std::string line_of(const Json& json);  ///< on one line

}  // namespace weefsel::app
