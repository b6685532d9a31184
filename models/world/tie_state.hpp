#pragma once
#include <array>
#include <cstdint>

#include "models/world/ids.hpp"
#include "sim/about.hpp"
#include "sim/column.hpp"

namespace weefsel {

/// `lapsed`: two who drifted apart; `estranged`: the same of kin. Neither is sought any longer.
enum class TieKind : std::uint8_t {
    partner,
    kin,
    friend_,
    neighbour,
    fellow_member,
    lapsed,
    estranged,
    count
};
constexpr bool has_lapsed(TieKind kind) { return kind >= TieKind::lapsed; }
constexpr bool is_kin(TieKind kind) { return kind == TieKind::kin || kind == TieKind::estranged; }
constexpr bool is_family(TieKind kind) { return is_kin(kind) || kind == TieKind::partner; }

inline constexpr int ties_kept = 24;

/// Strength of a tie: effective contact hours in steps of 1/128 h. Whole numbers, so that sums do
/// not depend on order and both ends of a tie hold the same value.
using TieHours = std::uint16_t;
inline constexpr float tie_steps_per_hour = 128.0F;
inline constexpr float tie_hours_per_step = 1.0F / tie_steps_per_hour;
constexpr TieHours to_tie_hours(float h) { return static_cast<TieHours>(h * tie_steps_per_hour + 0.5F); }
/// Of a parameter.
constexpr TieHours to_tie_hours(double h) { return to_tie_hours(static_cast<float>(h)); }
constexpr float from_tie_hours(TieHours h) { return static_cast<float>(h) * tie_hours_per_step; }

/// Eight ties side by side: a cache line or a little more, and a vector of each attribute.
struct EightTies {
    std::array<std::uint16_t, 8> other;  ///< row of the resident at the other end; none when unused
    std::array<TieHours, 8> hours;
    std::array<TieKind, 8> kind;
    std::array<std::uint8_t, 8> met;  ///< quarter hours met this month, outside the private budget
};

/// The ties of one resident, next to each other; the first `Ties::count` entries are used, in no
/// particular order. Every tie stands at both ends with equal hours and kind. Most residents have at
/// most eight, so that one look fetches all of a tie.
struct TieRow {
    static constexpr std::size_t eight = 8;
    std::array<EightTies, ties_kept / eight> part;

    constexpr TieRow() : part{} {
        for (auto& p : part) {
            p.other.fill(ResidentId::none_value);  // a row is compared whole (see entry_of)
            p.kind.fill(TieKind::fellow_member);
        }
    }
    template <class K>
    [[nodiscard]] auto& other(K k) {
        return at(k).other[static_cast<std::size_t>(k) % eight];
    }
    template <class K>
    [[nodiscard]] auto& hours(K k) {
        return at(k).hours[static_cast<std::size_t>(k) % eight];
    }
    template <class K>
    [[nodiscard]] auto& kind(K k) {
        return at(k).kind[static_cast<std::size_t>(k) % eight];
    }
    template <class K>
    [[nodiscard]] auto& met(K k) {
        return at(k).met[static_cast<std::size_t>(k) % eight];
    }
    template <class K>
    [[nodiscard]] auto other(K k) const {
        return at(k).other[static_cast<std::size_t>(k) % eight];
    }
    template <class K>
    [[nodiscard]] auto hours(K k) const {
        return at(k).hours[static_cast<std::size_t>(k) % eight];
    }
    template <class K>
    [[nodiscard]] auto kind(K k) const {
        return at(k).kind[static_cast<std::size_t>(k) % eight];
    }
    template <class K>
    [[nodiscard]] auto met(K k) const {
        return at(k).met[static_cast<std::size_t>(k) % eight];
    }

private:
    [[nodiscard]] EightTies& at(auto k) { return part[static_cast<std::size_t>(k) / eight]; }
    [[nodiscard]] const EightTies& at(auto k) const { return part[static_cast<std::size_t>(k) / eight]; }
};
static_assert(sizeof(TieRow) == ties_kept * 6);

/// Ties between residents of one neighbourhood, and what the passes over them measured last month.
struct Ties {
    template <class T>
    using Col = sim::Column<ResidentId, T>;

    Col<std::uint8_t> count;
    Col<TieRow> row;
    Col<std::uint16_t> contact;
    Col<std::uint8_t> casual;
    Col<std::uint8_t> casual_outside;
    Col<std::uint8_t> friends;
    Col<std::uint8_t> close;
    Col<float> budget_share;
    std::vector<std::uint64_t> started;
    std::vector<std::uint64_t> ended;

    template <class V>
    void visit(V&& v) {
        v(sim::About{"tie.count", "1", {0, ties_kept}, "Ties kept, count."}, count);
        v(
            sim::About{
                "tie.row", "1", sim::any_value,
                "Other end (row of a resident), effective contact hours (steps of 1/128 h, 0 to 400 h), "
                "kind (partner, kin, friend, neighbour, fellow member; lapsed, or estranged for kin: two "
                "who drifted apart) and quarter hours met this month outside the private budget, for "
                "each tie; equal at both ends."},
            row);
        v(
            sim::About{
                "tie.contact", "h/4", sim::zero_and_up,
                "Contact last month with casual friends, friends and close ties here who live in another "
                "house, in quarter hours."},
            contact);
        v(sim::About{"tie.casual", "1", {0, ties_kept}, "Ties of 50 h and more."}, casual);
        v(sim::About{"tie.casual_outside", "1", {0, ties_kept}, "Of these with people in another house."},
          casual_outside);
        v(sim::About{"tie.friends", "1", {0, ties_kept}, "Ties of 90 h and more."}, friends);
        v(sim::About{"tie.close", "1", {0, ties_kept}, "Ties of 200 h and more."}, close);
        v(sim::About{"tie.budget_share",
                     "1",
                     {0, 1},
                     "Share of the wanted private contact for which free time allows."},
          budget_share);
        v(sim::About{"tie.started", "1", sim::zero_and_up,
                     "One number for all: ties begun since month 0 of the warm-up."},
          started);
        v(sim::About{"tie.ended", "1", sim::zero_and_up,
                     "Two numbers for all: ties ended so far, and ended until the year began."},
          ended);
    }
};
static_assert(sizeof(Ties) == 10 * sizeof(std::vector<int>));

}  // namespace weefsel
