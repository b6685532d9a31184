#pragma once
#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "analysis/statistics/interval.hpp"

namespace weefsel::analysis {

/// A statistic of some items of a sample, named by their numbers from 0; an item may be named twice.
using Statistic = std::function<double(std::span<const std::size_t> items)>;

/// A statistic of a sample, of resamples drawn with replacement, and how far each item moves it.
struct Bootstrap {
    double estimate = 0;
    std::vector<double> resampled;  ///< ascending
    std::vector<double> influence;  ///< by item: change of the statistic for each unit of weight it gains;
                                    ///< empty when several statistics were resampled together
    std::size_t items = 0;          ///< of the sample
};

/// Enough that the ends of a 95 % interval hardly depend on the seed; one less than a round number, so
/// that shares of (number + 1) fall on whole ranks.
constexpr std::size_t usual_resamples = 9999;

/// Resamples `items` items. Which item stands at place i of resample b is a function of (seed, b, i)
/// alone. Items are to be independent: worlds of one parameter draw are one item.
/// Source: Efron (1979), Bootstrap methods: another look at the jackknife.
Bootstrap bootstrap(std::size_t items, const Statistic& statistic, std::uint32_t seed,
                    std::size_t resamples = usual_resamples);

/// Writes several statistics of the same items, each at its own place in `values`.
using Statistics = std::function<void(std::span<const std::size_t> items, std::span<double> values)>;

/// Resamples `count` statistics together: all see the same resamples, those of `bootstrap` with the same
/// seed. Influence is left out (it takes as many evaluations as there are items), so there is no BCa.
std::vector<Bootstrap> bootstrap_together(std::size_t items, std::size_t count, const Statistics& statistics,
                                          std::uint32_t seed, std::size_t resamples = usual_resamples);

/// Of the mean of values.
Bootstrap bootstrap_mean(std::span<const double> values, std::uint32_t seed,
                         std::size_t resamples = usual_resamples);

/// Of sum(above) / sum(below), pairs kept together (say money and residents reached). Equal lengths.
Bootstrap bootstrap_ratio(std::span<const double> above, std::span<const double> below, std::uint32_t seed,
                          std::size_t resamples = usual_resamples);

// Each interval below gives the estimate as `mean`. Its ends are NaN for fewer than two items, and where
// a resample has no finite value (a denominator that can be 0). No resample reaches further than the
// data do: with few items all of them are too narrow.

/// Quantiles of the resamples. Source: Davison & Hinkley (1997), Bootstrap methods, section 5.3.
Interval percentile_interval(const Bootstrap& b, double level = 0.95);

/// Quantiles of the resamples at levels corrected for bias and for a spread that changes with the value
/// (BCa). Resamples equal to the estimate count half on each side; the acceleration is that of the
/// infinitesimal jackknife. NaN also where all resamples lie on one side of the estimate, or where there
/// is no influence.
/// Source: Efron (1987), Better bootstrap confidence intervals; DiCiccio & Efron (1996), equation 2.3 on.
Interval bca_interval(const Bootstrap& b, double level = 0.95);

}  // namespace weefsel::analysis
