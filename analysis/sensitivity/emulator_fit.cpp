// The most plausible hyperparameters.
#include <algorithm>
#include <cmath>
#include <limits>

#include "analysis/sensitivity/emulator_state.hpp"
#include "analysis/statistics/minimise.hpp"
#include "sim/random_source.hpp"

namespace weefsel::analysis {
namespace {

using Eigen::MatrixXd;
using Eigen::VectorXd;

constexpr std::size_t runs_of_search = 200;  // enough to find the valley
constexpr std::size_t iterations_of_search = 40, iterations_of_polish = 20;
constexpr double likelihood_precision = 0.01;  // of the log-likelihood: no evidence for anything

enum class FitStream : std::uint8_t { start };

constexpr std::uint32_t key_of_starts = 0xE3514705U;  // stands where a simulation has its replicate

Minimum search(const EmulatedRuns& runs, Kernel kernel, const std::vector<double>& start, std::size_t most) {
    const auto bounds = bounds_of(static_cast<std::size_t>(runs.points.cols()));
    const auto objective = [&](std::span<const double> at, std::span<double> gradient) {
        return negative_log_posterior(runs, kernel, at, gradient);
    };
    return minimise(objective, start, bounds.low, bounds.high, most, likelihood_precision);
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
    const sim::RandomSource draws(seed, key_of_starts);
    std::vector<double> out;
    for (std::size_t j = 0; j < 2 * factors + 2; ++j) {
        const auto& between = j < 2 * factors ? lengths : j == 2 * factors ? own_variance : nugget;
        const double u = which == 0
                             ? 0.5
                             : static_cast<double>(draws.uniform(FitStream::start, which, sim::Month{0},
                                                                 static_cast<std::uint32_t>(j)));
        out.push_back(std::log(between.low) + u * std::log(between.high / between.low));
    }
    return out;
}

}  // namespace

Hyperparameters map_estimate(const EmulatedRuns& runs, const EmulatorSettings& settings) {
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
