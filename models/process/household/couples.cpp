#include <algorithm>
#include <limits>

#include "models/process/household/demography.hpp"
#include "models/process/household/leaving.hpp"
#include "models/world/ages.hpp"
#include "models/world/event.hpp"
#include "models/world/life_event.hpp"
#include "models/world/life_table.hpp"
#include "models/world/tie_change.hpp"
#include "models/world/units.hpp"
#include "sim/each_row.hpp"
#include "sim/numeric.hpp"

namespace weefsel {
namespace {

constexpr int generation = 16;  // years between a parent and a child, at least

using ByAge = std::array<float, oldest_age + 1>;

template <class F>
ByAge table_by_age(F&& f) {
    ByAge table{};
    for (int age = 0; age <= oldest_age; ++age) table[static_cast<std::size_t>(age)] = f(age);
    return table;
}

/// A year.
float couple_hazard(int age, const DemographyParametersOf<float>& p) {
    constexpr int until_young = 25, until_middle = 40, until_older = 60;
    if (age < adult_age) return 0.0F;
    if (age < until_young) return p.couple_at_20;
    if (age < until_middle) return p.couple_at_30;
    return age < until_older ? p.couple_at_45 : p.couple_at_65;
}

/// A year.
double separation_hazard(int age, const DemographyParameters& p) {
    constexpr int until_young = 40, until_middle = 60;
    if (age < until_young) return p.separation_young;
    if (age < until_middle) return 0.5 * (p.separation_young + p.separation_old);
    return p.separation_old;
}

/// A partner from elsewhere moves in.
void partner_comes(People& people, ResidentId who, std::uint16_t nth, const Parameters& parameters,
                   const sim::RandomSource& draws, sim::Month now) {
    const auto p = sim::narrowed(parameters.demography);
    auto& r = people.residents;
    const auto number = sim::mix64(r.birth_number[who] ^ (0xC0FFEEULL + nth));
    const auto words = draws.block(Stream::couple, number, sim::Month{0});
    const auto gap =
        static_cast<std::int32_t>(p.couple_age_spread * sim::normal_quantile(sim::open_uniform_of(words[0])));
    const auto youngest = now + -adult_age * sim::months_per_year;
    const auto oldest = now + -oldest_age * sim::months_per_year;
    const auto born = std::clamp(sim::Month{r.birth_month[who] + gap}, oldest, youngest);
    const auto origin =
        sim::uniform_of(words[1]) < p.couple_same_origin ? r.origin[who] : static_cast<Origin>(words[2] % 3U);
    const Newcomer partner{number,           born,   r.sex[who] == Sex::female ? Sex::male : Sex::female,
                           r.education[who], origin, r.income[who]};
    const auto id = settle(people, partner, r.dwelling[who], parameters, draws, now);
    r.partner[id] = who;
    r.partner[who] = id;
    tie_household(people, r.dwelling[who], parameters.network);
    ++people.count.of(Flow::arrivals);
}

/// Hazard of forming a couple, for singles in a dwelling.
void couple_hazards(const Residents& r, const ByAge& to_couple, std::vector<float>& rate) {
    rate.resize(r.rows());
    sim::each_row(
        r.rows(),
        [&](float& hazard, std::uint8_t age, std::uint8_t present, ResidentId partner, DwellingId dwelling) {
            const bool can = (present != 0) & !partner.exists() & dwelling.exists();
            const float usual = to_couple[age];
            hazard = can ? usual : 0.0F;
        },
        rate, r.age, r.present, r.partner, r.dwelling);
}

/// Hazard of parting, at the one of a couple whose birth number is lower; 0 for the others.
void separation_hazards(const Residents& r, const ByAge& to_part, std::vector<float>& rate) {
    rate.resize(r.rows());  // partners who came this month have rows of their own
    for (const auto who : r.ids()) {
        // Who has none is compared with itself: no branch, for who has a partner cannot be foreseen.
        const auto other = r.partner[who].exists() ? r.partner[who] : who;
        const bool leads = (r.present[who] != 0) & (r.birth_number[who] < r.birth_number[other]);
        rate[who.index()] = leads ? to_part[r.age[who]] : 0.0F;
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
    for (const auto other : r.ids()) {
        if (!r.present[other] || r.partner[other].exists() || !r.dwelling[other].exists()) continue;
        if (r.age[other] < adult_age || r.sex[other] == r.sex[who] || r.dwelling[other] == r.dwelling[who])
            continue;
        const int tie = entry_of(people.ties, who, other);
        if (tie >= 0 && is_kin(people.ties.row[who].kind(tie))) continue;
        const auto random_word =
            sim::pair_word(own, static_cast<std::uint32_t>(sim::mix64(r.birth_number[other])));
        const float wait = sim::exponential_of(random_word) /
                           ((tie >= 0 ? known : 1.0F) * homophily(r, who, other, p.network));
        if (wait < least) {
            least = wait;
            best = other;
        }
    }
    return best;
}

void move_to(People& people, const std::vector<ResidentId>& group, DwellingId to, const NetworkParameters& p,
             sim::Month now) {
    for (const auto who : group) move_house(people, who, to, p, now);
}

/// Two residents form a couple: one joins the other, with children, in the dwelling of the one who has a
/// household of their own (of two, by chance) where there is room, else both in an empty one; where there is
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
    become_partners(people.ties, a, b, to_tie_hours(parameters.network.hours_partner));
    if (at_a || at_b) {
        const bool host_a = at_a && (a_hosts || !at_b);
        const auto to = r.dwelling[host_a ? a : b];
        move_to(people, host_a ? of_b : of_a, to, parameters.network, now);
        tie_household(people, to, parameters.network);
        return;
    }
    auto both = of_a;
    both.insert(both.end(), of_b.begin(), of_b.end());
    const auto number = sim::pair_number(r.birth_number[a], r.birth_number[b]);
    const auto to = empty_dwelling(d, number, draws, now);
    if (to.exists() && both.size() <= static_cast<std::size_t>(largest_household)) {
        move_to(people, both, to, parameters.network, now);
        begin_household(d, to, draws);
        tie_household(people, to, parameters.network);
        return;
    }
    depart(people, both.data(), static_cast<int>(both.size()), parameters, draws, now);
}

/// Two of the neighbourhood form a couple, or one with somebody from elsewhere. `here`: chance that the
/// partner is looked for in the neighbourhood.
void form_couple(People& people, const Event& event, float here, const Parameters& parameters,
                 const sim::RandomSource& draws, sim::Month now) {
    constexpr float half = 0.5F;
    auto& r = people.residents;
    const auto who = event.who;
    const auto nth = r.episodes(EventKind::couple)[who];
    next_episode(r, EventKind::couple, who, draws);
    if (r.partner[who].exists()) return;  // was found by another resident this month
    const auto words = draws.block(Stream::couple, event.number, now);
    if (sim::uniform_of(words[1]) < here) {
        const auto other = partner_here(people, who, parameters, draws, now);
        if (other.exists())
            return couple_here(people, who, other, sim::uniform_of(words[2]) < half, parameters, draws, now);
    }
    const bool at_home = lives_with_parent(r, people.dwellings, who);
    const bool room = people.dwellings.members[r.dwelling[who]] < largest_household;
    const bool comes = sim::uniform_of(words[0]) < static_cast<float>(parameters.demography.partner_moves_in);
    if (comes && room && !at_home) return partner_comes(people, who, nth, parameters, draws, now);
    if (at_home) leave_parents(people, who, parameters.wellbeing);
    const auto leave = with_children(r, people.dwellings, who);  // to the partner's dwelling
    go_away(people, leave.data(), static_cast<int>(leave.size()), parameters, draws, now);
}

/// The partner of `who` and `who` are no longer a couple; one of them leaves, each as often.
void part(People& people, ResidentId who, const Parameters& parameters, const sim::RandomSource& draws,
          sim::Month now) {
    auto& r = people.residents;
    const auto other = r.partner[who];
    next_episode(r, EventKind::separation, who, draws);
    if (!other.exists()) return;
    r.partner[who] = r.partner[other] = ResidentId::none();
    if (r.carer[who] == other) r.carer[who] = ResidentId::none();
    if (r.carer[other] == who) r.carer[other] = ResidentId::none();
    const int k = entry_of(people.ties, who, other);
    if (k >= 0) end_tie(people.ties, who, k);
    for (const auto one : {who, other}) happen_to(r, one, parameters.wellbeing.event_separation);
    const bool who_leaves = draws.uniform(Stream::household_event, r.birth_number[who], now) < 0.5F;
    go_elsewhere(people, who_leaves ? who : other, parameters, draws, now);
}

}  // namespace

void couple_and_part(People& people, const Parameters& parameters, const sim::RandomSource& draws,
                     sim::Month now, Workspace& w, const ShowHazard& show) {
    auto& r = people.residents;
    const auto& wide = parameters.demography;
    const auto p = sim::narrowed(wide);
    // A couple of two residents takes two of them: with a chance q at an event that the partner lives here,
    // 2 q / (1 + q) of those who form a couple do so within the neighbourhood, and 1 / (1 + q) of the
    // events make as many coupled residents as before.
    const float here = p.couple_here / (2.0F - p.couple_here), fewer = 1.0F / (1.0F + here);
    const auto to_couple =
        table_by_age([&](int age) { return couple_hazard(age, p) * p.couples * fewer * per_month; });
    couple_hazards(r, to_couple, w.rate);
    show(hazard_of(EventKind::couple), {w.rate});
    accumulate(r, EventKind::couple, w.rate, w.due);
    for (const auto& event : events_of(r, w.due))
        if (still_there(r, event))  // has not left this month with a parent
            form_couple(people, event, here, parameters, draws, now);

    const auto to_part = table_by_age(
        [&](int age) { return static_cast<float>(separation_hazard(age, wide)) * p.separation * per_month; });
    separation_hazards(r, to_part, w.rate);
    show(hazard_of(EventKind::separation), {w.rate});
    accumulate(r, EventKind::separation, w.rate, w.due);
    for (const auto row : w.due) part(people, ResidentId{row}, parameters, draws, now);
}

}  // namespace weefsel
