#pragma once
#include <optional>

#include "models/process/shock/shock.hpp"
#include "models/world/funding_state.hpp"
#include "sim/month.hpp"
#include "sim/random_source.hpp"

namespace weefsel {

/// Chance that a new council gives a line another goal, 0..1: `size` for an earmarked line that ends, or is
/// decided on, within a year or stands between two grants; `council_within` of that in the middle of a grant;
/// 0 for one pot, which has no goal, and for a line that has had no grant yet. It reads terms, never a form.
double chance_of_another_goal(const FundingLines& lines, LineId line, double size,
                              const FundingParameters& parameters);

/// A new council stands for one group. With that chance a line gets it for a goal, and other work begins on
/// it, of a quality of its own; money and posts stay. Besides, lines are reviewed with chance size x
/// `council_review`. Without a new council nothing happens.
void seat_council(FundingLines& lines, const std::optional<NewCouncil>& council,
                  const FundingParameters& parameters, const sim::RandomSource& draws, sim::Month now);

}  // namespace weefsel
