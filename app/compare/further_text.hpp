#pragma once
#include <string>
#include <vector>

#include "app/compare/answer_text.hpp"

namespace weefsel::app {

/// What was asked for beside the answer, for people, at most 100 columns wide: the difference with only what
/// trials narrowed (--mechanisms), where the other option begins to win (--break-even), what one thing more
/// adds (--menu). Empty where nothing was.
std::string further_text(const Findings& found, analysis::Reading language);

/// A heading with what stands under it, sentence by sentence.
struct Part {
    analysis::BothLanguages heading;
    std::vector<std::string> sentences;
};
/// The same in short: mechanisms at which nothing turns in one sentence, and of the menu what does most.
std::vector<Part> short_further_parts(const Findings& found, analysis::Reading language);

}  // namespace weefsel::app
