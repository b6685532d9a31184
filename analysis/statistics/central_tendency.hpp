#pragma once
#include <vector>

namespace weefsel::analysis {

/// Mean of one value or more, summed from the first so that a large level costs no digits.
double mean_of(const std::vector<double>& values);

/// Median; of an even number the mean of the middle two, of no values 0.
double median_of(std::vector<double> values);

}  // namespace weefsel::analysis
