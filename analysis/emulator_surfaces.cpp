// Surfaces that agree with the runs, drawn from what the emulator believes.
#include <algorithm>
#include <boost/math/distributions/chi_squared.hpp>
#include <cmath>
#include <numbers>

#include "analysis/emulator_state.hpp"
#include "sim/draws.hpp"
#include "sim/error.hpp"

namespace weefsel::analysis {
namespace {

using Eigen::Index;
using Eigen::MatrixXd;
using Eigen::VectorXd;

constexpr Index joint_waves = 1024, own_waves = 128;    // own: of each factor
constexpr std::uint32_t key_of_surfaces = 0x5F0C4CE5U;  // stands where a simulation has its replicate

enum class Stream : std::uint8_t { frequency, spread, phase, weight, luck, variance };

/// A number strictly between 0 and 1 for a place in a matrix.
double uniform(const sim::Draws& draws, Stream stream, Index row, Index column) {
    return static_cast<double>(sim::open_uniform_of(draws.block(
        stream, static_cast<sim::BirthNumber>(row), sim::Month{0}, static_cast<std::uint32_t>(column))[0]));
}

MatrixXd normals(const sim::Draws& draws, Stream stream, Index rows, Index columns) {
    return MatrixXd::NullaryExpr(rows, columns, [&](Index r, Index c) {
        const auto u = static_cast<float>(uniform(draws, stream, r, c));
        return static_cast<double>(sim::normal_quantile(u));
    });
}

/// Waves whose covariance is, on average, that of the surface: columns of frequencies (factor, wave) over the
/// lengths, the joint ones first, then those of each factor alone.
struct Waves {
    MatrixXd frequency;
    Eigen::RowVectorXd phase, amplitude;
};

/// Normal frequencies for a squared exponential kernel; for a Matern 5/2 kernel Student's t with 5 degrees of
/// freedom.
Waves waves_of(const Emulator::State& state, const sim::Draws& draws) {
    const auto& hyper = state.hyper;
    const Index k = state.runs.points.cols(), all = joint_waves + k * own_waves;
    MatrixXd unit = normals(draws, Stream::frequency, k, all);
    if (state.settings.kernel == Kernel::matern) {
        constexpr Index freedom = 5;
        const VectorXd chi = normals(draws, Stream::spread, all, freedom).rowwise().squaredNorm();
        unit *= (chi / static_cast<double>(freedom)).cwiseSqrt().cwiseInverse().asDiagonal();
    }
    Waves out{MatrixXd::Zero(k, all), Eigen::RowVectorXd(all), Eigen::RowVectorXd(all)};
    out.frequency.leftCols(joint_waves) =
        hyper.joint_lengths.cwiseInverse().asDiagonal() * unit.leftCols(joint_waves);
    out.amplitude.head(joint_waves).setConstant(std::sqrt(2.0 / joint_waves));
    for (Index j = 0; j < k; ++j) {
        const Index from = joint_waves + j * own_waves;
        out.frequency.row(j).segment(from, own_waves) =
            unit.row(j).segment(from, own_waves) / hyper.own_lengths(j);
        out.amplitude.segment(from, own_waves)
            .setConstant(std::sqrt(2 * hyper.own_variance / static_cast<double>(k * own_waves)));
    }
    for (Index f = 0; f < all; ++f) out.phase(f) = 2 * std::numbers::pi * uniform(draws, Stream::phase, f, 0);
    return out;
}

/// Waves at points (point, wave): weighted by standard normal numbers they add up to a surface.
MatrixXd at(const Waves& waves, const MatrixXd& points) {
    MatrixXd out = points * waves.frequency;
    out.rowwise() += waves.phase;
    out = out.array().cos().matrix() * waves.amplitude.asDiagonal();
    return out;
}

/// By draw the standard deviation of the surface: the variance given the runs is the estimate times its
/// degrees of freedom over chi-squared.
Eigen::RowVectorXd deviations(const Emulator::State& state, const sim::Draws& draws, Index n) {
    const auto freedom = static_cast<double>(state.runs.points.rows() - state.runs.trend.cols());
    const boost::math::chi_squared chi(freedom);
    return Eigen::RowVectorXd::NullaryExpr(n, [&](Index d) {
        const double u = uniform(draws, Stream::variance, d, 0);
        return std::sqrt(state.solved.variance * freedom / boost::math::quantile(chi, u));
    });
}

}  // namespace

std::vector<double> Emulator::surfaces(std::span<const double> points, std::size_t draws,
                                       std::uint32_t seed) const {
    sim::require(points.size() % factors() == 0 && draws > 0, "a point has a value of every factor");
    const auto& state = *state_;
    const auto& s = state.solved;
    const auto n = static_cast<Index>(draws);
    const sim::Draws numbers(seed, key_of_surfaces);
    const auto waves = waves_of(state, numbers);
    const auto sd = deviations(state, numbers, n);
    const MatrixXd weights = normals(numbers, Stream::weight, waves.phase.size(), n) * sd.asDiagonal();
    // What the runs say against each prior surface with luck of its own is added everywhere.
    const MatrixXd luck = std::sqrt(state.hyper.nugget) *
                          normals(numbers, Stream::luck, state.runs.points.rows(), n) * sd.asDiagonal();
    const MatrixXd against = (-at(waves, state.runs.points) * weights - luck).colwise() + state.runs.outputs;
    const MatrixXd trend = s.normal.solve(s.k_trend.transpose() * against);
    const MatrixXd correction = s.k.solve(against - state.runs.trend * trend);

    std::vector<double> out;
    out.reserve(points.size() / factors() * draws);
    constexpr std::size_t at_once = 512;
    for (std::size_t from = 0; from < points.size(); from += at_once * factors()) {
        const auto some = points.subspan(from, std::min(at_once * factors(), points.size() - from));
        const MatrixXd there = points_matrix(some, factors());
        const MatrixXd alike = covariance(there, state.runs.points, state.hyper, state.settings.kernel);
        const MatrixXd surface =
            at(waves, there) * weights + alike * correction + trend_of(there, state.settings.trend) * trend;
        for (Index i = 0; i < surface.rows(); ++i)
            for (Index d = 0; d < n; ++d) out.push_back(state.shift + state.scale * surface(i, d));
    }
    return out;
}

}  // namespace weefsel::analysis
