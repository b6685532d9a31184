#pragma once
#include "models/parameters/network_parameters.hpp"
#include "models/world/household_state.hpp"
#include "models/world/resident_state.hpp"
#include "models/world/tie_state.hpp"
#include "models/world/workspace.hpp"
#include "sim/month.hpp"
#include "sim/random_source.hpp"

namespace weefsel {

/// Schedule step 6, before ties live on: once a year each tie outside the household is looked at, in the
/// birth month of the one of the lower birth number, and lapses with chance 1 - exp(-rate):
///     rate = drift_apart k (1 + t)^-drift_contact
///            exp(- drift_place [a regular place in common] - drift_street [one street]
///                - drift_school [both learn and are a year apart at most] + drift_stage s + drift_age years
///                between
///                + drift_moved [one moved house within the year]),
/// t = hours carried_by_contact + hours met this month, k = drift_kin for kin and 1 for others, s = in how
/// many ways lives part: children at home, school or study, retired. A tie that lapses is sought no longer.
/// Source: Mollenhorst et al. 2014; Burt 2000; Feld 1981; ODD 5.4.
void drift_apart(Ties& ties, const Residents& residents, const Dwellings& dwellings,
                 const NetworkParameters& p, const sim::RandomSource& draws, sim::Month now, Workspace& w);

/// That rate, a year. `contact`: t.
float drift_rate(const Residents& residents, const Dwellings& dwellings, ResidentId a, ResidentId b,
                 TieKind kind, float contact, const NetworkParameters& p, sim::Month now);

/// That rate of two who live in different neighbourhoods: no place, street or school in common.
struct LivingAt {
    const Residents& residents;
    const Dwellings& dwellings;
    ResidentId who;
};
float drift_rate_across(const LivingAt& one, const LivingAt& other, TieKind kind, float contact,
                        const NetworkParameters& p, sim::Month now);

/// Friends who live elsewhere are lost and made, in the own birth month (see outside_friends.hpp).
void turn_over_elsewhere(Residents& residents, const NetworkParameters& p, const sim::RandomSource& draws,
                         sim::Month now, Workspace& w);

}  // namespace weefsel
