#include "models/study/other_chance.hpp"

#include "models/world/event.hpp"
#include "models/world/initiative_state.hpp"
#include "models/world/streams.hpp"

namespace weefsel {
namespace {

constexpr sim::Month always{0};

float threshold_of(const sim::RandomSource& draws, Stream stream, std::uint64_t key, std::uint32_t index) {
    return sim::exponential_of(draws.block(stream, key, always, index)[0]);
}

void residents_anew(Residents& r, const sim::RandomSource& draws) {
    for (std::size_t k = 0; k < event_kinds; ++k) {
        const auto kind = static_cast<EventKind>(k);
        for (std::size_t i = 0; i < r.rows(); ++i) {
            const ResidentId who{static_cast<std::uint16_t>(i)};
            r.left(kind)[who] = event_threshold(draws, r.birth_number[who], kind, r.episodes(kind)[who]);
        }
    }
}

}  // namespace

void draw_thresholds_anew(std::vector<Neighbourhood>& neighbourhoods, const sim::RandomSource& draws) {
    for (auto& n : neighbourhoods) {
        residents_anew(n.residents, draws);
        for (std::size_t i = 0; i < n.dwellings.rows(); ++i) {
            const DwellingId d{static_cast<std::uint16_t>(i)};
            n.dwellings.move_left[d] =
                threshold_of(draws, Stream::household_event, n.dwellings.number[d], n.dwellings.occupancy[d]);
        }
        for (std::size_t k = 0; k < n.initiatives.birth_left.size(); ++k) {
            const InitiativeId id{static_cast<std::uint16_t>(k)};
            const auto key = initiative_key(n.places.number[place_of_initiative(k)], k);
            const std::uint32_t episode = n.initiatives.episode[id];
            n.initiatives.birth_left[id] = threshold_of(draws, Stream::initiative, key, 2U * episode);
            n.initiatives.death_left[id] = threshold_of(draws, Stream::initiative, key, 2U * episode + 1U);
        }
        for (std::size_t k = 0; k < n.posts.rows(); ++k) {
            const PostId post{static_cast<std::uint8_t>(k)};
            n.posts.exit_left[post] =
                threshold_of(draws, Stream::post_exit, n.posts.number[post], n.posts.persons[post]);
        }
    }
}

}  // namespace weefsel
