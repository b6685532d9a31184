#pragma once
#include <string>

#include "app/compare/answer_text.hpp"
#include "app/terminal/speech.hpp"

namespace weefsel::app {

/// What the options are expected to cost and buy, a row each, and which of them cost the same in what sense.
std::string money_text(const Findings& found, const Speech& say);

}  // namespace weefsel::app
