// Hyperparameters that the runs leave plausible.
#include <algorithm>
#include <boost/math/distributions/chi_squared.hpp>
#include <cmath>

#include "analysis/sensitivity/emulator_state.hpp"
#include "sim/random_source.hpp"

namespace weefsel::analysis {
namespace {

using Eigen::Index;
using Eigen::MatrixXd;
using Eigen::VectorXd;
using Logs = std::vector<double>;

constexpr double step = 0.05;            // of logs, for the curvature: the likelihood hardly bends within it
constexpr double least_curvature = 0.1;  // flatter than the prior of any direction is rounding
constexpr int freedom = 8;               // of the proposal: tails that are heavier than the posterior's
constexpr std::size_t max_candidates = 200, least_candidates = 60;
constexpr std::size_t runs_of_most = 300;             // more runs: fewer candidates, for each takes n^3
constexpr std::uint32_t key_of_lengths = 0x1E46C45U;  // stands where a simulation has its replicate

enum class PosteriorStream : std::uint8_t { direction, spread, start };

double uniform(const sim::RandomSource& draws, PosteriorStream stream, std::size_t who,
               std::size_t index = 0) {
    return static_cast<double>(
        sim::open_uniform_of(draws.block(stream, who, sim::Month{0}, static_cast<std::uint32_t>(index))[0]));
}

/// What turns independent normal numbers into steps as wide as the likelihood is around its maximum: the
/// inverse root of the curvature, from differences of slopes (towards the middle where a bound is near).
MatrixXd spread_around(const Logs& best, const Bounds& bounds, const EmulatedRuns& runs, Kernel kernel) {
    const auto d = static_cast<Index>(best.size());
    Logs slopes(best.size()), there(best.size());
    negative_log_posterior(runs, kernel, best, slopes);
    MatrixXd curvature(d, d);
    for (Index i = 0; i < d; ++i) {
        const auto at = static_cast<std::size_t>(i);
        Logs moved = best;
        const double middle = (bounds.low[at] + bounds.high[at]) / 2;
        moved[at] += best[at] > middle ? -step : step;
        negative_log_posterior(runs, kernel, moved, there);
        for (Index j = 0; j < d; ++j)
            curvature(i, j) = (there[static_cast<std::size_t>(j)] - slopes[static_cast<std::size_t>(j)]) /
                              (moved[at] - best[at]);
    }
    if (!curvature.allFinite()) return MatrixXd::Zero(d, d);
    const Eigen::SelfAdjointEigenSolver<MatrixXd> parts((curvature + curvature.transpose()) / 2);
    return parts.eigenvectors() *
           parts.eigenvalues().cwiseMax(least_curvature).cwiseSqrt().cwiseInverse().asDiagonal();
}

struct Candidate {
    Logs logs;
    double log_weight;
};

/// Candidate number c of Student's t around the maximum, weighed by how plausible it is over how likely it
/// was to be drawn. One beyond the bounds has no weight.
Candidate candidate(std::size_t c, const Logs& best, const Bounds& bounds, const MatrixXd& spread,
                    const EmulatedRuns& runs, Kernel kernel, const sim::RandomSource& draws) {
    const auto d = spread.rows();
    VectorXd normal(d);
    for (Index i = 0; i < d; ++i)
        normal(i) = static_cast<double>(sim::normal_quantile(
            static_cast<float>(uniform(draws, PosteriorStream::direction, c, static_cast<std::size_t>(i)))));
    const double chi =
        boost::math::quantile(boost::math::chi_squared(freedom), uniform(draws, PosteriorStream::spread, c));
    normal *= std::sqrt(freedom / chi);
    const VectorXd moved = spread * normal;
    Candidate out{best, -std::numeric_limits<double>::infinity()};
    for (std::size_t i = 0; i < best.size(); ++i) {
        if (bounds.low[i] == bounds.high[i]) continue;  // held
        out.logs[i] += moved(static_cast<Index>(i));
        if (out.logs[i] < bounds.low[i] || out.logs[i] > bounds.high[i]) return out;
    }
    const double density =
        -(freedom + static_cast<double>(d)) / 2 * std::log1p(normal.squaredNorm() / freedom);
    out.log_weight = -negative_log_posterior(runs, kernel, out.logs, {}) - density;
    return out;
}

/// Weights of mean 1, none above the root of their number, so that no candidate stands for all.
/// Source: Ionides (2008), Truncated importance sampling.
std::vector<double> truncated_weights(const std::vector<Candidate>& candidates) {
    double largest = -std::numeric_limits<double>::infinity(), sum = 0;
    for (const auto& c : candidates) largest = std::max(largest, c.log_weight);
    std::vector<double> out;
    for (const auto& c : candidates) {
        out.push_back(std::isfinite(largest) ? std::exp(c.log_weight - largest) : 0);
        sum += out.back();
    }
    const auto n = static_cast<double>(out.size());
    for (double& w : out) w = sum > 0 ? std::min(w * n / sum, std::sqrt(n)) : 0;
    return out;
}

}  // namespace

std::vector<Hyperparameters> plausible(const EmulatedRuns& runs, Kernel kernel, const Hyperparameters& best,
                                       std::size_t count, std::uint32_t seed) {
    const auto at = logs_of(best);
    const auto bounds = bounds_of(static_cast<std::size_t>(runs.points.cols()));
    const auto n = static_cast<std::size_t>(runs.points.rows());
    const auto tried = std::clamp(max_candidates * runs_of_most / n, least_candidates, max_candidates);
    const MatrixXd spread = spread_around(at, bounds, runs, kernel);
    const sim::RandomSource draws(seed, key_of_lengths);
    std::vector<Candidate> candidates;
    for (std::size_t c = 0; c < tried; ++c)
        candidates.push_back(candidate(c, at, bounds, spread, runs, kernel, draws));
    const auto weights = truncated_weights(candidates);
    double all = 0, passed = 0;
    for (const double w : weights) all += w;
    // At even distances along the weights from a random start: each is taken as often as it weighs.
    const double start = uniform(draws, PosteriorStream::start, 0);
    std::vector<Hyperparameters> out;
    for (std::size_t c = 0; c < tried; ++c) {
        passed += weights[c];
        while (out.size() < count && all > 0 &&
               (static_cast<double>(out.size()) + start) / static_cast<double>(count) * all < passed)
            out.push_back(from_logs(candidates[c].logs));
    }
    while (out.size() < count) out.push_back(best);  // no candidate is possible, or rounding of the last
    return out;
}

}  // namespace weefsel::analysis
