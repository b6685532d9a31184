#include <algorithm>
#include <iterator>

#include "models/process/network/drift_apart.hpp"
#include "models/process/network/keep_and_lose.hpp"
#include "models/study/exchange.hpp"
#include "models/world/streams.hpp"
#include "models/world/tie_change.hpp"
#include "models/world/tie_layers.hpp"
#include "sim/numeric.hpp"

namespace weefsel {
namespace {

constexpr float quarter = 0.25F;

bool before(const TieAcross& a, const TieAcross& b) {
    return a.own != b.own ? a.own < b.own : a.other < b.other;
}

/// Where somebody moved to, or null.
const Moved* moved_to(const std::vector<Moved>& moved, sim::BirthNumber who) {
    const auto at = std::lower_bound(moved.begin(), moved.end(), who,
                                     [](const Moved& a, sim::BirthNumber b) { return a.who < b; });
    return at != moved.end() && at->who == who ? &*at : nullptr;
}

void lost(TieAcross& tie) {
    tie.other_row = ResidentId::none_value;
    tie.hours = 0;
}

/// An end that goes along with whoever moved, and ties whose ends have met again.
struct Travelling {
    std::vector<std::pair<std::uint16_t, TieAcross>> ends;  ///< with the new site
    std::vector<std::pair<std::uint16_t, TieAcross>> home;  ///< with the site of both
};

/// Finds both ends of every tie of a site again.
Travelling follow(const Municipality& m, std::size_t site, Border& border, const std::vector<Moved>& moved) {
    Travelling away;
    std::size_t kept = 0;
    for (auto tie : border.ties) {
        std::size_t here = site;
        if (!lives_at(m, tie.own, static_cast<std::uint16_t>(site), tie.own_row)) {
            const auto* to = moved_to(moved, tie.own);
            if (to == nullptr) {
                ++border.of(BorderFlow::ties_ended);
                continue;  // died or left the study
            }
            here = to->site;
            tie.own_row = to->row;
        }
        if (!lives_at(m, tie.other, tie.other_site, tie.other_row)) {
            if (const auto* to = moved_to(moved, tie.other)) {
                tie.other_site = to->site;
                tie.other_row = to->row;
            } else {
                lost(tie);
            }
        }
        if (tie.other_row != ResidentId::none_value && tie.other_site == here) {
            if (tie.own < tie.other) away.home.emplace_back(static_cast<std::uint16_t>(here), tie);
            lost(tie);
        }
        if (here == site) {
            border.ties[kept++] = tie;
        } else {
            ++border.of(BorderFlow::ties_ended);
            away.ends.emplace_back(static_cast<std::uint16_t>(here), tie);
        }
    }
    border.ties.resize(kept);
    return away;
}

void deliver(Municipality& m, std::size_t site, const TieAcross& tie) {
    m.borders[site].ties.push_back(tie);
    ++m.borders[site].of(BorderFlow::ties_begun);
}

void come_home(Municipality& m, std::vector<std::pair<std::uint16_t, TieAcross>>& home) {
    std::sort(home.begin(), home.end(),
              [](const auto& a, const auto& b) { return before(a.second, b.second); });
    for (const auto& [site, tie] : home) {
        auto& ties = m.neighbourhoods[site].ties;
        const ResidentId a{tie.own_row}, b{tie.other_row};
        if (entry_of(ties, a, b) < 0) begin_tie(ties, a, b, tie.kind, tie.hours);
    }
}

/// Both ends of a tie that survives a move, unless the other end has left the study or is where the
/// mover went.
void begin_across(Municipality& m, const Surviving& tie, const std::vector<Moved>& moved,
                  std::vector<std::pair<std::uint16_t, TieAcross>>& home) {
    const Moved& mover = tie.mover;
    Moved other{tie.other, tie.other_site, tie.other_row};
    if (!lives_at(m, other.who, other.site, other.row)) {
        const auto* to = moved_to(moved, tie.other);
        if (to == nullptr) return;
        other = *to;
    }
    const auto end = [&](const Moved& own, const Moved& far) {
        return TieAcross{own.who, far.who, own.row, far.site, far.row, tie.hours, 0, tie.kind};
    };
    if (mover.site == other.site) {
        home.emplace_back(mover.site, end(mover, other));
        return;
    }
    deliver(m, mover.site, end(mover, other));
    deliver(m, other.site, end(other, mover));
}

/// Rule of contact and fading across a border, by kind.
struct Across {
    const NetworkParameters& p;
    float contact, delta_kin, delta_friend, carries, strongest;
    TieHours ends_below;

