// Similarity, restricted likelihood and its maximum.
#include <algorithm>
#include <cmath>
#include <limits>

#include "analysis/emulator_state.hpp"
#include "analysis/minimise.hpp"
#include "sim/draws.hpp"

namespace weefsel::analysis {
namespace {

using Eigen::MatrixXd;
using Eigen::VectorXd;

constexpr double shortest = 0.03, longest = 50;  // lengths, in ranges of a factor
constexpr double least_own_variance = 1e-4, most_own_variance = 1e4;
constexpr double least_nugget = 1e-8, most_nugget = 1e3;
constexpr std::size_t runs_of_search = 200;  // enough to find the valley
constexpr std::size_t iterations_of_search = 40, iterations_of_polish = 20;
constexpr double likelihood_precision = 0.01;  // of the log-likelihood: no evidence for anything

enum class Stream : std::uint8_t { start };

constexpr std::uint32_t key_of_starts = 0xE3514705U;  // stands where a simulation has its replicate

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

/// Logs of joint lengths, own lengths, own variance, nugget.
Hyperparameters from_logs(std::span<const double> logs) {
    const auto k = static_cast<Eigen::Index>(logs.size() - 2) / 2;
    const Eigen::Map<const VectorXd> all(logs.data(), static_cast<Eigen::Index>(logs.size()));
    return {all.head(k).array().exp(), all.segment(k, k).array().exp(), std::exp(all(2 * k)),
            std::exp(all(2 * k + 1))};
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

/// Minus the restricted log-likelihood with the variance at its best, and its gradient in the logs of the
/// hyperparameters. Infinity where K is not positive definite.
double badness(const EmulatedRuns& runs, Kernel kernel, std::span<const double> logs,
               std::span<double> gradient) {
    const auto hyper = from_logs(logs);
    Solved solved;
    if (!solve(runs, hyper, kernel, solved)) return std::numeric_limits<double>::infinity();
    const auto n = runs.points.rows();
    const auto freedom = static_cast<double>(n - runs.trend.cols());

    // W = P - weights weights' / variance with P = K^-1 - K^-1 H (H' K^-1 H)^-1 H' K^-1; the gradient is half
    // the sum of W times the slope of K.
    MatrixXd w = solved.k.solve(MatrixXd::Identity(n, n));
    w.noalias() -= solved.k_trend * solved.normal.solve(solved.k_trend.transpose());
    w.noalias() -= solved.weights * solved.weights.transpose() / solved.variance;
    joint_slopes(runs.points, hyper, kernel, w, gradient);
    own_slopes(runs.points, hyper, kernel, w, gradient);
    gradient.back() = hyper.nugget * w.trace() / 2;
    return (freedom * std::log(solved.variance) + log_determinant(solved.k) +
            log_determinant(solved.normal)) /
           2;
}

Minimum search(const EmulatedRuns& runs, Kernel kernel, const std::vector<double>& start, std::size_t most) {
    const std::size_t k = (start.size() - 2) / 2;
    std::vector<double> low(start.size(), std::log(shortest)), high(start.size(), std::log(longest));
    low[2 * k] = std::log(least_own_variance);
    high[2 * k] = std::log(most_own_variance);
    if (k == 1) high[2] = low[2];  // with one factor both parts are one
    low.back() = std::log(least_nugget);
    high.back() = std::log(most_nugget);
    const auto objective = [&](std::span<const double> at, std::span<double> gradient) {
        return badness(runs, kernel, at, gradient);
    };
    return minimise(objective, start, low, high, most, likelihood_precision);
}

/// Every so many-th run, so that all parts of an ordered design take part.
EmulatedRuns some_of(const EmulatedRuns& runs) {
    const auto n = static_cast<std::size_t>(runs.points.rows());
    if (n <= runs_of_search) return runs;
    const auto some = static_cast<Eigen::Index>(runs_of_search);
    EmulatedRuns out{MatrixXd(some, runs.points.cols()), VectorXd(some), MatrixXd(some, runs.trend.cols())};
    for (Eigen::Index i = 0; i < some; ++i) {
        const auto from = static_cast<Eigen::Index>(static_cast<std::size_t>(i) * n / runs_of_search);
        out.points.row(i) = runs.points.row(from);
        out.outputs(i) = runs.outputs(from);
        out.trend.row(i) = runs.trend.row(from);
    }
    return out;
}

/// Logs of lengths 0.2 to 2, of an own variance 0.1 to 10 and of a nugget 0.000001 to 1; the first start is
/// their middle.
std::vector<double> start_of(std::size_t which, std::size_t factors, std::uint32_t seed) {
    struct Between {
        double low, high;
    };
    const Between lengths{0.2, 2}, own_variance{0.1, 10}, nugget{1e-6, 1};
    const sim::Draws draws(seed, key_of_starts);
    std::vector<double> out;
    for (std::size_t j = 0; j < 2 * factors + 2; ++j) {
        const auto& between = j < 2 * factors ? lengths : j == 2 * factors ? own_variance : nugget;
        const double u = which == 0 ? 0.5
                                    : static_cast<double>(draws.uniform(Stream::start, which, sim::Month{0},
                                                                        static_cast<std::uint32_t>(j)));
        out.push_back(std::log(between.low) + u * std::log(between.high / between.low));
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

MatrixXd covariance(const MatrixXd& a, const MatrixXd& b, const Hyperparameters& hyper, Kernel kernel) {
    MatrixXd out = similarity(squared_distances(a, b, hyper.joint_lengths), kernel);
    const double each = hyper.own_variance / static_cast<double>(a.cols());
    for (Eigen::Index j = 0; j < a.cols(); ++j)
        out +=
            each * similarity(squared_distances(a.col(j), b.col(j), hyper.own_lengths.segment(j, 1)), kernel);
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

Hyperparameters likeliest(const EmulatedRuns& runs, const EmulatorSettings& settings) {
    const auto some = some_of(runs);
    const auto factors = static_cast<std::size_t>(runs.points.cols());
    Minimum best;
    best.value = std::numeric_limits<double>::infinity();
    for (std::size_t s = 0; s < settings.starts; ++s) {
        auto found = search(some, settings.kernel, start_of(s, factors, settings.seed), iterations_of_search);
        if (s == 0 || found.value < best.value) best = std::move(found);
    }
    return from_logs(search(runs, settings.kernel, best.at, iterations_of_polish).at);
}

}  // namespace weefsel::analysis
