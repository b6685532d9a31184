#pragma once
#include <cstddef>
#include <span>
#include <vector>

#include "analysis/statistics/interval.hpp"

namespace weefsel::analysis {

/// More factors would need more than a thousand options to be run.
constexpr std::size_t most_shapley_factors = 10;

/// What each of k factors adds, on average over all orders in which they can be added. `values`: 2^k
/// outcomes, at place b that of the option with exactly those factors whose bits are set in b (place 0
/// none, place 2^k - 1 all). The parts sum to the last value minus the first. Throws
/// sim::InvariantError when there is not a value for every combination of at most 10 factors.
/// Source: Shapley (1953), A value for n-person games.
std::vector<double> shapley(std::span<const double> values);

/// The same in each world, with its mean and 95 % interval (see interval_of_worlds), by factor. `values` by
/// (combination, world), in the same worlds for all (paired); worlds in which one is NaN are left out. Worlds
/// are (draw, replicate), with so many replicates.
std::vector<Interval> shapley_over_worlds(std::span<const double> values, std::size_t worlds,
                                          std::size_t replicates);

}  // namespace weefsel::analysis