    Across(const NetworkParameters& network, const ExchangeParameters& exchange)
        : p(network),
          contact(static_cast<float>(exchange.contact_across)),
          delta_kin(fading(network, network.halflife_kin)),
          delta_friend(fading(network, network.halflife_friend)),
          carries(1.0F / static_cast<float>(network.carried_by_contact)),
          strongest(static_cast<float>(network.strongest)),
          ends_below(to_tie_hours(static_cast<float>(exchange.tie_ends_below))) {}
    static float fading(const NetworkParameters& p, double halflife) {
        constexpr float ln2 = 0.69314718F;
        return static_cast<float>(p.fading) * (1.0F - sim::exp_of(-ln2 / static_cast<float>(halflife)));
    }
    /// h sought this month, as within a neighbourhood times the factor of distance.
    [[nodiscard]] float sought(TieKind kind, TieHours h) const {
        const double kin = std::max(h >= layer_close ? p.want_close : 0.0,
                                    h >= layer_acquaintance ? p.want_kin : p.want_acquaintance);
        const double friends = h >= layer_close          ? p.want_close
                               : h >= layer_friend       ? p.want_friend
                               : h >= layer_casual       ? p.want_casual
                               : h >= layer_acquaintance ? p.want_acquaintance
                                                         : 0.0;
        return contact * static_cast<float>(kind == TieKind::kin ? kin : friends);
    }
};

LivingAt at(const Neighbourhood& n, std::uint16_t row) { return {n.residents, n.dwellings, ResidentId{row}}; }

/// Once a year, in the birth month of the one of the lower birth number: the two may drift apart. Both ends
/// find the same.
bool drifts_apart(const Municipality& m, const Neighbourhood& n, const TieAcross& tie, float contact,
                  const NetworkParameters& p, const sim::RandomSource& draws, sim::Month now) {
    if (p.drift_apart <= 0.0) return false;
    const auto own = at(n, tie.own_row), other = at(m.neighbourhoods[tie.other_site], tie.other_row);
    const bool own_first = tie.own < tie.other;
    const auto &first = own_first ? own : other, &second = own_first ? other : own;
    const int months = now.value - first.residents.birth_month[first.who];
    if (static_cast<std::uint32_t>(months) % sim::months_per_year != 0) return false;
    const float chance = 1.0F - sim::exp_of(-drift_rate_across(first, second, tie.kind, contact, p, now));
    return draws.uniform(Stream::drift_apart, sim::pair_number(tie.own, tie.other), now) < chance;
}

/// One month of the ties of one resident, entries [first, last). Returns how many are kept, moved to
/// `kept`. Both ends compute the same, from what both had at the end of the month's steps.
std::size_t live_ties(const Municipality& m, Neighbourhood& n, Border& border, std::size_t first,
                      std::size_t last, std::size_t kept, const Across& rule, const sim::RandomSource& draws,
                      sim::Month now) {
    const ResidentId who{border.ties[first].own_row};
    std::uint32_t hours = 0;  // whole 1/128 h: the same in any order
    for (std::size_t k = first; k < last; ++k) {
        auto tie = border.ties[k];
        bool gone = tie.other_row == ResidentId::none_value;
        float t = 0;
        if (!gone) {
            const float own = n.ties.budget_share[who];
            const float theirs =
                m.neighbourhoods[tie.other_site].ties.budget_share[ResidentId{tie.other_row}];
            t = rule.sought(tie.kind, tie.hours) * std::min(own, theirs) +
                static_cast<float>(tie.met) * quarter;
            const float contact = from_tie_hours(tie.hours) * static_cast<float>(rule.p.carried_by_contact) +
                                  static_cast<float>(tie.met) * quarter;
            gone = drifts_apart(m, n, tie, contact, rule.p, draws, now);
            const float delta = tie.kind == TieKind::kin ? rule.delta_kin : rule.delta_friend;
            tie.hours = to_tie_hours(
                strength_after(from_tie_hours(tie.hours), t, delta, rule.carries, rule.strongest));
        }
        if (gone || tie.hours < rule.ends_below) {
            ++border.of(BorderFlow::ties_ended);
            continue;
        }
        if (tie.hours >= layer_friend) hours += to_tie_hours(t);
        tie.met = 0;
        border.ties[kept++] = tie;
    }
    constexpr std::uint32_t most = 65535;
    n.residents.across_contact[who] = static_cast<std::uint16_t>(std::min(most, hours));
    return kept;
}

}  // namespace

void ties_across(Municipality& m, const MovesMade& moves, const NetworkParameters& p,
                 const ExchangeParameters& across, const sim::RandomSource& draws, sim::Month now,
                 WorkerPool& pool) {
    const std::size_t sites = m.neighbourhoods.size();
    std::vector<Travelling> away(sites);
    pool.each([&](std::size_t site) { away[site] = follow(m, site, m.borders[site], moves.moved); });
    std::vector<std::ptrdiff_t> in_order(sites);  // from there on the ties are new
    for (std::size_t site = 0; site < sites; ++site) in_order[site] = std::ssize(m.borders[site].ties);
    std::vector<std::pair<std::uint16_t, TieAcross>> home;
    for (auto& from : away) {
        for (const auto& [to, tie] : from.ends) deliver(m, to, tie);
        home.insert(home.end(), from.home.begin(), from.home.end());
    }
    for (const auto& tie : moves.ties) begin_across(m, tie, moves.moved, home);
    come_home(m, home);
    const Across rule(p, across);
    pool.each([&](std::size_t site) {
        auto& border = m.borders[site];
        auto& ties = border.ties;
        const auto middle = ties.begin() + in_order[site];
        std::sort(middle, ties.end(), before);
        std::inplace_merge(ties.begin(), middle, ties.end(), before);
        std::size_t kept = 0;
        for (std::size_t first = 0; first < ties.size();) {
            std::size_t last = first + 1;
            while (last < ties.size() && ties[last].own == ties[first].own) ++last;
            kept = live_ties(m, m.neighbourhoods[site], border, first, last, kept, rule, draws, now);
            first = last;
        }
        ties.resize(kept);
    });
}

}  // namespace weefsel
