#pragma once
#include "models/parameters/parameters.hpp"
#include "models/world/place_state.hpp"
#include "models/world/resident_state.hpp"
#include "models/world/workspace.hpp"

namespace weefsel {

/// Capacity binds: over it, the visitors with the highest lots find no place and lose a little habit.
/// Leaves in `workspace.visits` the visits that took place, and counts them per place and resident.
void bind_capacity(Residents& residents, Places& places, const MeetingPlaceParameters& p,
                   Workspace& workspace);

}  // namespace weefsel
