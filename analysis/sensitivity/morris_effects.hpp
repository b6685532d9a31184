#pragma once
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "analysis/sensitivity/sobol_indices.hpp"
#include "analysis/statistics/interval.hpp"

namespace weefsel::analysis {

/// Elementary effects of one output, by factor: change of the output for the whole range of the factor,
/// in the output's unit. An interval has the estimate as `mean` and the number of trajectories as `n`.
struct MorrisEffects {
    std::vector<Interval> mu_star;      ///< mean of the absolute effects: does it matter
    std::vector<Interval> mu;           ///< mean of the effects: in which direction
    std::vector<Interval> sigma;        ///< their standard deviation: is it bent, does it interact
    std::vector<std::size_t> left_out;  ///< trajectories, from 0, in which a value was NaN
    std::string reason;                 ///< why there are no effects (all are NaN); empty when there are
};

/// A step of a trajectory: the row it leads to moves one factor.
struct MorrisStep {
    std::size_t factor;
    double by;  ///< of the factor's range, with its sign
};

/// What each step of each trajectory moves (trajectory, step), from points scaled to 0..1, row-major, one
/// trajectory of factors + 1 rows after another. Empty when the points are no such trajectories; then
/// `wrong_row` is the first row, from 0, that does not move exactly one factor not moved before (or the
/// number of rows when the last trajectory is not whole).
std::vector<MorrisStep> morris_steps(std::span<const double> points, std::size_t factors,
                                     std::size_t& wrong_row);

/// Means, absolute means and standard deviations of the elementary effects, with percentile intervals (95 %)
/// of a bootstrap of trajectories. A trajectory of which one value is NaN is left out whole and named.
/// Fewer than two whole trajectories have no effects but a reason; an output that does not vary has
/// effects of 0. Throws sim::InvariantError when outputs and steps do not fit.
/// Source: Morris (1991), Factorial sampling plans; Campolongo, Cariboni & Saltelli (2007) for mu*.
MorrisEffects morris_effects(std::span<const double> outputs, const std::vector<MorrisStep>& steps,
                             std::size_t factors, std::uint32_t seed,
                             std::size_t resamples = index_resamples);

}  // namespace weefsel::analysis
