#include "analysis/calibration/abc_kernel.hpp"

#include <Eigen/Dense>
#include <algorithm>
#include <cmath>
#include <tuple>

#include "sim/error.hpp"
#include "sim/random_source.hpp"

namespace weefsel::analysis {
namespace {

enum class Stream : std::uint8_t { prior, particle, step, tolerance };

/// Stands where a simulation has its replicate, so that no replicate shares numbers with the search.
constexpr std::uint32_t key_of_abc = 0xABCABCABU;

constexpr std::size_t words = std::tuple_size_v<sim::Block>;

/// `n` numbers strictly between 0 and 1 of one attempt. `again`: how often it was drawn before.
std::vector<double> uniforms(const AbcSetup& setup, Stream stream, std::size_t generation,
                             std::size_t attempt, std::size_t again, std::size_t n) {
    const sim::RandomSource draws(setup.seed, key_of_abc);
    const std::size_t blocks = (n + words - 1) / words;
    std::vector<double> out;
    for (std::size_t b = 0; b < blocks; ++b) {
        const auto block = draws.block(stream, attempt, sim::Month{static_cast<int>(generation)},
                                       static_cast<std::uint32_t>(again * blocks + b));
        for (std::size_t w = 0; w < words && out.size() < n; ++w)
            out.push_back(static_cast<double>(sim::open_uniform_of(block[w])));
    }
    return out;
}

double normal_of(double u) { return static_cast<double>(sim::normal_quantile(static_cast<float>(u))); }

struct Spread {
    Eigen::VectorXd mean;
    Eigen::MatrixXd covariance;
};

/// Weighted mean and covariance of those particles that `counts`.
template <class Counts>
Spread spread_of_particles(const AbcGeneration& g, std::size_t n, const Counts& counts) {
    const auto k = static_cast<Eigen::Index>(n);
    Spread out{Eigen::VectorXd::Zero(k), Eigen::MatrixXd::Zero(k, k)};
    double sum = 0;
    const auto each = [&](const auto& add) {
        for (std::size_t i = 0; i < g.particles.size(); ++i)
            if (counts(i))
                add(g.particles[i].weight, Eigen::Map<const Eigen::VectorXd>(g.particles[i].at.data(), k));
    };
    each([&](double w, const auto& at) {
        sum += w;
        out.mean += w * at;
    });
    out.mean /= sum;
    each([&](double w, const auto& at) {
        const Eigen::VectorXd from = at - out.mean;
        out.covariance += w / sum * from * from.transpose();
    });
    return out;
}

/// Of normals around `n` points in `k` dimensions, as a share of the points' own spread. Silverman's, which
/// follows the shape of a density best, but at least so wide that a tenth is the relative variance of the
/// density at a typical distance from the middle: 1 / (n h^k 2^(k/2) e^(-k/2)). Weights are divided by it.
double bandwidth_for(double n, double k) {
    constexpr double relative_variance = 0.1, e = 2.718281828459045;
    const double silverman = std::pow(4 / (k + 2) / n, 1 / (k + 4));
    const double steady = std::sqrt(e / 2) * std::pow(1 / (relative_variance * n), 1 / k);
    return std::min(1.0, std::max(silverman, steady));
}

}  // namespace

struct AbcKernel::Shape {
    std::vector<Eigen::VectorXd> centres;
    std::vector<double> weights;  // of these sum to 1
    Eigen::LLT<Eigen::MatrixXd> factor;
};

AbcKernel::~AbcKernel() = default;

AbcKernel::AbcKernel(const AbcSetup& setup, const AbcGeneration& last, const std::vector<double>& near,
                     double threshold)
    : setup_(setup), shape_(std::make_unique<Shape>()) {
    const std::size_t k = setup.free.size();
    const auto within = [&](std::size_t i) { return near[i] <= threshold; };
    const Spread good = spread_of_particles(last, k, within);
    double sum = 0, squares = 0;
    for (std::size_t i = 0; i < last.particles.size(); ++i) {
        if (!within(i)) continue;
        sum += last.particles[i].weight;
        squares += last.particles[i].weight * last.particles[i].weight;
    }
    // As wide as lies half way, in precision, between the particles and the prior: twice their covariance
    // where figures have taught much, and that of the prior where they taught nothing.
    const auto size = static_cast<Eigen::Index>(k);
    Eigen::MatrixXd of_good = good.covariance, of_prior = Eigen::MatrixXd::Zero(size, size);
    for (Eigen::Index i = 0; i < size; ++i) {
        const double width = width_of(setup.free[static_cast<std::size_t>(i)]);
        of_prior(i, i) = width * width;
        // A hair more on the diagonal, so that particles that lie on one line can still be moved off it.
        constexpr double hair = 1e-6;
        of_good(i, i) += hair * width * width;
    }
    const Eigen::MatrixXd whole = 2 * (of_prior.inverse() + of_good.inverse()).inverse();
    const double bandwidth = bandwidth_for(sum * sum / squares, static_cast<double>(k));
    const Eigen::LLT<Eigen::MatrixXd> factor_of_whole(whole), factor_of_good(of_good);
    const double together = std::sqrt(1 - bandwidth * bandwidth);
    for (std::size_t i = 0; i < last.particles.size(); ++i) {
        if (!within(i)) continue;
        const Eigen::Map<const Eigen::VectorXd> at(last.particles[i].at.data(), size);
        const Eigen::VectorXd standardised = factor_of_good.matrixL().solve(at - good.mean);
        const Eigen::VectorXd moved = factor_of_whole.matrixL() * standardised;
        shape_->centres.emplace_back(good.mean + together * moved);
        shape_->weights.push_back(last.particles[i].weight / sum);
    }
    const Eigen::MatrixXd step = bandwidth * bandwidth * whole;
    shape_->factor.compute(step);
    sim::require(shape_->factor.info() == Eigen::Success, "the covariance of particles is positive");
}

std::vector<double> AbcKernel::propose(std::size_t generation, std::size_t attempt) const {
    const std::size_t k = setup_.free.size();
    constexpr std::size_t most = 100000;
    for (std::size_t again = 0; again < most; ++again) {
        const double drawn = uniforms(setup_, Stream::particle, generation, attempt, again, 1)[0];
        std::size_t chosen = 0;
        for (double below = shape_->weights[0]; below < drawn && chosen + 1 < shape_->weights.size();)
            below += shape_->weights[++chosen];
        const auto u = uniforms(setup_, Stream::step, generation, attempt, again, k);
        Eigen::VectorXd z(static_cast<Eigen::Index>(k));
        for (std::size_t i = 0; i < k; ++i) z[static_cast<Eigen::Index>(i)] = normal_of(u[i]);
        const Eigen::VectorXd here = shape_->centres[chosen] + shape_->factor.matrixL() * z;
        std::vector<double> at(here.data(), here.data() + k);
        if (prior_density(setup_, at) > 0) return at;
    }
    throw sim::InvariantError("a particle inside the prior can be moved within it");
}

double AbcKernel::density(const std::vector<double>& at) const {
    const Eigen::Map<const Eigen::VectorXd> here(at.data(), static_cast<Eigen::Index>(setup_.free.size()));
    double sum = 0;
    for (std::size_t i = 0; i < shape_->centres.size(); ++i)
        sum += shape_->weights[i] *
               std::exp(-shape_->factor.matrixL().solve(here - shape_->centres[i]).squaredNorm() / 2);
    return sum;
}

Summaries with_noise(const AbcSetup& setup, std::size_t generation, std::size_t attempt,
                     Summaries summaries) {
    const auto u = uniforms(setup, Stream::tolerance, generation, attempt, 0, summaries.size());
    for (std::size_t t = 0; t < summaries.size(); ++t)
        summaries[t] += setup.targets[t].tolerance * normal_of(u[t]);
    return summaries;
}

std::vector<double> propose_from_prior(const AbcSetup& setup, std::size_t attempt) {
    auto at = uniforms(setup, Stream::prior, 0, attempt, 0, setup.free.size());
    for (std::size_t i = 0; i < at.size(); ++i) at[i] = quantile_of(setup.free[i], at[i]);
    if (setup.prior_points.empty()) return at;
    const auto& point = setup.prior_points[attempt % setup.prior_points.size()];
    for (std::size_t i = 0; i < at.size(); ++i)
        if (!std::isnan(point[i])) at[i] = scaled(setup.free[i], point[i]);
    return at;
}

double prior_density(const AbcSetup& setup, const std::vector<double>& at) {
    double density = 1;
    for (std::size_t i = 0; i < at.size(); ++i) density *= density_of(setup.free[i], at[i]);
    return density;
}

}  // namespace weefsel::analysis
