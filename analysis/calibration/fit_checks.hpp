#pragma once
#include <cstddef>
#include <vector>

#include "analysis/calibration/abc.hpp"

namespace weefsel::analysis {

/// How well runs give a parameter back when the truth is known.
struct Recovered {
    double correlation = 0;  ///< of true and fitted values over the cases, on the scale of the prior
    double inside = 0;       ///< share of cases whose 95 % interval holds the true value
};

/// Fits to made-up data: each of up to `cases` particles of a first generation is taken for the truth and its
/// answers, with the noise of the tolerances, for what was published; all others are the runs. One row a free
/// parameter; none when the generation is too small to be adjusted. Source: Prangle et al. 2014 (coverage).
std::vector<Recovered> recovery_of(const AbcSetup& setup, const AbcGeneration& first, std::size_t cases);

/// What a fit says of a figure.
struct Predicted {
    double mean = 0, low = 0, high = 0;  ///< 95 % of the weight between low and high
};

/// Of each target in `left_out`, in its order: the answers that are expected once parameters are fitted to
/// all other targets, from the runs that are there. `answers`: of each particle without noise, by target.
/// None when the generation is too small to be adjusted to what is left.
std::vector<Predicted> predicted_without(const AbcSetup& setup, const AbcGeneration& generation,
                                         const std::vector<Summaries>& answers,
                                         const std::vector<std::size_t>& left_out);

}  // namespace weefsel::analysis
