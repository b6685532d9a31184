#include "models/process/network/encounter.hpp"

#include <algorithm>
#include <bit>

#include "models/process/meeting_place/hosts.hpp"
#include "models/process/network/sessions.hpp"
#include "models/world/streams.hpp"
#include "models/world/tie_change.hpp"
#include "models/world/units.hpp"
#include "sim/each_row.hpp"
#include "sim/lanes.hpp"
#include "sim/numeric.hpp"

namespace weefsel {
namespace {

constexpr double numbers = 4294967296.0;  // of 32 bits

/// What holds for all pairs of one session or street.
struct Setting {
    float start = 0;     ///< chance of a tie between strangers, before homophily and openness
    float negative = 0;  ///< chance of a bad encounter, before insecurity
    float hours = 0;     ///< contact of one encounter
    TieKind kind = TieKind::fellow_member;
};

std::uint32_t threshold_of(double chance) {
    return static_cast<std::uint32_t>(std::clamp(chance, 0.0, 1.0) * (numbers - 1.0));
}

/// Adds to a counter that stays at its largest; without a branch, for who meets whom cannot be foreseen.
void count(std::uint8_t* counter, std::uint16_t row, bool counts = true) {
    counter[row] = static_cast<std::uint8_t>(counter[row] + (counts & (counter[row] < 255)));
}

/// Two residents in contact this month, with the number that decided it.
struct Pair {
    std::uint16_t a, b;  ///< rows
    std::uint8_t times;
    std::uint32_t number;
};

class Meeting {
public:
    Meeting(Ties& ties, const Residents& residents, const NetworkParameters& p, Encounters& encounters,
            TieProposals& proposals)
        : ties_(ties),
          r_(residents),
          p_(p),
          encounters_(encounters),
          proposals_(proposals),
          insecurity_(0.5F * static_cast<float>(p.negative_encounters * p.negative_insecurity)),
          lost_(to_tie_hours(static_cast<float>(p.negative_hours))) {}

    /// Fetches what `pair` will read of a resident, while others are still being looked for.
    void expect(std::uint16_t row) const {
        const auto* first = reinterpret_cast<const char*>(&ties_.row[ResidentId{row}].part[0]);
        __builtin_prefetch(first);
        __builtin_prefetch(first + sizeof(EightTies) - 1);
    }

    /// One pair that is in contact, or would be if they knew each other.
    void pair(const Pair& met, std::uint32_t stranger_threshold, const Setting& setting) {
        const ResidentId a{met.a}, b{met.b};
        const int at_a = entry_of(ties_, a, b);
        if (at_a < 0 && met.number >= stranger_threshold) return;
        const float u = sim::uniform_of(sim::pair_word(met.number, 0x5bd1e995U));
        const float bad = setting.negative + insecurity_ * (r_.insecurity[a] + r_.insecurity[b]);
        if (u < bad) {
            go_wrong(a, b, at_a);
            return;
        }
        count(encounters_.positive.data(), a.value);
        count(encounters_.positive.data(), b.value);
        count(encounters_.known.data(), a.value, at_a >= 0);
        count(encounters_.known.data(), b.value, at_a >= 0);
        if (at_a >= 0) {
            const int quarter_hours =
                static_cast<int>(setting.hours * quarters_an_hour * static_cast<float>(met.times) + 0.5F);
            add_contact(ties_, a, at_a, b, entry_of(ties_, b, a), quarter_hours);
            return;
        }
        perhaps_start(a, b, (u - bad) / (1.0F - bad), met.times, setting);
    }

private:
    void go_wrong(ResidentId a, ResidentId b, int at_a) {
        count(encounters_.negative.data(), a.value);
        count(encounters_.negative.data(), b.value);
        if (at_a < 0) return;
        auto& hours = ties_.row[a].hours(at_a);
        hours = hours > lost_ ? static_cast<TieHours>(hours - lost_) : TieHours{0};
        ties_.row[b].hours(entry_of(ties_, b, a)) = hours;
    }

