#include "analysis/decision/robustness.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "analysis/statistics/proportion.hpp"
#include "analysis/statistics/unknown.hpp"
#include "sim/error.hpp"

namespace weefsel::analysis {
namespace {

/// So that higher is better.
double sign_of(sim::Better better) {
    sim::require(better != sim::Better::neither, "what is best needs a direction");
    return better == sim::Better::higher ? 1 : -1;
}

}  // namespace

std::vector<Regret> regrets(std::span<const double> values, std::size_t worlds, sim::Better better) {
    sim::require(worlds > 0 && values.size() % worlds == 0, "regret: as many worlds for every option");
    const double sign = sign_of(better);
    const std::size_t options = values.size() / worlds;
    std::vector<Regret> out(options, {0, 0, 0, 0});
    for (std::size_t w = 0; w < worlds; ++w) {
        double best = -std::numeric_limits<double>::infinity();
        bool known = true;
        for (std::size_t o = 0; o < options; ++o) {
            const double v = sign * values[o * worlds + w];
            known = known && !std::isnan(v);
            best = std::max(best, v);
        }
        if (!known) continue;
        for (std::size_t o = 0; o < options; ++o) {
            const double regret = best - sign * values[o * worlds + w];
            out[o].mean += regret;
            out[o].largest = std::max(out[o].largest, regret);
            out[o].share_best += regret == 0 ? 1 : 0;
            ++out[o].worlds;
        }
    }
    for (auto& r : out) {
        r.mean /= static_cast<double>(r.worlds);
        r.share_best /= static_cast<double>(r.worlds);
        if (r.worlds == 0) r = {unknown, unknown, unknown, 0};
    }
    return out;
}

Interval share_of_worlds_better(std::span<const double> a, std::span<const double> b, sim::Better better,
                                double margin, std::span<const double> weights, double level) {
    sim::require(a.size() == b.size(), "worlds are the same for both options");
    sim::require(weights.empty() || weights.size() == a.size(), "a weight for every world");
    const double sign = sign_of(better);
    double won = 0, all = 0, squares = 0;
    std::size_t worlds = 0;
    for (std::size_t w = 0; w < a.size(); ++w) {
        const double gain = sign * (a[w] - b[w]);
        const double weight = weights.empty() ? 1 : weights[w];
        sim::require(weight >= 0, "a weight is not negative");
        if (std::isnan(gain) || weight == 0) continue;
        won += weight * (gain > margin ? 1.0 : gain == margin ? 0.5 : 0.0);
        all += weight;
        squares += weight * weight;
        ++worlds;
    }
    const double effective = worlds > 0 ? all * all / squares : 0;
    auto out = wilson_interval(worlds > 0 ? won / all * effective : 0, effective, level);
    out.n = worlds;
    return out;
}

}  // namespace weefsel::analysis
