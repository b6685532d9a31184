#include "analysis/abc_kernel.hpp"

#include <Eigen/Dense>
#include <cmath>
#include <tuple>

#include "sim/draws.hpp"
#include "sim/error.hpp"

namespace weefsel::analysis {
namespace {

enum class Stream : std::uint8_t { prior, particle, step, tolerance };

/// Stands where a simulation has its replicate, so that no replicate shares numbers with the search.
constexpr std::uint32_t key_of_abc = 0xABCABCABU;

constexpr std::size_t words = std::tuple_size_v<sim::Block>;

/// `n` numbers strictly between 0 and 1 of one attempt. `again`: how often it was drawn before.
std::vector<double> uniforms(const AbcSetup& setup, Stream stream, std::size_t generation,
                             std::size_t attempt, std::size_t again, std::size_t n) {
    const sim::Draws draws(setup.seed, key_of_abc);
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

}  // namespace

struct AbcKernel::Shape {
    Eigen::LLT<Eigen::MatrixXd> factor;
};

AbcKernel::~AbcKernel() = default;

AbcKernel::AbcKernel(const AbcSetup& setup, const AbcGeneration& last, const std::vector<double>& near,
                     double threshold)
    : setup_(setup), last_(last), shape_(std::make_unique<Shape>()) {
    const auto within = [&](std::size_t i) { return near[i] <= threshold; };
    const Spread all = spread_of_particles(last, setup.free.size(), [](std::size_t) { return true; }),
                 good = spread_of_particles(last, setup.free.size(), within);
    const Eigen::VectorXd from = good.mean - all.mean;
    Eigen::MatrixXd between = all.covariance + good.covariance + from * from.transpose();
    // A hair more on the diagonal, so that particles that lie on one line can still be moved off it.
    constexpr double hair = 1e-6;
    for (std::size_t i = 0; i < setup.free.size(); ++i) {
        const double width = width_of(setup.free[i]);
        between(static_cast<Eigen::Index>(i), static_cast<Eigen::Index>(i)) += hair * width * width;
    }
    shape_->factor.compute(between);
    sim::require(shape_->factor.info() == Eigen::Success, "the covariance of particles is positive");
}

std::vector<double> AbcKernel::propose(std::size_t generation, std::size_t attempt) const {
    const std::size_t k = setup_.free.size();
    constexpr std::size_t most = 100000;
    for (std::size_t again = 0; again < most; ++again) {
        const double lot = uniforms(setup_, Stream::particle, generation, attempt, again, 1)[0];
        std::size_t chosen = 0;
        for (double below = last_.particles[0].weight; below < lot && chosen + 1 < last_.particles.size();)
            below += last_.particles[++chosen].weight;
        const auto u = uniforms(setup_, Stream::step, generation, attempt, again, k);
        Eigen::VectorXd z(static_cast<Eigen::Index>(k));
        for (std::size_t i = 0; i < k; ++i) z[static_cast<Eigen::Index>(i)] = normal_of(u[i]);
        const Eigen::VectorXd step = shape_->factor.matrixL() * z;
        auto at = last_.particles[chosen].at;
        for (std::size_t i = 0; i < k; ++i) at[i] += step[static_cast<Eigen::Index>(i)];
        if (prior_density(setup_, at) > 0) return at;
    }
    throw sim::InvariantError("a particle inside the prior can be moved within it");
}

double AbcKernel::density(const std::vector<double>& at) const {
    const auto k = static_cast<Eigen::Index>(setup_.free.size());
    const Eigen::Map<const Eigen::VectorXd> here(at.data(), k);
    double sum = 0;
    for (const auto& p : last_.particles) {
        const Eigen::VectorXd from = here - Eigen::Map<const Eigen::VectorXd>(p.at.data(), k);
        sum += p.weight * std::exp(-shape_->factor.matrixL().solve(from).squaredNorm() / 2);
    }
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
    return at;
}

double prior_density(const AbcSetup& setup, const std::vector<double>& at) {
    double density = 1;
    for (std::size_t i = 0; i < at.size(); ++i) density *= density_of(setup.free[i], at[i]);
    return density;
}

}  // namespace weefsel::analysis
