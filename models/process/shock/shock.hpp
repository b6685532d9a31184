#pragma once
#include <optional>
#include <vector>

#include "models/parameters/parameters.hpp"
#include "models/question/planned_shock.hpp"
#include "models/world/place_state.hpp"

namespace weefsel {

/// A shock that brings people or homes, in one month of it.
struct Newcoming {
    const PlannedShock* shock;
    int month;  ///< since it began, from 0
};

/// A council that begins this month.
struct NewCouncil {
    double size = 0;  ///< chance that a line which is up for renewal gets another goal
    Goal goal = Goal::everyone;
};

/// What all shocks together do this month, each share 0..1.
struct ShockEffects {
    float places_closed = 0;    ///< share of places' hours closed
    float insecurity = 0;       ///< rise of everybody's insecurity
    double austerity = 0;       ///< share by which every line is cut
    float building_cost = 0;    ///< rise of the cost of an hour in a building, relative
    float visits_given_up = 0;  ///< share of private contact with people of other households
    std::vector<Newcoming> newcomings;
    std::optional<NewCouncil> council;
};

/// Schedule step 1, what comes from outside. `month` counts from month 0 of the options; shocks
/// never fall in the burn-in. The plan must outlive the effects.
ShockEffects shocks_of(const std::vector<PlannedShock>& plan, int month, const ShockParameters& p);

/// Takes from the month's hours of places what is closed, and what the same money no longer pays
/// for: at a cost that is higher by c, hours in buildings are 1 / (1 + c) of what they were.
void close_places(Places& places, const ShockEffects& effects);

}  // namespace weefsel
