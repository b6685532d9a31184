#pragma once
#include "models/parameters/funding_parameters.hpp"
#include "models/parameters/meeting_place_parameters.hpp"
#include "models/world/funding_state.hpp"
#include "models/world/provision_state.hpp"
#include "models/world/resident_state.hpp"
#include "sim/random_source.hpp"

namespace weefsel {

/// Schedule step 4: who has rides this month (`resident.rides`). Adults get about as badly as they are frail,
/// or, from meeting_place.rides_age, as they are insecure if that is more; from meeting_place.rides_need they
/// may have rides. Where there are fewer rides than such residents, those with the least keyed number divided
/// by that need come first, the same ones as long as nothing changes. What rides do stands in see_visitors.
/// Source: ODD 7.3.
void give_rides(Residents& residents, const Provisions& provisions, const FundingLines& lines,
                const FundingParameters& funding, const MeetingPlaceParameters& p,
                const sim::RandomSource& draws);

}  // namespace weefsel
