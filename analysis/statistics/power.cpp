#include "analysis/statistics/power.hpp"

#include <boost/math/distributions/non_central_t.hpp>
#include <boost/math/distributions/normal.hpp>
#include <boost/math/distributions/students_t.hpp>
#include <cmath>

#include "analysis/statistics/unknown.hpp"
#include "sim/error.hpp"

namespace weefsel::analysis {
namespace {

/// Respondents drawn at random that would tell as much.
TwoSamples effective(TwoSamples s) {
    sim::require(s.design_effect > 0, "a design effect is above 0");
    return {s.first / s.design_effect, s.second / s.design_effect, 1};
}

/// Where an increasing `power_at` reaches `power` between 0 and `most`; NaN when it does not.
template <class PowerAt>
double reached(PowerAt power_at, double most, double power) {
    if (!(power_at(most) >= power)) return unknown;
    double low = 0, high = most;
    constexpr int halvings = 60;  // beyond the digits of a double
    for (int i = 0; i < halvings; ++i) {
        const double middle = 0.5 * (low + high);
        (power_at(middle) >= power ? high : low) = middle;
    }
    return high;
}

}  // namespace

double power_of_shares(double p, double q, TwoSamples samples, double alpha) {
    sim::require(p >= 0 && p <= 1 && q >= 0 && q <= 1, "a share lies between 0 and 1");
    const auto n = effective(samples);
    if (!(n.first > 0 && n.second > 0)) return unknown;
    const boost::math::normal normal;
    const double both = (n.first * p + n.second * q) / (n.first + n.second);
    const double when_equal = std::sqrt(both * (1 - both) * (1 / n.first + 1 / n.second));
    const double as_they_are = std::sqrt(p * (1 - p) / n.first + q * (1 - q) / n.second);
    const double critical = boost::math::quantile(normal, 1 - alpha / 2) * when_equal;
    const double apart = std::abs(p - q);
    if (as_they_are == 0) return apart > critical ? 1 : 0;  // shares of 0 and 1 leave nothing to chance
    return boost::math::cdf(normal, (apart - critical) / as_they_are) +
           boost::math::cdf(normal, (-apart - critical) / as_they_are);
}

double power_of_means(double difference, double spread, TwoSamples samples, double alpha) {
    sim::require(spread > 0, "a spread is above 0");
    const auto n = effective(samples);
    const double freedom = n.first + n.second - 2;
    if (!(n.first > 0 && n.second > 0 && freedom > 0)) return unknown;
    const double apart = std::abs(difference) / (spread * std::sqrt(1 / n.first + 1 / n.second));
    const double critical = boost::math::quantile(boost::math::students_t(freedom), 1 - alpha / 2);
    const boost::math::non_central_t t(freedom, apart);
    return boost::math::cdf(boost::math::complement(t, critical)) + boost::math::cdf(t, -critical);
}

double detectable_rise_of_share(double p, TwoSamples samples, double power, double alpha) {
    return reached([&](double rise) { return power_of_shares(p, std::fmin(1, p + rise), samples, alpha); },
                   1 - p, power);
}

double detectable_distance_of_means(double spread, TwoSamples samples, double power, double alpha) {
    const auto power_at = [&](double distance) { return power_of_means(distance, spread, samples, alpha); };
    double most = spread;
    constexpr double absurd = 1e3;  // spreads apart; no survey is that small
    while (most < absurd * spread && power_at(most) < power) most *= 2;
    return reached(power_at, most, power);
}

}  // namespace weefsel::analysis
