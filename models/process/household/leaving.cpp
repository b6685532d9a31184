#include "models/process/household/leaving.hpp"

#include <algorithm>

#include "models/world/streams.hpp"
#include "models/world/tie_layers.hpp"
#include "sim/each_row.hpp"
#include "sim/numeric.hpp"

namespace weefsel {
namespace {

void keep_in_touch(People& people, ResidentId who, const Parameters& parameters) {
    const auto& row = people.ties.row[who];
    for (int k = 0; k < people.ties.count[who]; ++k) {
        constexpr int most = 65535;
        auto& contact = people.residents.moved_contact[ResidentId{row.other(k)}];
        contact = static_cast<std::uint16_t>(
            std::min(most, contact + contact_kept(row.hours(k), row.kind(k), parameters)));
    }
}

}  // namespace

std::uint16_t contact_kept(TieHours hours, TieKind kind, const Parameters& parameters) {
    const bool family = kind == TieKind::kin || kind == TieKind::partner;
    if (family || hours < layer_friend) return 0;
    const auto& p = parameters.network;
    const double sought = hours < layer_close ? p.want_friend : p.want_close;
    return to_tie_hours(parameters.demography.moved_contact * sought);
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
            leave_dwelling(people, who, now);
            enter_dwelling(people, who, to);
            begin_household(people.dwellings, to, draws);
            return;
        }
    }
    depart(people, &who, 1, parameters, now);
}

void go_away(People& people, const ResidentId* members, int n, const Parameters& parameters, sim::Month now) {
    for (int k = 0; k < n; ++k) {
        keep_in_touch(people, members[k], parameters);
        remove(people, members[k], Flow::departures, now);
    }
}

void depart(People& people, const ResidentId* members, int n, const Parameters& parameters, sim::Month now) {
    if (people.departures != nullptr && n <= largest_household)
        note_departure(*people.departures, people.residents, people.ties, members, n,
                       to_tie_hours(parameters.exchange.tie_survives_from));
    go_away(people, members, n, parameters, now);
}

}  // namespace weefsel
