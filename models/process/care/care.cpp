#include "models/process/care/care.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include "models/world/event.hpp"
#include "models/world/life_table.hpp"
#include "models/world/log_hazards.hpp"
#include "models/world/loneliness_scale.hpp"
#include "models/world/new_resident.hpp"
#include "models/world/streams.hpp"
#include "models/world/units.hpp"
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
               Workspace& w) {
    see_gp(people.residents, parameters, draws, w);
    end_care(people.residents, people.care, now);
    need_care(people, parameters, draws, now, w);
    admit(people, parameters, draws, now);
    pay_care(people.residents, people.care, parameters.care);
}

void see_gp(Residents& r, const Parameters& parameters, const sim::RandomSource& draws, Workspace& w) {
    const auto& p = parameters.care;
    const std::size_t n = r.rows();
    std::array<float, oldest_age + 1> base{}, usual{};
    for (int age = 0; age <= oldest_age; ++age) {
        base[static_cast<std::size_t>(age)] =
            gp_contacts_a_year(age, p) * per_month * static_cast<float>(p.gp_scale);
        usual[static_cast<std::size_t>(age)] = expected_frailty(age, Sex::female, parameters);
    }
    const auto bf = static_cast<float>(p.gp_frailty), bd = static_cast<float>(p.gp_distress),
               bi = static_cast<float>(p.gp_insecurity) * per_month,
               bs = static_cast<float>(p.gp_signal) * per_month,
               bl = static_cast<float>(p.gp_lonely) / top_of_loneliness,
               bw = static_cast<float>(p.gp_waiting);
    const auto usual_distress = static_cast<float>(parameters.wellbeing.distress_usual);
    w.rate.resize(n);
    float* rate = w.rate.data();
    const float *by_age = base.data(), *expected = usual.data();
    const std::uint8_t* age = r.age.data();
    const std::uint8_t* present = r.present.data();
    const std::uint8_t* signal = r.signal.data();
    const std::uint8_t* waiting = r.care_waiting.data();
    const float *frailty = r.frailty.data(), *distress = r.distress.data(), *insecurity = r.insecurity.data(),
                *loneliness = r.loneliness.data();
#pragma omp simd
    for (std::size_t i = 0; i < n; ++i) {
        const std::int32_t years = age[i];
        const float medical = by_age[years] * sim::exp_of(bf * (frailty[i] - expected[years])) *
                              (1.0F + bd * (distress[i] - usual_distress) + bl * loneliness[i]);
        const float social = bi * insecurity[i] + (signal[i] ? bs : 0.0F);
        rate[i] = present[i] ? (medical + social) * (waiting[i] ? 1.0F + bw : 1.0F) : 0.0F;
    }
    w.show(hazard_of(EventKind::gp_contact));
    accumulate_alone(r, EventKind::gp_contact, w.rate, w.due);
    for (auto& contacts : r.gp_contacts) contacts = 0;
    next_episodes(r, EventKind::gp_contact, w.due, draws, w.episodes,
                  [&](ResidentId who) { ++r.gp_contacts[who]; });
    const auto referral = static_cast<float>(p.gp_referral);
    if (referral <= 0.0F) return;
    for (const auto row : w.due) {
        const ResidentId who{row};
        if (r.signal[who] > 0 &&
            sim::uniform_of(sim::pair_lot(static_cast<std::uint32_t>(r.birth_number[who]),
                                          r.episodes(EventKind::gp_contact)[who])) < referral)
            r.signal[who] = standing_from;
    }
}

