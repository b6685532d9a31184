#include "models/process/funding/reorganisation.hpp"

#include <algorithm>

#include "models/process/professional/work.hpp"
#include "models/world/streams.hpp"
#include "sim/numeric.hpp"

namespace weefsel {
namespace {

constexpr std::uint8_t nobody = no_row, nowhere = no_row;

bool works_there(Role role, const PlaceKinds& kinds) {
    const auto& at = declared(role).works_in;
    return std::any_of(at.begin(), at.end(),
                       [&](PlaceKind kind) { return kinds[static_cast<std::size_t>(kind)]; });
}

}  // namespace

PlaceKinds reorganised_in(const Option& option, int month) {
    PlaceKinds kinds{};
    for (const auto& reorganisation : option.reorganisations)
        if (reorganisation.month == month)
            for (std::size_t k = 0; k < place_kinds; ++k)
                if (reorganisation.places[k]) kinds[k] = true;
    return kinds;
}

void reorganise(Residents& r, const Posts& posts, const Places& places, Initiatives& initiatives,
                const PlaceKinds& kinds, const FundingParameters& funding,
                const ProfessionalParameters& professional, const sim::RandomSource& draws, sim::Month now) {
    if (std::none_of(kinds.begin(), kinds.end(), [](bool concerned) { return concerned; })) return;
    const auto broken = static_cast<float>(funding.reorganisation_break);
    const auto trust_lost = static_cast<float>(professional.trust_loss_on_leave);
    const auto concerned = [&](std::uint8_t place) {
        return kinds[static_cast<std::size_t>(places.kind[PlaceId{place}])];
    };
    std::vector<std::uint8_t> works(posts.rows());
    for (std::size_t k = 0; k < posts.rows(); ++k)
        works[k] = works_there(posts.role[PostId{static_cast<std::uint8_t>(k)}], kinds);
    for (const auto who : r.ids()) {
        if (!r.present[who]) continue;
        for (std::size_t m = 0; m < r.regular.size(); ++m)
            if (r.regular[m][who] != nowhere && concerned(r.regular[m][who]))
                r.habit[m][who] *= 1.0F - broken;
        for (int k = 0; k < professionals_known; ++k) {
            const auto known = r.known_post[who][k];
            if (known == nobody || !works[known]) continue;
            const float lost = r.bond[who][k] * broken;
            r.bond[who][k] -= lost;
            r.institutional_trust[who] = sim::clamp01(r.institutional_trust[who] - trust_lost * lost);
        }
    }
    for (std::size_t k = 0; k < initiatives.rows(); ++k) {
        const InitiativeId id{static_cast<std::uint16_t>(k)};
        const PlaceId place = place_of_initiative(k);
        if (!initiatives.alive[id] || !concerned(place.value)) continue;
        const auto key = initiative_key(places.number[place], k);
        if (draws.uniform(Stream::reorganisation, key, now, 0) < broken) initiatives.alive[id] = 0;
    }
}

}  // namespace weefsel
