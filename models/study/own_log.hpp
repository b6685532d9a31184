#pragma once
#include <cstddef>
#include <vector>

#include "models/hook/hooks.hpp"
#include "sim/world_result.hpp"

namespace weefsel {

/// The group of a result file in which the indicators of plugins stand.
inline constexpr const char* own_group = "/own";

/// What analyzers measured of one option run, month by month; nothing where there are none.
class OwnLog {
public:
    /// `hooks`: may be null.
    OwnLog(const Hooks* hooks, int months, std::size_t sites);

    /// Lets the analyzers look at one neighbourhood; for different ones (rows of `sites`) perhaps at the same
    /// time.
    void note(std::size_t site, Neighbourhood& n, const HookMoment& moment);
    /// Over the neighbourhoods, in their order.
    void sum_up(int month);
    /// [indicator][month]; NaN: nobody to measure.
    [[nodiscard]] const std::vector<double>& values() const { return values_; }

private:
    const Hooks* hooks_;
    std::size_t indicators_, months_;
    std::vector<std::vector<double>> sums_;  ///< [site]: numerator and denominator of each indicator
    std::vector<double> values_;
};

/// How they are laid out in the results, over the months.
sim::ResultLayout::Block own_block(const Hooks& hooks, int months);

}  // namespace weefsel
