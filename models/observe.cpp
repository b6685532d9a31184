#include <algorithm>

#include "models/indicators.hpp"
#include "models/meeting_place/attendance.hpp"
#include "models/network/tie_change.hpp"
#include "models/survey/cohesion.hpp"
#include "sim/numeric.hpp"

namespace weefsel {
namespace {

constexpr int adult = 18, answers_from = 15, youth_from = 12, youth_until = 23;
constexpr float lonely_from = 2.5F, severely_from = 8.5F;  // scores of 3 and 9 of 11 after rounding
constexpr TieHours casual_hours = to_tie_hours(50.0F);
constexpr int reached_within = 12, same_worker_months = 36;

/// What is measured of one resident every month.
void tally_person(const Neighbourhood& n, ResidentId who, const SurveyParameters& p, sim::Month now,
                  Tally& t) {
    using enum Indicator;
    const auto& r = n.residents;
    t.add(population, 1, 1);
    t.add(residents_reached,
          now.value - r.last_reached[who] < reached_within && r.last_reached[who] != Residents::never, 1);
    t.add(gp_contacts, 12.0 * r.gp_contacts[who], 1);
    if (r.age[who] < answers_from) return;
    t.add(volunteering, r.volunteer_hours[who] > 0.0F, 1);
    if (r.age[who] < adult) return;
    t.add(lonely, r.loneliness[who] >= lonely_from, 1);
    t.add(severely_lonely, r.loneliness[who] >= severely_from, 1);
    t.add(isolated, n.ties.casual[who] == 0, 1);
    t.add(close_ties, n.ties.close[who], 1);
    t.add(friends, n.ties.friends[who], 1);
    t.add(acquaintances, n.ties.count[who] - n.ties.casual[who] + r.acquaintances[who], 1);
    t.add(participation, r.visits[who] > 0, 1);
    const bool carer = r.care_given[who] >= static_cast<float>(p.carer_from);
    t.add(informal_care, carer, 1);
    if (carer) t.add(carers_overloaded, r.overload[who] >= static_cast<float>(p.overloaded_from), 1);
    t.add(trust_neighbours, static_cast<double>(r.trust[who]), 1);
    t.add(belonging, static_cast<double>(r.belonging[who]), 1);
    t.add(institutional_trust, static_cast<double>(r.institutional_trust[who]), 1);
    t.add(distressed, r.distress[who] >= static_cast<float>(p.distressed_from), 1);
}

/// Share of the pairs among somebody's casual friends outside the family who are tied at 50 h and
/// more themselves.
void tally_clustering(const Ties& ties, ResidentId who, Tally& t) {
    const auto& row = ties.row[who];
    std::array<ResidentId, ties_kept> near{};
    int n = 0;
    for (std::size_t k = 0; k < ties.count[who]; ++k)
        if (row.hours[k] >= casual_hours && row.kind[k] != TieKind::kin && row.kind[k] != TieKind::partner)
            near[static_cast<std::size_t>(n++)] = ResidentId{row.other[k]};
    if (n < 2) return;
    int closed = 0;
    for (int a = 0; a < n; ++a)
        for (int b = a + 1; b < n; ++b) {
            const auto& other = ties.row[near[static_cast<std::size_t>(a)]];
            const int k = entry_of(other, near[static_cast<std::size_t>(b)].value);
            closed += k >= 0 && other.hours[k] >= casual_hours;
        }
    t.add(Indicator::clustering, 2.0 * closed / (n * (n - 1)), 1);
}

void tally_bridging(const Neighbourhood& n, ResidentId who, Tally& t) {
    using enum Indicator;
    const auto& r = n.residents;
    const auto& row = n.ties.row[who];
    for (int k = 0; k < n.ties.count[who]; ++k) {
        if (row.hours[k] < casual_hours || row.kind[k] == TieKind::kin || row.kind[k] == TieKind::partner)
            continue;
        const ResidentId other{row.other[k]};
        t.add(bridging_age, age_band(r.age[who]) != age_band(r.age[other]), 1);
        t.add(bridging_income, r.income[who] != r.income[other], 1);
        t.add(bridging_origin, r.origin[who] != r.origin[other], 1);
    }
}

/// What is measured of one resident once a year.
void tally_person_yearly(const Neighbourhood& n, ResidentId who, const SurveyParameters& p,
                         const sim::Draws& draws, sim::Month now, Tally& t) {
    using enum Indicator;
    const auto& r = n.residents;
    if (r.age[who] < answers_from) return;
    t.add(social_cohesion, static_cast<double>(cohesion_score(r, n.ties, who, p, draws, now)), 1);
    if (r.age[who] < adult) return;
    constexpr double top = 10.0;
    t.add(healthy,
          static_cast<double>(sim::sigma(static_cast<float>(p.healthy_level) -
                                         static_cast<float>(p.healthy_frailty) * r.frailty[who] -
                                         static_cast<float>(p.healthy_distress) * r.distress[who])),
          1);
    t.add(sphere_personal, top * std::min(1.0, n.ties.friends[who] / p.friends_full), 1);
    t.add(sphere_communal, top * 0.5 * ((r.visits[who] > 0) + (r.volunteer_hours[who] > 0.0F)), 1);
    tally_clustering(n.ties, who, t);
    tally_bridging(n, who, t);
}

/// Representative reach: the share of low incomes among those who take part against all adults.
void tally_reach(const Residents& r, Tally& t) {
    double adults = 0, low = 0, take_part = 0, low_take_part = 0;
    for (std::size_t i = 0; i < r.rows(); ++i) {
        const ResidentId who{static_cast<std::uint16_t>(i)};
        if (!r.present[who] || r.age[who] < adult) continue;
        const bool is_low = r.income[who] == Income::low, takes_part = r.visits[who] > 0;
        adults += 1;
        low += is_low;
        take_part += takes_part;
        low_take_part += is_low && takes_part;
    }
    if (low > 0 && take_part > 0) t.add(Indicator::reach_index, low_take_part * adults / low, take_part);
}

void tally_staff(const Posts& posts, Tally& t) {
    for (std::size_t k = 0; k < posts.rows(); ++k) {
        const PostId post{static_cast<std::uint8_t>(k)};
        if (!posts.line[post].exists()) continue;
        const auto bought = static_cast<double>(posts.fte_bought[post]);
        const bool filled = posts.filled[post] != 0;
        t.add(Indicator::professionals, filled ? static_cast<double>(posts.fte[post]) : 0.0, 0);
        t.add(Indicator::same_worker_after_3_years,
              filled && posts.months_in_post[post] >= same_worker_months ? bought : 0.0, bought);
    }
}

void tally_institutions(const Neighbourhood& n, const SurveyParameters& p, double residents, Tally& t) {
    double hours = 0;
    for (std::size_t k = 0; k < n.places.rows(); ++k) {
        const PlaceId place{static_cast<std::uint8_t>(k)};
        if (n.places.open[place]) hours += static_cast<double>(n.places.host_hours[place]);
    }
    for (const float direct : n.posts.direct_hours) hours += static_cast<double>(direct);
    constexpr double top = 10.0, thousand = 1000.0;
    t.add(Indicator::sphere_institutional,
          std::min(top, top * hours * thousand / p.institutional_full / residents) * residents, residents);
}

void tally_care(const Neighbourhood& n, const Workspace& w, double residents, Tally& t) {
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
    double young = 0;
    for (std::size_t i = 0; i < n.residents.rows(); ++i) {
        const ResidentId who{static_cast<std::uint16_t>(i)};
        young += n.residents.present[who] && n.residents.age[who] >= youth_from &&
                 n.residents.age[who] < youth_until;
    }
    t.add(youth_offending, thousand * 12.0 * static_cast<double>(w.offences), young);
}

}  // namespace

void observe(Neighbourhood& n, const Parameters& parameters, const sim::Draws& draws, sim::Month now,
             const Workspace& w, Tally& all, std::vector<Tally>& by_group) {
    const auto& r = n.residents;
    const auto& p = parameters.survey;
    const bool yearly = now.ends_year();
    for (std::size_t i = 0; i < r.rows(); ++i) {
        const ResidentId who{static_cast<std::uint16_t>(i)};
        if (!r.present[who]) continue;
        tally_person(n, who, p, now, all);
        if (!yearly) continue;
        tally_person_yearly(n, who, p, draws, now, all);
        if (by_group.empty()) continue;
        std::size_t first = 0;
        for (std::size_t g = 0; g < groupings().size(); ++g) {
            const int group = group_of(r, who, g);
            if (group >= 0) {
                auto& tally = by_group[first + static_cast<std::size_t>(group)];
                tally_person(n, who, p, now, tally);
                tally_person_yearly(n, who, p, draws, now, tally);
            }
            first += groupings()[g].groups.size();
        }
    }
    const auto residents = static_cast<double>(n.people.residents());
    tally_care(n, w, residents, all);
    tally_staff(n.posts, all);
    double alive = 0;
    for (const auto a : n.initiatives.alive) alive += a;
    all.add(Indicator::initiatives, alive, 1);
    all.denominator[static_cast<std::size_t>(Indicator::professionals)] = 1;
    all.denominator[static_cast<std::size_t>(Indicator::population)] = 1;
    for (auto& group : by_group)
        if (yearly) group.denominator[static_cast<std::size_t>(Indicator::population)] = 1;
    if (!yearly) return;
    tally_reach(r, all);
    tally_institutions(n, p, residents, all);
    double entries = 0;
    for (const auto count : n.ties.count) entries += count;
    all.add(Indicator::tie_turnover, static_cast<double>(n.ties.ended[0] - n.ties.ended[1]), entries / 2.0);
}

}  // namespace weefsel
