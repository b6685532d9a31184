#pragma once
#include "models/parameters/parameters.hpp"
#include "models/world/household_state.hpp"
#include "models/world/resident_state.hpp"
#include "models/world/tie_state.hpp"
#include "models/world/workspace.hpp"

namespace weefsel {

/// What is the same for everybody of a neighbourhood this month.
struct Surroundings {
    float insecurity_shock = 0;  ///< rise of everybody's insecurity by a shock, 0..1
    float rural = 0;             ///< 0 very urban .. 1 not urban
    float visits_given_up = 0;   ///< share of contact outside the neighbourhood that a shock stops, 0..1
};

/// Schedule step 8: loneliness, trust, belonging, institutional trust, distress, insecurity, frailty.
/// Source: ODD 7.9.
void feel(Residents& residents, const Ties& ties, const Dwellings& dwellings, const Streets& streets,
          const Surroundings& around, const Parameters& parameters, sim::Month now, Workspace& workspace);

/// Hours a month with friends and close ties elsewhere that are left to somebody of this age with these
/// ties here, in a month in which shocks leave `visits_kept` of them. h/month
float hours_elsewhere(const Residents& residents, const Ties& ties, ResidentId who,
                      const WellbeingParameters& p, float visits_kept = 1.0F);

inline constexpr float top_of_loneliness = 11.0F;  ///< De Jong Gierveld scale

}  // namespace weefsel
