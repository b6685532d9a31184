#include <algorithm>
#include <array>
#include <limits>

#include "models/process/household/leaving.hpp"
#include "models/study/exchange.hpp"
#include "models/world/ages.hpp"
#include "models/world/life_event.hpp"
#include "models/world/membership.hpp"
#include "models/world/streams.hpp"
#include "models/world/tie_change.hpp"
#include "sim/error.hpp"
#include "sim/numeric.hpp"

namespace weefsel {
namespace {

using Household = Departures::Household;

/// A household that stays within the municipality.
struct Mover {
    std::uint64_t random_word;
    sim::BirthNumber key;  ///< smallest birth number of the household
    std::size_t from;
    Household household;
};

std::vector<Mover> movers(const StudyMap& map, const std::vector<Departures>& departures,
                          const ExchangeParameters& p, const sim::RandomSource& draws, sim::Month now) {
    constexpr unsigned word = 32;
    std::vector<Mover> all;
    for (std::size_t site = 0; site < map.sites(); ++site) {
        const auto within = static_cast<float>(p.moves_within * map.others_within[site]);
        const auto& d = departures[site];
        for (const auto& household : d.households) {
            sim::BirthNumber key = std::numeric_limits<sim::BirthNumber>::max();
            for (std::uint32_t k = 0; k < household.members; ++k)
                key = std::min(
                    key, d.people.birth_number[ResidentId{static_cast<std::uint16_t>(household.first + k)}]);
            const auto words = draws.block(Stream::move_within, key, now);
            if (sim::uniform_of(words[0]) >= within) continue;
            all.push_back({(std::uint64_t{words[1]} << word) | words[2], key, site, household});
        }
    }
    std::sort(all.begin(), all.end(), [](const Mover& a, const Mover& b) {
        return a.random_word != b.random_word ? a.random_word < b.random_word : a.key < b.key;
    });
    return all;
}

/// Dwellings that stood empty before this month, per neighbourhood.
std::vector<std::vector<DwellingId>> empty_dwellings(const Municipality& m, sim::Month now) {
    std::vector<std::vector<DwellingId>> empty(m.neighbourhoods.size());
    for (std::size_t site = 0; site < empty.size(); ++site) {
        const auto& d = m.neighbourhoods[site].dwellings;
        for (std::size_t i = 0; i < d.rows(); ++i) {
            const DwellingId dwelling{static_cast<std::uint16_t>(i)};
            if (d.members[dwelling] == 0 && d.empty_since[dwelling] < now.value)
                empty[site].push_back(dwelling);
        }
    }
    return empty;
}

/// The neighbourhood that somebody goes to: in proportion to what stands empty, by a race of keyed
/// exponentials, so that one dwelling more there changes few minds. `sites`: nowhere.
std::size_t destination(const Mover& mover, const StudyMap& map,
                        const std::vector<std::vector<DwellingId>>& empty, const sim::RandomSource& draws,
                        sim::Month now) {
    std::size_t best = map.sites();
    float best_time = std::numeric_limits<float>::max();
    for (std::size_t site = 0; site < map.sites(); ++site) {
        if (site == mover.from || empty[site].empty()) continue;
        const auto word =
            draws.block(Stream::move_within, sim::pair_number(map.key[site], mover.key), now)[0];
        const float time = sim::exponential_of(word) / static_cast<float>(empty[site].size());
        if (time < best_time) {
            best_time = time;
            best = site;
        }
    }
    return best;
}

/// Takes the dwelling with the highest random priority out of those that stand empty.
DwellingId take_dwelling(std::vector<DwellingId>& empty, const Dwellings& d, sim::BirthNumber key,
                         const sim::RandomSource& draws, sim::Month now) {
    std::size_t best = 0;
    std::uint64_t highest = 0;
    for (std::size_t k = 0; k < empty.size(); ++k) {
        const auto priority =
            draws.priority(Stream::dwelling_choice, sim::pair_number(d.number[empty[k]], key), now);
        if (k == 0 || priority > highest) {
            best = k;
            highest = priority;
        }
    }
    const auto dwelling = empty[best];
    empty[best] = empty.back();
    empty.pop_back();
    return dwelling;
}

/// What belongs to a neighbourhood and not to who moves.
void begin_anew(Residents& r, ResidentId who, const Parameters& p, sim::Month now) {
    constexpr std::uint8_t none = 255;
    r.dwelling[who] = DwellingId::none();
    r.partner[who] = r.carer[who] = ResidentId::none();
    r.arrived[who] = static_cast<std::int16_t>(now.value);
    r.trust[who] = r.trust_level[who];
    r.belonging[who] = 0.5F;
    r.moved[who] = Residents::never;
    r.known_street[who] = static_cast<float>(p.network.known_on_arrival);
    for (std::size_t m = 0; m < regular_places; ++m) {
        r.regular[m][who] = none;
        r.habit[m][who] = r.companions[m][who] = 0.0F;
    }
    r.visits[who] = 0;
    r.invited[who] = r.volunteer_place[who] = none;
    r.known_post[who] = {none, none};
    r.bond[who] = {};
    r.bond_months[who] = {};
    r.support_hours[who] = 0.0F;
    r.trajectory_post[who] = none;
    r.trajectory_left[who] = 0;
    r.signal[who] = r.help_given[who] = r.help_load[who] = r.helped[who] = 0;
    r.volunteer_hours[who] = r.care_need[who] = r.care_informal[who] = r.care_given[who] = 0.0F;
}

/// Who used care goes on using it, and who waited keeps the place in the queue.
void bring_care(Neighbourhood& n, ResidentId who) {
    for (std::size_t line = 0; line < care_lines; ++line) {
        const auto bit = 1U << line;
        if (n.residents.care_use[who] & bit) ++n.care.in_use[line];
        if ((n.residents.care_waiting[who] & bit) == 0) continue;
        ++n.care.waiting[line];
        ++n.care.joined[line];
    }
}

/// The rows of a household, by birth number, so that nothing depends on how they lay before.
std::vector<std::uint32_t> in_order(const Departures& d, const Household& household) {
    std::vector<std::uint32_t> rows(household.members);
    for (std::uint32_t k = 0; k < household.members; ++k) rows[k] = household.first + k;
    const auto number = [&](std::uint32_t row) {
        return d.people.birth_number[ResidentId{static_cast<std::uint16_t>(row)}];
    };
    std::sort(rows.begin(), rows.end(), [&](auto a, auto b) { return number(a) < number(b); });
    return rows;
}

void arrive(Municipality& m, const Mover& mover, std::size_t to, DwellingId dwelling, Departures& d,
            std::vector<std::uint16_t>& new_row, MovesMade& made, const Parameters& p,
            const sim::RandomSource& draws, sim::Month now) {
    auto& n = m.neighbourhoods[to];
    auto people = people_of(n);
    auto& r = n.residents;
    begin_household(n.dwellings, dwelling, draws);
    const auto rows = in_order(d, mover.household);
    for (const auto row : rows) {
        const auto who = free_row(people);
        copy_resident(d.people, row, r, who.index());
        clear_ties(n.ties, who);
        begin_anew(r, who, p, now);
        if (r.age[who] >= adult_age) happen_to(r, who, p.wellbeing.event_moving);
        bring_care(n, who);
        enter_dwelling(people, who, dwelling);
        ++n.people.of(Flow::arrivals);
        ++m.borders[to].of(BorderFlow::moved_in);
        ++m.borders[mover.from].of(BorderFlow::moved_out);
        new_row[row] = who.value;
        made.moved.push_back({r.birth_number[who], static_cast<std::uint16_t>(to), who.value});
    }
    for (const auto a : rows)
        for (const auto b : rows)
            if (d.partner[a] != 0 &&
                d.partner[a] == d.people.birth_number[ResidentId{static_cast<std::uint16_t>(b)}])
                r.partner[ResidentId{new_row[a]}] = ResidentId{new_row[b]};
}

/// Contact with somebody who has moved away, and the friend elsewhere, are no longer apart from the tie.
void take_back(Residents& r, ResidentId who, sim::BirthNumber number, const KeptInTouch& kept) {
    if (!r.present[who] || r.birth_number[who] != number) return;
    r.moved_contact[who] = static_cast<std::uint16_t>(std::max(0, r.moved_contact[who] - kept.contact));
    r.outside_friends[who] = static_cast<std::uint8_t>(std::max(0, r.outside_friends[who] - kept.friends));
}

/// Ties of those who found a dwelling: within the household as they were, others survive across the border.
void keep_bonds(Municipality& m, std::size_t from, const Departures& d,
                const std::vector<std::uint16_t>& new_row, const Parameters& p,
                const sim::RandomSource& draws, sim::Month now, MovesMade& made) {
    const auto at = [&](sim::BirthNumber who) {
        return std::lower_bound(made.moved.begin(), made.moved.end(), who,
                                [](const Moved& a, sim::BirthNumber b) { return a.who < b; });
    };
    for (const auto& bond : d.bonds) {
        if (new_row[bond.who] == ResidentId::none_value) continue;
        const auto mover = d.people.birth_number[ResidentId{static_cast<std::uint16_t>(bond.who)}];
        const auto me = at(mover), other = at(bond.other);
        const bool together =
            other != made.moved.end() && other->who == bond.other && other->site == me->site;
        // The tie lives on as one: what the other would keep of it as contact with who moved away is in it.
        const auto touch = kept_in_touch(bond.other, mover, bond.hours, bond.kind, p, draws, now);
        if (other != made.moved.end() && other->who == bond.other)
            take_back(m.neighbourhoods[other->site].residents, ResidentId{other->row}, bond.other, touch);
        else
            take_back(m.neighbourhoods[from].residents, ResidentId{bond.other_row}, bond.other, touch);
        if (!together) {
            if (has_lapsed(bond.kind)) continue;
            const auto kind = bond.kind == TieKind::kin ? TieKind::kin : TieKind::friend_;
            made.ties.push_back(
                {mover, bond.other, static_cast<std::uint16_t>(from), bond.other_row, bond.hours, kind});
            continue;
        }
        auto& ties = m.neighbourhoods[me->site].ties;
        const ResidentId a{me->row}, b{other->row};
        if (entry_of(ties, a, b) < 0)  // two of one household have both noted it
            begin_tie(ties, a, b, bond.kind, bond.hours);
    }
}

/// Households from outside come less often by as many as came from within, averaged over a year.
void share_dwellings(Municipality& m, const std::vector<int>& came, const std::vector<std::size_t>& empty) {
    constexpr float a_year = 1.0F / 12.0F, never = 1e9F;
    for (std::size_t site = 0; site < came.size(); ++site) {
        auto& refill = m.borders[site].refill;
        auto& from_within = refill[static_cast<std::size_t>(Refill::from_within)];
        from_within += (static_cast<float>(came[site]) - from_within) * a_year;
        const auto stand_empty = static_cast<float>(std::max<std::size_t>(empty[site], 1));
        const float chance =
            1.0F / refill[static_cast<std::size_t>(Refill::vacancy_months)] - from_within / stand_empty;
        m.neighbourhoods[site].norms.vacancy_months[0] = chance > 1.0F / never ? 1.0F / chance : never;
    }
}

}  // namespace

MovesMade move_within(Municipality& m, const StudyMap& map, std::vector<Departures>& departures,
                      const Parameters& p, const sim::RandomSource& draws, sim::Month now) {
    MovesMade made;
    const std::size_t sites = map.sites();
    auto empty = empty_dwellings(m, now);
    std::vector<std::size_t> stood_empty(sites);
    for (std::size_t site = 0; site < sites; ++site) stood_empty[site] = empty[site].size();
    std::vector<std::vector<std::uint16_t>> new_row(sites);
    for (std::size_t site = 0; site < sites; ++site)
        new_row[site].assign(departures[site].rows, ResidentId::none_value);
    std::vector<int> came(sites, 0);
    for (const auto& mover : movers(map, departures, p.exchange, draws, now)) {
        const auto to = destination(mover, map, empty, draws, now);
        if (to == sites) continue;  // nothing stands empty anywhere else
        const auto dwelling = take_dwelling(empty[to], m.neighbourhoods[to].dwellings, mover.key, draws, now);
        arrive(m, mover, to, dwelling, departures[mover.from], new_row[mover.from], made, p, draws, now);
        ++came[to];
    }
    std::sort(made.moved.begin(), made.moved.end(),
              [](const Moved& a, const Moved& b) { return a.who < b.who; });
    for (std::size_t site = 0; site < sites; ++site)
        keep_bonds(m, site, departures[site], new_row[site], p, draws, now, made);
    if (p.exchange.moves_within > 0) share_dwellings(m, came, stood_empty);
    return made;
}

}  // namespace weefsel
