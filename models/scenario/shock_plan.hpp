#pragma once
#include <cstdint>
#include <vector>

#include "models/question/planned_shock.hpp"
#include "models/question/scenario.hpp"
#include "models/scenario/study_map.hpp"
#include "sim/random_source.hpp"

namespace weefsel {

/// The shocks of one replicate, the same in all options: onset is drawn by kind and which of that kind,
/// so a shock more leaves the others when they were.
std::vector<PlannedShock> plan_shocks(const Scenario& scenario, const StudyMap& map,
                                      const sim::RandomSource& draws);

/// Persons or dwellings that a shock brings to each neighbourhood, in their order: a share of its residents
/// or dwellings, or a number divided by residents. Empty for shocks that bring neither.
std::vector<int> falls_to(const Shock& shock, const std::vector<NeighbourhoodFigures>& neighbourhoods);

/// Chance that a shock is at work in a month of the options, over all replicates.
double chance_at_work(const Shock& shock, int month);

}  // namespace weefsel
