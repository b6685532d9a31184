#include "models/process/household/leaving.hpp"

#include <algorithm>

#include "models/world/life_event.hpp"
#include "models/world/outside_friends.hpp"
#include "models/world/streams.hpp"
#include "models/world/tie_layers.hpp"
#include "sim/each_row.hpp"
#include "sim/numeric.hpp"

namespace weefsel {
namespace {

bool are_friends(TieHours hours, TieKind kind) {
    return !is_family(kind) && !has_lapsed(kind) && hours >= layer_friend;
}

void keep_in_touch(People& people, ResidentId who, const Parameters& parameters,
                   const sim::RandomSource& draws, sim::Month now) {
    constexpr int most_contact = 65535, most_friends = 255;
    auto& r = people.residents;
    const auto& row = people.ties.row[who];
    for (int k = 0; k < people.ties.count[who]; ++k) {
        const ResidentId stayer{row.other(k)};
        const auto kept = kept_in_touch(r.birth_number[stayer], r.birth_number[who], row.hours(k),
                                        row.kind(k), parameters, draws, now);
        auto& contact = r.moved_contact[stayer];
        auto& friends = r.outside_friends[stayer];
        contact = static_cast<std::uint16_t>(std::min(most_contact, contact + kept.contact));
        friends = static_cast<std::uint8_t>(std::min(most_friends, friends + kept.friends));
    }
}

}  // namespace

KeptInTouch kept_in_touch(sim::BirthNumber stayer, sim::BirthNumber mover, TieHours hours, TieKind kind,
                          const Parameters& parameters, const sim::RandomSource& draws, sim::Month now) {
    if (!are_friends(hours, kind)) return {};
    if (stays_friend_after_move(stayer, mover, parameters.network, draws, now)) return {1, 0};
    return {0, contact_kept(hours, kind, parameters)};
}

std::uint16_t contact_kept(TieHours hours, TieKind kind, const Parameters& parameters) {
    if (!are_friends(hours, kind)) return 0;
    const auto& p = parameters.network;
    const double sought = hours < layer_close ? p.want_friend : p.want_close;
    return to_tie_hours(parameters.demography.moved_contact * sought);
}

void leave_parents(People& people, ResidentId child, const WellbeingParameters& p) {
    constexpr int generation = 16;
    auto& r = people.residents;
    const auto& d = people.dwellings;
    const auto home = r.dwelling[child];
    for (int k = 0; k < d.members[home]; ++k)
        if (const auto other = d.member[home][k]; other != child && lives_with_parent(r, d, other)) return;
    for (int k = 0; k < d.members[home]; ++k)
        if (const auto parent = d.member[home][k]; r.age[parent] >= r.age[child] + generation)
            happen_to(r, parent, p.event_children_left);
}

void fade_moved_contact(Residents& r, const NetworkParameters& p) {
    const float kept = sim::exp_of(-sim::ln2 / static_cast<float>(p.halflife_friend));
    sim::each_row(
        r.rows(),
        [kept](std::uint16_t& contact) {
            contact =
                static_cast<std::uint16_t>(static_cast<std::int32_t>(static_cast<float>(contact) * kept));
        },
        r.moved_contact);
}

void go_elsewhere(People& people, ResidentId who, const Parameters& parameters,
                  const sim::RandomSource& draws, sim::Month now) {
    const auto number = people.residents.birth_number[who];
    if (draws.uniform(Stream::household_event, number, now, 1) <
        static_cast<float>(parameters.demography.stay_when_leaving)) {
        const auto to = empty_dwelling(people.dwellings, number, draws, now);
        if (to.exists()) {
            move_house(people, who, to, parameters.network, now);
            begin_household(people.dwellings, to, draws);
            return;
        }
    }
    depart(people, &who, 1, parameters, draws, now);
}

void go_away(People& people, const ResidentId* members, int n, const Parameters& parameters,
             const sim::RandomSource& draws, sim::Month now) {
    for (int k = 0; k < n; ++k) {
        keep_in_touch(people, members[k], parameters, draws, now);
        remove(people, members[k], Flow::departures, now);
    }
}

void depart(People& people, const ResidentId* members, int n, const Parameters& parameters,
            const sim::RandomSource& draws, sim::Month now) {
    if (people.departures != nullptr && n <= largest_household)
        note_departure(*people.departures, people.residents, people.ties, members, n,
                       to_tie_hours(parameters.exchange.tie_survives_from));
    go_away(people, members, n, parameters, draws, now);
}

}  // namespace weefsel
