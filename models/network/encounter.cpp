#include "models/network/encounter.hpp"

#include <algorithm>

#include "models/meeting_place/attendance.hpp"
#include "models/meeting_place/encounter_kinds.hpp"
#include "models/network/tie_change.hpp"
#include "models/streams.hpp"
#include "sim/numeric.hpp"

namespace weefsel {
namespace {

constexpr float quarters = 4.0F;  // quarter hours an hour
constexpr double lots = 4294967296.0;

/// What holds for all pairs of one session or street.
struct Setting {
    float start = 0;     ///< chance of a tie between strangers, before homophily and openness
    float negative = 0;  ///< chance of a bad encounter, before insecurity
    float hours = 0;     ///< contact of one encounter
    TieKind kind = TieKind::fellow_member;
};

std::uint32_t threshold_of(double chance) {
    return static_cast<std::uint32_t>(std::clamp(chance, 0.0, 1.0) * (lots - 1.0));
}

void count(std::vector<std::uint8_t>& counter, std::uint16_t row) {
    if (counter[row] < 255) ++counter[row];
}

class Meeting {
public:
    Meeting(Ties& ties, Residents& residents, const NetworkParameters& p, Workspace& w)
        : ties_(ties), r_(residents), p_(p), w_(w) {}

    /// One pair that is in contact this month `times` times, with the number that decided it.
    void pair(ResidentId a, ResidentId b, std::uint32_t number, std::uint32_t stranger_threshold, int times,
              const Setting& setting) {
        const int at_a = entry_of(ties_.row[a], b.value);
        if (at_a < 0 && number >= stranger_threshold) return;
        const std::uint32_t second = sim::pair_lot(number, 0x5bd1e995U);
        const float u = sim::uniform_of(second);
        const float bad = setting.negative + static_cast<float>(p_.negative_insecurity) * 0.5F *
                                                 (r_.insecurity[a] + r_.insecurity[b]);
        if (u < bad) {
            go_wrong(a, b, at_a);
            return;
        }
        count(w_.positive, a.value);
        count(w_.positive, b.value);
        if (r_.origin[a] != r_.origin[b]) {
            count(w_.across, a.value);
            count(w_.across, b.value);
        }
        if (at_a >= 0) {
            const int quarter_hours =
                static_cast<int>(setting.hours * quarters * static_cast<float>(times) + 0.5F);
            add_contact(ties_, a, at_a, b, entry_of(ties_.row[b], a.value), quarter_hours);
            return;
        }
        perhaps_start(a, b, (u - bad) / (1.0F - bad), times, setting);
    }

private:
    void go_wrong(ResidentId a, ResidentId b, int at_a) {
        count(w_.negative, a.value);
        count(w_.negative, b.value);
        if (at_a < 0) return;
        auto& hours = ties_.row[a].hours[at_a];
        const auto lost = to_tie_hours(static_cast<float>(p_.negative_hours));
        hours = hours > lost ? static_cast<TieHours>(hours - lost) : TieHours{0};
        ties_.row[b].hours[entry_of(ties_.row[b], a.value)] = hours;
    }

    void perhaps_start(ResidentId a, ResidentId b, float u, int times, const Setting& setting) {
        if (u >= setting.start) return;  // homophily and openness only lower it
        const float chance =
            setting.start * homophily(r_, a, b, p_) * openness(r_, a, p_) * openness(r_, b, p_);
        if (u >= chance) return;
        const float hours =
            std::max(static_cast<float>(p_.introduced_hours), setting.hours * static_cast<float>(times));
        w_.proposals.push_back({sim::pair_number(r_.birth_number[a], r_.birth_number[b]), a.value, b.value,
                                to_tie_hours(hours), static_cast<std::uint8_t>(setting.kind)});
    }

