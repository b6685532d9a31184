#pragma once
#include <cstddef>
#include <span>
#include <vector>

#include "analysis/statistics/interval.hpp"
#include "sim/observable.hpp"

namespace weefsel::analysis {

/// Paired differences by parameter draw; within a draw one for each replicate. Numbers of replicates may
/// differ; there are no NaN.
using ByDraw = std::vector<std::vector<double>>;

/// Differences in the order of worlds (draw, replicate) as draws; NaN are left out, and draws that have
/// nothing left. Throws sim::InvariantError when the worlds do not fill whole draws.
ByDraw by_draw(std::span<const double> worlds, std::size_t replicates);

/// Values of worlds (draw, replicate) that are independent of each other: means of draws where there are
/// several, since worlds of one draw share what is not known, else the worlds. NaN are left out.
std::vector<double> independent_values(std::span<const double> worlds, std::size_t replicates);

/// How much of the variation of a difference is chance, and how much comes of parameters nobody knows.
struct VarianceParts {
    double parameters = 0;               ///< variance between draws of the true mean; never below 0
    double chance = 0;                   ///< variance of replicates within a draw
    bool parameters_below_zero = false;  ///< the estimate was negative and was set to 0
    std::size_t draws = 0;
    std::size_t worlds = 0;

    /// Of a single world's variance, what parameters do; NaN where nothing varies.
    [[nodiscard]] double share_of_parameters() const;
};

/// Decomposition with draws as random groups: expected mean squares, for any numbers of replicates.
/// `parameters` is NaN with fewer than two draws; both are where no draw has two replicates (nothing
/// tells chance from parameters then).
/// Source: Searle, Casella & McCulloch (1992), Variance components, chapter 3.
VarianceParts variance_parts(const ByDraw& differences);

/// Mean over draws of a draw's mean, with Student's t interval over draws: worlds of one draw share its
/// parameters, so they are no independent evidence. `n` counts draws; one draw has no interval.
/// Source: Student's t on cluster means, as in Donner & Klar (2000), Cluster randomization trials.
Interval mean_over_draws(const ByDraw& differences, double level = 0.95);

/// Shares of draws by what their mean over replicates comes to, each with its interval over draws.
struct DrawShares {
    Interval better;   ///< by the threshold or more in the good direction
    Interval worse;    ///< by the threshold or more in the other
    double unnoticed;  ///< all others
};

/// Shares of parameter draws whose mean difference is worth noticing: `threshold` (above 0) or more.
/// With few replicates the chance in a draw's mean moves draws over the line both ways. NaN without
/// draws. Throws sim::InvariantError for a threshold that is not above 0 or without a direction.
DrawShares noticeable_draws(const ByDraw& differences, double threshold, sim::Better better);

}  // namespace weefsel::analysis
