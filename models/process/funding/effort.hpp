#pragma once
#include "models/process/funding/line_turn.hpp"

namespace weefsel {

// What a line's place in its grant makes of the work, apart from money. Both the month and the expected hours
// of equal money read it. Source: ODD 7.8.

/// Factor on direct hours of a line that runs: 1 + effort_new (1 - months into the grant / effort_months),
/// while above 0, + effort_deadline in the last effort_months before an undecided end - slack certainty
/// min(1, age / slack_months). Certainty is 2 renewal - 1, 0 at least, 1 without end, 0 where an end is
/// decided.
double effort_of(const LinePoint& point, const WholeTerms& terms, const FundingParameters& parameters);

/// Rise of the power of need in whom contacts go to: aim_renewal 0.5^(months into the grant / aim_months).
double aim_of(const LinePoint& point, const FundingParameters& parameters);

}  // namespace weefsel
