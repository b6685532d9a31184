#pragma once
#include <array>
#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <type_traits>

#include "sim/id.hpp"
#include "sim/parameter.hpp"
#include "sim/quantity.hpp"

namespace weefsel::sim {

/// A column's values are not bounded beyond what its type holds: keys, rows, months, "none".
inline constexpr Range any_value{-std::numeric_limits<double>::infinity(),
                                 std::numeric_limits<double>::infinity()};
/// A whole number or an amount that is never negative and has no natural end.
inline constexpr Range zero_and_up{0, std::numeric_limits<double>::infinity()};

/// What one column of a state holds, declared where `visit` lists it: `v(About{...}, column)`.
/// Visitors that only want the name take a `const char*`; one that prints or checks the
/// declaration takes an `About` and does not compile when a column lacks it.
struct About {
    const char* name;       ///< `entity.column`; keeps its meaning, for checkpoints and digests
    std::string_view unit;  ///< `1` for a share, count, class or key, else as in Declaration
    Range range;            ///< of every element, ends included
    std::string_view prose;

    // A name is all that checkpoints and digests want of it.
    constexpr operator const char*() const { return name; }  // NOLINT(google-explicit-constructor)
};

namespace about_detail {
template <class T>
struct is_id : std::false_type {};
template <class Tag, class Rep>
struct is_id<Id<Tag, Rep>> : std::true_type {};
template <class T>
struct is_quantity : std::false_type {};
template <class Tag, std::int64_t Ticks>
struct is_quantity<Quantity<Tag, Ticks>> : std::true_type {};
template <class T>
struct is_array : std::false_type {};
template <class T, std::size_t N>
struct is_array<std::array<T, N>> : std::true_type {};
}  // namespace about_detail

/// The type of a column's elements, in words: `float32`, `int16`, `class (uint8)`, `row (uint16)`,
/// `3 x float32`, `amount (int64, 1/100)`; what has parts of its own, `struct of 144 bytes`.
template <class T>
std::string type_in_words() {
    const auto number = [](const char* kind, std::size_t bytes) {
        return std::string(kind) + std::to_string(8 * bytes);
    };
    if constexpr (about_detail::is_array<T>::value) {
        return std::to_string(std::tuple_size_v<T>) + " x " + type_in_words<typename T::value_type>();
    } else if constexpr (about_detail::is_id<T>::value) {
        return "row (" + type_in_words<typename T::rep>() + ")";
    } else if constexpr (about_detail::is_quantity<T>::value) {
        return "amount (int64, 1/" + std::to_string(T::ticks_per_unit) + ")";
    } else if constexpr (std::is_enum_v<T>) {
        return "class (" + type_in_words<std::underlying_type_t<T>>() + ")";
    } else if constexpr (std::is_floating_point_v<T>) {
        return number("float", sizeof(T));
    } else if constexpr (std::is_integral_v<T>) {
        return number(std::is_signed_v<T> ? "int" : "uint", sizeof(T));
    } else {
        return "struct of " + std::to_string(sizeof(T)) + " bytes";
    }
}

/// Calls `act(number)` with an element of a column, or with each number of an array; rows and
/// structs have no number to judge and are left out.
template <class T, class Act>
void each_number(const T& element, Act&& act) {
    if constexpr (about_detail::is_array<T>::value) {
        for (const auto& part : element) each_number(part, act);
    } else if constexpr (about_detail::is_quantity<T>::value) {
        act(element.value());
    } else if constexpr (std::is_enum_v<T> || std::is_arithmetic_v<T>) {
        act(static_cast<double>(element));
    }
}

}  // namespace weefsel::sim
