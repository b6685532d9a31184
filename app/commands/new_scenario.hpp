#pragma once
#include <string>

namespace weefsel::app {

/// The text of a commented scenario to start from, with this title. Its options cost the same: the
/// euros of one follow from the model's own prices and chances. `neighbourhood`: its table [neighbourhood];
/// empty: an example.
std::string new_scenario(const std::string& title, const std::string& neighbourhood);

}  // namespace weefsel::app
