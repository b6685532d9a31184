#pragma once
#include <string>

#include "app/compare/answer_text.hpp"

namespace weefsel::app {

/// Lines of a short answer at most; with what is said of the run itself a terminal shows forty.
inline constexpr std::size_t short_lines = 31;

/// The answer for people, at most 100 columns wide and `short_lines` long: what the work does, what the form
/// of the money adds, what is lost when it stops, what can go wrong, whom it met, and in short what was
/// asked for beside it. What does not fit is left out, and said to be; of each of the first three questions
/// something is told.
std::string short_text(const Findings& found, analysis::Reading language);

/// The same sentences of the answer, all of them.
std::string all_sentences(const Findings& found, analysis::Reading language);

}  // namespace weefsel::app
