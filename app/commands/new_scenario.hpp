#pragma once
#include <string>

namespace weefsel::app {

/// The text of a commented scenario to start from, with this title. Its options cost the same: the
/// euros of one follow from the model's own prices and chances.
std::string new_scenario(const std::string& title);

}  // namespace weefsel::app
