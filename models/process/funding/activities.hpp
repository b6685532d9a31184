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

/// A council has every running line reviewed with a chance, whatever its terms.
void review_for_council(FundingLines& lines, double chance, const FundingParameters& parameters,
                        const sim::RandomSource& draws, sim::Month now);

/// Work of another kind begins on a line: what comes, without a tender.
void begin_other_activity(FundingLines& lines, LineId line, const FundingParameters& parameters,
                          const sim::RandomSource& draws);

/// A line with an innovation share s tries something new each year, of quality ln q' ~ N(0, quality_spread).
/// While it is tried the work of the month has so much more ln q (or less):
///     s (ln q' - ln q) + ln(1 - s innovation_start)
double quality_of_innovation(const FundingLines& lines, LineId line, double share,
                             const FundingParameters& parameters, const sim::RandomSource& draws,
                             sim::Month now);
/// At the end of the year what is seen to be better than what was there, each with the error of a review, is
/// kept: ln q moves to it by s. What is not is dropped.
void judge_innovation(FundingLines& lines, LineId line, double share, const FundingParameters& parameters,
                      const sim::RandomSource& draws, sim::Month now);

/// ln q of this month's work: quality + learning_together trust + accounting (reporting share / neutral share
/// - 1).
double quality_now(const FundingLines& lines, LineId line, const FundingParameters& parameters);

}  // namespace weefsel
