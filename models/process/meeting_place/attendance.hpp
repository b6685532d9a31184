#pragma once
#include <span>

#include "models/parameters/meeting_place_parameters.hpp"
#include "models/parameters/place_kinds.hpp"
#include "models/world/household_state.hpp"
#include "models/world/month_record.hpp"
#include "models/world/place_state.hpp"
#include "models/world/resident_state.hpp"
#include "models/world/tie_state.hpp"
#include "models/world/workspace.hpp"
#include "sim/random_source.hpp"

namespace weefsel {

/// What differs from the usual in how people go out this month.
struct OutingsUnder {
    std::span<const OutingTerms> terms{};  ///< of residents of some ages
    float access = 0;  ///< share of what makes funded places hard to enter that voice takes away, 0..1
};

/// Schedule step 5, first half: every resident divides this month's outings over the regular
/// places, perhaps one new place, and staying home (logit on utilities); capacity binds. Returns the
/// month's visits. Source: ODD 5.3.
Visits choose_places(Residents& residents, const Dwellings& dwellings, const Streets& streets,
                     const Ties& ties, Places& places, const MeetingPlaceParameters& p,
                     const PlaceKindParameters& kinds, const sim::RandomSource& draws, sim::Month now,
                     Workspace& workspace, const OutingsUnder& under = {});

/// Whether a place has any hours this month, and which share of its full hours.
float opening_share(const Places& places, PlaceId place, const MeetingPlaceParameters& p);

inline int age_band(int age) { return (age >= 15) + (age >= 25) + (age >= 45) + (age >= 65); }

}  // namespace weefsel
