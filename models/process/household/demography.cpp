#include "models/process/household/demography.hpp"

#include <algorithm>

#include "models/process/household/birth_numbers.hpp"
#include "models/process/household/leaving.hpp"
#include "models/world/ages.hpp"
#include "models/world/event.hpp"
#include "models/world/life_event.hpp"
#include "models/world/life_table.hpp"
#include "models/world/loneliness_scale.hpp"
#include "models/world/new_resident.hpp"
#include "models/world/tie_change.hpp"
#include "models/world/units.hpp"
#include "sim/each_row.hpp"
#include "sim/marked.hpp"
#include "sim/numeric.hpp"

namespace weefsel {
namespace {

float usual_free_time(Activity activity, const NetworkParametersOf<float>& p) {
    switch (activity) {
        case Activity::pupil:
            return p.free_pupil;
        case Activity::student:
            return p.free_student;
        case Activity::working:
            return p.free_working;
        case Activity::unemployed:
            return p.free_unemployed;
        default:
            return p.free_retired;
    }
}

float free_time(const Residents& r, const Dwellings& d, ResidentId who, const NetworkParametersOf<float>& p,
                sim::Month now) {
    constexpr int young_child_months = 12 * sim::months_per_year;
    float h = usual_free_time(r.activity[who], p);
    const auto dwelling = r.dwelling[who];
    // By month of birth: a child whose birthday is now may have its new age noted already, or not.
    if (dwelling.exists() && r.age[who] >= adult_age)
        for (int k = 0; k < d.members[dwelling]; ++k)
            if (now.value - r.birth_month[d.member[dwelling][k]] < young_child_months) {
                h -= p.free_less_with_child;
                break;
            }
    return h * (1.0F - p.free_less_when_frail * r.frailty[who]);
}

bool of_working_age(Activity activity) {
    return activity == Activity::working || activity == Activity::unemployed;
}

/// Activity at a birthday. Who works goes on and who does not goes on without, until it is drawn anew; who
/// loses work, or retires, feels it.
void change_activity(Residents& r, ResidentId who, const Parameters& p, const sim::RandomSource& draws,
                     sim::Month now) {
    const auto before = r.activity[who];
    const auto words = draws.block(Stream::activity, r.birth_number[who], now, 1);
    const bool anew = static_cast<double>(sim::uniform_of(words[0])) < p.population.work_turnover;
    const auto by = [&](sim::BirthNumber key) {
        return usual_activity(r.age[who], r.education[who], r.income[who], key, p.population, draws);
    };
    auto next = by(r.birth_number[who]);
    if (of_working_age(before) && of_working_age(next)) {
        const auto drawn = by(sim::BirthNumber{words[1]});
        next = anew && of_working_age(drawn) ? drawn : before;
    }
    r.activity[who] = next;
    if (before != Activity::working) return;
    if (next == Activity::unemployed) happen_to(r, who, p.wellbeing.event_work_lost);
    if (next == Activity::retired) happen_to(r, who, p.wellbeing.event_retirement);
}

constexpr std::size_t by_age_and_sex(int age, Sex sex) {
    return static_cast<std::size_t>(age) * 2U + static_cast<std::size_t>(sex);
}
using ByAgeAndSex = std::array<float, (oldest_age + 1) * 2>;

template <class F>
ByAgeAndSex table_by_age_and_sex(F&& f) {
    ByAgeAndSex table{};
    for (int age = 0; age <= oldest_age; ++age)
        for (const auto sex : {Sex::female, Sex::male}) table[by_age_and_sex(age, sex)] = f(age, sex);
    return table;
}

/// Hazards of dying without their norm, given those of the life table.
void death_hazards(const Residents& r, const ByAgeAndSex& usual, const DemographyParameters& parameters,
                   std::vector<float>& rate) {
    const auto p = sim::narrowed(parameters);
    const auto expected =
        table_by_age_and_sex([&](int age, Sex sex) { return expected_frailty(age, sex, parameters); });
    rate.resize(r.rows());
    sim::each_row(
        r.rows(),
        [&](float& hazard, Sex sex, std::uint8_t age, std::uint8_t present, float frailty, float loneliness,
            std::uint8_t care_use) {
            const std::int32_t at = age * 2 + static_cast<std::int32_t>(sex);
            const float multiplier = sim::exp_of(p.death_frailty * (frailty - expected[at])) *
                                     (loneliness >= severely_from ? p.death_severely_lonely : 1.0F) *
                                     (care_use & care_for_life ? p.death_in_residential_care : 1.0F);
            const float hazard_here = multiplier * usual[at];
            hazard = present ? hazard_here : 0.0F;
        },
        rate, r.sex, r.age, r.present, r.frailty, r.loneliness, r.care_use);
}

/// Sums over the burn-in that fade with norm_months, so that they are of those who have survived until now.
void measure_norms(const Residents& r, const ByAgeAndSex& usual, const std::vector<float>& rate,
                   const DemographyParameters& p, Norms& norms) {
    const double kept = 1.0 - 1.0 / p.norm_months;
    for (auto& sum : norms.death_expected) sum *= kept;
    for (auto& sum : norms.death_weighted) sum *= kept;
    for (const auto who : r.ids()) {
        if (!r.present[who]) continue;
        const auto at = norm_of_death(r.age[who], r.sex[who]);
        norms.death_expected[at] += usual[by_age_and_sex(r.age[who], r.sex[who])];
        norms.death_weighted[at] += rate[who.index()];
    }
}

void keep_to_norms(const Residents& r, const Norms& norms, std::vector<float>& rate) {
    std::array<float, norms_of_death> norm{};
    for (std::size_t k = 0; k < norm.size(); ++k)
        norm[k] = norms.death_weighted[k] > 0.0
                      ? static_cast<float>(norms.death_expected[k] / norms.death_weighted[k])
                      : 1.0F;
    sim::each_row(
        r.rows(), [&](float& hazard, std::uint8_t age, Sex sex) { hazard *= norm[norm_of_death(age, sex)]; },
        rate, r.age, r.sex);
}

}  // namespace

Deaths live_and_die(People people, Streets& streets, const InflowProfile& inflow, Norms& norms,
                    bool fix_norms, const Parameters& parameters, const sim::RandomSource& draws,
                    sim::Month now, Workspace& workspace, const ShowHazard& show) {
    grow_older(people.residents, people.dwellings, parameters, draws, now, workspace);
    auto deaths = die(people, norms, fix_norms, parameters, now, workspace, show);
    give_birth(people, parameters, draws, now, workspace, show);
    leave_home(people, parameters, draws, now, workspace, show);
    couple_and_part(people, parameters, draws, now, workspace, show);
    move_out(people, streets, parameters, draws, now, workspace, show);
    move_in(people, inflow, norms, parameters, draws, now);
    return deaths;
}

void grow_older(Residents& r, const Dwellings& d, const Parameters& parameters,
                const sim::RandomSource& draws, sim::Month now, Workspace& w) {
    fade_moved_contact(r, parameters.network);
    w.marks.resize(r.rows());
    // A birthday, or somebody who has just come.
    sim::each_row(
        r.rows(),
        [month = now.value](std::uint8_t& due, std::uint8_t present, std::int16_t born, float free) {
            const bool birthday = static_cast<std::uint32_t>(month - born) % sim::months_per_year == 0;
            due = (present != 0) & (birthday | !(free > 0.0F));
        },
        w.marks, r.present, r.birth_month, r.free_hours);
    const auto p = sim::narrowed(parameters.network);
    sim::for_each_marked<ResidentId>(w.marks, [&](ResidentId who) {
        const int years = age_in_years(sim::Month{r.birth_month[who]}, now);
        r.age[who] = static_cast<std::uint8_t>(std::clamp(years, 0, oldest_age));
        change_activity(r, who, parameters, draws, now);
        r.free_hours[who] = free_time(r, d, who, p, now);
    });
}

Deaths die(People& people, Norms& norms, bool fix_norms, const Parameters& parameters, sim::Month now,
           Workspace& w, const ShowHazard& show) {
    const auto& p = parameters.demography;
    auto& r = people.residents;
    const auto usual =
        table_by_age_and_sex([](int age, Sex sex) { return death_rate(age, sex) * per_month; });
    death_hazards(r, usual, p, w.rate);
    if (fix_norms) measure_norms(r, usual, w.rate, p, norms);
    keep_to_norms(r, norms, w.rate);
    const bool widows = p.widowhood >= 0.5;
    show(hazard_of(EventKind::death), {w.rate});
    accumulate(r, EventKind::death, w.rate, w.due);
    Deaths deaths;
    for (const auto row : w.due) {
        const ResidentId who{row};
        deaths.push_back(r.birth_number[who]);
        const auto partner = r.partner[who];
        remove(people, who, Flow::deaths, now);
        if (!partner.exists() || !widows) continue;
        r.widowed[partner] = static_cast<std::int16_t>(now.value);
        happen_to(r, partner, parameters.wellbeing.event_bereavement);
    }
    return deaths;
}

void give_birth(People& people, const Parameters& parameters, const sim::RandomSource& draws, sim::Month now,
                Workspace& w, const ShowHazard& show) {
    auto& r = people.residents;
    const auto p = sim::narrowed(parameters.demography);
    std::array<float, oldest_age + 1> usual{};
    for (int age = 0; age <= oldest_age; ++age)
        usual[static_cast<std::size_t>(age)] = birth_rate(age) * per_month * p.birth_scale;
    w.rate.resize(r.rows());
    sim::each_row(
        r.rows(),
        [&](float& hazard, ResidentId partner, DwellingId home, Sex sex, std::uint8_t present,
            std::uint8_t age) {
            const float factor = partner.exists() ? p.birth_partnered : p.birth_single;
            const bool can = (present != 0) & (sex == Sex::female) & home.exists();
            const float hazard_here = factor * usual[age];
            hazard = can ? hazard_here : 0.0F;
        },
        w.rate, r.partner, r.dwelling, r.sex, r.present, r.age);
    show(hazard_of(EventKind::birth), {w.rate});
    accumulate(r, EventKind::birth, w.rate, w.due);
    for (const auto row : w.due) {
        const ResidentId mother{row};
        const auto nth = r.episodes(EventKind::birth)[mother];
        next_episode(r, EventKind::birth, mother, draws);
        const auto dwelling = r.dwelling[mother];
        if (people.dwellings.members[dwelling] == largest_household) continue;
        const auto number = newborn_number(r.birth_number[mother], nth);
        const auto words = draws.block(Stream::birth, number, sim::Month{0});
        const Newcomer child{number,
                             now,
                             sim::uniform_of(words[0]) < p.born_male ? Sex::male : Sex::female,
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
    const auto partner_hours = to_tie_hours(p.hours_partner), parent_hours = to_tie_hours(p.hours_parent),
               sibling_hours = to_tie_hours(p.hours_sibling);
    for (int i = 0; i < n; ++i)
        for (int j = i + 1; j < n; ++j) {
            const auto a = member[i], b = member[j];
            if (const int at = entry_of(people.ties, a, b); at >= 0) {
                seek_again(people.ties, a, at);
                continue;
            }
            const int gap = std::abs(static_cast<int>(r.age[a]) - static_cast<int>(r.age[b]));
            if (r.partner[a] == b)
                begin_tie(people.ties, a, b, TieKind::partner, partner_hours);
            else
                begin_tie(people.ties, a, b, TieKind::kin, gap >= generation ? parent_hours : sibling_hours);
        }
}

}  // namespace weefsel
