#pragma once
#include <cstddef>
#include <span>
#include <vector>

namespace weefsel::analysis {

/// A mean with its interval. `lower` and `upper` are NaN when fewer than two values were given;
/// `mean` is NaN when none was.
struct Interval {
    double mean;
    double lower;
    double upper;
    std::size_t n;
};

/// Mean of independent values with Student's t interval (95 % unless told): mean -/+ t * s / sqrt(n)
/// with n - 1 degrees of freedom. Values that are all equal give that value three times, exactly.
Interval t_interval(std::span<const double> values, double level = 0.95);

/// The values that are known: not NaN, in their order.
std::vector<double> known(const std::vector<double>& values);

/// Mean of values by world (draw, replicate) with its interval, NaN left out; `n` counts worlds. Worlds of
/// one draw of the parameters share what is not known, so with several draws the interval is over their means
/// (see mean_over_draws), else over worlds.
Interval interval_of_worlds(const std::vector<double>& values, std::size_t replicates);

}  // namespace weefsel::analysis
