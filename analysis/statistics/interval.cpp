#include "analysis/statistics/interval.hpp"

#include <boost/math/distributions/students_t.hpp>
#include <cmath>

#include "analysis/statistics/unknown.hpp"
#include "analysis/statistics/variance_parts.hpp"

namespace weefsel::analysis {
namespace {}  // namespace

std::vector<double> known(const std::vector<double>& values) {
    std::vector<double> out;
    for (const double v : values)
        if (!std::isnan(v)) out.push_back(v);
    return out;
}

Interval t_interval(std::span<const double> values, double level) {
    const std::size_t n = values.size();
    if (n == 0) return {unknown, unknown, unknown, 0};
    // Deviations from the first value: equal values have exactly their own mean and no spread.
    const double first = values.front();
    double sum = 0;
    for (const double v : values) sum += v - first;
    const double shift = sum / static_cast<double>(n);
    const double mean = first + shift;
    if (n == 1) return {mean, unknown, unknown, 1};
    double squares = 0;
    for (const double v : values) squares += (v - first - shift) * (v - first - shift);
    const double error = std::sqrt(squares / static_cast<double>(n - 1) / static_cast<double>(n));
    const boost::math::students_t_distribution<double> t(static_cast<double>(n - 1));
    const double half = error * boost::math::quantile(t, (1 + level) / 2);
    return {mean, mean - half, mean + half, n};
}

Interval interval_of_worlds(const std::vector<double>& values, std::size_t replicates) {
    const auto draws = by_draw(values, replicates);
    if (draws.size() < 2) return t_interval(known(values));
    auto interval = mean_over_draws(draws);
    interval.n = known(values).size();
    return interval;
}

}  // namespace weefsel::analysis
