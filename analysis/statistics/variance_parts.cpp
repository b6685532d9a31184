#include "analysis/statistics/variance_parts.hpp"

#include <algorithm>
#include <cmath>

#include "analysis/statistics/proportion.hpp"
#include "analysis/statistics/unknown.hpp"
#include "sim/error.hpp"

namespace weefsel::analysis {
namespace {

std::vector<double> means(const ByDraw& differences) {
    std::vector<double> out;
    for (const auto& draw : differences)
        if (!draw.empty()) out.push_back(t_interval(draw).mean);
    return out;
}

}  // namespace

ByDraw by_draw(std::span<const double> worlds, std::size_t replicates) {
    sim::require(replicates > 0 && worlds.size() % replicates == 0, "worlds fill whole draws");
    ByDraw out;
    for (std::size_t w = 0; w < worlds.size(); w += replicates) {
        std::vector<double> draw;
        for (const double v : worlds.subspan(w, replicates))
            if (!std::isnan(v)) draw.push_back(v);
        if (!draw.empty()) out.push_back(std::move(draw));
    }
    return out;
}

std::vector<double> independent_values(std::span<const double> worlds, std::size_t replicates) {
    const bool one_draw = worlds.size() == replicates;
    std::vector<double> out;
    for (const auto& draw : by_draw(worlds, one_draw ? 1 : replicates)) {
        double sum = 0;
        for (const double v : draw) sum += v;
        out.push_back(sum / static_cast<double>(draw.size()));
    }
    return out;
}

double VarianceParts::share_of_parameters() const {
    const double all = parameters + chance;
    return all > 0 ? parameters / all : unknown;
}

VarianceParts variance_parts(const ByDraw& differences) {
    double n = 0, sum = 0, squared_sizes = 0, within = 0, between = 0;
    VarianceParts out{unknown, unknown, false, 0, 0};
    for (const auto& draw : differences) {
        if (draw.empty()) continue;
        const auto size = static_cast<double>(draw.size());
        const double mean = t_interval(draw).mean;
        for (const double v : draw) within += (v - mean) * (v - mean);
        sum += size * mean;
        squared_sizes += size * size;
        n += size;
        ++out.draws;
        out.worlds += draw.size();
    }
    const auto k = static_cast<double>(out.draws);
    out.chance = within / (n - k);  // 0 / 0 is NaN
    if (k < 2 || n <= k) return out;
    for (const auto& draw : differences) {
        if (draw.empty()) continue;
        const double apart = t_interval(draw).mean - sum / n;
        between += static_cast<double>(draw.size()) * apart * apart;
    }
    const double replicates = (n - squared_sizes / n) / (k - 1);  // as if all draws had as many
    const double estimate = (between / (k - 1) - out.chance) / replicates;
    out.parameters_below_zero = estimate < 0;
    out.parameters = std::max(0.0, estimate);
    return out;
}

Interval mean_over_draws(const ByDraw& differences, double level) {
    return t_interval(means(differences), level);
}

DrawShares noticeable_draws(const ByDraw& differences, double threshold, sim::Better better) {
    sim::require(threshold > 0, "a difference worth noticing is above 0");
    sim::require(better != sim::Better::neither, "a share of better draws needs a direction");
    double gains = 0, losses = 0;
    const auto all = means(differences);
    for (const double mean : all) {
        const double gain = better == sim::Better::higher ? mean : -mean;
        gains += gain >= threshold ? 1 : 0;
        losses += gain <= -threshold ? 1 : 0;
    }
    const auto n = static_cast<double>(all.size());
    return {wilson_interval(gains, n), wilson_interval(losses, n),
            all.empty() ? unknown : (n - gains - losses) / n};
}

}  // namespace weefsel::analysis
