#pragma once
#include <cmath>
#include <compare>
#include <cstdint>

namespace weefsel::sim {

/// An exact amount in whole ticks of 1/`TicksPerUnit` of a unit. Sums of amounts are integer
/// sums: they balance to the last tick and do not depend on the order of addition.
template <class Tag, std::int64_t TicksPerUnit>
struct Quantity {
    std::int64_t ticks{0};

    static constexpr std::int64_t ticks_per_unit = TicksPerUnit;

    constexpr Quantity() = default;
    static constexpr Quantity from_ticks(std::int64_t t) {
        Quantity q;
        q.ticks = t;
        return q;
    }
    /// Nearest amount to `value` units (half away from zero).
    static Quantity of(double value) {
        return from_ticks(static_cast<std::int64_t>(std::llround(value * static_cast<double>(TicksPerUnit))));
    }
    [[nodiscard]] constexpr double value() const {
        return static_cast<double>(ticks) / static_cast<double>(TicksPerUnit);
    }
    constexpr Quantity& operator+=(Quantity o) {
        ticks += o.ticks;
        return *this;
    }
    constexpr Quantity& operator-=(Quantity o) {
        ticks -= o.ticks;
        return *this;
    }
    friend constexpr Quantity operator+(Quantity a, Quantity b) { return a += b; }
    friend constexpr Quantity operator-(Quantity a, Quantity b) { return a -= b; }
    friend constexpr auto operator<=>(Quantity, Quantity) = default;
};

/// Money in whole cents.
using Euros = Quantity<struct EuroTag, 100>;
/// Time in whole thousandths of an hour.
using Hours = Quantity<struct HourTag, 1000>;

}  // namespace weefsel::sim
