#pragma once
#include <vector>

#include "models/parameters/parameters.hpp"
#include "models/question/scenario.hpp"
#include "models/world/household_state.hpp"
#include "models/world/neighbourhood_figures.hpp"
#include "models/world/place_state.hpp"
#include "models/world/resident_state.hpp"
#include "models/world/tie_state.hpp"
#include "sim/random_source.hpp"

namespace weefsel {

/// A neighbourhood as it stands in month 0 of the burn-in.
struct Population {
    Residents residents;
    Dwellings dwellings;
    Streets streets;
    InflowProfile inflow;
    Ties ties;
    Places places;
};

/// Makes a population whose margins (size, age bands, household types) match the figures within
/// 1 % or the publication's rounding. `site` keys the birth numbers: other neighbourhoods, other
/// people. Places are those of `places`, those every neighbourhood has, and one (closed) of every
/// kind in `bought`, so that all options of a study see the same rows of places.
Population populate(const NeighbourhoodFigures& figures, const std::vector<PlaceSpec>& places,
                    const std::vector<PlaceKind>& bought, const Parameters& parameters,
                    const sim::RandomSource& draws, std::uint64_t site);

/// Streets that a neighbourhood with these figures gets, the same in every replicate.
int streets_of(const NeighbourhoodFigures& figures, const PopulationParameters& p);

/// Where a street lies, seen from the centre of its neighbourhood. Unit: m.
struct StreetCentre {
    float x, y;
};
/// Centres of those streets, in their order, the same in every replicate.
std::vector<StreetCentre> street_centres(const NeighbourhoodFigures& figures, const PopulationParameters& p);

}  // namespace weefsel
