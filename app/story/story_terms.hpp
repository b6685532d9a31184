#pragma once
#include "analysis/results/result_table.hpp"
#include "app/story/resident_story.hpp"

namespace weefsel::app {

/// The hazards where the lives part, term by term as in `book_text`, for the report: of each life and option
/// the last month before they part, and what each term did since the options began.
analysis::ResultTable story_terms(const StoryBook& book);

}  // namespace weefsel::app