    Ties& ties_;
    Residents& r_;
    const NetworkParameters& p_;
    Workspace& w_;
};

/// Sorts the month's visits by session. Rosters keep the order of rows; nothing depends on it.
std::uint32_t sort_by_session(const Residents& r, const Places& places, const MeetingPlaceParameters& p,
                              Workspace& w) {
    std::array<std::uint32_t, 256> first{}, sessions{};
    std::uint32_t total = 0;
    for (std::size_t k = 0; k < places.rows(); ++k) {
        const PlaceId place{static_cast<std::uint8_t>(k)};
        const float share = opening_share(places, place, p);
        first[k] = total;
        sessions[k] = std::max(
            1U, static_cast<std::uint32_t>(static_cast<float>(places.sessions[place]) * share + 0.5F));
        total += sessions[k];
    }
    for (auto& v : w.visits) {
        const ResidentId who{v.resident};
        const PlaceId place{v.place};
        v.session = first[v.place] +
                    session_of(r.birth_number[who], r.age[who], places.number[place], sessions[v.place]);
    }
    w.session_start.assign(total + 1, 0);
    for (const auto& v : w.visits) ++w.session_start[v.session + 1];
    for (std::uint32_t s = 0; s < total; ++s) w.session_start[s + 1] += w.session_start[s];
    w.by_session.resize(w.visits.size());
    auto next = w.session_start;
    for (const auto& v : w.visits) w.by_session[next[v.session]++] = v;
    return total;
}

}  // namespace

std::uint32_t session_of(sim::BirthNumber who, int age, std::uint64_t place, std::uint32_t sessions) {
    constexpr float by_age = 0.6F, oldest = 90.0F;  // share of the choice that follows age: assumption
    const float own = sim::uniform_of(static_cast<std::uint32_t>(sim::mix64(who ^ place)));
    const float at = by_age * std::min(1.0F, static_cast<float>(age) / oldest) + (1.0F - by_age) * own;
    return std::min(sessions - 1, static_cast<std::uint32_t>(at * static_cast<float>(sessions)));
}

void draw_lots(const Residents& r, const sim::Draws& draws, sim::Month now, Workspace& w) {
    draws.fill(Stream::session_lot, r.birth_number.data(), r.rows(), now, 0, w.lot_pointers());
}

void meet(Ties& ties, Residents& r, const Places& places, const Parameters& parameters, Workspace& w) {
    constexpr float weeks = 52.0F / 12.0F;
    const auto& p = parameters.meeting_place;
    const auto& net = parameters.network;
    const std::uint32_t total = sort_by_session(r, places, p, w);
    Meeting meeting(ties, r, net, w);
    std::vector<std::uint32_t> lot, number, hit;
    for (std::uint32_t s = 0; s < total; ++s) {
        const auto begin = w.session_start[s], end = w.session_start[s + 1];
        if (end - begin < 2) continue;
        const Visit* visit = &w.by_session[begin];
        const std::size_t n = end - begin;
        const PlaceId place{visit->place};
        const auto& kind = encounter_kinds[static_cast<std::size_t>(places.kind[place])];
        const float host = std::min(1.0F, places.host_hours[place] / (places.hours_at_full[place] * weeks));
        const double m = p.encounters * static_cast<double>(kind.encounters) *
                         (1.0 + p.encounters_host * static_cast<double>(host));
        const double usual = std::max(2.0, static_cast<double>(places.usual_size[place]));
        const double chance = m / (usual - 1.0);
        const std::uint32_t strangers = threshold_of(chance), known = threshold_of(chance * p.known_more);
        const float crowded = std::max(0.0F, static_cast<float>(n) / static_cast<float>(usual) - 1.0F);
        const Setting setting{
            static_cast<float>(p.start) * (1.0F + static_cast<float>(p.start_bridging) * host) *
                sim::exp_of(places.quality[place]),
            static_cast<float>(net.negative_base) + static_cast<float>(net.negative_crowding) * crowded,
            kind.hours, TieKind::fellow_member};
        const auto place_lot = static_cast<std::uint32_t>(places.number[place] >> 32U);
        lot.resize(n);
        number.resize(n);
        hit.resize(n);
        for (std::size_t i = 0; i < n; ++i) lot[i] = w.lots[0][visit[i].resident] ^ place_lot;
        for (std::size_t i = 0; i + 1 < n; ++i) {
            const std::uint32_t mine = lot[i];
            for (std::size_t j = i + 1; j < n; ++j) number[j] = sim::pair_lot(mine, lot[j]);
            std::size_t hits = 0;  // gathered without a branch: which pairs meet cannot be foreseen
            for (std::size_t j = i + 1; j < n; ++j) {
                hit[hits] = static_cast<std::uint32_t>(j);
                hits += number[j] < known;
            }
            for (std::size_t h = 0; h < hits; ++h) {
                const std::size_t j = hit[h];
                if (visit[i].resident == visit[j].resident) continue;
                const int times = std::min(visit[i].times, visit[j].times);
                meeting.pair(ResidentId{visit[i].resident}, ResidentId{visit[j].resident}, number[j],
                             strangers, times, setting);
            }
        }
    }
}

void meet_in_street(Ties& ties, Residents& r, const Dwellings& d, const Streets& streets,
                    const Parameters& parameters, Workspace& w) {
    constexpr std::size_t doors = 2;  // dwellings on either side
    constexpr int old_enough = 12;
    const auto& net = parameters.network;
    Meeting meeting(ties, r, net, w);
    const Setting setting{static_cast<float>(net.street_start), static_cast<float>(net.negative_base),
                          static_cast<float>(net.street_hours), TieKind::neighbour};
    const std::uint32_t* lots_here = w.lots[1].data();
    std::array<std::uint32_t, largest_household*(doors + 1)> lot{};
    std::array<std::uint16_t, largest_household*(doors + 1)> row{};
    for (std::size_t s = 0; s < streets.rows(); ++s) {
        const StreetId street{static_cast<std::uint16_t>(s)};
        const auto threshold =
            threshold_of(net.street_chance * (0.5 + static_cast<double>(streets.public_space[street])));
        const std::size_t first = streets.first_dwelling[street].index(),
                          last = first + streets.dwellings[street];
        for (std::size_t i = first; i < last; ++i) {
            const DwellingId here{static_cast<std::uint16_t>(i)};
            if (d.members[here] == 0) continue;
            std::size_t n = 0;  // those who live next door, further down the street
            for (std::size_t j = i + 1; j < std::min(last, i + doors + 1); ++j) {
                const DwellingId there{static_cast<std::uint16_t>(j)};
                for (int b = 0; b < d.members[there]; ++b) {
                    row[n] = d.member[there][b].value;
                    lot[n++] = lots_here[d.member[there][b].value];
                }
            }
            for (int a = 0; a < d.members[here]; ++a) {
                const auto one = d.member[here][a];
                if (r.age[one] < old_enough) continue;
                const std::uint32_t mine = lots_here[one.value];
                for (std::size_t k = 0; k < n; ++k) {
                    const auto number = sim::pair_lot(mine, lot[k]);
                    if (number >= threshold || r.age[ResidentId{row[k]}] < old_enough) continue;
                    meeting.pair(one, ResidentId{row[k]}, number, threshold, 1, setting);
                }
            }
        }
    }
}

}  // namespace weefsel
