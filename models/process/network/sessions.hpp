#pragma once
#include <algorithm>
#include <vector>

#include "models/parameters/network_parameters.hpp"
#include "models/world/month_record.hpp"
#include "models/world/place_state.hpp"
#include "models/world/resident_state.hpp"

namespace weefsel {

/// Visits session by session, over all places.
struct Sessions {
    Visits visits;
    std::vector<std::uint32_t> start;  ///< first visit of each session; one more than sessions
};

/// People usually in a session of a place.
inline float usual_size(const Places& places, PlaceId place) {
    constexpr float least = 2.0F;
    return std::max(least, places.usual_size[place]);
}

/// Splits the visitors of each place, in their order, into as many sessions as usual ones can be made of
/// them.
Sessions sessions_of_month(const Residents& residents, const Places& places, const Visits& visits,
                           const RandomWords& random_words, const NetworkParameters& p);

/// Where a visitor stands among those of a place, of `position_bits`: people of like age stand together, and
/// keep to their place. `word`: the random number of resident and place. `by_age`: how far it follows age
/// instead of chance, 0..1.
inline constexpr unsigned position_bits = 24;
std::uint32_t position_of(std::uint32_t word, int age, float by_age, float oldest);
/// Sessions that so many visitors form: all of the usual size, up to twice that.
std::uint32_t sessions_of(std::uint32_t visitors, float usual);

}  // namespace weefsel
