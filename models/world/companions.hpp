#pragma once
#include "models/world/resident_state.hpp"
#include "models/world/tie_state.hpp"
#include "models/world/workspace.hpp"
#include "sim/month.hpp"

namespace weefsel {

/// Refreshes ln(1 + hours of the ties that go to each regular place) of a third of the residents, by
/// month of birth: whom one would meet there changes slowly.
void refresh_companions(Residents& residents, const Ties& ties, sim::Month now, Workspace& workspace);

}  // namespace weefsel
