#include "models/process/network/keep_and_lose.hpp"

#include <algorithm>

#include "models/world/streams.hpp"
#include "models/world/tie_change.hpp"
#include "models/world/tie_layers.hpp"
#include "models/world/units.hpp"
#include "sim/lanes.hpp"
#include "sim/marked.hpp"
#include "sim/numeric.hpp"

namespace weefsel {
namespace {

constexpr std::size_t layers = 5;  // those of tie_layers.hpp, and below
constexpr std::size_t kinds = static_cast<std::size_t>(TieKind::count);
static_assert(kinds <= sim::lanes, "a value for each kind stands in one vector");

/// Private contact sought by kind and layer, and the share of the uncarried hours that fades in a
/// month, by kind.
struct Wants {
    std::array<sim::Float8, layers> hours{};  ///< [layer][kind], h a month
    sim::Float8 delta{};                      ///< [kind]
    float most = 0;                           ///< of all but partners
    float carries, strongest;
    TieHours forgotten;
    explicit Wants(const NetworkParameters& p)
        : carries(1.0F / static_cast<float>(p.carried_by_contact)),
          strongest(static_cast<float>(p.strongest)),
          forgotten(to_tie_hours(static_cast<float>(p.forgotten_below))) {}
};

Wants wants_of(const NetworkParameters& p) {
    Wants w(p);
    const auto set = [&](TieKind kind, std::array<double, layers> by_layer, double halflife) {
        const auto k = static_cast<std::size_t>(kind);
        for (std::size_t layer = 0; layer < layers; ++layer) {
            w.hours[layer][k] = static_cast<float>(by_layer[layer]);
            if (kind != TieKind::partner) w.most = std::max(w.most, static_cast<float>(by_layer[layer]));
        }
        w.delta[k] =
            static_cast<float>(p.fading) * (1.0F - sim::exp_of(-sim::ln2 / static_cast<float>(halflife)));
    };
    const double a = p.want_acquaintance, c = p.want_casual, f = p.want_friend, k = p.want_close;
    set(TieKind::partner, {p.want_partner, p.want_partner, p.want_partner, p.want_partner, p.want_partner},
        p.halflife_partner);
    set(TieKind::kin, {a, p.want_kin, p.want_kin, p.want_kin, std::max(p.want_kin, k)}, p.halflife_kin);
    set(TieKind::friend_, {0, a, c, f, k}, p.halflife_friend);
    set(TieKind::neighbour, {0, p.want_neighbour, p.want_neighbour, f, k}, p.halflife_neighbour);
    set(TieKind::fellow_member, {0, p.want_fellow_member, p.want_fellow_member, f, k},
        p.halflife_fellow_member);
    for (const auto kind : {TieKind::lapsed, TieKind::estranged}) set(kind, {}, p.halflife_friend);
    return w;
}

/// Less private contact is sought with all but partners.
void give_up_visits(Wants& w, float share) {
    for (auto& by_kind : w.hours)
        for (std::size_t k = 0; k < kinds; ++k)
            if (k != static_cast<std::size_t>(TieKind::partner)) by_kind[k] *= 1.0F - share;
    w.most *= 1.0F - share;
}

std::size_t layer_of(TieHours h) {
    return static_cast<std::size_t>(h >= layer_acquaintance) + static_cast<std::size_t>(h >= layer_casual) +
           static_cast<std::size_t>(h >= layer_friend) + static_cast<std::size_t>(h >= layer_close);
}

float sought_by(const Wants& wants, TieKind kind, TieHours h) {
    return wants.hours[layer_of(h)][static_cast<std::size_t>(kind)];
}

/// Share of the sought contact that free time allows, for everybody, from last month's ties. Who has
/// time for the most that so many ties can ask gets all of it without a look at them.
void share_time(Ties& ties, const Residents& r, const Wants& wants, const NetworkParameters& p) {
    const std::size_t n = r.rows();
    const auto private_share = static_cast<float>(p.private_share);
    std::vector<float> times(n);
    std::vector<std::uint8_t> marks(n);
    const float *free = r.free_hours.data(), *care = r.care_given.data();
    const std::uint8_t* count = ties.count.data();
    float *time = times.data(), *share = ties.budget_share.data();
    std::uint8_t* busy = marks.data();
#pragma omp simd
    for (std::size_t i = 0; i < n; ++i) {
        const float left = free[i] - care[i];
        time[i] = (left > 0.0F ? left : 0.0F) * private_share;
        share[i] = 1.0F;
    }
    const float most = wants.most;
#pragma omp simd
    for (std::size_t i = 0; i < n; ++i) busy[i] = static_cast<float>(count[i]) * most > time[i];
    sim::for_each_marked(busy, n, [&](std::size_t i) {
        const auto& row = ties.row[ResidentId{static_cast<std::uint16_t>(i)}];
        float sought = 0.0F;  // partners need no appointment
        for (std::size_t k = 0; k < count[i]; ++k)
            sought += row.kind(k) == TieKind::partner ? 0.0F : sought_by(wants, row.kind(k), row.hours(k));
        share[i] = sought > time[i] ? time[i] / sought : 1.0F;
    });
}

/// Who live together go on seeing each other while visits are given up: what is sought less is added as
/// hours met, in quarters.
void meet_at_home(Ties& ties, const Dwellings& d, const Wants& usual, float given_up) {
    for (std::size_t i = 0; i < d.rows(); ++i) {
        const DwellingId dwelling{static_cast<DwellingId::rep>(i)};
        const auto& member = d.member[dwelling];
        for (int j = 0; j < d.members[dwelling]; ++j)
            for (int k = j + 1; k < d.members[dwelling]; ++k) {
                const ResidentId a = member[j], b = member[k];
                const int at_a = entry_of(ties, a, b);
                if (at_a < 0 || ties.row[a].kind(at_a) == TieKind::partner) continue;
                const float sought = sought_by(usual, ties.row[a].kind(at_a), ties.row[a].hours(at_a)) *
                                     given_up * std::min(ties.budget_share[a], ties.budget_share[b]);
                add_contact(ties, a, at_a, b, entry_of(ties, b, a),
                            static_cast<int>(quarters_an_hour * sought + 0.5F));
            }
    }
}

/// What a pass over a row of ties counts.
struct Counted {
    sim::Int8 contact{};  ///< of casual friends outside the house, in steps of TieHours
    sim::Int8 layers{};   ///< casual, friends, close, casual outside the house: a byte each
};

/// Eight ties of a row: contact and strength after this month. Both ends compute the same, for every
/// input is the same at both. Returns which of them are forgotten.
sim::Int8 live_eight(EightTies& row, std::uint16_t self, const Ties& ties, const std::uint32_t* house,
                     const Wants& wants, Counted& counted) {
    using namespace sim;
    constexpr auto number = [](TieKind kind) { return static_cast<std::int32_t>(kind); };
    constexpr std::int32_t partner = number(TieKind::partner), kin = number(TieKind::kin),
                           friendly_kind = number(TieKind::friend_), lapsed = number(TieKind::lapsed),
                           estranged = number(TieKind::estranged), nobody = no_resident, second_byte = 256,
                           third_byte = 65536, fourth_byte = 16777216;
    const Int8 other = widen(load<Short8>(row.other.data()));
    const Int8 before = widen(load<Short8>(row.hours.data()));
    const Int8 kind = widen(load<Byte8>(reinterpret_cast<const std::uint8_t*>(row.kind.data())));
    const Int8 met = widen(load<Byte8>(row.met.data()));
    const Int8 used = other != nobody;
    const auto by_kind = [&](std::size_t layer) { return look_up(wants.hours[layer], kind); };
    Float8 sought = by_kind(0);
    sought = before >= layer_acquaintance ? by_kind(1) : sought;
    sought = before >= layer_casual ? by_kind(2) : sought;
    sought = before >= layer_friend ? by_kind(3) : sought;
    sought = before >= layer_close ? by_kind(4) : sought;
    const Float8 delta = look_up(wants.delta, kind);
    const float own = ties.budget_share.data()[self];
    const Int8 row_of_other = used ? other : Int8{} + self;
    const Float8 theirs = look_up(ties.budget_share.data(), row_of_other);
    const Int8 outside = look_up(house, row_of_other) != static_cast<std::int32_t>(house[self]);
    const Float8 least = theirs < own ? theirs : Float8{} + own;
    const Float8 share = kind == partner ? Float8{} + 1.0F : least;

    const Float8 contact = sought * share + to_float(met) * hours_a_quarter;
    const Float8 hours = to_float(before) * tie_hours_per_step;
    const Int8 after =
        truncate(strength_after(hours, contact, delta, wants.carries, wants.strongest) * tie_steps_per_hour +
                 0.5F) &
        used;

    const Int8 friendly = after >= layer_friend;
    const Int8 turns = friendly & (kind > friendly_kind) & ((kind < lapsed) | (before < layer_friend));
    const Int8 turned = kind == estranged ? Int8{} + kin : Int8{} + friendly_kind;
    const Int8 kind_after = turns ? turned : kind;
    store(row.hours.data(), narrow_to_short(after));
    store(reinterpret_cast<std::uint8_t*>(row.kind.data()), narrow_to_byte(kind_after));
    store(row.met.data(), Byte8{});
    const Int8 casual = after >= layer_casual;
    counted.contact += truncate(contact * tie_steps_per_hour + 0.5F) & casual & outside;
    counted.layers -= casual + friendly * second_byte + (after >= layer_close) * third_byte +
                      (casual & outside) * fourth_byte;
    return used & (after < std::int32_t{wants.forgotten});
}

/// Drops the ties that are forgotten (their hours fell below `forgotten`). Each end drops its own entry;
/// the pair's end is counted at the lower row.
void forget(Ties& ties, ResidentId who, TieHours forgotten) {
    auto& row = ties.row[who];
    std::size_t kept = 0;
    const std::size_t n = ties.count[who];
    for (std::size_t k = 0; k < n; ++k) {
        if (row.hours(k) < forgotten) {
            if (who.value < row.other(k)) ++ties.ended[0];
            continue;
        }
        row.other(kept) = row.other(k);
        row.kind(kept) = row.kind(k);
        row.hours(kept) = row.hours(k);
        ++kept;
    }
    for (std::size_t k = kept; k < n; ++k) {
        row.other(k) = no_resident;
        row.hours(k) = 0;
    }
    ties.count[who] = static_cast<std::uint8_t>(kept);
}

/// A number for each house, the same for all who live there; in residential care everybody has one.
std::vector<std::uint32_t> houses(const Residents& r) {
    constexpr std::uint32_t no_house = 65536;
    std::vector<std::uint32_t> house(r.rows());
    for (std::size_t i = 0; i < house.size(); ++i) {
        const auto dwelling = r.dwelling.data()[i];
        house[i] = dwelling.exists() ? dwelling.value : no_house + static_cast<std::uint32_t>(i);
    }
    return house;
}

void live_row(Ties& ties, ResidentId who, const std::uint32_t* house, const Wants& wants) {
    auto& row = ties.row[who];
    Counted counted;
    sim::Int8 forgotten{};
    const std::size_t n = ties.count[who];
    for (std::size_t at = 0; at < n; at += sim::lanes)
        forgotten |= live_eight(row.part[at / sim::lanes], who.value, ties, house, wants, counted);
    constexpr std::uint32_t steps_a_quarter = 32, most = 65535, byte = 255;
    const auto contact = static_cast<std::uint32_t>(sim::sum(counted.contact)),
               in_layers = static_cast<std::uint32_t>(sim::sum(counted.layers));
    ties.contact[who] = static_cast<std::uint16_t>(std::min(most, contact / steps_a_quarter));
    ties.casual[who] = static_cast<std::uint8_t>(in_layers & byte);
    ties.friends[who] = static_cast<std::uint8_t>((in_layers >> 8U) & byte);
    ties.close[who] = static_cast<std::uint8_t>((in_layers >> 16U) & byte);
    ties.casual_outside[who] = static_cast<std::uint8_t>(in_layers >> 24U);
    if (sim::any(forgotten)) forget(ties, who, wants.forgotten);
}

/// A resident brings two of the own friends together.
void introduce(const Ties& ties, const Residents& r, const std::vector<std::uint32_t>& random_words,
               const NetworkParameters& p, const sim::RandomSource& draws, sim::Month now,
               TieProposals& proposals) {
    const std::size_t n = r.rows();
    const auto chance_to_introduce = static_cast<float>(p.introductions);
    const std::uint32_t* own_word = random_words.data();
    const std::uint8_t* present = r.present.data();
    std::vector<std::uint8_t> marks(n);
    std::uint8_t* introduces = marks.data();
#pragma omp simd
    for (std::size_t i = 0; i < n; ++i)
        introduces[i] = (sim::uniform_of(own_word[i]) < chance_to_introduce) & (present[i] != 0);
    sim::for_each_marked(introduces, n, [&](std::size_t i) {
        const ResidentId who{static_cast<std::uint16_t>(i)};
        const auto words = draws.block(Stream::introduction, r.birth_number[who], now);
        const auto& row = ties.row[who];
        // The two strong ties whose random priorities are highest.
        std::array<std::uint32_t, 2> highest{};
        std::array<std::uint16_t, 2> best{no_resident, no_resident};
        for (int k = 0; k < ties.count[who]; ++k) {
            if (row.hours(k) < layer_casual || has_lapsed(row.kind(k))) continue;
            const auto number = static_cast<std::uint32_t>(r.birth_number[ResidentId{row.other(k)}]);
            const auto random_word = sim::pair_word(words[0], number);
            if (random_word > highest[0]) {
                highest[1] = highest[0];
                best[1] = best[0];
                highest[0] = random_word;
                best[0] = row.other(k);
            } else if (random_word > highest[1]) {
                highest[1] = random_word;
                best[1] = row.other(k);
            }
        }
        if (best[1] == no_resident) return;
        const ResidentId a{best[0]}, b{best[1]};
        if (entry_of(ties, a, b) >= 0) return;
        const float chance = static_cast<float>(p.introduction_success) * homophily(r, a, b, p) *
                             openness(r, a, p) * openness(r, b, p);
        if (sim::uniform_of(words[1]) >= chance) return;
        proposals.push_back({sim::pair_number(r.birth_number[a], r.birth_number[b]), a.value, b.value,
                             to_tie_hours(static_cast<float>(p.introduced_hours)),
                             static_cast<std::uint8_t>(TieKind::friend_)});
    });
}

}  // namespace

void keep_and_lose(Ties& ties, const Residents& r, const Dwellings& d, float visits_given_up,
                   const RandomWords& random_words, const NetworkParameters& p,
                   const sim::RandomSource& draws, sim::Month now, TieProposals& proposals) {
    Wants wants = wants_of(p);
    const Wants usual = wants;
    give_up_visits(wants, visits_given_up);
    share_time(ties, r, wants, p);
    if (visits_given_up > 0.0F) meet_at_home(ties, d, usual, visits_given_up);
    const auto house = houses(r);
    for (std::size_t i = 0; i < r.rows(); ++i) {
        const ResidentId who{static_cast<std::uint16_t>(i)};
        if (ties.count[who] > 0) {
            live_row(ties, who, house.data(), wants);
            continue;
        }
        ties.contact[who] = 0;
        ties.casual[who] = ties.casual_outside[who] = ties.friends[who] = ties.close[who] = 0;
    }
    introduce(ties, r, random_words.introduction, p, draws, now, proposals);
    begin_proposed_ties(ties, proposals);
}

}  // namespace weefsel
