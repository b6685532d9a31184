#pragma once
#include <cstddef>
#include <span>
#include <vector>

#include "analysis/statistics/interval.hpp"
#include "sim/observable.hpp"

namespace weefsel::analysis {

/// What it costs to have chosen an option, over worlds in which another may have been best.
struct Regret {
    double mean;
    double largest;     ///< in the world in which this choice is most regretted
    double share_best;  ///< of the worlds, those in which no option is better
    std::size_t worlds;
};

/// Regret of each option: in a world, how much worse it is than the best option there, 0 or more, in the
/// unit of `values`, which are by (option, world), in the same worlds. Worlds in which one option is NaN
/// are left out; without worlds all is NaN. Throws sim::InvariantError without a direction.
/// Source: Savage (1951), The theory of statistical decision.
std::vector<Regret> regrets(std::span<const double> values, std::size_t worlds, sim::Better better);

/// Share of worlds in which a is better than b by more than `margin`, a difference of exactly `margin`
/// counting half, with its interval. `weights`: how plausible each world is (0: ruled out), any scale; none
/// means all alike. The interval counts worlds as independent (of draws with several
/// replicates give the mean of each), weighted ones by their effective number.
/// Worlds in which one is NaN are left out. Throws sim::InvariantError without a direction or for a
/// negative weight. Source: Kish (1965), Survey sampling, for the effective number.
Interval share_of_worlds_better(std::span<const double> a, std::span<const double> b, sim::Better better,
                                double margin = 0, std::span<const double> weights = {}, double level = 0.95);

}  // namespace weefsel::analysis
