#pragma once
#include <array>
#include <cstdint>
#include <vector>

#include "models/parameters/parameters.hpp"
#include "models/world/neighbourhood_figures.hpp"
#include "models/world/population_patterns.hpp"

namespace weefsel::population {

/// Whole numbers with sum `total` in proportion to `parts` (largest remainder).
template <std::size_t N>
std::array<int, N> apportion(const std::array<double, N>& parts, int total);

/// How many households of each kind and persons in each position make up a neighbourhood.
struct HouseholdPlan {
    int residents = 0;
    std::array<int, age_bands> age{};
    int single = 0;       ///< households
    int couples = 0;      ///< households without children
    int two_parent = 0;   ///< households
    int lone_parent = 0;  ///< households
    int children = 0;     ///< persons
    int sharers = 0;      ///< persons beside the couple in households without children
    [[nodiscard]] int families() const { return two_parent + lone_parent; }
    [[nodiscard]] int households() const { return single + couples + families(); }
    [[nodiscard]] std::array<int, positions> persons() const {
        return {single, 2 * couples, 2 * two_parent, lone_parent, children, sharers};
    }
};

/// Solves the margins for whole households. Household counts move only within the publication's
/// rounding, and only where households and residents do not fit otherwise.
HouseholdPlan plan_households(const NeighbourhoodFigures& figures, const PopulationParameters& p);

/// Dwellings of them that stand empty and are on offer.
int dwellings_on_offer(const NeighbourhoodFigures& figures, int households, const PopulationParameters& p);
/// Dwellings in month 0: one for each household, and those on offer.
int plan_dwellings(const NeighbourhoodFigures& figures, const PopulationParameters& p);

using AgeCounts = std::array<std::array<int, age_bands>, positions>;
using Cells = std::array<std::array<std::array<double, income_classes>, age_bands>, positions>;

/// Position x age x income by iterative proportional fitting of the national pattern to the margins.
Cells fit_cells(const HouseholdPlan& plan, const NeighbourhoodFigures& figures);
/// Position x age in whole persons; both margins hold exactly.
AgeCounts whole_persons(const Cells& cells, const HouseholdPlan& plan);

}  // namespace weefsel::population
