#include "analysis/results/indicator_range.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "sim/error.hpp"

namespace weefsel::analysis {
namespace {

constexpr std::array<std::string_view, 8> scales{"value",       "share",        "unit_score", "score",
                                                 "correlation", "per_thousand", "positive",   "money"};

}  // namespace

std::string_view name_of(sim::Scale scale) { return scales.at(static_cast<std::size_t>(scale)); }

std::string_view name_of(sim::Better better) {
    return better == sim::Better::neither ? "neither" : better == sim::Better::higher ? "higher" : "lower";
}

std::string_view name_of(sim::Measured measured) {
    return measured == sim::Measured::monthly ? "monthly" : "yearly";
}

sim::Scale scale_named(std::string_view name) {
    const auto* at = std::find(scales.begin(), scales.end(), name);
    return at == scales.end() ? sim::Scale::value : static_cast<sim::Scale>(at - scales.begin());
}

Range range_of(sim::Scale scale) {
    switch (scale) {
        case sim::Scale::share:
        case sim::Scale::unit_score:
            return {0, 1};
        case sim::Scale::score:
            return {0, 10};
        case sim::Scale::correlation:
            return {-1, 1};
        case sim::Scale::per_thousand:
            return {0, 1000};
        case sim::Scale::positive:
            return {0, std::numeric_limits<double>::infinity()};
        case sim::Scale::value:
        case sim::Scale::money:
            return {};
    }
    throw sim::InvariantError("every scale has a range");
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
