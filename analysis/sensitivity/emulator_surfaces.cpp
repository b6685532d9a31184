// Surfaces that agree with the runs, drawn from what the emulator believes.
#include <algorithm>
#include <boost/math/distributions/chi_squared.hpp>
#include <cmath>
#include <numbers>

#include "analysis/sensitivity/emulator_state.hpp"
#include "sim/error.hpp"
#include "sim/random_source.hpp"

namespace weefsel::analysis {
namespace {

using Eigen::Index;
using Eigen::MatrixXd;
using Eigen::VectorXd;

constexpr Index joint_waves = 256, own_waves = 64;  // for each set of hyperparameters; own: of each factor
constexpr std::size_t sets_of_hyperparameters = 25;
constexpr std::uint32_t key_of_surfaces = 0x5F0C4CE5U;  // stands where a simulation has its replicate

enum class SurfaceStream : std::uint8_t { frequency, spread, phase, weight, chance, variance };

/// A number strictly between 0 and 1 for a place in a matrix.
double uniform(const sim::RandomSource& draws, SurfaceStream stream, Index row, Index column) {
    return static_cast<double>(sim::open_uniform_of(draws.block(
        stream, static_cast<sim::BirthNumber>(row), sim::Month{0}, static_cast<std::uint32_t>(column))[0]));
}

MatrixXd normals(const sim::RandomSource& draws, SurfaceStream stream, Index rows, Index columns) {
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
Waves waves_of(const Hyperparameters& hyper, Kernel kernel, const sim::RandomSource& draws) {
    const Index k = hyper.joint_lengths.size(), all = joint_waves + k * own_waves;
    MatrixXd unit = normals(draws, SurfaceStream::frequency, k, all);
    if (kernel == Kernel::matern) {
        constexpr Index freedom = 5;
        const VectorXd chi = normals(draws, SurfaceStream::spread, all, freedom).rowwise().squaredNorm();
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
    for (Index f = 0; f < all; ++f)
        out.phase(f) = 2 * std::numbers::pi * uniform(draws, SurfaceStream::phase, f, 0);
    return out;
}

/// Waves number `from` to `from` + `n` with their phases at points (point, wave), weighted and added up
/// (point, surface). Cosines in single precision are vectorised, and right to more digits than waves are like
/// a surface.
MatrixXd added(const Waves& waves, Index from, Index n, const MatrixXd& phases, const MatrixXd& weights) {
    const MatrixXd height = (phases.rowwise() + waves.phase.segment(from, n))
                                .cast<float>()
                                .array()
                                .cos()
                                .matrix()
                                .cast<double>() *
                            waves.amplitude.segment(from, n).asDiagonal();
    return height * weights.middleRows(from, n);
}

/// Prior surfaces at points (point, surface) from standard normal weights (wave, surface).
MatrixXd at(const Waves& waves, const MatrixXd& points, const MatrixXd& weights) {
    MatrixXd out = added(waves, 0, joint_waves, points * waves.frequency.leftCols(joint_waves), weights);
    for (Index j = 0; j < points.cols(); ++j) {
        const Index from = joint_waves + j * own_waves;
        const auto [values, which] = distinct(points.col(j));
        const MatrixXd own =
            added(waves, from, own_waves, values * waves.frequency.row(j).segment(from, own_waves), weights);
        for (Index r = 0; r < out.rows(); ++r) out.row(r) += own.row(which[static_cast<std::size_t>(r)]);
    }
    return out;
}

/// By draw the standard deviation of the surface: the variance given the runs is the estimate times its
/// degrees of freedom over chi-squared.
Eigen::RowVectorXd deviations(const EmulatedRuns& runs, double variance, const sim::RandomSource& draws,
                              Index n) {
    const auto freedom = static_cast<double>(runs.points.rows() - runs.trend.cols());
    const boost::math::chi_squared chi(freedom);
    return Eigen::RowVectorXd::NullaryExpr(n, [&](Index d) {
        const double u = uniform(draws, SurfaceStream::variance, d, 0);
        return std::sqrt(variance * freedom / boost::math::quantile(chi, u));
    });
}

/// Some surfaces under the same hyperparameters, by column.
struct Drawn {
    const EmulatedRuns& runs;
    Hyperparameters hyper;
    EmulatorSettings settings;
    Waves waves;
    MatrixXd weights;            ///< of the waves (wave, surface)
    MatrixXd trend, correction;  ///< by surface: what the runs say against its waves

    [[nodiscard]] MatrixXd operator()(const MatrixXd& points) const {
        return at(waves, points, weights) +
               covariance(points, runs.points, hyper, settings.kernel) * correction +
               trend_of(points, settings.trend) * trend;
    }
};

/// Draws `n` surfaces; the seed of the numbers tells sets of hyperparameters apart.
Drawn draw(const Emulator::State& state, const Hyperparameters& hyper, const Solved& s,
           const sim::RandomSource& numbers, Index n) {
    const auto& runs = state.runs;
    Drawn out{runs, hyper, state.settings, waves_of(hyper, state.settings.kernel, numbers), {}, {}, {}};
    const auto sd = deviations(runs, s.variance, numbers, n);
    out.weights = normals(numbers, SurfaceStream::weight, out.waves.phase.size(), n) * sd.asDiagonal();
    // What the runs say against each prior surface with chance of its own is added everywhere.
    const MatrixXd chance = std::sqrt(hyper.nugget) *
                            normals(numbers, SurfaceStream::chance, runs.points.rows(), n) * sd.asDiagonal();
    const MatrixXd against = (-at(out.waves, runs.points, out.weights) - chance).colwise() + runs.outputs;
    out.trend = s.normal.solve(s.k_trend.transpose() * against);
    out.correction = s.k.solve(against - runs.trend * out.trend);
    return out;
}

/// All surfaces, spread evenly over sets of hyperparameters that the runs leave plausible.
std::vector<Drawn> draw_all(const Emulator::State& state, std::size_t draws, std::uint32_t seed) {
    const auto sets = plausible(state.runs, state.settings.kernel, state.hyper,
                                std::min(draws, sets_of_hyperparameters), seed);
    std::vector<Drawn> out;
    for (std::size_t set = 0; set < sets.size(); ++set) {
        const std::size_t n = (set + 1) * draws / sets.size() - set * draws / sets.size();
        const sim::RandomSource numbers(seed, key_of_surfaces + static_cast<std::uint32_t>(set));
        Solved solved;
        const bool possible = solve(state.runs, sets[set], state.settings.kernel, solved);
        out.push_back(draw(state, possible ? sets[set] : state.hyper, possible ? solved : state.solved,
                           numbers, static_cast<Index>(n)));
    }
    return out;
}

}  // namespace

std::vector<double> Emulator::surfaces(std::span<const double> points, std::size_t draws,
                                       std::uint32_t seed) const {
    sim::require(points.size() % factors() == 0 && draws > 0, "a point has a value of every factor");
    const auto sets = draw_all(*state_, draws, seed);
    std::vector<double> out(points.size() / factors() * draws);
    constexpr std::size_t at_once = 160;  // rows whose similarity with the runs stays in the cache
    for (std::size_t from = 0; from < points.size(); from += at_once * factors()) {
        const auto some = points.subspan(from, std::min(at_once * factors(), points.size() - from));
        const MatrixXd there = points_matrix(some, factors());
        std::size_t d = 0;
        for (const auto& set : sets) {
            const MatrixXd surface = set(there);
            for (Index c = 0; c < surface.cols(); ++c, ++d)
                for (Index i = 0; i < surface.rows(); ++i)
                    out[(from / factors() + static_cast<std::size_t>(i)) * draws + d] =
                        state_->shift + state_->scale * surface(i, c);
        }
    }
    return out;
}

}  // namespace weefsel::analysis
