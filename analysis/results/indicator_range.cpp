#include "analysis/results/indicator_range.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace weefsel::analysis {
namespace {

constexpr Range share{0, 1}, score{0, 10}, correlation{-1, 1}, of_thousand{0, 1000};
constexpr Range from_zero{0, std::numeric_limits<double>::infinity()};

constexpr std::array<std::string_view, 20> shares{
    "lonely",          "severely_lonely",   "isolated",
    "clustering",      "bridging_age",      "bridging_income",
    "bridging_origin", "participation",     "volunteering",
    "informal_care",   "carers_overloaded", "trust_neighbours",
    "belonging",       "healthy",           "institutional_trust",
    "distressed",      "residents_reached", "same_worker_after_3_years",
    "lonely_6",        "strongly_lonely_6"};
constexpr std::array<std::string_view, 4> scores{"social_cohesion", "sphere_personal", "sphere_communal",
                                                 "sphere_institutional"};
constexpr std::array<std::string_view, 2> correlations{"assortativity_age", "assortativity_loneliness"};
constexpr std::array<std::string_view, 7> counts{
    "population", "close_ties", "friends", "acquaintances", "initiatives", "professionals", "reach_index"};

template <class List>
bool holds(const List& list, std::string_view name) {
    return std::find(list.begin(), list.end(), name) != list.end();
}

}  // namespace

Range range_of(std::string_view indicator, std::string_view unit) {
    if (unit == "1/1000") return of_thousand;
    if (unit == "1/year" || unit == "1/1000/year") return from_zero;
    if (unit != "1") return {};
    if (holds(shares, indicator) || indicator == "largest_component") return share;
    if (holds(scores, indicator)) return score;
    if (holds(correlations, indicator)) return correlation;
    return holds(counts, indicator) ? from_zero : Range{};
}

Interval level_within(const Interval& interval, const Range& range) {
    const double width = range.high - range.low, half = interval.upper - interval.mean;
    const double place = (interval.mean - range.low) / width;
    // All at an end, or all the same: there is no spread to bring back. NaN: no interval.
    const bool inside = std::isfinite(width) && place > 0 && place < 1 && half > 0;
    if (!inside) {
        auto out = interval;
        // std::max keeps its first argument when the other is NaN, so NaN stays NaN.
        out.lower = std::max(out.lower, range.low);
        out.upper = std::min(out.upper, range.high);
        return out;
    }
    const double logit = std::log(place / (1 - place)), spread = half / width / (place * (1 - place));
    const auto value = [&](double x) { return range.low + width / (1 + std::exp(-x)); };
    return {interval.mean, value(logit - spread), value(logit + spread), interval.n};
}

Interval difference_within(const Interval& interval, const Range& range) {
    const double most = range.high - range.low;
    auto out = interval;
    out.lower = std::max(out.lower, -most);
    out.upper = std::min(out.upper, most);
    return out;
}

}  // namespace weefsel::analysis