namespace {

/// Hazards of one care line into `rate`, for everybody who is marked as free to need it: who lives at
/// home and neither uses it nor waits.
void nursing_or_wmo(const Residents& r, double level, double by_frailty, double by_informal,
                    const std::uint8_t* free, float* rate) {
    const auto l = static_cast<float>(level), f = static_cast<float>(by_frailty),
               g = static_cast<float>(by_informal);
    const std::size_t n = r.rows();
    const float *frailty = r.frailty.data(), *need = r.care_need.data(), *informal = r.care_informal.data();
#pragma omp simd
    for (std::size_t i = 0; i < n; ++i) {
        const float met = need[i] > 0.0F ? informal[i] / need[i] : 0.0F;
        const float hazard = l * sim::exp_of(f * frailty[i]) * (1.0F - g * met);
        rate[i] = free[i] ? hazard : 0.0F;
    }
}

void mental(const Residents& r, const CareParameters& p, const std::uint8_t* free, float* rate) {
    constexpr std::uint8_t grown_up = 23;  // below: youth care
    const auto l = static_cast<float>(p.mental_level), d = static_cast<float>(p.mental_distress);
    const std::size_t n = r.rows();
    const float* distress = r.distress.data();
    const std::uint8_t* age = r.age.data();
#pragma omp simd
    for (std::size_t i = 0; i < n; ++i) {
        const float hazard = l * sim::exp_of(d * distress[i]);
        rate[i] = (free[i] != 0) & (age[i] >= grown_up) ? hazard : 0.0F;
    }
}

/// Turns log-hazards of those who are marked into hazards; 0 for the others.
void exponentiate(std::vector<float>& rate, const std::uint8_t* marks, float level) {
    float* x = rate.data();
#pragma omp simd
    for (std::size_t i = 0; i < rate.size(); ++i) x[i] = marks[i] ? level * sim::exp_of(x[i]) : 0.0F;
}

/// Of the marked, only those whose age is in [from, until).
void keep_ages(std::vector<std::uint8_t>& marks, const Residents& r, int from, int until) {
    std::uint8_t* mark = marks.data();
    const std::uint8_t* age = r.age.data();
#pragma omp simd
    for (std::size_t i = 0; i < marks.size(); ++i)
        mark[i] = mark[i] & static_cast<std::uint8_t>((age[i] >= from) & (age[i] < until));
}

void youth(const People& people, const CareParameters& p, Workspace& w) {
    constexpr int until = 23;
    const auto& r = people.residents;
    const auto strain = static_cast<float>(p.youth_strain), support = static_cast<float>(p.youth_support);
    std::array<float, ties_kept + 1> by_friends{};
    for (std::size_t k = 0; k < by_friends.size(); ++k)
        by_friends[k] = support * sim::log_of(1.0F + static_cast<float>(k));
    keep_ages(w.marks, r, 0, until);
    sim::for_each_marked(w.marks.data(), r.rows(), [&](std::size_t i) {
        const auto family =
            family_of(r, people.dwellings, people.ties, ResidentId{static_cast<std::uint16_t>(i)});
        w.rate[i] = strain * family.strain - by_friends[family.friends];
    });
    exponentiate(w.rate, w.marks.data(), static_cast<float>(p.youth_level));
}

void residential(const People& people, const CareParameters& p, Workspace& w) {
    constexpr int from = 60, until = 256;
    const auto& r = people.residents;
    keep_ages(w.marks, r, from, until);
    sim::for_each_marked(w.marks.data(), r.rows(), [&](std::size_t i) {
        const ResidentId who{static_cast<std::uint16_t>(i)};
        w.rate[i] = residential_terms(r, people.dwellings, who, p).sum();
    });
    exponentiate(w.rate, w.marks.data(), 1.0F);
}

}  // namespace

void need_care(People& people, const Parameters& parameters, const sim::RandomSource& draws, sim::Month now,
               Workspace& w) {
    auto& r = people.residents;
    const auto& p = parameters.care;
    const std::size_t n = r.rows();
    w.rate.resize(n);
    w.marks.resize(n);
    float* rate = w.rate.data();
    std::uint8_t* free = w.marks.data();
    const auto* dwelling = r.dwelling.data();
    const std::uint8_t *present = r.present.data(), *use = r.care_use.data(),
                       *waiting = r.care_waiting.data();
    for (std::size_t line = 0; line < care_lines; ++line) {
        const auto taken = bit_of(line);
#pragma omp simd
        for (std::size_t i = 0; i < n; ++i)
            free[i] = (dwelling[i].value != DwellingId::none_value) & (present[i] != 0) &
                      (((use[i] | waiting[i]) & taken) == 0);
        switch (static_cast<CareLine>(line)) {
            case CareLine::district_nursing:
                nursing_or_wmo(r, p.nursing_level, p.nursing_frailty, p.nursing_informal, free, rate);
                break;
            case CareLine::wmo:
                nursing_or_wmo(r, p.wmo_level, p.wmo_frailty, p.wmo_informal, free, rate);
                break;
            case CareLine::youth_care:
                youth(people, p, w);
                break;
            case CareLine::mental_care:
                mental(r, p, free, rate);
                break;
            default:
                residential(people, p, w);
        }
        w.show(hazard_of(event_of[line]));
        accumulate(r, event_of[line], w.rate, w.due);
        for (const auto row : w.due) {
            next_episode(r, event_of[line], ResidentId{row}, draws);
            join_queue(people, ResidentId{row}, line, now);
        }
    }
}

