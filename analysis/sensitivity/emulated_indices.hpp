#pragma once
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "analysis/sensitivity/emulator.hpp"
#include "analysis/statistics/interval.hpp"

namespace weefsel::analysis {

/// Sobol' indices of the surface that an emulator believes in, by factor. An interval has as `mean` the mean
/// over surfaces and as ends what 95 % of them hold; `n` is the number of runs that the emulator was fitted
/// to.
struct EmulatedIndices {
    std::vector<Interval> first, total;
};

/// Indices of `draws` surfaces that agree with the runs, over hyperparameters that the runs leave plausible,
/// each surface at the rows of effect_rows (whose own error is below 0.01). Factors are independent, each
/// with the values of its column in `points` (row-major, scaled as those of the fit), equally likely: the
/// margins of the design. Chance has no part in a surface: the indices are shares of the variance of the mean
/// over chance. NaN where a surface does not vary. Source: Oakley & O'Hagan (2004), Probabilistic sensitivity
/// analysis of complex models; Le Gratiet, Cannamela & Iooss (2014), A Bayesian approach for global
/// sensitivity analysis of (multi-fidelity) computer codes.
EmulatedIndices emulated_indices(const Emulator& emulator, std::span<const double> points, std::uint32_t seed,
                                 std::size_t draws = 100);

}  // namespace weefsel::analysis
