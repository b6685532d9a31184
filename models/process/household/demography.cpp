#include "models/process/household/demography.hpp"

#include <algorithm>

#include "models/process/household/birth_numbers.hpp"
#include "models/process/household/leaving.hpp"
#include "models/world/ages.hpp"
#include "models/world/event.hpp"
#include "models/world/life_table.hpp"
#include "models/world/loneliness_scale.hpp"
#include "models/world/new_resident.hpp"
#include "models/world/tie_change.hpp"
#include "models/world/units.hpp"
#include "sim/marked.hpp"
#include "sim/numeric.hpp"

namespace weefsel {
namespace {

float free_time(const Residents& r, const Dwellings& d, ResidentId who, const NetworkParameters& p,
                sim::Month now) {
    constexpr int young_child_months = 12 * sim::months_per_year;
    float h = 0;
    switch (r.activity[who]) {
        case Activity::pupil:
            h = static_cast<float>(p.free_pupil);
            break;
        case Activity::student:
            h = static_cast<float>(p.free_student);
            break;
        case Activity::working:
            h = static_cast<float>(p.free_working);
            break;
        case Activity::unemployed:
            h = static_cast<float>(p.free_unemployed);
            break;
        default:
            h = static_cast<float>(p.free_retired);
    }
    const auto dwelling = r.dwelling[who];
    // By month of birth: a child whose birthday is now may have its new age noted already, or not.
    if (dwelling.exists() && r.age[who] >= adult_age)
        for (int k = 0; k < d.members[dwelling]; ++k)
            if (now.value - r.birth_month[d.member[dwelling][k]] < young_child_months) {
                h -= static_cast<float>(p.free_less_with_child);
                break;
            }
    return h * (1.0F - static_cast<float>(p.free_less_when_frail) * r.frailty[who]);
}

}  // namespace

void live_and_die(People people, Streets& streets, const InflowProfile& inflow, Norms& norms, bool fix_norms,
                  const Parameters& parameters, const sim::RandomSource& draws, sim::Month now,
                  Workspace& workspace) {
    grow_older(people.residents, people.dwellings, parameters, now, workspace);
    die(people, norms, fix_norms, parameters, now, workspace);
    give_birth(people, parameters, draws, now, workspace);
    leave_home(people, parameters, draws, now, workspace);
    couple_and_part(people, parameters, draws, now, workspace);
    move_out(people, streets, parameters, now, workspace);
    move_in(people, inflow, norms, parameters, draws, now);
}

void grow_older(Residents& r, const Dwellings& d, const Parameters& parameters, sim::Month now,
                Workspace& workspace) {
    const std::size_t n = r.rows();
    fade_moved_contact(r, parameters);
    workspace.marks.resize(n);
    const std::uint8_t* present = r.present.data();
    const std::int16_t* born = r.birth_month.data();
    const float* free = r.free_hours.data();
    const std::int32_t month = now.value;
    std::uint8_t* due = workspace.marks.data();
    // A birthday, or somebody who has just come.
#pragma omp simd
    for (std::size_t i = 0; i < n; ++i) {
        const bool birthday = static_cast<std::uint32_t>(month - born[i]) % sim::months_per_year == 0;
        due[i] = (present[i] != 0) & (birthday | !(free[i] > 0.0F));
    }
    sim::for_each_marked(due, n, [&](std::size_t i) {
        const ResidentId who{static_cast<std::uint16_t>(i)};
        const int months = month - born[i];
        r.age[who] = static_cast<std::uint8_t>(std::clamp(months / sim::months_per_year, 0, oldest_age));
        r.activity[who] = usual_activity(r.age[who], r.education[who], r.birth_number[who]);
        r.free_hours[who] = free_time(r, d, who, parameters.network, now);
        r.acquaintances[who] =
            static_cast<std::uint16_t>(static_cast<float>(r.acquaintances[who]) *
                                       static_cast<float>(parameters.network.acquaintances_kept));
    });
}

void die(People& people, Norms& norms, bool fix_norms, const Parameters& parameters, sim::Month now,
         Workspace& workspace) {
    constexpr int band_years = 10;
    auto& r = people.residents;
    const std::size_t n = r.rows();
    const auto b = static_cast<float>(parameters.demography.death_frailty);
    const auto lonely = static_cast<float>(parameters.demography.death_severely_lonely);
    std::array<float, (oldest_age + 1) * 2> base{}, usual{};
    for (int age = 0; age <= oldest_age; ++age)
        for (const auto sex : {Sex::female, Sex::male}) {
            const auto at = static_cast<std::size_t>(age) * 2 + static_cast<std::size_t>(sex);
            base[at] = death_rate(age, sex) * per_month;
            usual[at] = expected_frailty(age, sex, parameters);
        }
    workspace.rate.resize(n);
    float* hazard = workspace.rate.data();
    const float* frailty = r.frailty.data();
    const float* loneliness = r.loneliness.data();
    const float *expected = usual.data(), *level = base.data();
    const std::uint8_t* age = r.age.data();
    const auto* sex = reinterpret_cast<const std::uint8_t*>(r.sex.data());
    const std::uint8_t* present = r.present.data();
    const std::uint8_t* care_use = r.care_use.data();
    const auto institution = static_cast<float>(parameters.demography.death_in_residential_care);
#pragma omp simd
    for (std::size_t i = 0; i < n; ++i) {
        const std::int32_t at = age[i] * 2 + sex[i];
        const float multiplier = sim::exp_of(b * (frailty[i] - expected[at])) *
                                 (loneliness[i] >= severely_from ? lonely : 1.0F) *
                                 (care_use[i] & care_for_life ? institution : 1.0F);
        const float rate = multiplier * level[at];
        hazard[i] = present[i] ? rate : 0.0F;
    }
    if (fix_norms)
        for (std::size_t i = 0; i < n; ++i) {
            if (!present[i]) continue;
            norms.death_expected[age[i] / band_years] += base[static_cast<std::size_t>(age[i]) * 2U + sex[i]];
            norms.death_weighted[age[i] / band_years] += hazard[i];
        }
    std::array<float, oldest_age / band_years + 1> scale{};
    for (std::size_t band = 0; band < scale.size(); ++band)
        scale[band] = norms.death_weighted[band] > 0.0
                          ? static_cast<float>(norms.death_expected[band] / norms.death_weighted[band])
                          : 1.0F;
    const float* by_band = scale.data();
#pragma omp simd
    for (std::size_t i = 0; i < n; ++i) hazard[i] *= by_band[age[i] / band_years];
    const bool widows = parameters.demography.widowhood >= 0.5;
    workspace.show(hazard_of(EventKind::death));
    accumulate(r, EventKind::death, workspace.rate, workspace.due);
    workspace.died.clear();
    for (const auto row : workspace.due) {
        const ResidentId who{row};
        workspace.died.push_back(r.birth_number[who]);
        const auto partner = r.partner[who];
        remove(people, who, Flow::deaths, now);
        if (partner.exists() && widows) r.widowed[partner] = static_cast<std::int16_t>(now.value);
    }
}

void give_birth(People& people, const Parameters& parameters, const sim::RandomSource& draws, sim::Month now,
                Workspace& workspace) {
    auto& r = people.residents;
    const std::size_t n = r.rows();
    const auto& p = parameters.demography;
    std::array<float, oldest_age + 1> rate{};
    for (int age = 0; age <= oldest_age; ++age)
        rate[static_cast<std::size_t>(age)] = birth_rate(age) * per_month * static_cast<float>(p.birth_scale);
    workspace.rate.resize(n);
    const auto with_partner = static_cast<float>(p.birth_partnered),
               alone = static_cast<float>(p.birth_single), boys = static_cast<float>(p.born_male);
    const auto* partner = r.partner.data();
    const auto* home = r.dwelling.data();
    const auto* sex = r.sex.data();
    const std::uint8_t *present = r.present.data(), *age = r.age.data();
    const float* by_age = rate.data();
    float* hazard = workspace.rate.data();
#pragma omp simd
    for (std::size_t i = 0; i < n; ++i) {
        const float factor = partner[i].value != ResidentId::none_value ? with_partner : alone;
        const bool can =
            (present[i] != 0) & (sex[i] == Sex::female) & (home[i].value != DwellingId::none_value);
        const float rate_here = factor * by_age[age[i]];
        hazard[i] = can ? rate_here : 0.0F;
    }
    workspace.show(hazard_of(EventKind::birth));
    accumulate(r, EventKind::birth, workspace.rate, workspace.due);
    for (const auto row : workspace.due) {
        const ResidentId mother{row};
        const auto nth = r.episodes(EventKind::birth)[mother];
        next_episode(r, EventKind::birth, mother, draws);
        const auto dwelling = r.dwelling[mother];
        if (people.dwellings.members[dwelling] == largest_household) continue;
        const auto number = newborn_number(r.birth_number[mother], nth);
        const auto words = draws.block(Stream::birth, number, sim::Month{0});
        const Newcomer child{number,
                             now,
                             sim::uniform_of(words[0]) < boys ? Sex::male : Sex::female,
                             r.education[mother],
                             r.origin[mother],
                             r.income[mother]};
        (void)settle(people, child, dwelling, parameters, draws, now);
        tie_household(people, dwelling, parameters.network);
        ++people.count.of(Flow::births);
    }
}

void tie_household(People& people, DwellingId dwelling, const NetworkParameters& p) {
    constexpr int generation = 16;
    auto& r = people.residents;
    const auto& member = people.dwellings.member[dwelling];
    const int n = people.dwellings.members[dwelling];
    const auto partner_hours = to_tie_hours(static_cast<float>(p.hours_partner)),
               parent_hours = to_tie_hours(static_cast<float>(p.hours_parent)),
               sibling_hours = to_tie_hours(static_cast<float>(p.hours_sibling));
    for (int i = 0; i < n; ++i)
        for (int j = i + 1; j < n; ++j) {
            const auto a = member[i], b = member[j];
            if (entry_of(people.ties, a, b) >= 0) continue;
            const int gap = std::abs(static_cast<int>(r.age[a]) - static_cast<int>(r.age[b]));
            if (r.partner[a] == b)
                begin_tie(people.ties, a, b, TieKind::partner, partner_hours);
            else
                begin_tie(people.ties, a, b, TieKind::kin, gap >= generation ? parent_hours : sibling_hours);
        }
}

}  // namespace weefsel
