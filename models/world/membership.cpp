#include "models/world/membership.hpp"

#include <algorithm>

#include "models/world/ages.hpp"
#include "models/world/life_event.hpp"
#include "models/world/life_table.hpp"
#include "models/world/new_resident.hpp"
#include "models/world/streams.hpp"
#include "models/world/tie_change.hpp"
#include "sim/error.hpp"
#include "sim/numeric.hpp"

namespace weefsel {
namespace {

void leave_queues(People& people, ResidentId who) {
    for (std::size_t line = 0; line < care_lines; ++line) {
        const auto bit = static_cast<std::uint8_t>(1U << line);
        if (people.residents.care_waiting[who] & bit) {
            --people.care.waiting[line];
            ++people.care.left_queue[line];
        }
        if (people.residents.care_use[who] & bit) --people.care.in_use[line];
    }
    people.residents.care_waiting[who] = people.residents.care_use[who] = 0;
}

}  // namespace

ResidentId free_row(People& people) {
    if (!people.free_rows.empty()) {
        const ResidentId who{people.free_rows.back()};
        people.free_rows.pop_back();
        return who;
    }
    const std::size_t n = people.residents.rows();
    sim::require(n < ResidentId::none_value, "a neighbourhood has at most 65,534 residents");
    add_row(people.residents);
    auto& t = people.ties;
    t.count.grow(n + 1);
    t.row.grow(n + 1);
    t.contact.grow(n + 1);
    t.casual.grow(n + 1);
    t.casual_outside.grow(n + 1);
    t.friends.grow(n + 1);
    t.close.grow(n + 1);
    t.budget_share.grow(n + 1);
    return ResidentId{static_cast<std::uint16_t>(n)};
}

ResidentId settle(People& people, const Newcomer& newcomer, DwellingId dwelling, const Parameters& parameters,
                  const sim::RandomSource& draws, sim::Month now) {
    auto& r = people.residents;
    const auto who = free_row(people);
    clear_ties(people.ties, who);
    r.birth_number[who] = newcomer.birth_number;
    r.birth_month[who] = static_cast<std::int16_t>(newcomer.born.value);
    r.age[who] = static_cast<std::uint8_t>(std::clamp(age_in_years(newcomer.born, now), 0, oldest_age));
    r.sex[who] = newcomer.sex;
    r.education[who] = newcomer.education;
    r.origin[who] = newcomer.origin;
    r.income[who] = newcomer.income;
    r.activity[who] = usual_activity(r.age[who], newcomer.education, newcomer.income, newcomer.birth_number,
                                     parameters.population, draws);
    r.partner[who] = ResidentId::none();
    r.arrived[who] = static_cast<std::int16_t>(now.value);
    begin_life(r, who, people.area, people.dwellings.tenure[dwelling], parameters, draws);
    if (r.age[who] >= adult_age) happen_to(r, who, parameters.wellbeing.event_moving);
    enter_dwelling(people, who, dwelling);
    return who;
}

void enter_dwelling(People& people, ResidentId who, DwellingId dwelling) {
    auto& d = people.dwellings;
    sim::require(d.members[dwelling] < largest_household, "a dwelling has room for ten");
    d.member[dwelling][d.members[dwelling]++] = who;
    people.residents.dwelling[who] = dwelling;
}

void move_house(People& people, ResidentId who, DwellingId to, const NetworkParameters& p, sim::Month now) {
    auto& r = people.residents;
    const auto& street = people.dwellings.street;
    const auto from = r.dwelling[who];
    if (!from.exists() || street[from] != street[to])
        r.known_street[who] = static_cast<float>(p.known_on_arrival);
    r.moved[who] = static_cast<std::int16_t>(now.value);
    leave_dwelling(people, who, now);
    enter_dwelling(people, who, to);
}

void leave_dwelling(People& people, ResidentId who, sim::Month now) {
    auto& d = people.dwellings;
    const auto dwelling = people.residents.dwelling[who];
    if (!dwelling.exists()) return;
    auto& member = d.member[dwelling];
    auto* end = member.begin() + d.members[dwelling];
    auto* at = std::find(member.begin(), end, who);
    sim::require(at != end, "a resident is a member of the own dwelling");
    *at = *(end - 1);
    *(end - 1) = ResidentId::none();
    if (--d.members[dwelling] == 0) d.empty_since[dwelling] = static_cast<std::int16_t>(now.value);
    people.residents.dwelling[who] = DwellingId::none();
}

void remove(People& people, ResidentId who, Flow flow, sim::Month now) {
    auto& r = people.residents;
    for (int k = 0; k < people.ties.count[who]; ++k) {
        // Whoever is cared for by somebody here is tied to that carer (care_for_each_other sees to it).
        auto& carer = r.carer[ResidentId{people.ties.row[who].other(k)}];
        if (carer == who) carer = ResidentId::none();
    }
    end_all_ties(people.ties, who);
    leave_queues(people, who);
    if (r.partner[who].exists()) r.partner[r.partner[who]] = ResidentId::none();
    r.partner[who] = ResidentId::none();
    leave_dwelling(people, who, now);
    r.carer[who] = ResidentId::none();
    r.present[who] = 0;
    r.volunteer_hours[who] = r.care_given[who] = r.care_need[who] = r.care_informal[who] = 0.0F;
    people.free_rows.push_back(who.value);
    ++people.count.of(flow);
}

void begin_household(Dwellings& d, DwellingId dwelling, const sim::RandomSource& draws) {
    const auto nth = ++d.occupancy[dwelling];
    d.move_left[dwelling] =
        sim::exponential_of(draws.block(Stream::household_event, d.number[dwelling], sim::Month{0}, nth)[0]);
}

DwellingId empty_dwelling(const Dwellings& dwellings, sim::BirthNumber who, const sim::RandomSource& draws,
                          sim::Month now) {
    DwellingId best = DwellingId::none();
    std::uint64_t highest = 0;
    for (const auto dwelling : dwellings.ids()) {
        if (dwellings.members[dwelling] != 0) continue;
        const auto priority =
            draws.priority(Stream::dwelling_choice, sim::pair_number(dwellings.number[dwelling], who), now);
        if (!best.exists() || priority > highest) {
            best = dwelling;
            highest = priority;
        }
    }
    return best;
}

bool lives_with_parent(const Residents& r, const Dwellings& d, ResidentId who) {
    constexpr int generation = 16;
    const auto dwelling = r.dwelling[who];
    if (!dwelling.exists() || r.partner[who].exists()) return false;
    for (int k = 0; k < d.members[dwelling]; ++k)
        if (r.age[d.member[dwelling][k]] >= r.age[who] + generation) return true;
    return false;
}

Activity usual_activity(int age, Education education, Income income, sim::BirthNumber who,
                        const PopulationParameters& p, const sim::RandomSource& draws) {
    constexpr int students_until = 25;  // CBS: education of the young is measured to 25
    if (age < adult_age) return Activity::pupil;
    if (age >= static_cast<int>(p.retirement_age)) return Activity::retired;
    const auto words = draws.block(Stream::activity, who, lifelong);
    const bool low = education == Education::low;
    const double studies = low                     ? p.student_share_low
                           : income == Income::low ? p.student_share_low_income
                                                   : p.student_share;
    if (age < students_until && static_cast<double>(sim::uniform_of(words[0])) < studies)
        return Activity::student;
    const double works = (low                              ? p.work_low
                          : education == Education::middle ? p.work_middle
                                                           : p.work_high) +
                         (income == Income::low ? p.work_low_income : 0);
    return static_cast<double>(sim::uniform_of(words[1])) < works ? Activity::working : Activity::unemployed;
}

}  // namespace weefsel
