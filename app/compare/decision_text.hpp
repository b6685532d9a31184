#pragma once
#include <string>

#include "app/compare/answer_text.hpp"

namespace weefsel::app {

/// For people, at most 100 columns wide: what is lost when an option stops, which mechanism made a
/// difference, what a lonely year less costs, what the city's own monitor could have seen, which option is
/// regretted least.
std::string decision_text(const Findings& found, analysis::Reading language = analysis::Reading::en);

}  // namespace weefsel::app
