#include <Eigen/Dense>
#include <algorithm>
#include <cmath>

#include "analysis/calibration/abc.hpp"
#include "analysis/calibration/abc_adjust.hpp"

namespace weefsel::analysis {
namespace {

/// Weight of each particle in the regression: its own, and less the farther it is; all sum to 1.
Eigen::VectorXd weights_of(const AbcGeneration& g) {
    double far = 0;
    for (const auto& p : g.particles) far = std::max(far, p.distance);
    const double reach = std::isfinite(g.threshold) ? g.threshold : far;
    Eigen::VectorXd w(static_cast<Eigen::Index>(g.particles.size()));
    for (std::size_t i = 0; i < g.particles.size(); ++i) {
        const double share = reach > 0 ? g.particles[i].distance / reach : 0;
        w[static_cast<Eigen::Index>(i)] = g.particles[i].weight * std::max(0.0, 1 - share * share);
    }
    return w / w.sum();
}

/// How far the answers of each particle are from the figures, behind a column of ones.
Eigen::MatrixXd away_from_figures(const AbcSetup& setup, const AbcGeneration& generation) {
    const auto n = static_cast<Eigen::Index>(generation.particles.size()),
               columns = static_cast<Eigen::Index>(setup.targets.size()) + 1;
    Eigen::MatrixXd away(n, columns);
    for (Eigen::Index i = 0; i < n; ++i) {
        const auto& p = generation.particles[static_cast<std::size_t>(i)];
        away(i, 0) = 1;
        for (Eigen::Index t = 0; t + 1 < columns; ++t) {
            const auto target = static_cast<std::size_t>(t);
            away(i, t + 1) = (p.summaries[target] - setup.targets[target].value) / generation.scale[target];
        }
    }
    return away;
}

double within(const Prior& prior, double at) {
    const double a = scaled(prior, prior.low), b = scaled(prior, prior.high);
    return std::clamp(at, std::min(a, b), std::max(a, b));
}

}  // namespace

bool is_adjustable(const AbcSetup& setup, const AbcGeneration& generation) {
    constexpr std::size_t particles_a_column = 3;  // fewer, and the regression fits noise
    return generation.particles.size() >= particles_a_column * (setup.targets.size() + 1);
}

Adjusted adjusted_columns(const AbcSetup& setup, const AbcGeneration& generation,
                          const std::vector<std::vector<double>>& columns) {
    const Eigen::VectorXd w = weights_of(generation), root = w.cwiseSqrt();
    const Eigen::MatrixXd away = away_from_figures(setup, generation);
    const auto n = away.rows(), figures = away.cols() - 1;
    Eigen::MatrixXd at(n, static_cast<Eigen::Index>(columns.size()));
    for (std::size_t j = 0; j < columns.size(); ++j)
        at.col(static_cast<Eigen::Index>(j)) = Eigen::Map<const Eigen::VectorXd>(columns[j].data(), n);
    const Eigen::MatrixXd slopes =
        (root.asDiagonal() * away).colPivHouseholderQr().solve(root.asDiagonal() * at);
    at -= away.rightCols(figures) * slopes.bottomRows(figures);
    Adjusted out{{w.data(), w.data() + n}, {}};
    for (Eigen::Index j = 0; j < at.cols(); ++j)
        out.columns.emplace_back(at.col(j).data(), at.col(j).data() + n);
    return out;
}

AbcGeneration regression_adjusted(const AbcSetup& setup, const AbcGeneration& generation) {
    if (!is_adjustable(setup, generation)) return generation;
    std::vector<std::vector<double>> columns(setup.free.size());
    for (const auto& p : generation.particles)
        for (std::size_t j = 0; j < columns.size(); ++j) columns[j].push_back(p.at[j]);
    const auto adjusted = adjusted_columns(setup, generation, columns);
    AbcGeneration out = generation;
    for (std::size_t i = 0; i < out.particles.size(); ++i) {
        auto& p = out.particles[i];
        p.weight = adjusted.weights[i];
        for (std::size_t j = 0; j < columns.size(); ++j)
            p.at[j] = within(setup.free[j], adjusted.columns[j][i]);
    }
    return out;
}

double weighted_quantile(const std::vector<double>& values, const std::vector<double>& weights,
                         double share) {
    std::vector<std::pair<double, double>> sorted;
    for (std::size_t i = 0; i < values.size(); ++i) sorted.emplace_back(values[i], weights[i]);
    std::sort(sorted.begin(), sorted.end());
    double below = 0;
    for (const auto& [value, weight] : sorted) {
        below += weight;
        if (below >= share) return value;
    }
    return sorted.back().first;
}

}  // namespace weefsel::analysis
