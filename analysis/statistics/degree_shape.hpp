#pragma once
#include <span>

namespace weefsel::analysis {

/// Mean gain in log-likelihood per person of a lognormal law over a power law for counts of 1 and
/// more: positive when the counts have a size of their own. `people[k]`: people with count k; both laws
/// are those of whole numbers up to the last k. The power law has its best exponent, the lognormal law
/// only the mean and spread of the logarithms, so the gain is on the safe side. NaN without people or
/// without spread. Source: Clauset, Shalizi & Newman 2009, likelihood ratios of heavy tails.
double gain_over_power_law(std::span<const double> people);

}  // namespace weefsel::analysis
