#pragma once
#include <limits>
#include <string_view>

#include "analysis/statistics/interval.hpp"
#include "sim/observable.hpp"

namespace weefsel::analysis {

/// What the value of an indicator can be at all; without an end where it can be anything.
struct Range {
    double low = -std::numeric_limits<double>::infinity();
    double high = std::numeric_limits<double>::infinity();
};

/// As result files have it: `share`, `score`, ...; `higher`, ...; `monthly`, ...
std::string_view name_of(sim::Scale scale);
std::string_view name_of(sim::Better better);
std::string_view name_of(sim::Measured measured);
/// The scale of that name; `value` when there is none.
sim::Scale scale_named(std::string_view name);
/// What a number of that scale can be.
Range range_of(sim::Scale scale);
inline Range range_of(const sim::Observable& indicator) { return range_of(indicator.scale); }

/// The t interval of a mean as an interval that stays within what the mean can be: between two ends it is
/// taken on the logit scale and brought back (half width of the t interval divided by the slope of the
/// logistic curve at the mean), so that it is lopsided near an end and never passes it; from one end on it is
/// cut off there. Source: Agresti (2013), Categorical data analysis, section 3.1.6 (delta method); the
/// interval of a logit.
Interval level_within(const Interval& interval, const Range& range);

/// A difference of two such values is cut off at the largest that there can be, and nowhere before: its
/// interval is symmetric because no end is near.
Interval difference_within(const Interval& interval, const Range& range);

}  // namespace weefsel::analysis
