#include "analysis/sensitivity/shapley.hpp"

#include <bit>
#include <cmath>

#include "sim/error.hpp"

namespace weefsel::analysis {
namespace {

std::size_t factors_of(std::size_t combinations) {
    sim::require(std::has_single_bit(combinations) && combinations <= std::size_t{1} << most_shapley_factors,
                 "Shapley: a value for every combination of at most 10 factors");
    return static_cast<std::size_t>(std::countr_zero(combinations));
}

/// Share of the orders of k factors in which exactly those of one group of `before` factors precede a
/// given other: before! (k - before - 1)! / k!.
std::vector<double> shares_of_orders(std::size_t k) {
    std::vector<double> out;
    double combinations = 1;  // k - 1 over before
    for (std::size_t before = 0; before < k; ++before) {
        out.push_back(1 / (static_cast<double>(k) * combinations));
        combinations *= static_cast<double>(k - 1 - before) / static_cast<double>(before + 1);
    }
    return out;
}

}  // namespace

std::vector<double> shapley(std::span<const double> values) {
    const std::size_t k = factors_of(values.size());
    const auto share = shares_of_orders(k);
    std::vector<double> out(k, 0.0);
    for (std::size_t without = 0; without < values.size(); ++without) {
        for (std::size_t factor = 0; factor < k; ++factor) {
            const std::size_t with = without | std::size_t{1} << factor;
            if (with == without) continue;
            out[factor] +=
                share[static_cast<std::size_t>(std::popcount(without))] * (values[with] - values[without]);
        }
    }
    return out;
}

std::vector<Interval> shapley_over_worlds(std::span<const double> values, std::size_t worlds,
                                          std::size_t replicates) {
    sim::require(worlds > 0 && values.size() % worlds == 0, "Shapley: as many worlds for every combination");
    const std::size_t combinations = values.size() / worlds;
    std::vector<std::vector<double>> by_factor(factors_of(combinations));
    for (auto& parts : by_factor) parts.assign(worlds, std::nan(""));
    std::vector<double> one(combinations);
    for (std::size_t w = 0; w < worlds; ++w) {
        bool known = true;
        for (std::size_t c = 0; c < combinations; ++c) {
            one[c] = values[c * worlds + w];
            known = known && !std::isnan(one[c]);
        }
        if (!known) continue;
        const auto parts = shapley(one);
        for (std::size_t f = 0; f < parts.size(); ++f) by_factor[f][w] = parts[f];
    }
    std::vector<Interval> out;
    for (const auto& parts : by_factor) out.push_back(interval_of_worlds(parts, replicates));
    return out;
}

}  // namespace weefsel::analysis
