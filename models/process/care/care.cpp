#include "models/process/care/care.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include "models/world/ages.hpp"
#include "models/world/event.hpp"
#include "models/world/life_event.hpp"
#include "models/world/life_table.hpp"
#include "models/world/log_hazards.hpp"
#include "models/world/loneliness_scale.hpp"
#include "models/world/new_resident.hpp"
#include "models/world/streams.hpp"
#include "models/world/units.hpp"
#include "sim/each_row.hpp"
#include "sim/marked.hpp"
#include "sim/numeric.hpp"

namespace weefsel {
namespace {

constexpr std::array<EventKind, care_lines> event_of{EventKind::district_nursing, EventKind::wmo,
                                                     EventKind::youth_care, EventKind::mental_care,
                                                     EventKind::residential_care};
constexpr std::uint8_t bit_of(std::size_t line) { return static_cast<std::uint8_t>(1U << line); }

double mean_months(std::size_t line, const CareParameters& p) {
    constexpr double for_life = 1200;
    const auto months = care_lines_declared[line].months;
    return months != nullptr ? p.*months : for_life;
}

/// An adult without any care is indicated for some.
void fall_ill(Residents& r, ResidentId who, const WellbeingParameters& p) {
    if (r.age[who] >= adult_age && (r.care_use[who] | r.care_waiting[who]) == 0)
        happen_to(r, who, p.event_illness);
}

void join_queue(People& people, ResidentId who, std::size_t line, sim::Month now) {
    people.residents.care_waiting[who] |= bit_of(line);
    people.residents.care_since[who][line] = static_cast<std::int16_t>(now.value);
    ++people.care.waiting[line];
    ++people.care.joined[line];
}

}  // namespace

float gp_contacts_a_year(int age, const CareParameters& p) {
    constexpr std::array<int, 6> until{5, 18, 45, 65, 75, 85};
    const std::array contacts{p.gp_contacts_under_5,    p.gp_contacts_5_to_17,  p.gp_contacts_18_to_44,
                              p.gp_contacts_45_to_64,   p.gp_contacts_65_to_74, p.gp_contacts_75_to_84,
                              p.gp_contacts_85_and_over};
    std::size_t group = 0;
    while (group < until.size() && age >= until[group]) ++group;
    return static_cast<float>(contacts[group]);
}

void seek_care(People people, const Parameters& parameters, const sim::RandomSource& draws, sim::Month now,
               Workspace& w, const ShowHazard& show) {
    see_gp(people.residents, parameters, draws, w, show);
    end_care(people.residents, people.care, now);
    need_care(people, parameters, draws, now, w, show);
    admit(people, parameters.care, draws, now);
    pay_care(people.residents, people.care, parameters.care);
}

namespace {

void gp_hazards(const Residents& r, const Parameters& parameters, std::vector<float>& rate) {
    const auto p = sim::narrowed(parameters.care);
    std::array<float, oldest_age + 1> usual{}, expected{};
    for (std::size_t age = 0; age < usual.size(); ++age) {
        const int years = static_cast<int>(age);
        usual[age] = gp_contacts_a_year(years, parameters.care) * per_month * p.gp_scale;
        expected[age] = expected_frailty(years, Sex::female, parameters.demography);
    }
    const float by_insecurity = p.gp_insecurity * per_month, by_signal = p.gp_signal * per_month,
                by_loneliness = p.gp_lonely / top_of_loneliness;
    const auto usual_distress = static_cast<float>(parameters.wellbeing.distress_usual);
    rate.resize(r.rows());
    sim::each_row(
        r.rows(),
        [&](float& hazard, std::uint8_t age, float frailty, float distress, float loneliness,
            float insecurity, std::uint8_t signal, std::uint8_t waiting, std::uint8_t present) {
            const float medical =
                usual[age] * sim::exp_of(p.gp_frailty * (frailty - expected[age])) *
                (1.0F + p.gp_distress * (distress - usual_distress) + by_loneliness * loneliness);
            const float social = by_insecurity * insecurity + (signal ? by_signal : 0.0F);
            const float asks = (medical + social) * (waiting ? 1.0F + p.gp_waiting : 1.0F);
            hazard = present ? asks : 0.0F;
        },
        rate, r.age, r.frailty, r.distress, r.loneliness, r.insecurity, r.signal, r.care_waiting, r.present);
}

}  // namespace

void see_gp(Residents& r, const Parameters& parameters, const sim::RandomSource& draws, Workspace& w,
            const ShowHazard& show) {
    gp_hazards(r, parameters, w.rate);
    show(hazard_of(EventKind::gp_contact), {w.rate});
    accumulate_alone(r, EventKind::gp_contact, w.rate, w.due);
    for (auto& contacts : r.gp_contacts) contacts = 0;
    next_episodes(r, EventKind::gp_contact, w.due, draws, w.episodes,
                  [&](ResidentId who) { ++r.gp_contacts[who]; });
    const auto referral = static_cast<float>(parameters.care.gp_referral);
    if (referral <= 0.0F) return;
    for (const auto row : w.due) {
        const ResidentId who{row};
        if (r.signal[who] > 0 && draws.uniform(Stream::gp_referral, r.birth_number[who], lifelong,
                                               r.episodes(EventKind::gp_contact)[who]) < referral)
            r.signal[who] = standing_from;
    }
}

namespace {

// Hazards of one care line into `w.rate`, for everybody whom `w.marks` marks as free to need it: who lives at
// home and neither uses it nor waits.

void nursing_or_wmo(const Residents& r, float level, float by_frailty, float by_informal, Workspace& w) {
    sim::each_row(
        r.rows(),
        [=](float& rate, std::uint8_t free, float frailty, float need, float informal) {
            const float met = need > 0.0F ? informal / need : 0.0F;
            const float hazard = level * sim::exp_of(by_frailty * frailty) * (1.0F - by_informal * met);
            rate = free ? hazard : 0.0F;
        },
        w.rate, w.marks, r.frailty, r.care_need, r.care_informal);
}

void mental(const Residents& r, const CareParametersOf<float>& p, Workspace& w) {
    constexpr std::uint8_t grown_up = 23;  // below: youth care
    sim::each_row(
        r.rows(),
        [&](float& rate, std::uint8_t free, float distress, std::uint8_t age) {
            const float hazard = p.mental_level * sim::exp_of(p.mental_distress * distress);
            rate = (free != 0) & (age >= grown_up) ? hazard : 0.0F;
        },
        w.rate, w.marks, r.distress, r.age);
}

/// Turns log-hazards of those who are marked into hazards; 0 for the others.
void exponentiate(Workspace& w, float level) {
    sim::each_row(
        w.rate.size(),
        [level](float& rate, std::uint8_t marked) { rate = marked ? level * sim::exp_of(rate) : 0.0F; },
        w.rate, w.marks);
}

/// Of the marked, only those whose age is in [from, until).
void keep_ages(std::vector<std::uint8_t>& marks, const Residents& r, int from, int until) {
    sim::each_row(
        marks.size(),
        [=](std::uint8_t& mark, std::uint8_t age) {
            mark = mark & static_cast<std::uint8_t>((age >= from) & (age < until));
        },
        marks, r.age);
}

void youth(const People& people, const CareParametersOf<float>& p, Workspace& w) {
    constexpr int until = 23;
    const auto& r = people.residents;
    std::array<float, ties_kept + 1> by_friends{};
    for (std::size_t k = 0; k < by_friends.size(); ++k)
        by_friends[k] = p.youth_support * sim::log_of(1.0F + static_cast<float>(k));
    keep_ages(w.marks, r, 0, until);
    sim::for_each_marked<ResidentId>(w.marks, [&](ResidentId who) {
        const auto family = family_of(r, people.dwellings, people.ties, who);
        w.rate[who.index()] = p.youth_strain * family.strain - by_friends[family.friends];
    });
    exponentiate(w, p.youth_level);
}

void residential(const People& people, const CareParameters& p, Workspace& w) {
    constexpr int from = 60, until = 256;
    const auto& r = people.residents;
    keep_ages(w.marks, r, from, until);
    sim::for_each_marked<ResidentId>(w.marks, [&](ResidentId who) {
        w.rate[who.index()] = residential_terms(r, people.dwellings, who, p).sum();
    });
    exponentiate(w, 1.0F);
}

/// Whom a professional looked at this month is indicated sooner.
void find_need(const Residents& r, float found, std::vector<float>& rate) {
    sim::each_row(
        rate.size(),
        [found](float& hazard, float support) { hazard *= support > 0.0F ? 1.0F + found : 1.0F; }, rate,
        r.support_hours);
}

void hazards_of(CareLine line, const People& people, const CareParameters& parameters,
                const CareParametersOf<float>& p, Workspace& w) {
    const auto& r = people.residents;
    switch (line) {
        case CareLine::district_nursing:
            return nursing_or_wmo(r, p.nursing_level, p.nursing_frailty, p.nursing_informal, w);
        case CareLine::wmo:
            return nursing_or_wmo(r, p.wmo_level, p.wmo_frailty, p.wmo_informal, w);
        case CareLine::youth_care:
            return youth(people, p, w);
        case CareLine::mental_care:
            return mental(r, p, w);
        default:
            return residential(people, parameters, w);
    }
}

}  // namespace

void need_care(People& people, const Parameters& all, const sim::RandomSource& draws, sim::Month now,
               Workspace& w, const ShowHazard& show) {
    auto& r = people.residents;
    const auto& parameters = all.care;
    const auto p = sim::narrowed(parameters);
    w.rate.resize(r.rows());
    w.marks.resize(r.rows());
    for (std::size_t line = 0; line < care_lines; ++line) {
        sim::each_row(
            r.rows(),
            [taken = bit_of(line)](std::uint8_t& free, DwellingId dwelling, std::uint8_t present,
                                   std::uint8_t use, std::uint8_t waiting) {
                free = dwelling.exists() & (present != 0) & (((use | waiting) & taken) == 0);
            },
            w.marks, r.dwelling, r.present, r.care_use, r.care_waiting);
        hazards_of(static_cast<CareLine>(line), people, parameters, p, w);
        if ((bit_of(line) & care_for_life) == 0) find_need(r, p.found_need, w.rate);
        show(hazard_of(event_of[line]), {w.rate});
        accumulate(r, event_of[line], w.rate, w.due);
        for (const auto row : w.due) {
            next_episode(r, event_of[line], ResidentId{row}, draws);
            fall_ill(r, ResidentId{row}, all.wellbeing);
            join_queue(people, ResidentId{row}, line, now);
        }
    }
}

void end_care(Residents& r, Care& care, sim::Month now) {
    sim::for_each_marked<ResidentId>(r.care_use, [&](ResidentId who) {
        if ((r.care_use[who] & ~care_for_life) == 0) return;
        for (std::size_t line = 0; line < care_lines; ++line)
            if ((r.care_use[who] & bit_of(line) & ~care_for_life) && r.care_since[who][line] <= now.value) {
                r.care_use[who] = static_cast<std::uint8_t>(r.care_use[who] & ~bit_of(line));
                --care.in_use[line];
            }
    });
}

QueuePlace queue_place(const Residents& r, ResidentId who, std::size_t line, const sim::RandomSource& draws) {
    const auto since = r.care_since[who][line];
    const auto random_word = draws.block(Stream::admission_priority, r.birth_number[who], sim::Month{since},
                                         static_cast<std::uint32_t>(line))[0];
    return {since, random_word, r.birth_number[who]};
}

void admit_one(People& people, ResidentId who, std::size_t line, const CareParameters& p,
               const sim::RandomSource& draws, sim::Month now) {
    constexpr float latest = 30000.0F;  // months have 16 bits
    auto& r = people.residents;
    const auto words = draws.block(Stream::care_duration, r.birth_number[who],
                                   sim::Month{r.care_since[who][line]}, static_cast<std::uint32_t>(line));
    const float months = static_cast<float>(mean_months(line, p)) * sim::exponential_of(words[0]);
    r.care_waiting[who] = static_cast<std::uint8_t>(r.care_waiting[who] & ~bit_of(line));
    r.care_use[who] |= bit_of(line);
    r.care_since[who][line] =
        static_cast<std::int16_t>(std::min(latest, static_cast<float>(now.value) + 1.0F + months));
    --people.care.waiting[line];
    ++people.care.in_use[line];
    ++people.care.admitted[line];
    if (bit_of(line) & care_for_life) leave_dwelling(people, who, now);
}

void admit(People& people, const CareParameters& p, const sim::RandomSource& draws, sim::Month now) {
    auto& r = people.residents;
    auto& care = people.care;
    std::vector<std::pair<QueuePlace, ResidentId>> queue;
    std::vector<ResidentId> in_some_queue;
    sim::for_each_marked<ResidentId>(r.care_waiting, [&](ResidentId who) { in_some_queue.push_back(who); });
    for (std::size_t line = 0; line < care_lines; ++line) {
        const std::uint32_t free =
            care.capacity[line] > care.in_use[line] ? care.capacity[line] - care.in_use[line] : 0;
        if (care.waiting[line] == 0 || free == 0) continue;
        queue.clear();
        for (const auto who : in_some_queue)
            if (r.care_waiting[who] & bit_of(line)) queue.emplace_back(queue_place(r, who, line, draws), who);
        std::sort(queue.begin(), queue.end());
        for (std::size_t k = 0; k < std::min<std::size_t>(free, queue.size()); ++k)
            admit_one(people, queue[k].second, line, p, draws, now);
    }
}

namespace {

/// How many of everybody's ties are young and have offended before, per row. Few have, so it goes by them.
std::vector<std::uint8_t> offenders_known(const Residents& r, const Ties& ties,
                                          const std::vector<std::uint8_t>& young,
                                          const sim::Column<ResidentId, std::uint16_t>& offences) {
    std::vector<std::uint8_t> known(r.rows(), 0);
    sim::for_each_marked<ResidentId>(young, [&](ResidentId who) {
        if (offences[who] == 0) return;
        for (std::size_t k = 0; k < ties.count[who]; ++k) ++known[ties.row[who].other(k)];
    });
    return known;
}

}  // namespace

std::uint32_t offend(Residents& r, const Ties& ties, const Places& places, const Dwellings& dwellings,
                     const Streets& streets, const CareParameters& p, const sim::RandomSource& draws,
                     Workspace& w, const ShowHazard& show) {
    w.rate.resize(r.rows());
    w.marks.assign(r.present.begin(), r.present.end());
    keep_ages(w.marks, r, offending_from, offending_until);
    const auto known = offenders_known(r, ties, w.marks, r.episodes(EventKind::offending));
    const auto met = chance_of_a_host(places);
    sim::for_each_marked<ResidentId>(w.marks, [&](ResidentId who) {
        const float nuisance = nuisance_at_home(r, dwellings, streets, who);
        w.rate[who.index()] =
            offending_terms(r, ties, places, met, nuisance, known[who.index()], who, p).sum();
    });
    exponentiate(w, static_cast<float>(p.offending_level) * per_month);
    show(hazard_of(EventKind::offending), {w.rate});
    accumulate_alone(r, EventKind::offending, w.rate, w.due);
    for (const auto row : w.due) next_episode(r, EventKind::offending, ResidentId{row}, draws);
    return static_cast<std::uint32_t>(w.due.size());
}

std::uint32_t places_for(double mean_use, const CareParameters& p) {
    constexpr double switched_off_below = 0.5;
    if (p.capacity_limits < switched_off_below) return std::numeric_limits<std::uint32_t>::max();
    return static_cast<std::uint32_t>(std::ceil(mean_use * (1.0 + p.capacity_slack) + 1.0));
}

void size_providers(Care& care, int months_measured, const CareParameters& p) {
    for (std::size_t line = 0; line < care_lines; ++line) {
        const double mean = months_measured > 0 ? care.use_in_warmup[line] / months_measured : 0.0;
        care.capacity[line] = places_for(mean, p);
    }
}

}  // namespace weefsel
