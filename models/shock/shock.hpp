#pragma once
#include <vector>

#include "models/meeting_place/place_state.hpp"
#include "models/parameters.hpp"
#include "models/scenario.hpp"
#include "sim/month.hpp"

namespace weefsel {

/// What all shocks together do this month, each 0..1.
struct ShockEffects {
    float places_closed = 0;  ///< share of places' hours closed
    float insecurity = 0;     ///< rise of everybody's insecurity
    double austerity = 0;     ///< share by which every line is cut
};

/// Schedule step 1, what comes from outside. `month` counts from month 0 of the options; shocks
/// never fall in the burn-in.
ShockEffects shocks_of(const std::vector<Shock>& shocks, int month, const ShockParameters& p);

/// Closes places for the month by the share the shocks say.
void close_places(Places& places, const ShockEffects& effects);

}  // namespace weefsel
