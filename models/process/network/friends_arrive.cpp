#include "models/process/network/friends_arrive.hpp"

#include <cstdint>
#include <cstdlib>
#include <vector>

#include "models/world/ages.hpp"
#include "models/world/streams.hpp"
#include "models/world/tie_layers.hpp"
#include "sim/numeric.hpp"

namespace weefsel {
namespace {

constexpr std::uint32_t arrival = 3;  // index of the stream

std::vector<ResidentId> who_moved_in(const Residents& r, sim::Month now) {
    std::vector<ResidentId> arrived;
    for (const auto who : r.ids())
        if (r.present[who] && r.arrived[who] == now.value && r.age[who] >= adult_age) arrived.push_back(who);
    return arrived;
}

bool has_birthday(const Residents& r, ResidentId who, sim::Month now) {
    return static_cast<std::uint32_t>(now.value - r.birth_month[who]) % sim::months_per_year == 0;
}

/// The one of those who moved in who may be this resident's friend; none where nobody fits.
ResidentId friend_of(const Residents& r, ResidentId who, const std::vector<ResidentId>& arrived,
                     int years_between) {
    ResidentId found = ResidentId::none();
    std::uint64_t lowest = ~std::uint64_t{0};
    for (const auto other : arrived) {
        const int years = std::abs(static_cast<int>(r.age[who]) - static_cast<int>(r.age[other]));
        const auto number = sim::pair_number(r.birth_number[who], r.birth_number[other]);
        if (years > years_between || number >= lowest || r.dwelling[who] == r.dwelling[other]) continue;
        lowest = number;
        found = other;
    }
    return found;
}

void one_less_elsewhere(Residents& r, ResidentId who) {
    auto& friends = r.outside_friends[who];
    if (friends > 0) --friends;
}

}  // namespace

void friends_arrive(Residents& r, const NetworkParameters& p, const sim::RandomSource& draws, sim::Month now,
                    TieProposals& proposals) {
    if (p.outside_arrival <= 0.0) return;
    const auto arrived = who_moved_in(r, now);
    if (arrived.empty()) return;
    const auto each = static_cast<float>(p.outside_arrival);
    const int years_between = static_cast<int>(p.outside_arrival_age);
    for (const auto who : r.ids()) {
        if (!r.present[who] || r.outside_friends[who] == 0 || r.age[who] < adult_age ||
            r.arrived[who] == now.value || !has_birthday(r, who, now))
            continue;
        const float chance = 1.0F - sim::exp_of(-each * static_cast<float>(r.outside_friends[who]));
        if (sim::uniform_of(draws.block(Stream::outside_friends, r.birth_number[who], now, arrival)[0]) >=
            chance)
            continue;
        const auto other = friend_of(r, who, arrived, years_between);
        if (!other.exists()) continue;
        one_less_elsewhere(r, who);
        one_less_elsewhere(r, other);
        proposals.push_back({sim::pair_number(r.birth_number[who], r.birth_number[other]), who.value,
                             other.value, layer_friend, static_cast<std::uint8_t>(TieKind::friend_)});
    }
}

}  // namespace weefsel
