#pragma once
#include <cstdint>
#include <vector>

#include "models/question/scenario.hpp"
#include "models/scenario/study_map.hpp"
#include "sim/draws.hpp"

namespace weefsel {

/// A shock in one replicate: when it begins, and what of it falls to each neighbourhood.
struct PlannedShock {
    Shock shock;
    int first_month;                 ///< from month 0 of the options; never within them: it does not come
    std::vector<int> here;           ///< persons or dwellings, per neighbourhood in the order of the map
    std::vector<std::uint64_t> key;  ///< of its people and homes, per neighbourhood
    std::vector<std::array<double, 3>> tenure;  ///< of its homes: owned, social rent, private rent

    [[nodiscard]] bool at_work(int month) const {
        return month >= first_month && month < first_month + shock.months;
    }
};

/// The shocks of one replicate, the same in all options: onset is drawn by kind and which of that kind,
/// so a shock more leaves the others when they were.
std::vector<PlannedShock> plan_shocks(const Scenario& scenario, const StudyMap& map, const sim::Draws& draws);

/// Persons or dwellings that a shock brings to each neighbourhood, in their order: a share of its residents
/// or dwellings, or a number divided by residents. Empty for shocks that bring neither.
std::vector<int> falls_to(const Shock& shock, const std::vector<NeighbourhoodFigures>& neighbourhoods);

/// Chance that a shock is at work in a month of the options, over all replicates.
double chance_at_work(const Shock& shock, int month);

}  // namespace weefsel
