#include "analysis/sensitivity/morris_effects.hpp"

#include <algorithm>
#include <cmath>

#include "analysis/statistics/bootstrap.hpp"
#include "analysis/statistics/unknown.hpp"
#include "sim/error.hpp"

namespace weefsel::analysis {
namespace {

/// Below this share of a factor's range two values are the same (a CSV file rounds).
constexpr double no_move = 1e-9;

/// Elementary effects (trajectory, factor) of whole trajectories.
std::vector<double> effects_of(std::span<const double> outputs, const std::vector<MorrisStep>& steps,
                               std::size_t factors, std::vector<std::size_t>& left_out) {
    std::vector<double> out;
    const std::size_t rows = factors + 1;
    for (std::size_t t = 0; t * rows < outputs.size(); ++t) {
        const auto values = outputs.subspan(t * rows, rows);
        if (std::any_of(values.begin(), values.end(), [](double v) { return !std::isfinite(v); })) {
            left_out.push_back(t);
            continue;
        }
        std::vector<double> effect(factors);
        for (std::size_t s = 0; s < factors; ++s) {
            const auto& step = steps[t * factors + s];
            effect[step.factor] = (values[s + 1] - values[s]) / step.by;
        }
        out.insert(out.end(), effect.begin(), effect.end());
    }
    return out;
}

}  // namespace

std::vector<MorrisStep> morris_steps(std::span<const double> points, std::size_t factors,
                                     std::size_t& wrong_row) {
    sim::require(factors > 0 && points.size() % factors == 0, "a point has a value of every factor");
    const std::size_t rows = points.size() / factors;
    std::vector<MorrisStep> out;
    std::vector<bool> moved_before(factors);
    for (std::size_t row = 0; row < rows; ++row) {
        if (row % (factors + 1) == 0) {
            moved_before.assign(factors, false);
            continue;
        }
        std::size_t moves = 0;
        MorrisStep step{0, 0};
        for (std::size_t k = 0; k < factors; ++k) {
            const double by = points[row * factors + k] - points[(row - 1) * factors + k];
            if (std::abs(by) <= no_move) continue;
            ++moves;
            step = {k, by};
        }
        if (moves != 1 || moved_before[step.factor]) {
            wrong_row = row;
            return {};
        }
        moved_before[step.factor] = true;
        out.push_back(step);
    }
    if (rows % (factors + 1) == 0) return out;
    wrong_row = rows;
    return {};
}

MorrisEffects morris_effects(std::span<const double> outputs, const std::vector<MorrisStep>& steps,
                             std::size_t factors, std::uint32_t seed, std::size_t resamples) {
    sim::require(factors > 0 && outputs.size() * factors == steps.size() * (factors + 1),
                 "every trajectory has an output for each of its rows");
    MorrisEffects out;
    const auto effects = effects_of(outputs, steps, factors, out.left_out);
    const std::size_t trajectories = effects.size() / factors;
    if (trajectories < 2) {
        out.reason = "fewer than two trajectories are whole";
        out.mu_star.assign(factors, {unknown, unknown, unknown, trajectories});
        out.mu = out.sigma = out.mu_star;
        return out;
    }
    const auto moments = [&](std::span<const std::size_t> items, std::span<double> result) {
        const auto n = static_cast<double>(items.size());
        for (std::size_t k = 0; k < factors; ++k) {
            double sum = 0, absolute = 0, squares = 0;
            for (const auto item : items) {
                const double effect = effects[item * factors + k];
                sum += effect;
                absolute += std::abs(effect);
            }
            for (const auto item : items) {
                const double apart = effects[item * factors + k] - sum / n;
                squares += apart * apart;
            }
            result[3 * k] = absolute / n;
            result[3 * k + 1] = sum / n;
            result[3 * k + 2] = std::sqrt(squares / (n - 1));
        }
    };
    const auto resampled = bootstrap_together(trajectories, 3 * factors, moments, seed, resamples);
    for (std::size_t k = 0; k < factors; ++k) {
        out.mu_star.push_back(percentile_interval(resampled[3 * k]));
        out.mu.push_back(percentile_interval(resampled[3 * k + 1]));
        out.sigma.push_back(percentile_interval(resampled[3 * k + 2]));
    }
    return out;
}

}  // namespace weefsel::analysis
