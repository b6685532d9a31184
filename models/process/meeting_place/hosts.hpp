#pragma once
#include "models/parameters/meeting_place_parameters.hpp"
#include "models/world/place_state.hpp"
#include "models/world/units.hpp"
#include "sim/numeric.hpp"

namespace weefsel {

/// How much of a host there is at a place this month, 0 (none) to below 1. Hosts come by themselves, so a
/// second one at the same hours adds less than the first; paid hosts and volunteers likewise:
///
///     host = 1 - (1 - host_paid (1 - exp(-paid hours / full hours)))
///                (1 - host_volunteer (1 - exp(-volunteer hours / full hours)))
inline float host_at(const Places& places, PlaceId place, const MeetingPlaceParameters& p) {
    const float full = places.hours_at_full[place] * weeks_per_month;
    const float paid = 1.0F - sim::exp_of(-places.paid_host_hours[place] / full),
                volunteers = 1.0F - sim::exp_of(-places.volunteer_host_hours[place] / full);
    return 1.0F - (1.0F - static_cast<float>(p.host_paid) * paid) *
                      (1.0F - static_cast<float>(p.host_volunteer) * volunteers);
}

}  // namespace weefsel
