#include <algorithm>
#include <limits>

#include "models/process/household/demography.hpp"
#include "models/process/household/leaving.hpp"
#include "models/world/ages.hpp"
#include "models/world/event.hpp"
#include "models/world/life_table.hpp"
#include "models/world/tie_change.hpp"
#include "models/world/units.hpp"
#include "sim/numeric.hpp"

namespace weefsel {
namespace {

constexpr int generation = 16;  // years between a parent and a child, at least

float couple_hazard(int age, const DemographyParameters& p) {
    constexpr int until_young = 25, until_middle = 40, until_older = 60;
    if (age < adult_age) return 0.0F;
    if (age < until_young) return static_cast<float>(p.couple_at_20);
    if (age < until_middle) return static_cast<float>(p.couple_at_30);
    return static_cast<float>(age < until_older ? p.couple_at_45 : p.couple_at_65);
}

float separation_hazard(int age, const DemographyParameters& p) {
    constexpr int until_young = 40, until_middle = 60;
    if (age < until_young) return static_cast<float>(p.separation_young);
    if (age < until_middle) return static_cast<float>(0.5 * (p.separation_young + p.separation_old));
    return static_cast<float>(p.separation_old);
}

/// A partner from elsewhere moves in.
void partner_comes(People& people, ResidentId who, std::uint16_t nth, const Parameters& parameters,
                   const sim::RandomSource& draws, sim::Month now) {
    const auto same_origin = static_cast<float>(parameters.demography.couple_same_origin),
               age_spread = static_cast<float>(parameters.demography.couple_age_spread);
    auto& r = people.residents;
    const auto number = sim::mix64(r.birth_number[who] ^ (0xC0FFEEULL + nth));
    const auto words = draws.block(Stream::couple, number, sim::Month{0});
    const auto gap =
        static_cast<std::int32_t>(age_spread * sim::normal_quantile(sim::open_uniform_of(words[0])));
    const auto youngest = now + -adult_age * sim::months_per_year;
    const auto oldest = now + -oldest_age * sim::months_per_year;
    const auto born = std::clamp(sim::Month{r.birth_month[who] + gap}, oldest, youngest);
    const auto origin =
        sim::uniform_of(words[1]) < same_origin ? r.origin[who] : static_cast<Origin>(words[2] % 3U);
    const Newcomer partner{number,           born,   r.sex[who] == Sex::female ? Sex::male : Sex::female,
                           r.education[who], origin, r.income[who]};
    const auto id = settle(people, partner, r.dwelling[who], parameters, draws, now);
    r.partner[id] = who;
    r.partner[who] = id;
    tie_household(people, r.dwelling[who], parameters.network);
    ++people.count.of(Flow::arrivals);
}

/// Hazard of parting, at the one of a couple whose birth number is lower; 0 for the others.
void separation_hazards(const Residents& r, const std::array<float, oldest_age + 1>& to_part,
                        std::vector<float>& rate) {
    const std::size_t n = r.rows();  // partners who came this month have rows of their own
    rate.resize(n);
    const std::uint8_t *present = r.present.data(), *age = r.age.data();
    const auto* partner = r.partner.data();
    const sim::BirthNumber* number = r.birth_number.data();
    for (std::size_t i = 0; i < n; ++i) {
        // Who has none is compared with itself: no branch, for who has a partner cannot be foreseen.
        const std::size_t other = partner[i].exists() ? partner[i].index() : i;
        const bool leads = (present[i] != 0) & (number[i] < number[other]);
        rate[i] = leads ? to_part[age[i]] : 0.0F;
    }
}

/// A resident for whom the event of forming a couple fell. They choose in the order of birth numbers, for one
/// may choose whom another would have chosen.
struct Event {
    ResidentId who;
    sim::BirthNumber number;  ///< of whoever had the row when the event fell: rows are used again
};

std::vector<Event> events_of(const Residents& r, const std::vector<std::uint16_t>& due) {
    std::vector<Event> events;
    for (const auto row : due) events.push_back({ResidentId{row}, r.birth_number[ResidentId{row}]});
    std::sort(events.begin(), events.end(),
              [](const Event& a, const Event& b) { return a.number < b.number; });
    return events;
}
bool still_there(const Residents& r, const Event& e) {
    return r.present[e.who] && r.birth_number[e.who] == e.number;
}

/// Those of a dwelling who go where `who` goes: `who` first, then children, unless these live with
/// a grandparent, who keeps them.
std::vector<ResidentId> with_children(const Residents& r, const Dwellings& d, ResidentId who) {
    std::vector<ResidentId> group{who};
    if (lives_with_parent(r, d, who)) return group;
    const auto dwelling = r.dwelling[who];
    for (int k = 0; k < d.members[dwelling]; ++k) {
        const auto other = d.member[dwelling][k];
        if (r.age[who] >= r.age[other] + generation) group.push_back(other);
    }
    return group;
}

/// The resident with whom `who` forms a couple: among singles here of the other sex who are no kin and no
/// housemates, the one with the least keyed exponential over (likeness, times more when they know
/// each other). None: nobody can be.
ResidentId partner_here(const People& people, ResidentId who, const Parameters& p,
                        const sim::RandomSource& draws, sim::Month now) {
    const auto& r = people.residents;
    ResidentId best = ResidentId::none();
    float least = std::numeric_limits<float>::max();
    const auto known = static_cast<float>(p.demography.couple_known);
    const auto own = draws.block(Stream::couple, r.birth_number[who], now, 1)[0];
    for (std::size_t i = 0; i < r.rows(); ++i) {
        const ResidentId other{static_cast<ResidentId::rep>(i)};
        if (!r.present[other] || r.partner[other].exists() || !r.dwelling[other].exists()) continue;
        if (r.age[other] < adult_age || r.sex[other] == r.sex[who] || r.dwelling[other] == r.dwelling[who])
            continue;
        const int tie = entry_of(people.ties, who, other);
        if (tie >= 0 && people.ties.row[who].kind(tie) == TieKind::kin) continue;
        const auto lot = sim::pair_lot(own, static_cast<std::uint32_t>(sim::mix64(r.birth_number[other])));
        const float wait =
            sim::exponential_of(lot) / ((tie >= 0 ? known : 1.0F) * homophily(r, who, other, p.network));
        if (wait < least) {
            least = wait;
            best = other;
        }
    }
    return best;
}

void move_to(People& people, const std::vector<ResidentId>& group, DwellingId to, sim::Month now) {
    for (const auto who : group) {
        leave_dwelling(people, who, now);
        enter_dwelling(people, who, to);
    }
}

/// Two residents form a couple: one joins the other, with children, in the dwelling of the one who has a
/// household of their own (of two, by lot) where there is room, else both in an empty one; where there is
/// none they leave together. What they were to each other becomes a tie of partners.
void couple_here(People& people, ResidentId a, ResidentId b, bool a_hosts, const Parameters& parameters,
                 const sim::RandomSource& draws, sim::Month now) {
    auto& r = people.residents;
    auto& d = people.dwellings;
    // Who lives with a parent is a question about singles, so it comes before they are partners.
    const auto can_host = [&](ResidentId host, std::size_t guests) {
        return !lives_with_parent(r, d, host) &&
               d.members[r.dwelling[host]] + guests <= static_cast<std::size_t>(largest_household);
    };
    const auto of_a = with_children(r, d, a), of_b = with_children(r, d, b);
    const bool at_a = can_host(a, of_b.size()), at_b = can_host(b, of_a.size());
    r.partner[a] = b;
    r.partner[b] = a;
    become_partners(people.ties, a, b, to_tie_hours(static_cast<float>(parameters.network.hours_partner)));
    if (at_a || at_b) {
        const bool host_a = at_a && (a_hosts || !at_b);
        const auto to = r.dwelling[host_a ? a : b];
        move_to(people, host_a ? of_b : of_a, to, now);
        tie_household(people, to, parameters.network);
        return;
    }
    auto both = of_a;
    both.insert(both.end(), of_b.begin(), of_b.end());
    const auto number = sim::pair_number(r.birth_number[a], r.birth_number[b]);
    const auto to = empty_dwelling(d, number);
    if (to.exists() && both.size() <= static_cast<std::size_t>(largest_household)) {
        move_to(people, both, to, now);
        begin_household(d, to, draws);
        tie_household(people, to, parameters.network);
        return;
    }
    depart(people, both.data(), static_cast<int>(both.size()), parameters, now);
}

}  // namespace

void couple_and_part(People& people, const Parameters& parameters, const sim::RandomSource& draws,
                     sim::Month now, Workspace& workspace) {
    auto& r = people.residents;
    const auto& p = parameters.demography;
    const std::size_t n = r.rows();
    // A couple of two residents takes two of them: with a chance q at an event that the partner lives here,
    // 2 q / (1 + q) of those who form a couple do so within the neighbourhood, and 1 / (1 + q) of the
    // events make as many coupled residents as before.
    constexpr float half = 0.5F;
    const auto share = static_cast<float>(p.couple_here);
    const float here = share / (2.0F - share), fewer = 1.0F / (1.0F + here);
    std::array<float, oldest_age + 1> to_couple{}, to_part{};
    for (int age = 0; age <= oldest_age; ++age) {
        to_couple[static_cast<std::size_t>(age)] =
            couple_hazard(age, p) * static_cast<float>(p.couples) * fewer * per_month;
        to_part[static_cast<std::size_t>(age)] =
            separation_hazard(age, p) * static_cast<float>(p.separation) * per_month;
    }
    workspace.rate.resize(n);
    {
        const std::uint8_t *present = r.present.data(), *age = r.age.data();
        const auto* partner = r.partner.data();
        const auto* dwelling = r.dwelling.data();
        const float* by_age = to_couple.data();
        float* hazard = workspace.rate.data();
#pragma omp simd
        for (std::size_t i = 0; i < n; ++i) {
            const bool can = (present[i] != 0) & (partner[i].value == ResidentId::none_value) &
                             (dwelling[i].value != DwellingId::none_value);
            const float level = by_age[age[i]];
            hazard[i] = can ? level : 0.0F;
        }
    }
    workspace.show(hazard_of(EventKind::couple));
    accumulate(r, EventKind::couple, workspace.rate, workspace.due);
    for (const auto& event : events_of(r, workspace.due)) {
        if (!still_there(r, event)) continue;  // has left this month with a parent
        const auto who = event.who;
        const auto nth = r.episodes(EventKind::couple)[who];
        next_episode(r, EventKind::couple, who, draws);
        if (r.partner[who].exists()) continue;  // was found by another resident this month
        const auto words = draws.block(Stream::couple, event.number, now);
        if (sim::uniform_of(words[1]) < here) {
            const auto other = partner_here(people, who, parameters, draws, now);
            if (other.exists()) {
                couple_here(people, who, other, sim::uniform_of(words[2]) < half, parameters, draws, now);
                continue;
            }
        }
        const bool at_home = lives_with_parent(r, people.dwellings, who);
        const bool room = people.dwellings.members[r.dwelling[who]] < largest_household;
        const bool comes = sim::uniform_of(words[0]) < static_cast<float>(p.partner_moves_in);
        if (comes && room && !at_home) {
            partner_comes(people, who, nth, parameters, draws, now);
        } else {
            const auto leave = with_children(r, people.dwellings, who);  // to the partner's dwelling
            go_away(people, leave.data(), static_cast<int>(leave.size()), parameters, now);
        }
    }
    separation_hazards(r, to_part, workspace.rate);
    workspace.show(hazard_of(EventKind::separation));
    accumulate(r, EventKind::separation, workspace.rate, workspace.due);
    for (const auto row : workspace.due) {
        const ResidentId who{row}, other = r.partner[who];
        next_episode(r, EventKind::separation, who, draws);
        if (!other.exists()) continue;
        r.partner[who] = r.partner[other] = ResidentId::none();
        if (r.carer[who] == other) r.carer[who] = ResidentId::none();
        if (r.carer[other] == who) r.carer[other] = ResidentId::none();
        const int k = entry_of(people.ties, who, other);
        if (k >= 0) end_tie(people.ties, who, k);
        const bool who_leaves = draws.uniform(Stream::household_event, r.birth_number[who], now) < 0.5F;
        go_elsewhere(people, who_leaves ? who : other, parameters, draws, now);
    }
}

}  // namespace weefsel
