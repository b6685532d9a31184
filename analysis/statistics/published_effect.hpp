#pragma once
#include <cstddef>
#include <vector>

namespace weefsel::analysis {

/// A published effect with its interval.
struct PublishedEffect {
    double value, low, high;
    bool ratio = false;  ///< no effect is 1, else 0

    [[nodiscard]] double no_effect() const { return ratio ? 1 : 0; }
    /// Whether the interval leaves out that there is no effect.
    [[nodiscard]] bool leaves_out_none() const { return low > no_effect() || high < no_effect(); }
    /// Whether an effect lies on the side of no effect that the whole interval lies on.
    [[nodiscard]] bool same_sign(double effect) const {
        return low > no_effect() ? effect > no_effect() : high < no_effect() && effect < no_effect();
    }
    [[nodiscard]] bool holds(double effect) const { return effect >= low && effect <= high; }
};

/// Value and both ends times `shrink`; of a ratio their logarithms.
PublishedEffect shrunk(const PublishedEffect& published, double shrink);

/// What the parameter draws gave.
struct SimulatedEffect {
    double middle, lower, upper;  ///< median, and the middle 95 % of the draws; NaN: nothing was measured
    double share_inside;          ///< of the draws, in the target
    std::size_t draws;            ///< that gave a number
    double share_same_sign;  ///< of the draws, on the target's side of no effect; NaN: the target has none
};
SimulatedEffect summary_of(const std::vector<double>& by_draw, const PublishedEffect& target);

}  // namespace weefsel::analysis
