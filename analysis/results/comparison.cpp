#include "analysis/results/comparison.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "analysis/results/indicator_range.hpp"
#include "analysis/statistics/unknown.hpp"
#include "sim/month.hpp"

namespace weefsel::analysis {
namespace {

constexpr std::array<std::string_view, 6> verdict_names{"unknown",   "same",   "unclear",
                                                        "too_small", "higher", "lower"};

double share_better(const std::vector<double>& differences, sim::Better better) {
    if (better == sim::Better::neither || differences.empty()) return unknown;
    double wins = 0;
    for (const double d : differences) {
        const double gain = better == sim::Better::higher ? d : -d;
        wins += gain > 0 ? 1.0 : gain == 0 ? 0.5 : 0.0;
    }
    return wins / static_cast<double>(differences.size());
}

}  // namespace

std::string_view name_of(Verdict verdict) { return verdict_names.at(static_cast<std::size_t>(verdict)); }

Verdict verdict_named(std::string_view name) {
    const auto* at = std::find(verdict_names.begin(), verdict_names.end(), name);
    return at == verdict_names.end() ? Verdict::unknown : static_cast<Verdict>(at - verdict_names.begin());
}

int clearness(Verdict verdict) {
    constexpr std::array by_verdict{4, 3, 2, 1, 0, 0};
    return by_verdict.at(static_cast<std::size_t>(verdict));
}

Verdict verdict_of(const Interval& difference, double noticeable) {
    if (difference.n < 2 || std::isnan(difference.lower) || std::isnan(difference.upper))
        return Verdict::unknown;
    if (difference.lower == 0 && difference.upper == 0) return Verdict::same;
    if (difference.lower <= 0 && difference.upper >= 0) return Verdict::unclear;
    if (std::abs(difference.mean) < noticeable) return Verdict::too_small;
    return difference.mean > 0 ? Verdict::higher : Verdict::lower;
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
    return year_values(cube, cube.indicator(indicator), option, year);
}

std::vector<double> year_values(const Cube& cube, const Cube::Values& values, std::size_t option, int year) {
    const std::size_t worlds = cube.shape().worlds();
    const auto months = static_cast<std::size_t>(cube.layout().months);
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

std::vector<Comparison> compare_values(const YearValues& values,
                                       const std::vector<sim::Observable>& observables, std::size_t first,
                                       const CubeShape& shape, int years, std::size_t reference,
                                       const std::vector<Noticeable>& noticeable) {
    std::vector<Comparison> out;
    for (std::size_t option = 0; option < shape.options; ++option) {
        for (std::size_t i = 0; i < observables.size(); ++i) {
            const auto range = range_of(observables[i]);
            for (const int year : horizons(years)) {
                const auto mine = values(i, option, year);
                const auto other = values(i, reference, year);
                std::vector<double> differences(mine.size());
                for (std::size_t w = 0; w < mine.size(); ++w) differences[w] = mine[w] - other[w];
                const auto difference =
                    difference_within(interval_of_worlds(differences, shape.replicates), range);
                out.push_back({option, first + i, year,
                               level_within(interval_of_worlds(mine, shape.replicates), range), difference,
                               share_better(known(differences), observables[i].better),
                               verdict_of(difference, noticeable_of(noticeable, observables[i]))});
            }
        }
    }
    return out;
}

std::vector<Comparison> compare_paired(const Cube& cube, std::size_t reference,
                                       const std::vector<Noticeable>& noticeable) {
    const auto values = [&](std::size_t indicator, std::size_t option, int year) {
        return year_values(cube, indicator, option, year);
    };
    return compare_values(values, cube.layout().observables, 0, cube.shape(), cube.layout().years(),
                          reference, noticeable);
}

}  // namespace weefsel::analysis
