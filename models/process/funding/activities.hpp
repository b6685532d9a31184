#pragma once
#include "models/parameters/funding_parameters.hpp"
#include "models/world/funding_state.hpp"
#include "sim/month.hpp"
#include "sim/random_source.hpp"

namespace weefsel {

/// A tender chooses the activities of a line: the best seen of `funding.bids`.
void tender_activity(FundingLines& lines, LineId line, const FundingParameters& parameters,
                     const sim::RandomSource& draws);

/// Once a year a noisy look at the activities of all lines that run: each is reviewed with the chance of its
/// line. A reviewed activity that is seen below the bar stops and makes room for a new one, or for the one
/// that is seen to work best on another line (`scale_up`). Activities that go on move towards the best of
/// those reviewed (`spill_over`).
void review_activities(FundingLines& lines, const FundingParameters& parameters,
                       const sim::RandomSource& draws, sim::Month now);

/// ln q of this month's work: quality + learning_together trust + accounting (reporting share / neutral share
/// - 1).
double quality_now(const FundingLines& lines, LineId line, const FundingParameters& parameters);

}  // namespace weefsel
