#pragma once
#include <string>

#include "app/compare/answer_text.hpp"

namespace weefsel::app {

/// What was asked for beside the answer, for people, at most 100 columns wide: the difference with only what
/// trials narrowed (--mechanisms), where the other option begins to win (--break-even), what one thing more
/// adds (--menu). Empty where nothing was.
std::string further_text(const Findings& found, analysis::Reading language);

}  // namespace weefsel::app
