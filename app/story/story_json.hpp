#pragma once
#include <string>

#include "app/story/resident_story.hpp"

namespace weefsel::app {

/// The lives that are told, as JSON in both languages.
std::string json_of_stories(const StoryBook& book);

}  // namespace weefsel::app
