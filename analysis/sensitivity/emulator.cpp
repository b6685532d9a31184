#include "analysis/sensitivity/emulator.hpp"

#include <algorithm>
#include <boost/math/distributions/students_t.hpp>
#include <cmath>
#include <utility>

#include "analysis/sensitivity/emulator_state.hpp"
#include "sim/error.hpp"

namespace weefsel::analysis {
namespace {

using Eigen::MatrixXd;
using Eigen::VectorXd;

/// The value at rank share * (number + 1), the whole rank outwards: of n errors as likely as the next one,
/// that many hold it. Source: Vovk, Gammerman & Shafer (2005), Algorithmic learning in a random world.
double outer_quantile(const std::vector<double>& ascending, double share) {
    const double rank = share * static_cast<double>(ascending.size() + 1);
    const double whole = share < 0.5 ? std::floor(rank) : std::ceil(rank);
    const auto last = static_cast<double>(ascending.size());
    return ascending[static_cast<std::size_t>(std::clamp(whole, 1.0, last)) - 1];
}

/// Errors of each run when it is left out, over their standard deviations, and the share predicted.
void leave_one_out(Emulator::State& state) {
    const auto& s = state.solved;
    const auto n = state.runs.points.rows();
    MatrixXd p = s.k.solve(MatrixXd::Identity(n, n));
    p.noalias() -= s.k_trend * s.normal.solve(s.k_trend.transpose());
    double squares = 0;
    for (Eigen::Index i = 0; i < n; ++i) {
        const double error = s.weights(i) / p(i, i);
        state.errors.push_back(error / std::sqrt(s.variance / p(i, i)));
        squares += error * error;
    }
    state.ascending = state.errors;
    std::sort(state.ascending.begin(), state.ascending.end());
    state.predicted_share = 1 - squares / static_cast<double>(n);  // outputs have variance 1
}

}  // namespace

Emulator::Emulator(std::shared_ptr<const State> state) : state_(std::move(state)) {}

std::size_t Emulator::factors() const { return static_cast<std::size_t>(state_->runs.points.cols()); }
std::size_t Emulator::runs() const { return static_cast<std::size_t>(state_->runs.points.rows()); }
const std::vector<double>& Emulator::standardised_errors() const { return state_->errors; }
double Emulator::predicted_share() const { return state_->predicted_share; }
double Emulator::nugget() const {
    return state_->solved.variance * state_->hyper.nugget * state_->scale * state_->scale;
}

double Emulator::coverage() const {
    constexpr double two_sided = 1.959963984540054;  // normal, 95 %
    const auto& errors = state_->errors;
    const auto held =
        std::count_if(errors.begin(), errors.end(), [](double e) { return std::abs(e) <= two_sided; });
    return static_cast<double>(held) / static_cast<double>(errors.size());
}

std::vector<Prediction> Emulator::predict(std::span<const double> points) const {
    sim::require(points.size() % factors() == 0, "a point has a value of every factor");
    const auto& s = state_->solved;
    const auto& hyper = state_->hyper;
    std::vector<Prediction> out;
    constexpr std::size_t at_once = 512;  // rows of the similarity with all runs
    for (std::size_t from = 0; from < points.size(); from += at_once * factors()) {
        const auto some = points.subspan(from, std::min(at_once * factors(), points.size() - from));
        const MatrixXd at = points_matrix(some, factors());
        const MatrixXd trend = trend_of(at, state_->settings.trend);
        const MatrixXd alike =
            covariance(state_->runs.points, at, hyper, state_->settings.kernel);  // (run, point)
        const VectorXd mean = trend * s.trend + alike.transpose() * s.weights;
        const MatrixXd known = s.k.matrixL().solve(alike);
        const MatrixXd trend_left =
            s.normal.matrixL().solve(trend.transpose() - s.k_trend.transpose() * alike);
        for (Eigen::Index i = 0; i < at.rows(); ++i) {
            const double unsure = std::max(
                0.0, hyper.variance() - known.col(i).squaredNorm() + trend_left.col(i).squaredNorm());
            const double unit = state_->scale * std::sqrt(s.variance);
            out.push_back({state_->shift + state_->scale * mean(i), unit * std::sqrt(unsure),
                           unit * std::sqrt(unsure + hyper.nugget)});
        }
    }
    return out;
}

Interval Emulator::run_interval(const Prediction& prediction, double level) const {
    const auto end = [&](double share) {
        return prediction.mean + prediction.run_sd * outer_quantile(state_->ascending, share);
    };
    return {prediction.mean, end((1 - level) / 2), end((1 + level) / 2), runs()};
}

Interval Emulator::surface_interval(const Prediction& prediction, double level) const {
    const auto freedom = static_cast<double>(state_->runs.points.rows() - state_->runs.trend.cols());
    const double half =
        prediction.surface_sd * boost::math::quantile(boost::math::students_t(freedom), (1 + level) / 2);
    return {prediction.mean, prediction.mean - half, prediction.mean + half, runs()};
}

Emulator emulate(std::span<const double> points, std::size_t factors, std::span<const double> outputs,
                 const EmulatorSettings& settings) {
    const auto finite = [](double v) { return std::isfinite(v); };
    sim::require(factors > 0 && points.size() == factors * outputs.size(), "an output for each point");
    sim::require(outputs.size() >= factors + 3, "an emulator needs more runs than it has trend");
    sim::require(outputs.size() <= max_emulated, "an emulator takes at most so many runs");
    sim::require(std::all_of(points.begin(), points.end(), finite) &&
                     std::all_of(outputs.begin(), outputs.end(), finite),
                 "an emulator takes finite values");
    auto state = std::make_shared<Emulator::State>();
    state->settings = settings;
    auto& runs = state->runs;
    runs.points = points_matrix(points, factors);
    runs.trend = trend_of(runs.points, settings.trend);
    if (Eigen::ColPivHouseholderQR<MatrixXd>(runs.trend).rank() < runs.trend.cols()) {
        state->settings.trend = Trend::constant;
        runs.trend = trend_of(runs.points, Trend::constant);
    }
    const Eigen::Map<const VectorXd> y(outputs.data(), static_cast<Eigen::Index>(outputs.size()));
    state->shift = y.mean();
    state->scale = std::sqrt((y.array() - state->shift).square().mean());
    sim::require(state->scale > 0, "an emulated output varies");
    runs.outputs = (y.array() - state->shift) / state->scale;
    state->hyper = map_estimate(runs, settings);
    sim::require(solve(runs, state->hyper, settings.kernel, state->solved),
                 "the likeliest surface is solved");
    leave_one_out(*state);
    return Emulator(std::move(state));
}

}  // namespace weefsel::analysis
