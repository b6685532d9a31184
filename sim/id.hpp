#pragma once
#include <compare>
#include <cstddef>
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

/// The ids of the first `n` rows, in order, to range over.
template <class IdT>
class Ids {
public:
    struct Iterator {
        std::size_t row;
        constexpr IdT operator*() const { return IdT{static_cast<typename IdT::rep>(row)}; }
        constexpr Iterator& operator++() { return ++row, *this; }
        friend constexpr bool operator==(Iterator, Iterator) = default;
    };
    constexpr explicit Ids(std::size_t n) : n_(n) {}
    [[nodiscard]] constexpr Iterator begin() const { return {0}; }
    [[nodiscard]] constexpr Iterator end() const { return {n_}; }

private:
    std::size_t n_;
};

}  // namespace weefsel::sim
