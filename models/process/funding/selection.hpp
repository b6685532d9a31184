#pragma once
#include "models/world/rank_curve.hpp"

namespace weefsel {

// Which activities are chosen and renewed. A line's activity has a percentile, its rank: uniform among lines
// of the same history, so that the mean chance of renewal is that of the terms whatever merit does, and
// expected money is exact. What a history makes of the qualities is kept as a curve: the rank of every z, ln
// q when chosen in its standard deviations. Source: ODD 7.8.

/// How activities were chosen: the best seen of `bids`, ln q of standard deviation `spread` seen with an
/// error of standard deviation `noise`.
struct Choosing {
    int bids = 1;
    double spread = 0;
    double noise = 0;
};

/// Chance of renewal, 0..1, of a line of this rank: renewal + a (2 rank - 1), a = merit min(renewal, 1 -
/// renewal). Its mean over ranks is `renewal`.
double renewal_chance(double renewal, double rank, double merit);

/// Rank among those that were renewed: rank + (a / renewal) (rank^2 - rank), uniform again. Unchanged where
/// nothing is ever renewed.
double rank_when_renewed(double renewal, double rank, double merit);
/// The same for every point of a curve.
void curve_when_renewed(RankCurve& curve, double renewal, double merit);

/// Percentile of z among activities so chosen, 0..1.
double rank_when_chosen(double z, const Choosing& choosing);
/// The curve of activities so chosen.
RankCurve curve_when_chosen(const Choosing& choosing);

/// A review kept an activity of this rank, as it keeps what it sees, with an error, at or above `bar` (ln q):
/// the curve becomes that of those kept. Returns the rank among them.
double rank_when_kept(RankCurve& curve, double rank, const Choosing& choosing, double bar);

}  // namespace weefsel
