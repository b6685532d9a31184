#include "models/world/tie_change.hpp"

#include <algorithm>
#include <tuple>

#include "models/world/tie_layers.hpp"
#include "sim/error.hpp"
#include "sim/numeric.hpp"

namespace weefsel {
namespace {

void drop_entry(Ties& ties, ResidentId who, int k) {
    auto& row = ties.row[who];
    const int last = --ties.count[who];
    row.other(k) = row.other(last);
    row.hours(k) = row.hours(last);
    row.kind(k) = row.kind(last);
    row.met(k) = row.met(last);
    row.other(last) = no_resident;
    row.hours(last) = 0;
    row.met(last) = 0;
}

/// Entry that gives way when the row is full, or -1: the fewest hours among those that are not kin.
int weakest_entry(const TieRow& row) {
    int weakest = -1;
    for (int k = 0; k < ties_kept; ++k) {
        if (is_family(row.kind(k))) continue;
        if (weakest < 0 || row.hours(k) < row.hours(weakest)) weakest = k;
    }
    return weakest;
}

bool has_room(Ties& ties, ResidentId who) {
    if (ties.count[who] < ties_kept) return true;
    const int weakest = weakest_entry(ties.row[who]);
    return weakest >= 0 && ties.row[who].hours(weakest) < layer_acquaintance;
}

void make_room(Ties& ties, ResidentId who) {
    if (ties.count[who] == ties_kept) end_tie(ties, who, weakest_entry(ties.row[who]));
}

void write_entry(Ties& ties, ResidentId who, ResidentId other, TieKind kind, TieHours hours) {
    auto& row = ties.row[who];
    const int k = ties.count[who]++;
    row.other(k) = other.value;
    row.hours(k) = hours;
    row.kind(k) = kind;
    row.met(k) = 0;
}

}  // namespace

void clear_ties(Ties& ties, ResidentId who) {
    ties.count[who] = 0;
    ties.row[who] = TieRow{};
    ties.contact[who] = 0;
    ties.casual[who] = ties.casual_outside[who] = ties.friends[who] = ties.close[who] = 0;
    ties.budget_share[who] = 1.0F;
}

bool begin_tie(Ties& ties, ResidentId a, ResidentId b, TieKind kind, TieHours hours) {
    if (!has_room(ties, a) || !has_room(ties, b)) return false;
    make_room(ties, a);
    make_room(ties, b);
    write_entry(ties, a, b, kind, hours);
    write_entry(ties, b, a, kind, hours);
    ++ties.started[0];
    return true;
}

void become_partners(Ties& ties, ResidentId a, ResidentId b, TieHours hours) {
    const int at_a = entry_of(ties, a, b);
    if (at_a >= 0) {
        auto& row_a = ties.row[a];
        auto& row_b = ties.row[b];
        const int at_b = entry_of(ties, b, a);
        row_a.kind(at_a) = row_b.kind(at_b) = TieKind::partner;
        row_a.hours(at_a) = row_b.hours(at_b) = hours;
        return;
    }
    for (const auto who : {a, b})
        if (ties.count[who] == ties_kept && weakest_entry(ties.row[who]) < 0) return;
    make_room(ties, a);
    make_room(ties, b);
    write_entry(ties, a, b, TieKind::partner, hours);
    write_entry(ties, b, a, TieKind::partner, hours);
    ++ties.started[0];
}

void end_tie(Ties& ties, ResidentId who, int k) {
    const ResidentId other{ties.row[who].other(k)};
    drop_entry(ties, other, entry_of(ties, other, who));
    drop_entry(ties, who, k);
    ++ties.ended[0];
}

void end_all_ties(Ties& ties, ResidentId who) {
    while (ties.count[who] > 0) end_tie(ties, who, ties.count[who] - 1);
}

void lapse(Ties& ties, ResidentId who, int k) {
    const ResidentId other{ties.row[who].other(k)};
    auto& kind = ties.row[who].kind(k);
    kind = is_kin(kind) ? TieKind::estranged : TieKind::lapsed;
    ties.row[other].kind(entry_of(ties, other, who)) = kind;
}

void seek_again(Ties& ties, ResidentId who, int k) {
    const ResidentId other{ties.row[who].other(k)};
    auto& kind = ties.row[who].kind(k);
    if (!has_lapsed(kind)) return;
    kind = is_kin(kind) ? TieKind::kin : TieKind::friend_;
    ties.row[other].kind(entry_of(ties, other, who)) = kind;
}

void begin_year(Ties& ties, sim::Month now) {
    if (now.of_year() == 0) ties.ended[1] = ties.ended[0];
}

void begin_proposed_ties(Ties& ties, TieProposals& proposals) {
    // The two of one pair may have the same number: whatever sorts has to find one order.
    const auto all_of = [](const TieProposal& p) { return std::tuple(p.order, p.kind, p.hours, p.a, p.b); };
    std::sort(proposals.begin(), proposals.end(),
              [&](const TieProposal& x, const TieProposal& y) { return all_of(x) < all_of(y); });
    for (const auto& proposal : proposals) {
        const ResidentId a{proposal.a}, b{proposal.b};
        if (entry_of(ties, a, b) >= 0) continue;
        begin_tie(ties, a, b, static_cast<TieKind>(proposal.kind), proposal.hours);
    }
    proposals.clear();
}

float homophily(const Residents& r, ResidentId a, ResidentId b, const NetworkParameters& p) {
    const auto gap = [](auto x, auto y) {
        const int d = static_cast<int>(x) - static_cast<int>(y);
        return static_cast<float>(d < 0 ? -d : d);
    };
    const float distance = static_cast<float>(p.homophily_age) * gap(r.age[a], r.age[b]) +
                           static_cast<float>(p.homophily_education) * gap(r.education[a], r.education[b]) +
                           (r.origin[a] == r.origin[b] ? 0.0F : static_cast<float>(p.homophily_origin));
    return sim::exp_of(-distance);
}

float openness(const Residents& r, ResidentId who, const NetworkParameters& p) {
    constexpr float top_of_scale = 11.0F;
    return (1.0F - static_cast<float>(p.openness_loneliness) * r.loneliness[who] / top_of_scale) *
           (1.0F - static_cast<float>(p.openness_distrust) * (1.0F - r.trust[who]));
}

void check_ties(const Ties& ties, const Residents& residents) {
    for (const auto who : residents.ids()) {
        sim::require(ties.count[who] <= ties_kept, "no resident keeps more ties than a row holds");
        sim::require(residents.present[who] || ties.count[who] == 0, "who has gone has no ties");
        const auto& row = ties.row[who];
        for (int k = 0; k < ties_kept; ++k) {
            if (k >= ties.count[who]) {
                sim::require(row.other(k) == no_resident, "an unused entry refers to nobody");
                continue;
            }
            const ResidentId other{row.other(k)};
            sim::require(residents.present[other] && other != who,
                         "a tie leads to somebody else who is present");
            const int back = entry_of(ties, other, who);
            sim::require(back >= 0, "a tie stands at both ends");
            sim::require(ties.row[other].hours(back) == row.hours(k) &&
                             ties.row[other].kind(back) == row.kind(k) &&
                             ties.row[other].met(back) == row.met(k),
                         "a tie is the same at both ends");
        }
    }
}

}  // namespace weefsel
