#include <algorithm>

#include "models/process/household/leaving.hpp"
#include "models/study/destination.hpp"
#include "models/study/move_bonds.hpp"
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

/// A household moves into a neighbourhood. Changes nothing of the one it comes from.
void arrive(Municipality& m, const Mover& mover, std::size_t to, DwellingId dwelling, Departures& d,
            std::vector<Arrival>& arrived, std::vector<Moved>& moved, const Parameters& p,
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
        arrived[row] = {static_cast<std::uint16_t>(to), who.value};
        moved.push_back({r.birth_number[who], static_cast<std::uint16_t>(to), who.value});
    }
    for (const auto a : rows)
        for (const auto b : rows)
            if (d.partner[a] != 0 &&
                d.partner[a] == d.people.birth_number[ResidentId{static_cast<std::uint16_t>(b)}])
                r.partner[ResidentId{arrived[a].row}] = ResidentId{arrived[b].row};
}

/// Who goes where, by what stands empty when it is his or her turn: all that has to be done one after the
/// other.
class Destinations {
public:
    Destinations(const StudyMap& map, const EmptyDwellings& empty)
        : map_(map), left_(map.sites()), came_(map.sites()) {
        for (std::size_t site = 0; site < map.sites(); ++site) left_[site] = empty[site].size();
    }
    /// In order of random priorities; each municipality apart.
    void within(const MunicipalityOnMap& here, const std::vector<Mover>& movers, Municipality& m,
                const sim::RandomSource& draws, sim::Month now) {
        for (const auto& mover : movers) send(mover, here, m, draws, now);
    }
    void between(const std::vector<Mover>& movers, Municipality& m, const sim::RandomSource& draws,
                 sim::Month now) {
        const std::size_t nowhere = map_.municipalities.size();
        EmptyByRegion by_region(map_, left_);
        for (const auto& mover : movers) {
            const auto k = municipality_for(mover, map_, by_region, draws, now);
            if (k != nowhere && send(mover, map_.municipalities[k], m, draws, now)) by_region.take(map_, k);
        }
    }
    /// Who comes to a neighbourhood, in the order in which they choose a dwelling.
    [[nodiscard]] const std::vector<const Mover*>& to(std::size_t site) const { return came_[site]; }

private:
    bool send(const Mover& mover, const MunicipalityOnMap& there, Municipality& m,
              const sim::RandomSource& draws, sim::Month now) {
        const auto to = neighbourhood_for(mover, there, map_, left_, draws, now);
        if (to == map_.sites()) return false;  // nothing stands empty in any other
        --left_[to];
        came_[to].push_back(&mover);
        m.borders[mover.from].of(BorderFlow::moved_out) += mover.household.members;
        return true;
    }

    const StudyMap& map_;
    EmptyCount left_;  ///< dwellings that stand empty
    std::vector<std::vector<const Mover*>> came_;
};

/// Households from outside come less often by as many as came from within, averaged over a year.
void share_dwellings(Municipality& m, const Destinations& going, const std::vector<std::size_t>& empty) {
    constexpr float a_year = 1.0F / 12.0F, never = 1e9F;
    for (std::size_t site = 0; site < empty.size(); ++site) {
        auto& refill = m.borders[site].refill;
        auto& from_within = refill[static_cast<std::size_t>(Refill::from_within)];
        from_within += (static_cast<float>(going.to(site).size()) - from_within) * a_year;
        const auto stand_empty = static_cast<float>(std::max<std::size_t>(empty[site], 1));
        const float chance =
            1.0F / refill[static_cast<std::size_t>(Refill::vacancy_months)] - from_within / stand_empty;
        m.neighbourhoods[site].norms.vacancy_months[0] = chance > 1.0F / never ? 1.0F / chance : never;
    }
}

}  // namespace

MovesMade move_within(Municipality& m, const StudyMap& map, std::vector<Departures>& departures,
                      const Parameters& p, const sim::RandomSource& draws, sim::Month now, WorkerPool& pool) {
    MovesMade made;
    const std::size_t sites = map.sites();
    EmptyDwellings empty(sites);
    std::vector<std::size_t> stood_empty(sites);
    std::vector<std::vector<Arrival>> arrived(sites);
    pool.each([&](std::size_t site) {
        empty[site] = empty_in(m.neighbourhoods[site].dwellings, now);
        stood_empty[site] = empty[site].size();
        arrived[site].assign(departures[site].rows, Arrival{});
    });
    const auto all = movers(map, departures, p.exchange, draws, now, pool);
    Destinations going(map, empty);
    pool.each_of(map.municipalities.size(),
                 [&](std::size_t k) { going.within(map.municipalities[k], all.within[k], m, draws, now); });
    going.between(all.between, m, draws, now);
    std::vector<std::vector<Moved>> moved(sites);
    pool.each([&](std::size_t to) {
        for (const auto* mover : going.to(to)) {
            const auto dwelling =
                take_dwelling(empty[to], m.neighbourhoods[to].dwellings, mover->key, draws, now);
            arrive(m, *mover, to, dwelling, departures[mover->from], arrived[mover->from], moved[to], p,
                   draws, now);
        }
    });
    for (const auto& one : moved) made.moved.insert(made.moved.end(), one.begin(), one.end());
    std::sort(made.moved.begin(), made.moved.end(),
              [](const Moved& a, const Moved& b) { return a.who < b.who; });
    std::vector<BondsKept> kept(sites);
    pool.each([&](std::size_t site) {
        kept[site] = keep_bonds(m, site, departures[site], arrived[site], made.moved, p, draws, now);
    });
    settle_bonds(m, kept, made);
    if (p.exchange.moves_within > 0 || p.exchange.moves_between > 0) share_dwellings(m, going, stood_empty);
    return made;
}

}  // namespace weefsel
