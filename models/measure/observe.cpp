#include <algorithm>

#include "models/measure/indicators.hpp"
#include "models/measure/survey/cohesion.hpp"
#include "models/measure/survey/loneliness_items.hpp"
#include "models/measure/survey/monitor_answers.hpp"
#include "models/measure/survey/surveyed.hpp"
#include "models/process/meeting_place/attendance.hpp"
#include "models/world/known_people.hpp"
#include "models/world/shape.hpp"
#include "models/world/tie_change.hpp"
#include "models/world/tie_layers.hpp"
#include "sim/marked.hpp"
#include "sim/numeric.hpp"

namespace weefsel {
namespace {

constexpr int youth_from = 12, youth_until = 23;
constexpr TieHours casual_hours = layer_casual;
constexpr int reached_within = 12, same_worker_months = 36;

/// Which residents are measured: a mark for each row, 1 for those of the group. Marks of the grown up
/// among them are made once, for most indicators are about adults.
struct Group {
    std::vector<std::uint8_t> all, answering, adult;

    void of(const Residents& r) {
        const std::size_t n = r.rows();
        answering.resize(n);
        adult.resize(n);
        const std::uint8_t *in = all.data(), *age = r.age.data();
        std::uint8_t *old_enough = answering.data(), *grown = adult.data();
#pragma omp simd
        for (std::size_t i = 0; i < n; ++i) {
            old_enough[i] = in[i] & static_cast<std::uint8_t>(age[i] >= answers_from);
            grown[i] = in[i] & static_cast<std::uint8_t>(age[i] >= adult_age);
        }
    }
};

/// How many of the marked rows a condition on a column holds for.
template <class T, class Holds>
double count_where(const std::vector<std::uint8_t>& marks, const T& column, Holds holds) {
    const std::uint8_t* in = marks.data();
    const auto* x = column.data();
    std::uint32_t sum = 0;
#pragma omp simd reduction(+ : sum)
    for (std::size_t i = 0; i < marks.size(); ++i) sum += in[i] & static_cast<std::uint32_t>(holds(x[i]));
    return sum;
}
double count_of(const std::vector<std::uint8_t>& marks) {
    return count_where(marks, marks, [](std::uint8_t) { return true; });
}

/// Sum of a column of whole numbers over the marked rows.
template <class T>
double sum_of(const std::vector<std::uint8_t>& marks, const T& column) {
    const std::uint8_t* in = marks.data();
    const auto* x = column.data();
    std::uint32_t sum = 0;
#pragma omp simd reduction(+ : sum)
    for (std::size_t i = 0; i < marks.size(); ++i) sum += in[i] * static_cast<std::uint32_t>(x[i]);
    return sum;
}

/// Sum of a column of shares, 0..1, over the marked rows: in whole millionths, whatever the order.
template <class T>
double sum_of_shares(const std::vector<std::uint8_t>& marks, const T& column) {
    constexpr float fine = 1048576.0F;
    const std::uint8_t* in = marks.data();
    const auto* x = column.data();
    std::uint64_t sum = 0;
#pragma omp simd reduction(+ : sum)
    for (std::size_t i = 0; i < marks.size(); ++i)
        sum += static_cast<std::uint32_t>(in[i] * static_cast<std::int32_t>(x[i] * fine + 0.5F));
    return static_cast<double>(sum) / static_cast<double>(fine);
}

/// What is measured of a group of residents every month. `known`: people known, per row.
void tally_people(const Neighbourhood& n, const Group& group, const AnsweredLoneliness::Chances& would_answer,
                  const std::vector<std::uint16_t>& known, const SurveyParameters& p, sim::Month now,
                  Tally& t) {
    using enum Indicator;
    const auto& r = n.residents;
    const double people = count_of(group.all), answering = count_of(group.answering),
                 adults = count_of(group.adult);
    const std::int32_t month = now.value;
    t.add(population, people, people);
    t.add(residents_reached,
          count_where(group.all, r.last_reached,
                      [month](std::int16_t last) {
                          return (month - last < reached_within) & (last != Residents::never);
                      }),
          people);
    t.add(gp_contacts, 12.0 * sum_of(group.all, r.gp_contacts), people);
    const auto some = [](float hours) { return hours > 0.0F; };
    t.add(volunteering, count_where(group.answering, r.volunteer_hours, some), answering);
    const auto from = [](float least) { return [least](float x) { return x >= least; }; };
    t.add(lonely, sum_of_shares(group.adult, would_answer.lonely), adults);
    t.add(severely_lonely, sum_of_shares(group.adult, would_answer.severe), adults);
    t.add(isolated, count_where(group.adult, n.ties.casual, [](std::uint8_t c) { return c == 0; }), adults);
    t.add(close_ties, sum_of(group.adult, n.ties.close), adults);
    t.add(friends, sum_of(group.adult, n.ties.friends), adults);
    t.add(acquaintances, sum_of(group.adult, known), adults);
    t.add(participation, count_where(group.adult, r.visits, [](std::uint8_t v) { return v > 0; }), adults);
    const auto carer_from = static_cast<float>(p.carer_from),
               burdened_from = static_cast<float>(p.overloaded_from);
    const double carers = count_where(group.adult, r.care_given, from(carer_from));
    t.add(informal_care, carers, adults);
    // Who gives no care has no overload, who gives less than a carer's hours may: both must hold.
    const float* overload = r.overload.data();
    const float* given = r.care_given.data();
    double burdened = 0;
    sim::for_each_marked(group.adult.data(), group.adult.size(), [&](std::size_t i) {
        burdened += (given[i] >= carer_from) & (overload[i] >= burdened_from);
    });
    t.add(carers_overloaded, burdened, carers);
    t.add(trust_neighbours, sum_of_shares(group.adult, r.trust), adults);
    t.add(belonging, sum_of_shares(group.adult, r.belonging), adults);
    t.add(institutional_trust, sum_of_shares(group.adult, r.institutional_trust), adults);
    t.add(distressed, count_where(group.adult, r.distress, from(static_cast<float>(p.distressed_from))),
          adults);
}

/// What is measured of one resident once a year: the same whichever group he or she is counted in.
struct OfPerson {
    bool answers = false, adult = false, lonely_6 = false, strongly_lonely_6 = false;
    double cohesion = 0, healthy = 0, personal = 0, communal = 0;
    double closed = 0;  ///< see closed_pairs
    /// Casual friends outside the family: all of them, and those of another age, income, origin.
    std::array<std::uint8_t, 4> near{};
    enum Near : std::uint8_t { friends, of_age, of_income, of_origin };
};

/// Share of the pairs among somebody's casual friends outside the family who are tied at 50 h and
/// more themselves; less than two friends: 0.
double closed_pairs(const Ties& ties, ResidentId who) {
    const auto& row = ties.row[who];
    std::array<ResidentId, ties_kept> near{};
    int n = 0;
    for (std::size_t k = 0; k < ties.count[who]; ++k)
        if (row.hours(k) >= casual_hours && !is_family(row.kind(k)))
            near[static_cast<std::size_t>(n++)] = ResidentId{row.other(k)};
    if (n < 2) return 0;
    int closed = 0;
    for (int a = 0; a < n; ++a)
        for (int b = a + 1; b < n; ++b) {
            const ResidentId one = near[static_cast<std::size_t>(a)];
            const int k = entry_of(ties, one, near[static_cast<std::size_t>(b)]);
            closed += k >= 0 && ties.row[one].hours(k) >= casual_hours;
        }
    return 2.0 * closed / (n * (n - 1));
}

void count_near(const Neighbourhood& n, ResidentId who, OfPerson& out) {
    const auto& r = n.residents;
    const auto& row = n.ties.row[who];
    for (int k = 0; k < n.ties.count[who]; ++k) {
        if (row.hours(k) < casual_hours || is_family(row.kind(k))) continue;
        const ResidentId other{row.other(k)};
        ++out.near[OfPerson::friends];
        out.near[OfPerson::of_age] += age_band(r.age[who]) != age_band(r.age[other]);
        out.near[OfPerson::of_income] += r.income[who] != r.income[other];
        out.near[OfPerson::of_origin] += r.origin[who] != r.origin[other];
    }
}

OfPerson of_person(const Neighbourhood& n, ResidentId who, const SurveyParameters& p,
                   const sim::RandomSource& draws, sim::Month now) {
    const auto& r = n.residents;
    OfPerson out;
    out.answers = r.age[who] >= answers_from;
    if (!out.answers) return out;
    out.cohesion = static_cast<double>(cohesion_score(r, who, p, draws, now));
    const int score_6 = answers_6(r, who, p, draws, now).score();
    out.lonely_6 = score_6 >= lonely_6_from;
    out.strongly_lonely_6 = score_6 >= strongly_lonely_6_from;
    out.adult = r.age[who] >= adult_age;
    if (!out.adult) return out;
    constexpr double top = 10.0;
    out.healthy = static_cast<double>(chance_healthy(r.frailty[who], r.distress[who], p));
    out.personal = top * std::min(1.0, n.ties.friends[who] / p.friends_full);
    out.communal = top * 0.5 * ((r.visits[who] > 0) + (r.volunteer_hours[who] > 0.0F));
    out.closed = closed_pairs(n.ties, who);
    count_near(n, who, out);
    return out;
}

/// The same of everybody who is marked, per row.
std::vector<OfPerson> of_persons(const Neighbourhood& n, const std::vector<std::uint8_t>& marks,
                                 const SurveyParameters& p, const sim::RandomSource& draws, sim::Month now) {
    std::vector<OfPerson> out(marks.size());
    sim::for_each_marked<ResidentId>(
        marks, [&](ResidentId who) { out[who.index()] = of_person(n, who, p, draws, now); });
    return out;
}

void tally_person_yearly(const OfPerson& of, Tally& t) {
    using enum Indicator;
    if (!of.answers) return;
    t.add(social_cohesion, of.cohesion, 1);
    t.add(lonely_6, of.lonely_6, 1);
    t.add(strongly_lonely_6, of.strongly_lonely_6, 1);
    if (!of.adult) return;
    t.add(healthy, of.healthy, 1);
    t.add(sphere_personal, of.personal, 1);
    t.add(sphere_communal, of.communal, 1);
    const int near = of.near[OfPerson::friends];
    if (near >= 2) t.add(clustering, of.closed, 1);
    t.add(bridging_age, of.near[OfPerson::of_age], near);
    t.add(bridging_income, of.near[OfPerson::of_income], near);
    t.add(bridging_origin, of.near[OfPerson::of_origin], near);
}

/// Representative reach: the share of low incomes among those who take part against all adults.
void tally_reach(const Residents& r, const Group& group, Tally& t) {
    const double adults = count_of(group.adult);
    const auto is_low = [](Income income) { return income == Income::low; };
    const double low = count_where(group.adult, r.income, is_low);
    double take_part = 0, low_take_part = 0;
    sim::for_each_marked(group.adult.data(), group.adult.size(), [&](std::size_t i) {
        const ResidentId who{static_cast<std::uint16_t>(i)};
        take_part += r.visits[who] > 0;
        low_take_part += r.visits[who] > 0 && is_low(r.income[who]);
    });
    if (low > 0 && take_part > 0) t.add(Indicator::reach_index, low_take_part * adults / low, take_part);
}

void tally_staff(const Posts& posts, Tally& t) {
    for (std::size_t k = 0; k < posts.rows(); ++k) {
        const PostId post{static_cast<std::uint8_t>(k)};
        const bool filled = posts.filled[post] != 0, left = posts.left[post] != Leaving::stays;
        t.add(Indicator::staff_exit, 12.0 * left, filled || left);
        if (!posts.line[post].exists()) continue;
        const auto bought = static_cast<double>(posts.fte_bought[post]);
        t.add(Indicator::professionals, filled ? static_cast<double>(posts.fte[post]) : 0.0, 0);
        t.add(Indicator::same_worker_after_3_years,
              filled && posts.months_in_post[post] >= same_worker_months ? bought : 0.0, bought);
    }
}

void tally_institutions(const Neighbourhood& n, const SurveyParameters& p, double residents, Tally& t) {
    double hours = 0;
    for (std::size_t k = 0; k < n.places.rows(); ++k) {
        const PlaceId place{static_cast<std::uint8_t>(k)};
        if (n.places.open[place]) hours += static_cast<double>(n.places.host_hours(place));
    }
    for (const float direct : n.posts.direct_hours) hours += static_cast<double>(direct);
    constexpr double top = 10.0, thousand = 1000.0;
    t.add(Indicator::sphere_institutional,
          std::min(top, top * hours * thousand / p.institutional_full / residents) * residents, residents);
}

/// What only the network as a whole shows.
void tally_shape(const Neighbourhood& n, Tally& t) {
    using enum Indicator;
    const auto& r = n.residents;
    const auto add = [&t](Indicator which, const Assortativity& a) {
        if (a.variance > 0) t.add(which, a.covariance, a.variance);
    };
    double present = 0;
    for (const auto here : r.present) present += here;
    t.add(largest_component, static_cast<double>(largest_component_of(r, n.ties, casual_hours)), present);
    add(assortativity_age,
        assortativity_of(n.ties, casual_hours, [&](ResidentId who) { return std::int64_t{r.age[who]}; }));
    constexpr float hundredths = 100.0F;  // whole numbers, so that the order of ties does not matter
    add(assortativity_loneliness, assortativity_of(n.ties, casual_hours, [&](ResidentId who) {
            return static_cast<std::int64_t>(r.loneliness[who] * hundredths);
        }));
}

void tally_care(const Neighbourhood& n, const Group& group, std::uint32_t offences, double residents,
                Tally& t) {
    using enum Indicator;
    constexpr double thousand = 1000.0;
    constexpr std::array<Indicator, care_lines> line{district_nursing, wmo, youth_care, mental_care,
                                                     residential_care};
    double queue = 0;
    for (std::size_t k = 0; k < care_lines; ++k) {
        t.add(line[k], thousand * n.care.in_use[k], residents);
        queue += n.care.waiting[k];
    }
    t.add(waiting, thousand * queue, residents);
    const double young = count_where(group.all, n.residents.age, [](std::uint8_t age) {
        return (age >= youth_from) & (age < youth_until);
    });
    t.add(youth_offending, thousand * 12.0 * static_cast<double>(offences), young);
}

}  // namespace

void observe_marked(const Neighbourhood& n, const std::vector<std::uint8_t>& marks,
                    const AnsweredLoneliness& answered, const SurveyParameters& p,
                    const sim::RandomSource& draws, sim::Month now, Tally& tally) {
    Group group;
    group.all = marks;
    group.of(n.residents);
    tally_people(n, group, answered.of(n.residents), people_known(n), p, now, tally);
    sim::for_each_marked<ResidentId>(
        marks, [&](ResidentId who) { tally_person_yearly(of_person(n, who, p, draws, now), tally); });
}

void observe(Neighbourhood& n, const MonthRecord& made, const AnsweredLoneliness& answered,
             const SurveyParameters& p, const sim::RandomSource& draws, sim::Month now, Tally& all,
             std::vector<Tally>& by_group) {
    const auto& r = n.residents;
    const bool yearly = now.ends_year();
    const auto would_answer = answered.of(r);
    const auto known = people_known(n);
    Group everybody;
    everybody.all.assign(r.present.begin(), r.present.end());
    everybody.of(r);
    const auto persons = yearly ? of_persons(n, everybody.all, p, draws, now) : std::vector<OfPerson>{};
    const auto tally = [&](const Group& group, Tally& t) {
        tally_people(n, group, would_answer, known, p, now, t);
        if (yearly)
            sim::for_each_marked(group.all.data(), r.rows(),
                                 [&](std::size_t i) { tally_person_yearly(persons[i], t); });
    };
    tally(everybody, all);
    const auto residents = static_cast<double>(n.people.residents());
    tally_care(n, everybody, made.offences, residents, all);
    tally_staff(n.posts, all);
    double alive = 0;
    for (const auto a : n.initiatives.alive) alive += a;
    all.add(Indicator::initiatives, alive, 1);
    all.denominator[static_cast<std::size_t>(Indicator::professionals)] = 1;
    all.denominator[static_cast<std::size_t>(Indicator::population)] = 1;
    if (!yearly) return;
    tally_reach(r, everybody, all);
    tally_institutions(n, p, residents, all);
    tally_shape(n, all);
    double entries = 0;
    for (const auto count : n.ties.count) entries += count;
    all.add(Indicator::tie_turnover, static_cast<double>(n.ties.ended[0] - n.ties.ended[1]), entries / 2.0);
    if (by_group.empty()) return;
    std::size_t first = 0;
    for (std::size_t g = 0; g < groupings().size(); ++g) {
        const std::size_t groups = groupings()[g].groups.size();
        std::vector<Group> members(groups);
        for (auto& group : members) group.all.assign(r.rows(), 0);
        sim::for_each_marked(everybody.all.data(), r.rows(), [&](std::size_t i) {
            const int at = group_of(r, ResidentId{static_cast<std::uint16_t>(i)}, g);
            if (at >= 0) members[static_cast<std::size_t>(at)].all[i] = 1;
        });
        for (std::size_t k = 0; k < groups; ++k) {
            members[k].of(r);
            tally(members[k], by_group[first + k]);
            by_group[first + k].denominator[static_cast<std::size_t>(Indicator::population)] = 1;
        }
        first += groups;
    }
}

}  // namespace weefsel
