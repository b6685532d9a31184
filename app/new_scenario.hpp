#pragma once
#include <string>

namespace weefsel::app {

/// The text of a commented scenario to start from, with this title.
std::string new_scenario(const std::string& title);

}  // namespace weefsel::app
