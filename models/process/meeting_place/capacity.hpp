#pragma once
#include "models/parameters/meeting_place_parameters.hpp"
#include "models/world/month_record.hpp"
#include "models/world/place_state.hpp"
#include "models/world/resident_state.hpp"

namespace weefsel {

/// Capacity binds: over it, the visitors with the highest random numbers find no place and lose a little
/// habit. Leaves of `visits` those that took place, and counts them per place and resident.
void bind_capacity(Residents& residents, Places& places, const MeetingPlaceParameters& p, Visits& visits);

}  // namespace weefsel