    void perhaps_start(ResidentId a, ResidentId b, float u, int times, const Setting& setting) {
        if (u >= setting.start) return;  // homophily and openness only lower it, in rounded numbers too
        const float open_a = openness(r_, a, p_), open_b = openness(r_, b, p_);
        if (u >= setting.start * open_a * open_b) return;
        if (u >= setting.start * homophily(r_, a, b, p_) * open_a * open_b) return;
        const float hours =
            std::max(static_cast<float>(p_.introduced_hours), setting.hours * static_cast<float>(times));
        proposals_.push_back({sim::pair_number(r_.birth_number[a], r_.birth_number[b]), a.value, b.value,
                              to_tie_hours(hours), static_cast<std::uint8_t>(setting.kind)});
    }

    Ties& ties_;
    const Residents& r_;
    const NetworkParameters& p_;
    Encounters& encounters_;
    TieProposals& proposals_;
    float insecurity_;  ///< added to the chance of a bad encounter per unit of the sum of both
    TieHours lost_;
};

/// Random numbers side by side, with room past the end: they are read eight at a time.
struct SessionWords {
    std::vector<std::uint32_t> random_word;
    void resize(std::size_t n) { random_word.resize(n + sim::lanes); }
};

/// Calls found(k, number) for each k in [from, to) whose number with `mine` is below the threshold.
template <class Found>
void pairs_below(std::uint32_t threshold, std::uint32_t mine, const SessionWords& session, std::size_t from,
                 std::size_t to, Found&& found) {
    using namespace sim;
    std::array<std::uint32_t, lanes> number{};
    for (std::size_t at = from; at < to; at += lanes) {
        const Word8 of_pairs = pair_word(Word8{} + mine, load<Word8>(session.random_word.data() + at));
        std::uint32_t hits = bits_of(of_pairs < threshold);
        if (to - at < lanes) hits &= (1U << (to - at)) - 1U;
        if (hits == 0) continue;
        store(number.data(), of_pairs);
        for (; hits != 0; hits &= hits - 1U) {
            const auto k = static_cast<std::size_t>(std::countr_zero(hits));
            found(at + k, number[k]);
        }
    }
}

}  // namespace

RandomWords draw_words(const Residents& r, const Places& places, const sim::RandomSource& draws,
                       sim::Month now) {
    RandomWords random_words;
    auto& [session, pavement, introduction, volunteering, own, of_place] = random_words;
    for (auto* column : {&session, &pavement, &introduction, &volunteering, &own}) column->resize(r.rows());
    // Of four words one is wanted; the others are drawn over below.
    draws.fill(Stream::session, r.birth_number.data(), r.rows(), lifelong, 0,
               {own.data(), session.data(), pavement.data(), introduction.data()});
    for (const auto number : places.number)
        of_place.push_back(draws.block(Stream::session, number, lifelong)[0]);
    draws.fill(Stream::meeting, r.birth_number.data(), r.rows(), now, 0,
               {session.data(), pavement.data(), introduction.data(), volunteering.data()});
    return random_words;
}

namespace {

/// The pairs of one session whose number is below `known`.
void find_pairs(const Visit* visit, std::size_t n, std::uint32_t known, std::uint32_t place_word,
                const Meeting& meeting, const RandomWords& random_words, SessionWords& session,
                std::vector<Pair>& pairs) {
    pairs.clear();
    session.resize(n);
    for (std::size_t i = 0; i < n; ++i)
        session.random_word[i] = random_words.session[visit[i].resident] ^ place_word;
    for (std::size_t i = 0; i + 1 < n; ++i) {
        const std::uint16_t one = visit[i].resident;
        pairs_below(known, session.random_word[i], session, i + 1, n,
                    [&](std::size_t j, std::uint32_t number) {
                        const std::uint16_t other = visit[j].resident;
                        if (one == other) return;
                        meeting.expect(one);
                        meeting.expect(other);
                        pairs.push_back({one, other, std::min(visit[i].times, visit[j].times), number});
                    });
    }
}

/// What holds in a session of `n` people where `usual` are usual. In one that outgrows that size people
/// have more to choose from and meet as many: nobody meets fewer people because more come. `host`: how much
/// of a host there is, 0..1; `quality`: factor on beginning a tie.
struct SessionChances {
    std::uint32_t strangers, known;  ///< thresholds of a pair's number
    Setting setting;
};
SessionChances chances_of(std::size_t n, double usual, float host, float quality, const EncounterKind& kind,
                          const NetworkParameters& net, const MeetingPlaceParameters& p) {
    const double m = p.encounters * static_cast<double>(kind.encounters) *
                     (1.0 + p.encounters_host * static_cast<double>(host));
    const double chance = m / (std::max(static_cast<double>(n), usual) - 1.0);
    const float crowded = std::max(0.0F, static_cast<float>(n) / static_cast<float>(usual) - 1.0F);
    return {
        threshold_of(chance),
        threshold_of(chance * p.known_more),
        {static_cast<float>(p.start) * (1.0F + static_cast<float>(p.start_bridging) * host) * quality,
         static_cast<float>(net.negative_encounters) *
             (static_cast<float>(net.negative_base) + static_cast<float>(net.negative_crowding) * crowded),
         kind.hours, TieKind::fellow_member}};
}

}  // namespace

Encounters meet(Ties& ties, const Residents& r, const Places& places, const Visits& visits,
                const RandomWords& random_words, const NetworkParameters& net,
                const MeetingPlaceParameters& p, const PlaceKindParameters& of_kinds,
                TieProposals& proposals) {
    const Sessions sessions = sessions_of_month(r, places, visits, random_words, net);
    const auto kinds = encounter_kinds_of(of_kinds);
    Encounters encounters(r.rows());
    Meeting meeting(ties, r, net, encounters, proposals);
    SessionWords session;
    std::vector<Pair> pairs;
    for (std::size_t s = 0; s + 1 < sessions.start.size(); ++s) {
        const auto begin = sessions.start[s], end = sessions.start[s + 1];
        if (end - begin < 2) continue;
        const Visit* visit = &sessions.visits[begin];
        const std::size_t n = end - begin;
        const PlaceId place{visit->place};
        const auto here = chances_of(n, static_cast<double>(usual_size(places, place)),
                                     host_at(places, place, p), sim::exp_of(places.quality[place]),
                                     kinds[static_cast<std::size_t>(places.kind[place])], net, p);
        const auto place_word = static_cast<std::uint32_t>(places.number[place] >> 32U);
        find_pairs(visit, n, here.known, place_word, meeting, random_words, session, pairs);
        for (const auto& pair : pairs) meeting.pair(pair, here.strangers, here.setting);
    }
    return encounters;
}

void meet_in_groups(Ties& ties, const Residents& r, const std::vector<ArrangedGroup>& groups,
                    const RandomWords& random_words, const NetworkParameters& net,
                    const MeetingPlaceParameters& p, const PlaceKindParameters& of_kinds,
                    Encounters& encounters, TieProposals& proposals) {
    if (groups.empty()) return;
    constexpr std::uint32_t group_word = 0x6c8e9cf5U;
    const auto kinds = encounter_kinds_of(of_kinds);
    Meeting meeting(ties, r, net, encounters, proposals);
    SessionWords session;
    std::vector<Pair> pairs;
    for (const auto& group : groups) {
        const std::size_t n = group.members.size();
        if (n < 2 || group.times == 0) continue;
        Visits visits;
        for (const auto row : group.members)
            visits.push_back(
                {random_words.session[row], row, no_row, static_cast<std::uint8_t>(group.times)});
        auto here = chances_of(n, static_cast<double>(n), group.host, 1.0F,
                               kinds[static_cast<std::size_t>(group.kind)], net, p);
        if (group.hours > 0.0F) here.setting.hours = group.hours;
        if (group.assigned) here.setting.start *= static_cast<float>(p.start_assigned);
        find_pairs(visits.data(), n, here.known, group_word, meeting, random_words, session, pairs);
        for (const auto& pair : pairs) meeting.pair(pair, here.strangers, here.setting);
    }
}

namespace {

/// Everybody of 12 and over in a street, door by door, with the random numbers of the month.
struct Roster {
    std::vector<std::uint16_t> row;
    SessionWords random_words;
    std::vector<std::uint32_t> door;  ///< first of each dwelling; one more than dwellings
};

void call_roster(const Residents& r, const Dwellings& d, std::size_t first, std::size_t last,
                 const std::vector<std::uint32_t>& words_here, Roster& roster) {
    constexpr int old_enough = 12;
    roster.row.clear();
    roster.door.clear();
    for (std::size_t i = first; i < last; ++i) {
        const DwellingId dwelling{static_cast<std::uint16_t>(i)};
        roster.door.push_back(static_cast<std::uint32_t>(roster.row.size()));
        for (int k = 0; k < d.members[dwelling]; ++k)
            if (const ResidentId who = d.member[dwelling][k]; r.age[who] >= old_enough)
                roster.row.push_back(who.value);
    }
    const std::size_t n = roster.row.size();
    roster.door.push_back(static_cast<std::uint32_t>(n));
    roster.random_words.resize(n);
    for (std::size_t k = 0; k < n; ++k) roster.random_words.random_word[k] = words_here[roster.row[k]];
}

}  // namespace

void meet_in_street(Ties& ties, const Residents& r, const Dwellings& d, const Streets& streets, float rural,
                    const RandomWords& random_words, const NetworkParameters& net, Encounters& encounters,
                    TieProposals& proposals) {
    const double usual =
        net.street_chance *
        static_cast<double>(sim::exp_of(static_cast<float>(net.street_rural) * above_middle(rural)));
    constexpr std::size_t doors = 2;  // dwellings on either side
    encounters.on_pavement = encounters.positive;
    Meeting meeting(ties, r, net, encounters, proposals);
    Roster roster;
    for (std::size_t s = 0; s < streets.rows(); ++s) {
        const StreetId street{static_cast<std::uint16_t>(s)};
        const auto threshold =
            threshold_of(usual * (0.5 + static_cast<double>(streets.public_space[street])));
        const auto bad =
            net.negative_base + net.negative_nuisance * static_cast<double>(streets.nuisance[street]);
        const Setting setting{static_cast<float>(net.street_start),
                              static_cast<float>(net.negative_encounters * bad),
                              static_cast<float>(net.street_hours), TieKind::neighbour};
        const std::size_t first = streets.first_dwelling[street].index(), homes = streets.dwellings[street];
        call_roster(r, d, first, first + homes, random_words.pavement, roster);
        for (std::size_t i = 0; i < homes; ++i) {
            // Those who live next door, further down the street, stand side by side in the roster.
            const std::size_t from = roster.door[i + 1], to = roster.door[std::min(homes, i + doors + 1)];
            for (std::size_t a = roster.door[i]; a < from; ++a)
                pairs_below(threshold, roster.random_words.random_word[a], roster.random_words, from, to,
                            [&](std::size_t k, std::uint32_t number) {
                                meeting.pair({roster.row[a], roster.row[k], 1, number}, threshold, setting);
                            });
        }
    }
    sim::each_row(
        r.rows(),
        [](std::uint8_t& on_pavement, std::uint8_t all) {
            on_pavement = static_cast<std::uint8_t>(all - on_pavement);
        },
        encounters.on_pavement, encounters.positive);
}

}  // namespace weefsel
