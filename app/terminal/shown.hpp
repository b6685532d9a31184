#pragma once
#include <string>
#include <vector>

#include "analysis/results/noticeable.hpp"
#include "analysis/statistics/interval.hpp"
#include "sim/observable.hpp"

namespace weefsel::app {

/// How an indicator is shown to people: shares as percentages, their differences in points.
struct Shown {
    std::string name;             ///< in plain words
    std::string unit;             ///< of a value, behind the name: `0-10`, `%`
    std::string difference_unit;  ///< of a difference, in a sentence
    double factor = 1;            ///< shown = value * factor
    int decimals = 2;             ///< of a value; a difference always has two
    double noticeable = 0;        ///< smallest difference that people would notice, as shown; 0: none set
};
/// `set`: thresholds that stand in for the usual ones.
Shown shown(const sim::Observable& observable, const std::vector<analysis::Noticeable>& set);

enum class Verdict { unknown, same, unclear, too_small, higher, lower };
/// What may be said of a difference: unknown from one pair, unclear when its interval holds zero.
Verdict judge(const analysis::Interval& difference, const Shown& how);

/// A value as shown, without unit; `-` when there is none.
std::string value_text(double value, const Shown& how);
/// A difference as shown, without unit, with its sign; `-` when there is none.
std::string difference_text(double difference, const Shown& how);
/// `+0.11 (+0.08 to +0.14)`, or the mean alone when the interval is unknown.
std::string interval_text(const analysis::Interval& interval, const Shown& how);

}  // namespace weefsel::app
