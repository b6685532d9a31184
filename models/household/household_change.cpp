#include <algorithm>

#include "models/household/demography.hpp"
#include "models/household/life_table.hpp"
#include "models/network/tie_change.hpp"
#include "models/resident/event.hpp"
#include "sim/marked.hpp"
#include "sim/numeric.hpp"

namespace weefsel {
namespace {

constexpr float per_month = 1.0F / 12.0F;
constexpr int adult = 18;

/// Goes to an empty dwelling here with a keyed chance, else out of the neighbourhood.
void go_elsewhere(People& people, ResidentId who, Stream stream, const Parameters& parameters,
                  const sim::Draws& draws, sim::Month now) {
    const auto number = people.residents.birth_number[who];
    if (draws.uniform(stream, number, now, 1) < static_cast<float>(parameters.demography.stay_when_leaving)) {
        const auto to = empty_dwelling(people.dwellings, number);
        if (to.exists()) {
            leave_dwelling(people, who, now);
            enter_dwelling(people, who, to);
            begin_household(people.dwellings, to, draws);
            return;
        }
    }
    if (people.departures != nullptr)
        note_departure(*people.departures, people.residents, people.ties, &who, 1,
                       to_tie_hours(static_cast<float>(parameters.exchange.tie_survives_from)));
    remove(people, who, Flow::departures, now);
}

float couple_hazard(int age, const DemographyParameters& p) {
    constexpr int until_young = 25, until_middle = 40, until_older = 60;
    if (age < adult) return 0.0F;
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
                   const sim::Draws& draws, sim::Month now) {
    constexpr float same_origin = 0.85F;  // partner choice within the origin group, CBS, rounded
    constexpr float age_spread = 36.0F;   // months
    auto& r = people.residents;
    const auto number = sim::mix64(r.birth_number[who] ^ (0xC0FFEEULL + nth));
    const auto words = draws.block(Stream::couple, number, sim::Month{0});
    const auto gap =
        static_cast<std::int32_t>(age_spread * sim::normal_quantile(sim::open_uniform_of(words[0])));
    const auto youngest = now + -adult * sim::months_per_year;
    const auto born = std::min(sim::Month{r.birth_month[who] + gap}, youngest);
    const auto origin =
        sim::uniform_of(words[1]) < same_origin ? r.origin[who] : static_cast<Origin>(words[2] % 3U);
    const Newcomer partner{number,           born,   r.sex[who] == Sex::female ? Sex::male : Sex::female,
                           r.education[who], origin, r.income[who]};
    const auto id = settle(people, partner, r.dwelling[who], parameters, draws, now);
    r.partner[id] = who;
    r.partner[who] = id;
    tie_household(people, r.dwelling[who]);
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

}  // namespace

void leave_home(People& people, const Parameters& parameters, const sim::Draws& draws, sim::Month now,
                Workspace& workspace) {
    constexpr int youngest = 17, middle = 20, older = 25, oldest = 40;
    auto& r = people.residents;
    const auto& p = parameters.demography;
    const std::size_t n = r.rows();
    workspace.rate.assign(n, 0.0F);
    workspace.marks.resize(n);
    const std::uint8_t *present = r.present.data(), *ages = r.age.data();
    const auto* partner = r.partner.data();
    std::uint8_t* may = workspace.marks.data();
#pragma omp simd
    for (std::size_t i = 0; i < n; ++i)
        may[i] = (present[i] != 0) & (ages[i] >= youngest) & (ages[i] < oldest) &
                 (partner[i].value == ResidentId::none_value);
    sim::for_each_marked(may, n, [&](std::size_t i) {
        const ResidentId who{static_cast<std::uint16_t>(i)};
        const int age = ages[i];
        if (!lives_with_parent(r, people.dwellings, who)) return;
        const double yearly = age < middle  ? p.leave_home_at_18
                              : age < older ? p.leave_home_at_22
                                            : p.leave_home_at_30;
        workspace.rate[i] = static_cast<float>(yearly) * per_month;
    });
    accumulate(r, EventKind::leave_home, workspace.rate, workspace.fallen);
    for (const auto row : workspace.fallen) {
        next_episode(r, EventKind::leave_home, ResidentId{row}, draws);
        go_elsewhere(people, ResidentId{row}, Stream::household_event, parameters, draws, now);
    }
}

void couple_and_part(People& people, const Parameters& parameters, const sim::Draws& draws, sim::Month now,
                     Workspace& workspace) {
    auto& r = people.residents;
    const auto& p = parameters.demography;
    const std::size_t n = r.rows();
    std::array<float, oldest_age + 1> to_couple{}, to_part{};
    for (int age = 0; age <= oldest_age; ++age) {
        to_couple[static_cast<std::size_t>(age)] = couple_hazard(age, p) * per_month;
        to_part[static_cast<std::size_t>(age)] = separation_hazard(age, p) * per_month;
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
    accumulate(r, EventKind::couple, workspace.rate, workspace.fallen);
    for (const auto row : workspace.fallen) {
        const ResidentId who{row};
        const auto nth = r.episodes(EventKind::couple)[who];
        next_episode(r, EventKind::couple, who, draws);
        const bool at_home = lives_with_parent(r, people.dwellings, who);
        const bool room = people.dwellings.members[r.dwelling[who]] < largest_household;
        const bool comes =
            draws.uniform(Stream::couple, r.birth_number[who], now) < static_cast<float>(p.partner_moves_in);
        if (comes && room && !at_home)
            partner_comes(people, who, nth, parameters, draws, now);
        else if (at_home || people.dwellings.members[r.dwelling[who]] == 1)
            remove(people, who, Flow::departures, now);
    }
    separation_hazards(r, to_part, workspace.rate);
    accumulate(r, EventKind::separation, workspace.rate, workspace.fallen);
    for (const auto row : workspace.fallen) {
        const ResidentId who{row}, other = r.partner[who];
        next_episode(r, EventKind::separation, who, draws);
        if (!other.exists()) continue;
        r.partner[who] = r.partner[other] = ResidentId::none();
        if (r.carer[who] == other) r.carer[who] = ResidentId::none();
        if (r.carer[other] == who) r.carer[other] = ResidentId::none();
        const int k = entry_of(people.ties, who, other);
        if (k >= 0) end_tie(people.ties, who, k);
        const bool who_leaves = draws.uniform(Stream::household_event, r.birth_number[who], now) < 0.5F;
        go_elsewhere(people, who_leaves ? who : other, Stream::household_event, parameters, draws, now);
    }
}

}  // namespace weefsel
