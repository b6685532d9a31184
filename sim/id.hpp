#pragma once
#include <compare>
#include <cstdint>
#include <limits>

namespace weefsel::sim {

/// A typed row number: the index of one agent or thing in the columns of its kind.
/// `Rep` is as narrow as the kind allows, so that references stay small in memory.
template <class Tag, class Rep = std::uint32_t>
struct Id {
    using rep = Rep;
    Rep value{none_value};

    static constexpr Rep none_value = std::numeric_limits<Rep>::max();

    constexpr Id() = default;
    constexpr explicit Id(Rep v) : value(v) {}
    /// The id that refers to nothing.
    static constexpr Id none() { return Id{}; }
    [[nodiscard]] constexpr bool exists() const { return value != none_value; }
    [[nodiscard]] constexpr std::size_t index() const { return value; }
    friend constexpr auto operator<=>(Id, Id) = default;
};

}  // namespace weefsel::sim
