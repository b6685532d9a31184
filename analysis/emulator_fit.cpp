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
constexpr double least_nugget = 1e-8, most_nugget = 1e3;
constexpr std::size_t runs_of_search = 200;  // enough to find the valley
constexpr std::size_t iterations_of_search = 40, iterations_of_polish = 40;

enum class Stream : std::uint8_t { start };

constexpr std::uint32_t key_of_starts = 0xE3514705U;  // stands where a simulation has its replicate

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

Hyperparameters from_logs(std::span<const double> logs) {
    const auto factors = static_cast<Eigen::Index>(logs.size()) - 1;
    return {Eigen::Map<const VectorXd>(logs.data(), factors).array().exp(), std::exp(logs.back())};
}

/// Minus the restricted log-likelihood with the variance at its best, and its gradient in the logs of lengths
/// and nugget. Infinity where K is not positive definite.
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
    gradient.back() = hyper.nugget * w.trace() / 2;
    const MatrixXd scaled = runs.points * hyper.lengths.cwiseInverse().asDiagonal();
    w.array() *= similarity_slope(squared_distances(runs.points, runs.points, hyper.lengths), kernel).array();
    const VectorXd sums = w.rowwise().sum();
    const MatrixXd product = w * scaled;
    for (Eigen::Index j = 0; j < scaled.cols(); ++j)
        gradient[static_cast<std::size_t>(j)] =
            sums.dot(scaled.col(j).cwiseAbs2()) - scaled.col(j).dot(product.col(j));
    return (freedom * std::log(solved.variance) + log_determinant(solved.k) +
            log_determinant(solved.normal)) /
           2;
}

Minimum search(const EmulatedRuns& runs, Kernel kernel, const std::vector<double>& start, std::size_t most) {
    std::vector<double> low(start.size(), std::log(shortest)), high(start.size(), std::log(longest));
    low.back() = std::log(least_nugget);
    high.back() = std::log(most_nugget);
    const auto objective = [&](std::span<const double> at, std::span<double> gradient) {
        return badness(runs, kernel, at, gradient);
    };
    return minimise(objective, start, low, high, most);
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

/// Logs of lengths 0.2 to 2 and of a nugget 0.000001 to 1; the first start is their middle.
std::vector<double> start_of(std::size_t which, std::size_t factors, std::uint32_t seed) {
    const sim::Draws draws(seed, key_of_starts);
    std::vector<double> out;
    for (std::size_t j = 0; j <= factors; ++j) {
        const double low = j < factors ? std::log(0.2) : std::log(1e-6);
        const double high = j < factors ? std::log(2.0) : 0.0;
        const double u = which == 0 ? 0.5
                                    : static_cast<double>(draws.uniform(Stream::start, which, sim::Month{0},
                                                                        static_cast<std::uint32_t>(j)));
        out.push_back(low + u * (high - low));
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

MatrixXd similarity(const MatrixXd& squared, Kernel kernel) {
    if (kernel == Kernel::squared_exponential) return (-squared.array() / 2).exp();
    const auto s = (5 * squared.array()).sqrt().eval();
    return (1 + s + s.square() / 3) * (-s).exp();
}

bool solve(const EmulatedRuns& runs, const Hyperparameters& hyper, Kernel kernel, Solved& out) {
    MatrixXd k = similarity(squared_distances(runs.points, runs.points, hyper.lengths), kernel);
    k.diagonal().setConstant(1 + hyper.nugget);
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
