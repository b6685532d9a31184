#pragma once
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "analysis/statistics/interval.hpp"

namespace weefsel::analysis {

/// First-order indices of one output from points of any kind, by factor. `n` of an interval: rows used.
struct GivenData {
    std::vector<Interval> first;  ///< S1; NaN where the classes of a factor are too small to tell
    std::vector<Interval>
        permuted;        ///< what comes out when the factor's values are dealt out at random: no effect
    std::string reason;  ///< why there are no indices (all are NaN); empty when there are
};

/// How many times the values are dealt out at random.
constexpr std::size_t given_data_permutations = 199;

/// S1 as what the mean of the output differs between classes of a factor's values: 1 - (variance within
/// classes) / (variance), each over its degrees of freedom, so that a factor without influence is 0 on
/// average however few rows a class has. Classes are about the square root of the rows, from 4 to 100,
/// equally many rows each, equal values together; a factor of fewer values than that, or one that is
/// `unordered` (whole sets, names), has a class for each value. Between neighbouring classes nothing is
/// assumed, so points may be any, also where factors go together (then S1 says what a factor tells, not what
/// it does). What bends within a class counts as not explained: with a hundred rows S1 of a curve may be some
/// hundredths low.
///
/// Points of a sequence or a Latin hypercube are more even than chance, so that a small index may come out
/// below by up to classes / rows.
///
/// Intervals (95 %) are the estimate -/+ 1.96 times its standard error from the rows' influence (delta
/// method). `permuted` is the mean and the 2.5 and 97.5 % points of keyed permutations. Rows whose output is
/// NaN are passed over. `points`: row-major, scaled or not. Fewer than 16 rows, or an output that does not
/// vary, have a reason. Throws sim::InvariantError when points and outputs do not fit. Source: Plischke,
/// Borgonovo & Smith (2013), Global sensitivity measures from given data; the correction is that of epsilon
/// squared (Kelley 1935).
GivenData given_data_indices(std::span<const double> points, std::span<const double> outputs,
                             std::size_t factors, const std::vector<bool>& unordered, std::uint32_t seed);

}  // namespace weefsel::analysis