void end_care(Residents& r, Care& care, sim::Month now) {
    sim::for_each_marked(r.care_use.data(), r.rows(), [&](std::size_t i) {
        const ResidentId who{static_cast<std::uint16_t>(i)};
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
    const auto lot = draws.block(Stream::admission_lot, r.birth_number[who], sim::Month{since},
                                 static_cast<std::uint32_t>(line))[0];
    return {since, lot, r.birth_number[who]};
}

void admit_one(People& people, ResidentId who, std::size_t line, const Parameters& parameters,
               const sim::RandomSource& draws, sim::Month now) {
    constexpr float latest = 30000.0F;  // months have 16 bits
    auto& r = people.residents;
    const auto words = draws.block(Stream::care_duration, r.birth_number[who],
                                   sim::Month{r.care_since[who][line]}, static_cast<std::uint32_t>(line));
    const float months =
        static_cast<float>(mean_months(line, parameters.care)) * sim::exponential_of(words[0]);
    r.care_waiting[who] = static_cast<std::uint8_t>(r.care_waiting[who] & ~bit_of(line));
    r.care_use[who] |= bit_of(line);
    r.care_since[who][line] =
        static_cast<std::int16_t>(std::min(latest, static_cast<float>(now.value) + 1.0F + months));
    --people.care.waiting[line];
    ++people.care.in_use[line];
    ++people.care.admitted[line];
    if (bit_of(line) & care_for_life) leave_dwelling(people, who, now);
}

void admit(People& people, const Parameters& parameters, const sim::RandomSource& draws, sim::Month now) {
    auto& r = people.residents;
    auto& care = people.care;
    std::vector<std::pair<QueuePlace, std::uint16_t>> queue;  // with the row
    std::vector<std::uint16_t> in_some_queue;
    sim::for_each_marked(r.care_waiting.data(), r.rows(),
                         [&](std::size_t i) { in_some_queue.push_back(static_cast<std::uint16_t>(i)); });
    for (std::size_t line = 0; line < care_lines; ++line) {
        const std::uint32_t free =
            care.capacity[line] > care.in_use[line] ? care.capacity[line] - care.in_use[line] : 0;
        if (care.waiting[line] == 0 || free == 0) continue;
        queue.clear();
        for (const auto row : in_some_queue)
            if (r.care_waiting[ResidentId{row}] & bit_of(line))
                queue.emplace_back(queue_place(r, ResidentId{row}, line, draws), row);
        std::sort(queue.begin(), queue.end());
        for (std::size_t k = 0; k < std::min<std::size_t>(free, queue.size()); ++k)
            admit_one(people, ResidentId{queue[k].second}, line, parameters, draws, now);
    }
}

namespace {

/// How many of everybody's ties are young and have offended before, per row. Few have, so it goes by them.
std::vector<std::uint8_t> offenders_known(const Residents& r, const Ties& ties,
                                          const std::vector<std::uint8_t>& young,
                                          const sim::Column<ResidentId, std::uint16_t>& offences) {
    std::vector<std::uint8_t> known(r.rows(), 0);
    sim::for_each_marked(young.data(), young.size(), [&](std::size_t i) {
        const ResidentId who{static_cast<std::uint16_t>(i)};
        if (offences[who] == 0) return;
        for (std::size_t k = 0; k < ties.count[who]; ++k) ++known[ties.row[who].other(k)];
    });
    return known;
}

}  // namespace

void offend(Residents& r, const Ties& ties, const Places& places, const Parameters& parameters,
            const sim::RandomSource& draws, Workspace& w) {
    const auto& p = parameters.care;
    const std::size_t n = r.rows();
    w.rate.resize(n);
    w.marks.assign(r.present.begin(), r.present.end());
    keep_ages(w.marks, r, offending_from, offending_until);
    const auto known = offenders_known(r, ties, w.marks, r.episodes(EventKind::offending));
    const auto met = chance_of_a_host(places);
    sim::for_each_marked(w.marks.data(), n, [&](std::size_t i) {
        const ResidentId who{static_cast<std::uint16_t>(i)};
        w.rate[i] = offending_terms(r, ties, places, met, known[i], who, p).sum();
    });
    exponentiate(w.rate, w.marks.data(), static_cast<float>(p.offending_level) * per_month);
    w.show(hazard_of(EventKind::offending));
    accumulate_alone(r, EventKind::offending, w.rate, w.due);
    w.offences = static_cast<std::uint32_t>(w.due.size());
    for (const auto row : w.due) next_episode(r, EventKind::offending, ResidentId{row}, draws);
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
