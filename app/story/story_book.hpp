#pragma once
#include <string>
#include <vector>

#include "analysis/results/result_table.hpp"
#include "app/compare/simulated_again.hpp"
#include "app/compare/study_run.hpp"
#include "app/story/resident_story.hpp"

namespace weefsel::app {

/// What is said of a world besides its stories.
StoryBook book_of(const Study& study, const WorldSimulatedAgain& world, const std::string& file,
                  const std::string& language);

/// Simulates the world a second time and follows those who are told of.
std::vector<ResidentStory> followed(const Study& study, const WorldSimulatedAgain& world,
                                    const std::vector<Telling>& whom, std::size_t reference, int threads);

/// Tables for the report: two residents of the first world whose lives differ most and an ordinary one.
/// Nothing where there is one option, where so many people live that it would take long, and where that world
/// cannot be simulated. `first`: of that world, as it was simulated in the comparison; empty: it is simulated
/// once more.
std::vector<analysis::ResultTable> lives_to_show(const Scenario& scenario, FirstLives first, int threads);

}  // namespace weefsel::app
