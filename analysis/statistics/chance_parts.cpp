#include "analysis/statistics/chance_parts.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

#include "analysis/statistics/central_tendency.hpp"
#include "analysis/statistics/unknown.hpp"
#include "sim/error.hpp"

namespace weefsel::analysis {
namespace {

double squares_about(const std::vector<double>& values, double centre) {
    double sum = 0;
    for (const double v : values) sum += (v - centre) * (v - centre);
    return sum;
}

std::vector<double> whole_points(std::span<const double> values, std::size_t replicates) {
    std::vector<double> out;
    for (std::size_t at = 0; at < values.size(); at += replicates) {
        const auto point = values.subspan(at, replicates);
        if (std::all_of(point.begin(), point.end(), [](double v) { return std::isfinite(v); }))
            out.insert(out.end(), point.begin(), point.end());
    }
    return out;
}

}  // namespace

LuckParts chance_parts(std::span<const double> values, std::size_t replicates) {
    sim::require(replicates > 0 && values.size() % replicates == 0, "every point has all replicates");
    const auto whole = whole_points(values, replicates);
    const std::size_t points = whole.size() / replicates;
    if (replicates < 2 || points < 2) return {unknown, unknown};
    std::vector<double> by_point, by_replicate;
    for (std::size_t p = 0; p < points; ++p) {
        const auto from = whole.begin() + static_cast<std::ptrdiff_t>(p * replicates);
        by_point.push_back(mean_of({from, from + static_cast<std::ptrdiff_t>(replicates)}));
    }
    for (std::size_t r = 0; r < replicates; ++r) {
        std::vector<double> of;
        for (std::size_t p = 0; p < points; ++p) of.push_back(whole[p * replicates + r]);
        by_replicate.push_back(mean_of(of));
    }
    const double centre = mean_of(by_point);
    double apart = 0;  // what neither the point nor the replicate explains
    for (std::size_t p = 0; p < points; ++p)
        for (std::size_t r = 0; r < replicates; ++r) {
            const double rest = whole[p * replicates + r] - by_point[p] - by_replicate[r] + centre;
            apart += rest * rest;
        }
    const auto n = static_cast<double>(points), m = static_cast<double>(replicates);
    const double own = apart / ((n - 1) * (m - 1));
    const double means = squares_about(by_point, centre) / (n - 1);
    const double shared = std::max(0.0, squares_about(by_replicate, centre) / (m - 1) - own / n);
    const double factors = std::max(0.0, means - own / m);
    const double run = factors + shared + own;
    return {run > 0 ? (shared + own) / run : unknown, means > 0 ? std::min(1.0, own / m / means) : unknown};
}

}  // namespace weefsel::analysis
