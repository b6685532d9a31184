#pragma once
#include <cstddef>
#include <span>

namespace weefsel::analysis {

/// How much of the variation of an output over a design is chance.
struct LuckParts {
    double of_one_run;  ///< share of the variance of a single run, over points and replicates
    double of_means;    ///< share of the variance between points of the mean over replicates
};

/// From values (point, replicate) in which replicate r has the same chance events at every point: points by
/// replicates without repetition. What a replicate adds at all points alike is chance of a run, but moves no
/// difference between points. Points of which a replicate is missing (NaN) are left out. NaN with one
/// replicate, fewer than two points, or where nothing varies. Components below 0 are 0. Source: Searle,
/// Casella & McCulloch (1992), Variance components, chapter 4 (two-way crossed, random).
LuckParts chance_parts(std::span<const double> values, std::size_t replicates);

}  // namespace weefsel::analysis
