#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "analysis/results/comparison.hpp"
#include "analysis/results/noticeable.hpp"
#include "analysis/statistics/interval.hpp"
#include "sim/observable.hpp"

namespace weefsel::analysis {

/// In which people read.
enum class Reading : std::uint8_t { nl, en };

/// A text in both languages.
struct BothLanguages {
    std::string nl, en;
};

/// How an indicator is shown to people: shares as percentages, their differences in points.
struct Shown {
    std::string name;             ///< in plain words
    std::string unit;             ///< of a value, behind the name: `0-10`, `%`
    std::string difference_unit;  ///< of a difference, in a sentence
    double factor = 1;            ///< shown = value * factor
    int decimals = 2;             ///< of a value; a difference always has two
    double noticeable = 0;        ///< smallest difference that people would notice, as shown; 0: not known
    Reading language = Reading::en;
};
/// `set`: thresholds that stand in for the usual ones.
Shown shown(const sim::Observable& observable, const std::vector<Noticeable>& set,
            Reading language = Reading::en);

/// What may be said of a difference that is shown so.
Verdict judge(const Interval& difference, const Shown& how);

/// A value as shown, without unit; `-` when there is none. Dutch has a comma for the point.
std::string value_text(double value, const Shown& how);
/// A difference as shown, without unit, with its sign; `-` when there is none.
std::string difference_text(double difference, const Shown& how, int decimals = 2);
/// `+0.11 (+0.08 to +0.14)`, or the mean alone when the interval is unknown.
std::string interval_text(const Interval& interval, const Shown& how);
/// Two decimals, or as many as a difference that is clear needs in order not to be shown as zero.
int decimals_of(const Interval& difference, const Shown& how);

}  // namespace weefsel::analysis
