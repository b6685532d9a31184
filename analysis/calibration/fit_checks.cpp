#include "analysis/calibration/fit_checks.hpp"

#include <algorithm>
#include <cmath>

#include "analysis/calibration/abc_adjust.hpp"
#include "analysis/statistics/association.hpp"

namespace weefsel::analysis {
namespace {

/// The generation without one particle, its distances those to other figures.
AbcGeneration without(const AbcSetup& setup, const AbcGeneration& all, std::size_t one) {
    AbcGeneration out{all.threshold, all.scale, all.attempts, {}};
    for (std::size_t i = 0; i < all.particles.size(); ++i) {
        if (i == one) continue;
        out.particles.push_back(all.particles[i]);
        auto& p = out.particles.back();
        p.distance = abc_distance(setup.targets, all.scale, p.summaries);
    }
    return out;
}

/// The setup and the generation as if only some targets had been published.
std::pair<AbcSetup, AbcGeneration> with_targets(const AbcSetup& setup, const AbcGeneration& all,
                                                const std::vector<std::size_t>& kept) {
    AbcSetup fewer = setup;
    AbcGeneration out = all;
    fewer.targets.clear();
    out.scale.clear();
    for (const auto t : kept) {
        fewer.targets.push_back(setup.targets[t]);
        out.scale.push_back(all.scale[t]);
    }
    for (auto& p : out.particles) {
        const Summaries every = std::move(p.summaries);
        p.summaries.clear();
        for (const auto t : kept) p.summaries.push_back(every[t]);
        p.distance = abc_distance(fewer.targets, out.scale, p.summaries);
    }
    return {std::move(fewer), std::move(out)};
}

}  // namespace

std::vector<Recovered> recovery_of(const AbcSetup& setup, const AbcGeneration& first, std::size_t cases) {
    const std::size_t n = first.particles.size(), k = setup.free.size();
    if (cases < 2 || n < 2 || !is_adjustable(setup, first)) return {};
    const std::size_t made_up = std::min(cases, n);
    std::vector<std::vector<double>> truth(k), fitted(k);
    std::vector<std::size_t> inside(k, 0);
    for (std::size_t c = 0; c < made_up; ++c) {
        const std::size_t one = c * n / made_up;
        AbcSetup known = setup;
        for (std::size_t t = 0; t < known.targets.size(); ++t)
            known.targets[t].value = first.particles[one].summaries[t];
        const auto found = learnt_of(known, regression_adjusted(known, without(known, first, one)));
        for (std::size_t i = 0; i < k; ++i) {
            const double at = first.particles[one].at[i], value = unscaled(setup.free[i], at);
            truth[i].push_back(at);
            fitted[i].push_back(scaled(setup.free[i], found[i].mean));
            inside[i] += value >= found[i].low && value <= found[i].high ? 1 : 0;
        }
    }
    std::vector<Recovered> out;
    for (std::size_t i = 0; i < k; ++i)
        out.push_back({correlation(truth[i], fitted[i]),
                       static_cast<double>(inside[i]) / static_cast<double>(made_up)});
    return out;
}

std::vector<Predicted> predicted_without(const AbcSetup& setup, const AbcGeneration& generation,
                                         const std::vector<Summaries>& answers,
                                         const std::vector<std::size_t>& left_out) {
    std::vector<std::size_t> kept;
    for (std::size_t t = 0; t < setup.targets.size(); ++t)
        if (std::find(left_out.begin(), left_out.end(), t) == left_out.end()) kept.push_back(t);
    if (kept.empty()) return {};
    const auto [fewer, seen] = with_targets(setup, generation, kept);
    if (!is_adjustable(fewer, seen)) return {};
    std::vector<std::vector<double>> columns;
    for (const auto t : left_out) {
        columns.emplace_back();
        for (const auto& answer : answers) columns.back().push_back(answer[t]);
    }
    const Adjusted adjusted = adjusted_columns(fewer, seen, columns);
    std::vector<Predicted> out;
    for (const auto& column : adjusted.columns) {
        constexpr double tail = 0.025;
        Predicted p;
        for (std::size_t i = 0; i < column.size(); ++i) p.mean += adjusted.weights[i] * column[i];
        p.low = weighted_quantile(column, adjusted.weights, tail);
        p.high = weighted_quantile(column, adjusted.weights, 1 - tail);
        out.push_back(p);
    }
    return out;
}

}  // namespace weefsel::analysis
