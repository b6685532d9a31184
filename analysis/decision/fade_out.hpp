#pragma once
#include <cstddef>
#include <span>
#include <vector>

namespace weefsel::analysis {

/// What is left of an effect in the years after its cause has ended.
struct FadeOut {
    std::vector<double> left;  ///< by year after the end: part of the effect at the end; below 0: reversed
    double kept_per_year;      ///< part of an effect that is still there a year later
    double half_life;          ///< years; infinite for an effect that does not fade
    std::size_t fitted;        ///< years used for both, that of the end counted
    bool reversed;             ///< it reached 0 or changed sign; only the years before that were used
};

/// Fits a straight line to the logarithm of an effect by year, from the end on, as long as it keeps its
/// sign: harm fades like good. A year counts by the square of what is left, since the same error in an
/// effect is larger in the logarithm of a small one (delta method).
/// `after`: effects 1, 2, ... years after the end, differences of means over paired worlds, in the unit of
/// `at_end`; NaN years are left out. `kept_per_year` and `half_life` are NaN with fewer than two years to
/// fit (an effect gone within a year among them), and `left` is NaN for an effect of 0 at the end. Noise
/// around 0 has a half-life too: ask first whether there was an effect. Source: weighted least squares on a
/// logarithm, as for any exponential decay.
FadeOut fade_out(double at_end, std::span<const double> after);

}  // namespace weefsel::analysis
