#pragma once
#include <string>

#include "app/terminal/speech.hpp"

namespace weefsel::app {

/// The text of a scenario to start from, with this title. Its remarks, in the reader's language, say what can
/// be bought, where and for whom, as the program declares it. Its options cost the same: the euros of one
/// follow from the model's own prices and chances. `neighbourhood`: its table [neighbourhood]; empty: an
/// example.
std::string new_scenario(const std::string& title, const std::string& neighbourhood,
                         analysis::Reading language);

}  // namespace weefsel::app
