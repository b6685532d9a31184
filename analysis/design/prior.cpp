#include "analysis/design/prior.hpp"

#include <algorithm>
#include <boost/math/distributions/normal.hpp>
#include <cmath>

namespace weefsel::analysis {
namespace {

/// Ends on the scale, in ascending order; a parameter below 0 lies mirrored on the logarithm.
struct Ends {
    double low, high;
};
Ends ends_of(const Prior& prior) {
    const double a = scaled(prior, prior.low), b = scaled(prior, prior.high);
    return {std::min(a, b), std::max(a, b)};
}

}  // namespace

double scaled(const Prior& prior, double value) {
    switch (prior.scale) {
        case Scale::log:
            return std::log(std::abs(value));
        case Scale::logit:
            return std::log(value / (1 - value));
        default:
            return value;
    }
}

double unscaled(const Prior& prior, double at) {
    switch (prior.scale) {
        case Scale::log:
            return prior.low < 0 ? -std::exp(at) : std::exp(at);
        case Scale::logit:
            return 1 / (1 + std::exp(-at));
        default:
            return at;
    }
}

double quantile_of(const Prior& prior, double p) {
    const auto ends = ends_of(prior);
    if (!prior.normal) return ends.low + p * (ends.high - ends.low);
    const boost::math::normal normal(scaled(prior, prior.centre), prior.spread);
    const double below = cdf(normal, ends.low), under = cdf(normal, ends.high);
    return std::clamp(quantile(normal, below + p * (under - below)), ends.low, ends.high);
}

double density_of(const Prior& prior, double at) {
    const auto ends = ends_of(prior);
    if (!(at >= ends.low && at <= ends.high)) return 0;
    if (!prior.normal) return 1;
    const double z = (at - scaled(prior, prior.centre)) / prior.spread;
    return std::exp(-z * z / 2);
}

double width_of(const Prior& prior) {
    constexpr int steps = 1000;
    double sum = 0, squares = 0;
    for (int i = 0; i < steps; ++i) {
        const double x = quantile_of(prior, (i + 0.5) / steps);
        sum += x;
        squares += x * x;
    }
    return std::sqrt(std::max(0.0, squares / steps - (sum / steps) * (sum / steps)));
}

}  // namespace weefsel::analysis
