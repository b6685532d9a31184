#include "models/world/known_people.hpp"

#include <algorithm>

namespace weefsel {
namespace {

constexpr std::size_t places_at_most = 256;

std::vector<float> people_by_street(const Dwellings& d, const Streets& streets) {
    std::vector<float> people(streets.rows(), 0.0F);
    for (const auto home : d.ids()) people[d.street[home].index()] += static_cast<float>(d.members[home]);
    return people;
}

/// Others in a session of each place, for who goes there regularly; the last place stands for none.
std::array<float, places_at_most> others_by_place(const Residents& r, const Places& places) {
    std::array<std::uint32_t, places_at_most> regulars{};
    for (const auto& regular : r.regular)
        for (std::size_t i = 0; i < r.rows(); ++i) regulars[regular.data()[i]] += r.present.data()[i];
    std::array<float, places_at_most> others{};
    for (std::size_t k = 0; k < places.rows(); ++k) {
        const float usual = places.usual_size[PlaceId{static_cast<std::uint8_t>(k)}];
        others[k] = std::max(0.0F, std::min(usual, static_cast<float>(regulars[k])) - 1.0F);
    }
    return others;
}

}  // namespace

std::vector<std::uint16_t> people_known(const Neighbourhood& n) {
    const auto& r = n.residents;
    const auto in_street = people_by_street(n.dwellings, n.streets);
    const auto at_place = others_by_place(r, n.places);
    const float others_here = std::max(1.0F, static_cast<float>(n.people.residents()) - 1.0F);
    std::vector<std::uint16_t> known(r.rows(), 0);
    for (std::size_t i = 0; i < r.rows(); ++i) {
        const ResidentId who{static_cast<std::uint16_t>(i)};
        if (!r.present[who]) continue;
        const auto home = r.dwelling[who];
        const float street =
            home.exists() ? r.known_street[who] * (in_street[n.dwellings.street[home].index()] - 1.0F) : 0.0F;
        float met = 0.0F;
        for (std::size_t m = 0; m < regular_places; ++m) met += r.habit[m][who] * at_place[r.regular[m][who]];
        const float new_faces = std::max(0.0F, 1.0F - street / others_here);
        known[i] = static_cast<std::uint16_t>(
            std::max(static_cast<float>(n.ties.casual[who]), street + met * new_faces) + 0.5F);
    }
    return known;
}

}  // namespace weefsel
