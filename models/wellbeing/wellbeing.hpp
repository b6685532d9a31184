#pragma once
#include "models/household/household_state.hpp"
#include "models/network/tie_state.hpp"
#include "models/parameters.hpp"
#include "models/resident/resident_state.hpp"
#include "models/workspace.hpp"

namespace weefsel {

/// Schedule step 8: loneliness, trust, belonging, institutional trust, distress, insecurity, frailty.
/// `insecurity_shock`: rise of everybody's insecurity by a shock this month, 0..1. Source: ODD 5.8.
void feel(Residents& residents, const Ties& ties, const Dwellings& dwellings, const Streets& streets,
          float insecurity_shock, const Parameters& parameters, sim::Month now, Workspace& workspace);

inline constexpr float top_of_loneliness = 11.0F;  ///< De Jong Gierveld scale

}  // namespace weefsel
