#pragma once
#include <compare>
#include <cstdint>

namespace weefsel::sim {

inline constexpr int months_per_year = 12;

/// A point on the time axis in whole months since the first month of the burn-in.
struct Month {
    std::int32_t value{0};

    constexpr Month() = default;
    constexpr explicit Month(std::int32_t v) : value(v) {}
    /// Month of the calendar year, 0 (January) to 11.
    [[nodiscard]] constexpr int of_year() const {
        return ((value % months_per_year) + months_per_year) % months_per_year;
    }
    [[nodiscard]] constexpr bool ends_year() const { return of_year() == months_per_year - 1; }
    friend constexpr Month operator+(Month m, std::int32_t n) { return Month{m.value + n}; }
    friend constexpr std::int32_t operator-(Month a, Month b) { return a.value - b.value; }
    friend constexpr auto operator<=>(Month, Month) = default;
};

}  // namespace weefsel::sim
