#pragma once
#include <cstddef>

#include "analysis/statistics/interval.hpp"

namespace weefsel::analysis {

/// A share of independent trials with its score interval, which stays within 0 and 1 and has width even
/// when all or none succeeded. `successes` may be a fraction (ties count half), and so may `trials` (an
/// effective number). NaN without trials.
/// Source: Wilson (1927), Probable inference, the law of succession, and statistical inference.
Interval wilson_interval(double successes, double trials, double level = 0.95);

}  // namespace weefsel::analysis
