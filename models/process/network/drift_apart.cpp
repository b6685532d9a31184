#include "models/process/network/drift_apart.hpp"

#include "models/world/ages.hpp"
#include "models/world/outside_friends.hpp"
#include "models/world/streams.hpp"
#include "models/world/tie_change.hpp"
#include "models/world/units.hpp"
#include "sim/each_row.hpp"
#include "sim/marked.hpp"
#include "sim/numeric.hpp"

namespace weefsel {
namespace {

/// Marks whose birth month it is.
void mark_birthdays(const Residents& r, sim::Month now, Workspace& w) {
    w.marks.resize(r.rows());
    sim::each_row(
        r.rows(),
        [month = now.value](std::uint8_t& due, std::uint8_t present, std::int16_t born) {
            due = (present != 0) & (static_cast<std::uint32_t>(month - born) % sim::months_per_year == 0);
        },
        w.marks, r.present, r.birth_month);
}

bool learns(const Residents& r, ResidentId who) {
    return r.activity[who] == Activity::pupil || r.activity[who] == Activity::student;
}

bool has_children(const Residents& r, const Dwellings& d, ResidentId who) {
    const auto home = r.dwelling[who];
    if (!home.exists() || r.age[who] < adult_age) return false;
    for (int k = 0; k < d.members[home]; ++k)
        if (r.age[d.member[home][k]] < adult_age) return true;
    return false;
}

bool share_place(const Residents& r, ResidentId a, ResidentId b) {
    for (const auto& one : r.regular)
        for (const auto& other : r.regular)
            if (one[a] != no_row && one[a] == other[b]) return true;
    return false;
}

bool share_street(const Residents& r, const Dwellings& d, ResidentId a, ResidentId b) {
    const auto one = r.dwelling[a], other = r.dwelling[b];
    return one.exists() && other.exists() && d.street[one] == d.street[other];
}

bool live_together(const Residents& r, ResidentId a, ResidentId b) {
    return r.dwelling[a].exists() && r.dwelling[a] == r.dwelling[b];
}

bool moved_lately(const Residents& r, ResidentId who, sim::Month now) {
    return r.moved[who] != Residents::never && now.value - r.moved[who] < sim::months_per_year;
}

bool retired(const LivingAt& one) { return one.residents.activity[one.who] == Activity::retired; }

int years_between(const LivingAt& one, const LivingAt& other) {
    return std::abs(static_cast<int>(one.residents.age[one.who]) -
                    static_cast<int>(other.residents.age[other.who]));
}

/// Children at home, school or study, retired: in how many of these two differ.
int ways_parted(const LivingAt& a, const LivingAt& b) {
    return static_cast<int>(has_children(a.residents, a.dwellings, a.who) !=
                            has_children(b.residents, b.dwellings, b.who)) +
           static_cast<int>(learns(a.residents, a.who) != learns(b.residents, b.who)) +
           static_cast<int>(retired(a) != retired(b));
}

/// What of the logarithm of the rate does not depend on what two share.
double log_rate_of_lives(const LivingAt& a, const LivingAt& b, float contact, const NetworkParameters& p,
                         sim::Month now) {
    const bool moved = moved_lately(a.residents, a.who, now) || moved_lately(b.residents, b.who, now);
    return -p.drift_contact * static_cast<double>(sim::log_of(1.0F + contact)) +
           p.drift_stage * ways_parted(a, b) + p.drift_age * years_between(a, b) +
           (moved ? p.drift_moved : 0.0);
}

float rate_of(TieKind kind, double log_rate, const NetworkParameters& p) {
    const double of_kind = p.drift_apart * (is_kin(kind) ? p.drift_kin : 1.0);
    return static_cast<float>(of_kind * sim::exp_of(log_rate));
}

}  // namespace

float drift_rate(const Residents& r, const Dwellings& d, ResidentId a, ResidentId b, TieKind kind,
                 float contact, const NetworkParameters& p, sim::Month now) {
    const LivingAt one{r, d, a}, other{r, d, b};
    double log_rate = log_rate_of_lives(one, other, contact, p, now);
    if (share_place(r, a, b)) log_rate -= p.drift_place;
    if (share_street(r, d, a, b)) log_rate -= p.drift_street;
    if (learns(r, a) && learns(r, b) && years_between(one, other) <= 1) log_rate -= p.drift_school;
    return rate_of(kind, log_rate, p);
}

float drift_rate_across(const LivingAt& one, const LivingAt& other, TieKind kind, float contact,
                        const NetworkParameters& p, sim::Month now) {
    return rate_of(kind, log_rate_of_lives(one, other, contact, p, now), p);
}

void drift_apart(Ties& ties, const Residents& r, const Dwellings& d, const NetworkParameters& p,
                 const sim::RandomSource& draws, sim::Month now, Workspace& w) {
    if (p.drift_apart <= 0.0) return;
    const auto carried = static_cast<float>(p.carried_by_contact);
    mark_birthdays(r, now, w);
    sim::for_each_marked<ResidentId>(w.marks, [&](ResidentId who) {
        auto& row = ties.row[who];
        for (int k = 0; k < ties.count[who]; ++k) {
            const ResidentId other{row.other(k)};
            const auto kind = row.kind(k);
            if (r.birth_number[other] < r.birth_number[who] || kind == TieKind::partner || has_lapsed(kind) ||
                live_together(r, who, other))
                continue;
            const float contact =
                from_tie_hours(row.hours(k)) * carried + static_cast<float>(row.met(k)) * hours_a_quarter;
            const float chance = 1.0F - sim::exp_of(-drift_rate(r, d, who, other, kind, contact, p, now));
            const auto pair = sim::pair_number(r.birth_number[who], r.birth_number[other]);
            if (draws.uniform(Stream::drift_apart, pair, now) < chance) lapse(ties, who, k);
        }
    });
}

void turn_over_elsewhere(Residents& r, const NetworkParameters& p, const sim::RandomSource& draws,
                         sim::Month now, Workspace& w) {
    if (p.outside_turnover <= 0.0) return;
    mark_birthdays(r, now, w);
    sim::for_each_marked<ResidentId>(w.marks, [&](ResidentId who) {
        r.outside_friends[who] = outside_friends_after_year(r, who, p, draws, now);
    });
}

}  // namespace weefsel
