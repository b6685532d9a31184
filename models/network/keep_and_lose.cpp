#include "models/network/keep_and_lose.hpp"

#include <algorithm>

#include "models/network/tie_change.hpp"
#include "models/streams.hpp"
#include "sim/numeric.hpp"

namespace weefsel {
namespace {

// Layers of a tie by hours (Hall 2018): acquaintance, casual friend, friend, close.
constexpr std::size_t layers = 5;
constexpr TieHours layer_acquaintance = to_tie_hours(10.0F), layer_casual = to_tie_hours(50.0F),
                   layer_friend = to_tie_hours(90.0F), layer_close = to_tie_hours(200.0F);
constexpr std::size_t kinds = static_cast<std::size_t>(TieKind::count);
constexpr float quarter = 0.25F;

constexpr std::size_t steps_an_hour = 128;
constexpr std::size_t whole_hours = 512;  // strengths run to 500 h (range of network.strongest)

std::size_t layer_of(TieHours h) {
    return static_cast<std::size_t>(h >= layer_acquaintance) + static_cast<std::size_t>(h >= layer_casual) +
           static_cast<std::size_t>(h >= layer_friend) + static_cast<std::size_t>(h >= layer_close);
}

/// Private contact sought, by kind and whole hours of the tie (layers begin at whole hours), and the
/// share of the uncarried hours that fades in a month, by kind.
struct Wants {
    std::array<float, kinds * whole_hours> hours;
    std::array<float, kinds> delta;
    static std::size_t index(TieKind kind, TieHours h) {
        return static_cast<std::size_t>(kind) * whole_hours + h / steps_an_hour;
    }
};

Wants wants_of(const NetworkParameters& p) {
    Wants w{};
    const auto set = [&](TieKind kind, std::array<double, layers> by_layer, double halflife) {
        const auto k = static_cast<std::size_t>(kind);
        for (std::size_t h = 0; h < whole_hours; ++h)
            w.hours[k * whole_hours + h] =
                static_cast<float>(by_layer[layer_of(static_cast<TieHours>(h * steps_an_hour))]);
        constexpr float ln2 = 0.69314718F;
        w.delta[k] = 1.0F - sim::exp_of(-ln2 / static_cast<float>(halflife));
    };
    const double a = p.want_acquaintance, c = p.want_casual, f = p.want_friend, k = p.want_close;
    set(TieKind::partner, {p.want_partner, p.want_partner, p.want_partner, p.want_partner, p.want_partner},
        p.halflife_partner);
    set(TieKind::kin, {a, p.want_kin, p.want_kin, p.want_kin, std::max(p.want_kin, k)}, p.halflife_kin);
    set(TieKind::friend_, {0, a, c, f, k}, p.halflife_friend);
    set(TieKind::neighbour, {0, p.want_neighbour, p.want_neighbour, f, k}, p.halflife_neighbour);
    set(TieKind::fellow_member, {0, p.want_fellow_member, p.want_fellow_member, f, k},
        p.halflife_fellow_member);
    return w;
}

/// Share of the sought contact that free time allows, for everybody, from last month's ties.
void share_time(Ties& ties, const Residents& r, const Wants& wants, float private_share) {
    for (std::size_t i = 0; i < r.rows(); ++i) {
        const ResidentId who{static_cast<std::uint16_t>(i)};
        const int n = ties.count[who];
        if (n == 0) continue;
        const auto& row = ties.row[who];
        float sought = 0.0F;
        for (int k = 0; k < n; ++k) sought += wants.hours[Wants::index(row.kind[k], row.hours[k])];
        sought -= r.partner[who].exists() ? wants.hours[0] : 0.0F;  // partners need no appointment
        const float time = std::max(0.0F, r.free_hours[who] - r.care_given[who]) * private_share;
        ties.budget_share[who] = sought > time ? time / sought : 1.0F;
    }
}

/// One resident's ties side by side, for plain arithmetic over whole vectors of eight. Entries past
/// the last tie hold what an earlier row left and are never looked at.
struct Side {
    std::array<float, ties_kept> sought{}, share{}, delta{}, contact{};
    std::array<TieHours, ties_kept> after{};
};

/// Contact and strength after this month. Both ends compute the same: every input is the same at both.
void strengths(const TieRow& row, std::size_t whole, const NetworkParameters& p, Side& s) {
    const auto carries = 1.0F / static_cast<float>(p.carried_by_contact),
               strongest = static_cast<float>(p.strongest);
#pragma omp simd
    for (std::size_t k = 0; k < whole; ++k) {
        const float t = s.sought[k] * s.share[k] + static_cast<float>(row.met[k]) * quarter;
        s.contact[k] = t;
        s.after[k] =
            to_tie_hours(strength_after(from_tie_hours(row.hours[k]), t, s.delta[k], carries, strongest));
    }
}

/// Drops the ties that are forgotten; returns how many are left. Each end drops its own entry; the
/// pair's end is counted at the lower row.
std::size_t forget(Ties& ties, Residents& r, ResidentId who, std::size_t n, TieHours forgotten, Side& s) {
    constexpr std::uint16_t most = 65535;
    auto& row = ties.row[who];
    std::size_t kept = 0;
    for (std::size_t k = 0; k < n; ++k) {
        if (s.after[k] < forgotten) {
            if (who.value < row.other[k]) ++ties.ended[0];
            if (r.acquaintances[who] < most) ++r.acquaintances[who];
            continue;
        }
        row.other[kept] = row.other[k];
        row.kind[kept] = row.kind[k];
        s.after[kept] = s.after[k];
        s.contact[kept] = s.contact[k];
        ++kept;
    }
    for (std::size_t k = kept; k < n; ++k) {
        row.other[k] = no_resident;
        row.hours[k] = 0;
        row.met[k] = 0;
    }
    ties.count[who] = static_cast<std::uint8_t>(kept);
    return kept;
}

void live_row(Ties& ties, Residents& r, ResidentId who, const Wants& wants, TieHours forgotten,
              const NetworkParameters& p, Side& s) {
    constexpr std::size_t lanes = 8;
    auto& row = ties.row[who];
    std::size_t n = ties.count[who];
    const std::size_t whole = (n + lanes - 1) / lanes * lanes;
    const float own_share = ties.budget_share[who];
    for (std::size_t k = 0; k < n; ++k) {
        const float theirs = ties.budget_share[ResidentId{row.other[k]}];
        s.sought[k] = wants.hours[Wants::index(row.kind[k], row.hours[k])];
        s.delta[k] = wants.delta[static_cast<std::size_t>(row.kind[k])];
        s.share[k] = own_share < theirs ? own_share : theirs;
        if (row.kind[k] == TieKind::partner) s.share[k] = 1.0F;
    }
    strengths(row, whole, p, s);
    bool forgets = false;
    for (std::size_t k = 0; k < n; ++k) forgets |= s.after[k] < forgotten;
    if (forgets) n = forget(ties, r, who, n, forgotten, s);
    std::uint32_t contact = 0;  // whole 1/128 h: the same in any order
    std::uint32_t casual = 0, friends = 0, close = 0;
    for (std::size_t k = 0; k < n; ++k) {
        const TieHours after = s.after[k];
        const bool friendly = after >= layer_friend;
        row.hours[k] = after;
        row.met[k] = 0;
        row.kind[k] = friendly && row.kind[k] >= TieKind::neighbour ? TieKind::friend_ : row.kind[k];
        contact += friendly ? std::uint32_t{to_tie_hours(s.contact[k])} : 0U;
        casual += after >= layer_casual;
        friends += friendly;
        close += after >= layer_close;
    }
    constexpr std::uint32_t steps_a_quarter = 32, most = 65535;
    ties.contact[who] = static_cast<std::uint16_t>(std::min(most, contact / steps_a_quarter));
    ties.casual[who] = static_cast<std::uint8_t>(casual);
    ties.friends[who] = static_cast<std::uint8_t>(friends);
    ties.close[who] = static_cast<std::uint8_t>(close);
}

/// A resident brings two of the own friends together.
void introduce(const Ties& ties, const Residents& r, const NetworkParameters& p, const sim::Draws& draws,
               sim::Month now, Workspace& w) {
    for (std::size_t i = 0; i < r.rows(); ++i) {
        const ResidentId who{static_cast<std::uint16_t>(i)};
        if (!r.present[who] || sim::uniform_of(w.lots[2][i]) >= static_cast<float>(p.introductions)) continue;
        const auto words = draws.block(Stream::introduction, r.birth_number[who], now);
        const auto& row = ties.row[who];
        // The two strong ties whose keyed lots are highest.
        std::array<std::uint32_t, 2> best_lot{};
        std::array<std::uint16_t, 2> best{no_resident, no_resident};
        for (int k = 0; k < ties.count[who]; ++k) {
            if (row.hours[k] < layer_casual) continue;
            const auto number = static_cast<std::uint32_t>(r.birth_number[ResidentId{row.other[k]}]);
            const auto lot = sim::pair_lot(words[0], number);
            if (lot > best_lot[0]) {
                best_lot[1] = best_lot[0];
                best[1] = best[0];
                best_lot[0] = lot;
                best[0] = row.other[k];
            } else if (lot > best_lot[1]) {
                best_lot[1] = lot;
                best[1] = row.other[k];
            }
        }
        if (best[1] == no_resident) continue;
        const ResidentId a{best[0]}, b{best[1]};
        if (entry_of(ties.row[a], b.value) >= 0) continue;
        const float chance = static_cast<float>(p.introduction_success) * homophily(r, a, b, p) *
                             openness(r, a, p) * openness(r, b, p);
        if (sim::uniform_of(words[1]) >= chance) continue;
        w.proposals.push_back({sim::pair_number(r.birth_number[a], r.birth_number[b]), a.value, b.value,
                               to_tie_hours(static_cast<float>(p.introduced_hours)),
                               static_cast<std::uint8_t>(TieKind::friend_)});
    }
}

}  // namespace

void keep_and_lose(Ties& ties, Residents& r, const Parameters& parameters, const sim::Draws& draws,
                   sim::Month now, Workspace& w) {
    const auto& p = parameters.network;
    const Wants wants = wants_of(p);
    const TieHours forgotten = to_tie_hours(static_cast<float>(p.forgotten_below));
    Side side;
    share_time(ties, r, wants, static_cast<float>(p.private_share));
    for (std::size_t i = 0; i < r.rows(); ++i) {
        const ResidentId who{static_cast<std::uint16_t>(i)};
        if (ties.count[who] > 0)
            live_row(ties, r, who, wants, forgotten, p, side);
        else
            ties.contact[who] = ties.casual[who] = ties.friends[who] = ties.close[who] = 0;
    }
    introduce(ties, r, p, draws, now, w);
    begin_proposed_ties(ties, r, w.proposals);
}

}  // namespace weefsel
