#pragma once
#include <string>

#include "app/terminal/speech.hpp"
#include "models/question/scenario.hpp"

namespace weefsel::app {

/// A funding line: its money, what it buys and, `with_terms`, its terms; lines of text,
/// indented.
std::string line_text(const FundingLine& line, const Parameters& parameters, bool with_terms,
                      const Speech& say);

/// What an option does besides its lines; empty where it does nothing.
std::string deeds_text(const Option& option, const Speech& say);

}  // namespace weefsel::app
