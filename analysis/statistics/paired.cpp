#include "analysis/statistics/paired.hpp"

#include <algorithm>
#include <boost/math/distributions/students_t.hpp>
#include <cmath>
#include <limits>

#include "analysis/results/indicator_range.hpp"
#include "analysis/statistics/variance_parts.hpp"
#include "sim/month.hpp"

namespace weefsel::analysis {
namespace {

constexpr double unknown = std::numeric_limits<double>::quiet_NaN();

double share_better(const std::vector<double>& differences, sim::Better better) {
    if (better == sim::Better::neither || differences.empty()) return unknown;
    double wins = 0;
    for (const double d : differences) {
        const double gain = better == sim::Better::higher ? d : -d;
        wins += gain > 0 ? 1.0 : gain == 0 ? 0.5 : 0.0;
    }
    return wins / static_cast<double>(differences.size());
}

std::vector<double> known(const std::vector<double>& values) {
    std::vector<double> out;
    for (const double v : values)
        if (!std::isnan(v)) out.push_back(v);
    return out;
}

}  // namespace

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

std::vector<int> horizons(int years) {
    std::vector<int> out;
    for (const int h : {4, 8, 20}) {
        if (h < years) out.push_back(h);
    }
    if (years > 0) out.push_back(years);
    std::sort(out.begin(), out.end());
    return out;
}

std::vector<double> year_values(const Cube& cube, std::size_t indicator, std::size_t option, int year) {
    const std::size_t worlds = cube.shape().worlds();
    const auto months = static_cast<std::size_t>(cube.layout().months);
    const auto& values = cube.indicator(indicator);
    const auto from = static_cast<std::size_t>(year - 1) * sim::months_per_year;
    std::vector<double> out(worlds, unknown);
    for (std::size_t w = 0; w < worlds; ++w) {
        double sum = 0;
        int measured = 0;
        for (std::size_t m = from; m < from + sim::months_per_year; ++m) {
            const float v = values[(option * worlds + w) * months + m];
            if (std::isnan(v)) continue;
            sum += v;
            ++measured;
        }
        if (measured > 0) out[w] = sum / measured;
    }
    return out;
}

Interval interval_of_worlds(const std::vector<double>& values, std::size_t replicates) {
    const auto draws = by_draw(values, replicates);
    if (draws.size() < 2) return t_interval(known(values));
    auto interval = mean_over_draws(draws);
    interval.n = known(values).size();
    return interval;
}

std::vector<Comparison> compare_values(const YearValues& values,
                                       const std::vector<sim::Observable>& observables, std::size_t first,
                                       const CubeShape& shape, int years, std::size_t reference) {
    std::vector<Comparison> out;
    for (std::size_t option = 0; option < shape.options; ++option) {
        for (std::size_t i = 0; i < observables.size(); ++i) {
            const auto range = range_of(observables[i]);
            for (const int year : horizons(years)) {
                const auto mine = values(i, option, year);
                const auto other = values(i, reference, year);
                std::vector<double> differences(mine.size());
                for (std::size_t w = 0; w < mine.size(); ++w) differences[w] = mine[w] - other[w];
                out.push_back({option, first + i, year,
                               level_within(interval_of_worlds(mine, shape.replicates), range),
                               difference_within(interval_of_worlds(differences, shape.replicates), range),
                               share_better(known(differences), observables[i].better)});
            }
        }
    }
    return out;
}

std::vector<Comparison> compare_paired(const Cube& cube, std::size_t reference) {
    const auto values = [&](std::size_t indicator, std::size_t option, int year) {
        return year_values(cube, indicator, option, year);
    };
    return compare_values(values, cube.layout().observables, 0, cube.shape(), cube.layout().years(),
                          reference);
}

}  // namespace weefsel::analysis
