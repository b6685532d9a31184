#pragma once
#include <optional>
#include <string>
#include <vector>

#include "analysis/results/noticeable.hpp"
#include "analysis/results/result_table.hpp"
#include "app/compare/study_run.hpp"
#include "app/terminal/arguments.hpp"

namespace weefsel::app {

/// What a comparison simulates beside its options.
struct SideStudyArguments {
    std::optional<int> stopped_after;  ///< years after which options are stopped; 0: never; absent: half way
    int side_worlds = 8;               ///< in which options are stopped or taken apart
    bool mechanisms = false;  ///< take differences apart by mechanism, and leave out what no trial narrowed
};

/// What else a comparison simulates beside its options, in their first worlds: what is lost when an option
/// stops, and which mechanism made a difference, and what is left of it with only what trials narrowed.
/// Tables of them; `interrupted` when the person stopped waiting.
struct SideStudies {
    std::vector<analysis::ResultTable> tables;
    std::vector<std::string> notes;  ///< why something could not be done
    bool interrupted = false;
};

/// Simulates them. Worlds that fail are left out. Kept units stand below those of the study.
SideStudies run_side_studies(const Study& study, const analysis::Cube& simulated,
                             const analysis::Parts& parts, const SideStudyArguments& arguments,
                             const std::vector<analysis::Noticeable>& noticeable,
                             const CommonArguments& common);

/// Whole years after which options are stopped: as stated, else half the years of the scenario. 0: none are,
/// where nothing would be left to see.
int stopped_after(const Scenario& scenario, const SideStudyArguments& arguments);

}  // namespace weefsel::app
