#pragma once
#include <optional>
#include <string>
#include <vector>

#include "app/compare/study_run.hpp"
#include "app/terminal/arguments.hpp"
#include "app/terminal/speech.hpp"

namespace weefsel::app {

/// Some worlds of a study with other options: of as many draws as there are worlds, the first, and the first
/// replicates of each. `key` tells apart what the text of the scenario does not.
Scenario side_scenario(const Scenario& scenario, std::vector<Option> options, int worlds,
                       const std::string& key);

/// `8 worlds`, `8 werelden`.
std::string worlds_of(const Scenario& side, const Speech& in);

/// Place of an option of that name; the number of options where there is none.
std::size_t option_index(const Scenario& scenario, const std::string& name);

/// Simulates a side study, kept below `parts` under a name; nothing when the person stopped waiting.
std::optional<analysis::Cube> simulate_side(const Scenario& side, const analysis::Parts& parts,
                                            const std::string& name, const CommonArguments& common);

/// About how long side studies of so many years of simulation take, from how long the comparison took:
/// `about 3 min`; empty where it was not simulated just now.
std::string time_for(std::size_t years, const Study& study, const StudyOutcome& outcome, const Speech& in);

}  // namespace weefsel::app
