#pragma once
#include "models/parameters/network_parameters.hpp"
#include "models/world/household_state.hpp"
#include "models/world/month_record.hpp"
#include "models/world/resident_state.hpp"
#include "models/world/workspace.hpp"

namespace weefsel {

/// Schedule step 5, after all have met: the share k of the people of the own street known by face.
///     k <- k (1 - (turnover of the street + known_forgotten) / 12)
///          + (1 - k) (1 - exp(- known_by_meeting encounters on the pavement - known_by_time free hours))
/// Who moves to another street begins with `known_on_arrival`. Ties have no part in it. Source: ODD 5.4.
void know_faces(Residents& residents, const Dwellings& dwellings, const Streets& streets,
                const Encounters& encounters, const NetworkParameters& p, Workspace& w);

}  // namespace weefsel
