#include "analysis/statistics/published_effect.hpp"

#include <algorithm>
#include <cmath>

namespace weefsel::analysis {
namespace {

/// Quantile of an ascending sample, straight between its values.
double at_share(const std::vector<double>& ascending, double share) {
    const double place = share * static_cast<double>(ascending.size() - 1);
    const auto below = static_cast<std::size_t>(place);
    const auto above = std::min(below + 1, ascending.size() - 1);
    return ascending[below] + (place - static_cast<double>(below)) * (ascending[above] - ascending[below]);
}

}  // namespace

PublishedEffect shrunk(const PublishedEffect& published, double shrink) {
    const auto scaled = [&](double x) {
        return published.ratio ? std::exp(shrink * std::log(x)) : shrink * x;
    };
    return {scaled(published.value), scaled(published.low), scaled(published.high), published.ratio};
}

SimulatedEffect summary_of(const std::vector<double>& by_draw, const PublishedEffect& target) {
    std::vector<double> known;
    for (const double x : by_draw)
        if (std::isfinite(x)) known.push_back(x);
    const double nothing = std::nan("");
    if (known.empty()) return {nothing, nothing, nothing, nothing, 0, nothing};
    std::sort(known.begin(), known.end());
    constexpr double tail = 0.025, middle = 0.5;
    const auto inside = std::count_if(known.begin(), known.end(), [&](double x) { return target.holds(x); });
    const auto same =
        std::count_if(known.begin(), known.end(), [&](double x) { return target.same_sign(x); });
    const auto share = [&](auto n) { return static_cast<double>(n) / static_cast<double>(known.size()); };
    return {at_share(known, middle), at_share(known, tail), at_share(known, 1 - tail),
            share(inside),           known.size(),          target.leaves_out_none() ? share(same) : nothing};
}

}  // namespace weefsel::analysis
