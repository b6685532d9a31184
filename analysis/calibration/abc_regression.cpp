#include <Eigen/Dense>
#include <algorithm>
#include <cmath>

#include "analysis/calibration/abc.hpp"

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

double within(const Prior& prior, double at) {
    const double a = scaled(prior, prior.low), b = scaled(prior, prior.high);
    return std::clamp(at, std::min(a, b), std::max(a, b));
}

}  // namespace

bool is_adjustable(const AbcSetup& setup, const AbcGeneration& generation) {
    constexpr std::size_t particles_a_column = 3;  // fewer, and the regression fits noise
    return generation.particles.size() >= particles_a_column * (setup.targets.size() + 1);
}

AbcGeneration regression_adjusted(const AbcSetup& setup, const AbcGeneration& generation) {
    const auto n = static_cast<Eigen::Index>(generation.particles.size()),
               columns = static_cast<Eigen::Index>(setup.targets.size()) + 1,
               k = static_cast<Eigen::Index>(setup.free.size());
    if (!is_adjustable(setup, generation)) return generation;
    const Eigen::VectorXd w = weights_of(generation);
    Eigen::MatrixXd away(n, columns), at(n, k);
    for (Eigen::Index i = 0; i < n; ++i) {
        const auto& p = generation.particles[static_cast<std::size_t>(i)];
        away(i, 0) = 1;
        for (Eigen::Index t = 0; t + 1 < columns; ++t) {
            const auto target = static_cast<std::size_t>(t);
            away(i, t + 1) = (p.summaries[target] - setup.targets[target].value) / generation.scale[target];
        }
        at.row(i) = Eigen::Map<const Eigen::RowVectorXd>(p.at.data(), k);
    }
    const Eigen::VectorXd root = w.cwiseSqrt();
    const Eigen::MatrixXd slopes =
        (root.asDiagonal() * away).colPivHouseholderQr().solve(root.asDiagonal() * at);
    const Eigen::MatrixXd shift = away.rightCols(columns - 1) * slopes.bottomRows(columns - 1);
    AbcGeneration out = generation;
    for (Eigen::Index i = 0; i < n; ++i) {
        auto& p = out.particles[static_cast<std::size_t>(i)];
        p.weight = w[i];
        for (Eigen::Index j = 0; j < k; ++j) {
            const auto one = static_cast<std::size_t>(j);
            p.at[one] = within(setup.free[one], p.at[one] - shift(i, j));
        }
    }
    return out;
}

}  // namespace weefsel::analysis
