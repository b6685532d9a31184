// Similarity of outputs, the surface given hyperparameters, and how plausible these are.
#include <algorithm>
#include <cmath>
#include <limits>
#include <map>

#include "analysis/sensitivity/emulator_state.hpp"

namespace weefsel::analysis {
namespace {

using Eigen::MatrixXd;
using Eigen::VectorXd;

constexpr double shortest = 0.03, longest = 50;  // lengths, in ranges of a factor
constexpr double least_own_variance = 1e-4, most_own_variance = 1e4;
constexpr double least_nugget = 1e-8, most_nugget = 1e3;

/// Similarity of outputs at squared distances; 1 at 0.
MatrixXd similarity(const MatrixXd& squared, Kernel kernel) {
    if (kernel == Kernel::squared_exponential) return (-squared.array() / 2).exp();
    const auto s = (5 * squared.array()).sqrt().eval();
    return (1 + s + s.square() / 3) * (-s).exp();
}

/// For both kernels the slope of the similarity in the log of length j is this times (distance_j /
/// length_j)^2.
MatrixXd similarity_slope(const MatrixXd& squared, Kernel kernel) {
    if (kernel == Kernel::squared_exponential) return (-squared.array() / 2).exp();
    const auto s = (5 * squared.array()).sqrt().eval();
    return 5.0 / 3 * (1 + s) * (-s).exp();
}

double log_determinant(const Eigen::LLT<MatrixXd>& llt) {
    return 2 * llt.matrixLLT().diagonal().array().log().sum();
}

/// Slopes in the logs of the joint lengths: for each factor half the sum of W times the slope of K.
void joint_slopes(const MatrixXd& points, const Hyperparameters& hyper, Kernel kernel, const MatrixXd& w,
                  std::span<double> gradient) {
    const MatrixXd scaled = points * hyper.joint_lengths.cwiseInverse().asDiagonal();
    const MatrixXd product =
        w.cwiseProduct(similarity_slope(squared_distances(points, points, hyper.joint_lengths), kernel));
    // The sum of M (x_a - x_b)^2 over all pairs, for a symmetric M.
    const VectorXd sums = product.rowwise().sum();
    const MatrixXd across = product * scaled;
    for (Eigen::Index j = 0; j < scaled.cols(); ++j)
        gradient[static_cast<std::size_t>(j)] =
            sums.dot(scaled.col(j).cwiseAbs2()) - scaled.col(j).dot(across.col(j));
}

/// Slopes in the logs of the own lengths and of the own variance.
void own_slopes(const MatrixXd& points, const Hyperparameters& hyper, Kernel kernel, const MatrixXd& w,
                std::span<double> gradient) {
    const auto k = points.cols();
    const double each = hyper.own_variance / static_cast<double>(k);
    double all = 0;
    for (Eigen::Index j = 0; j < k; ++j) {
        const MatrixXd squared =
            squared_distances(points.col(j), points.col(j), hyper.own_lengths.segment(j, 1));
        all += w.cwiseProduct(similarity(squared, kernel)).sum();
        gradient[static_cast<std::size_t>(k + j)] =
            each / 2 * w.cwiseProduct(similarity_slope(squared, kernel)).cwiseProduct(squared).sum();
    }
    gradient[static_cast<std::size_t>(2 * k)] = each / 2 * all;
}

/// What is believed of the log of a hyperparameter before there are runs: normal, with a spread of its own on
/// either side of the median.
struct Belief {
    double median, below, above;
};

/// Surfaces bend over about a range of a factor rather than within a tenth of it (else chance is taken for a
/// rugged surface) and may be flat; what factors do alone makes rather more of the variance than what they do
/// together. Runs that say otherwise are believed. Source: assumption, in the spirit of Gu, Wang & Berger
/// (2018), Robust Gaussian stochastic process emulation; tried on functions with known indices (decision
/// 0021).
Belief belief_of(std::size_t which, std::size_t factors) {
    constexpr Belief joint_length{1.5, 1, 2}, own_length{1, 0.8, 1.5}, own_variance{3, 2.5, 2.5},
        nugget{0.1, 4, 4};
    if (which < 2 * factors) return which < factors ? joint_length : own_length;
    return which == 2 * factors ? own_variance : nugget;
}

/// Minus the log of the prior of the hyperparameters, but for a constant; adds its slopes to `gradient`.
double doubt(std::span<const double> logs, std::span<double> gradient) {
    double out = 0;
    for (std::size_t i = 0; i < logs.size(); ++i) {
        const auto belief = belief_of(i, (logs.size() - 2) / 2);
        const double apart = logs[i] - std::log(belief.median), sd = apart < 0 ? belief.below : belief.above;
        out += apart * apart / (sd * sd) / 2;
        if (!gradient.empty()) gradient[i] += apart / (sd * sd);
    }
    return out;
}

}  // namespace

MatrixXd points_matrix(std::span<const double> points, std::size_t factors) {
    using RowMajor = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;
    return Eigen::Map<const RowMajor>(points.data(), static_cast<Eigen::Index>(points.size() / factors),
                                      static_cast<Eigen::Index>(factors));
}

MatrixXd trend_of(const MatrixXd& points, Trend trend) {
    MatrixXd out = MatrixXd::Ones(points.rows(), trend == Trend::linear ? points.cols() + 1 : 1);
    if (trend == Trend::linear) out.rightCols(points.cols()) = points;
    return out;
}

MatrixXd squared_distances(const MatrixXd& a, const MatrixXd& b, const VectorXd& lengths) {
    const MatrixXd one = a * lengths.cwiseInverse().asDiagonal();
    const MatrixXd other = b * lengths.cwiseInverse().asDiagonal();
    MatrixXd out = -2 * one * other.transpose();
    out.colwise() += one.rowwise().squaredNorm();
    out.rowwise() += other.rowwise().squaredNorm().transpose();
    return out.cwiseMax(0);
}

std::pair<VectorXd, std::vector<Eigen::Index>> distinct(const VectorXd& column) {
    std::map<double, Eigen::Index> seen;
    std::vector<Eigen::Index> which;
    for (const double v : column)
        which.push_back(seen.emplace(v, static_cast<Eigen::Index>(seen.size())).first->second);
    VectorXd values(static_cast<Eigen::Index>(seen.size()));
    for (const auto& [value, at] : seen) values(at) = value;
    return {values, which};
}

MatrixXd covariance(const MatrixXd& a, const MatrixXd& b, const Hyperparameters& hyper, Kernel kernel) {
    MatrixXd out = similarity(squared_distances(a, b, hyper.joint_lengths), kernel);
    const double each = hyper.own_variance / static_cast<double>(a.cols());
    for (Eigen::Index j = 0; j < a.cols(); ++j) {
        const auto [values, which] = distinct(a.col(j));
        const MatrixXd own =
            each * similarity(squared_distances(values, b.col(j), hyper.own_lengths.segment(j, 1)), kernel);
        if (values.rows() == a.rows()) {
            out += own;
            continue;
        }
        for (Eigen::Index c = 0; c < out.cols(); ++c)
            for (Eigen::Index r = 0; r < out.rows(); ++r)
                out(r, c) += own(which[static_cast<std::size_t>(r)], c);
    }
    return out;
}

bool solve(const EmulatedRuns& runs, const Hyperparameters& hyper, Kernel kernel, Solved& out) {
    MatrixXd k = covariance(runs.points, runs.points, hyper, kernel);
    k.diagonal().setConstant(hyper.variance() + hyper.nugget);
    out.k.compute(k);
    if (out.k.info() != Eigen::Success) return false;
    out.k_trend = out.k.solve(runs.trend);
    out.normal.compute(runs.trend.transpose() * out.k_trend);
    if (out.normal.info() != Eigen::Success) return false;
    out.trend = out.normal.solve(out.k_trend.transpose() * runs.outputs);
    const VectorXd apart = runs.outputs - runs.trend * out.trend;
    out.weights = out.k.solve(apart);
    out.variance = apart.dot(out.weights) / static_cast<double>(runs.points.rows() - runs.trend.cols());
    return std::isfinite(out.variance) && out.variance > 0;
}

Hyperparameters from_logs(std::span<const double> logs) {
    const auto k = static_cast<Eigen::Index>(logs.size() - 2) / 2;
    const Eigen::Map<const VectorXd> all(logs.data(), static_cast<Eigen::Index>(logs.size()));
    return {all.head(k).array().exp(), all.segment(k, k).array().exp(), std::exp(all(2 * k)),
            std::exp(all(2 * k + 1))};
}

std::vector<double> logs_of(const Hyperparameters& hyper) {
    std::vector<double> out;
    for (const double v : hyper.joint_lengths) out.push_back(std::log(v));
    for (const double v : hyper.own_lengths) out.push_back(std::log(v));
    out.push_back(std::log(hyper.own_variance));
    out.push_back(std::log(hyper.nugget));
    return out;
}

Bounds bounds_of(std::size_t factors) {
    Bounds out{std::vector<double>(2 * factors + 2, std::log(shortest)),
               std::vector<double>(2 * factors + 2, std::log(longest))};
    out.low[2 * factors] = std::log(least_own_variance);
    out.high[2 * factors] = std::log(most_own_variance);
    if (factors == 1) out.high[2] = out.low[2];  // with one factor both parts are one
    out.low.back() = std::log(least_nugget);
    out.high.back() = std::log(most_nugget);
    return out;
}

double negative_log_posterior(const EmulatedRuns& runs, Kernel kernel, std::span<const double> logs,
                              std::span<double> gradient) {
    const auto hyper = from_logs(logs);
    Solved solved;
    if (!solve(runs, hyper, kernel, solved)) return std::numeric_limits<double>::infinity();
    const auto n = runs.points.rows();
    const auto freedom = static_cast<double>(n - runs.trend.cols());
    const double value =
        (freedom * std::log(solved.variance) + log_determinant(solved.k) + log_determinant(solved.normal)) /
        2;
    if (gradient.empty()) return value + doubt(logs, gradient);

    // W = P - weights weights' / variance with P = K^-1 - K^-1 H (H' K^-1 H)^-1 H' K^-1; the gradient is half
    // the sum of W times the slope of K.
    MatrixXd w = solved.k.solve(MatrixXd::Identity(n, n));
    w.noalias() -= solved.k_trend * solved.normal.solve(solved.k_trend.transpose());
    w.noalias() -= solved.weights * solved.weights.transpose() / solved.variance;
    joint_slopes(runs.points, hyper, kernel, w, gradient);
    own_slopes(runs.points, hyper, kernel, w, gradient);
    gradient.back() = hyper.nugget * w.trace() / 2;
    return value + doubt(logs, gradient);
}

}  // namespace weefsel::analysis
