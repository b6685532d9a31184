#pragma once
#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "analysis/results/result_table.hpp"
#include "analysis/results/results_file.hpp"

namespace weefsel::analysis {

/// Options simulated once more and stopped after some years, in some worlds of a study: the first replicates
/// of the first draws.
struct Stopped {
    const Cube& cube;                      ///< where `nothing` is absent, its last option has no lines
    std::vector<std::size_t> options;      ///< which option of the study each of the others is
    int after_years;                       ///< whole years from month 0 to the decision
    std::optional<std::size_t> nothing{};  ///< the study's own option without lines
};

/// What stopping does, by year after the decision: columns option, indicator; ended_after_years, years_after,
/// difference (stopped minus carried on, in the unit of the indicator) with its interval over worlds, left
/// (share of the effect that the option had, against no lines, in the year of the decision), worlds.
ResultTable ending_table(const Cube& simulated, const Stopped& stopped, const Names& names,
                         const std::vector<std::string_view>& indicators);

/// How fast an effect goes: columns option, indicator; effect_at_end (in the year of the decision, against no
/// lines) with its interval; halved_after (first year after the decision in which half of it or less is left;
/// NaN: in none); kept_per_year, half_life (years) of a steady decline; reversed (1: it changed sign),
/// worlds. Where the effect is not clear these are NaN, for noise has a half-life too. The months of
/// notice count as after the decision.
ResultTable fade_out_table(const Cube& simulated, const Stopped& stopped, const Names& names,
                           const std::vector<std::string_view>& indicators);

}  // namespace weefsel::analysis
