// Within analysis only: what the parts of the emulator share, in terms of Eigen.
#pragma once
#include <Eigen/Dense>
#include <span>
#include <utility>
#include <vector>

#include "analysis/sensitivity/emulator.hpp"

namespace weefsel::analysis {

/// Points as a matrix (run, factor), outputs standardised to mean 0 and variance 1, trend by run.
struct EmulatedRuns {
    Eigen::MatrixXd points;
    Eigen::VectorXd outputs;
    Eigen::MatrixXd trend;
};

/// A surface is the sum of a part that all factors make together and of one part for each factor alone, so
/// that factors which act alone are not believed to interact. Variances are in units of the first part's.
struct Hyperparameters {
    Eigen::VectorXd joint_lengths;  ///< by factor, in ranges of it
    Eigen::VectorXd own_lengths;
    double own_variance = 0;  ///< of all parts of single factors together, shared evenly
    double nugget = 0;
    [[nodiscard]] double variance() const { return 1 + own_variance; }
};

/// Outputs as a multivariate normal, solved: K = similarity + nugget * identity.
struct Solved {
    Eigen::LLT<Eigen::MatrixXd> k;
    Eigen::MatrixXd k_trend;             ///< K^-1 H (run, trend)
    Eigen::LLT<Eigen::MatrixXd> normal;  ///< of H' K^-1 H
    Eigen::VectorXd trend;               ///< generalised least squares
    Eigen::VectorXd weights;             ///< K^-1 (y - H trend)
    double variance = 0;                 ///< of the joint part, restricted maximum likelihood
};

struct Emulator::State {
    EmulatorSettings settings;
    EmulatedRuns runs;
    double shift = 0, scale = 1;  ///< output = shift + scale * standardised
    Hyperparameters hyper;
    Solved solved;
    std::vector<double> errors;  ///< standardised, leave one out, ascending copy beside it
    std::vector<double> ascending;
    double predicted_share = 0;
};

Eigen::MatrixXd points_matrix(std::span<const double> points, std::size_t factors);
/// Trend functions (point, function): 1, and the factors where it is linear.
Eigen::MatrixXd trend_of(const Eigen::MatrixXd& points, Trend trend);
/// Squared distances in lengths (row of a, row of b); 0 or more.
Eigen::MatrixXd squared_distances(const Eigen::MatrixXd& a, const Eigen::MatrixXd& b,
                                  const Eigen::VectorXd& lengths);
/// The values in a column, each once, and for each row which of them it has: rows of a design that share
/// values share the similarity of that factor alone.
std::pair<Eigen::VectorXd, std::vector<Eigen::Index>> distinct(const Eigen::VectorXd& column);
/// Covariance of the surface at the rows of a and those of b; hyper.variance() at distance 0.
Eigen::MatrixXd covariance(const Eigen::MatrixXd& a, const Eigen::MatrixXd& b, const Hyperparameters& hyper,
                           Kernel kernel);
/// Solves for given hyperparameters. False when K is not positive definite in this arithmetic.
bool solve(const EmulatedRuns& runs, const Hyperparameters& hyper, Kernel kernel, Solved& out);
/// Logs of joint lengths, own lengths, own variance, nugget; and back.
Hyperparameters from_logs(std::span<const double> logs);
std::vector<double> logs_of(const Hyperparameters& hyper);
struct Bounds {
    std::vector<double> low, high;
};
/// Of these logs.
Bounds bounds_of(std::size_t factors);
/// Minus the restricted log-likelihood with the variance at its best and minus the log of the prior, and the
/// gradient in the logs of the hyperparameters (none wanted: empty). Infinity where K is not positive
/// definite.
double negative_log_posterior(const EmulatedRuns& runs, Kernel kernel, std::span<const double> logs,
                              std::span<double> gradient);
/// The most plausible hyperparameters: of greatest restricted likelihood times prior.
Hyperparameters map_estimate(const EmulatedRuns& runs, const EmulatorSettings& settings);
/// `count` hyperparameters, equally likely, as plausible as the runs leave them: Student's t around the best
/// ones with the curvature there, weighed by likelihood times prior. A pure function of its arguments.
/// Source: Gelman et al. (2013), Bayesian data analysis, sections 10.4 and 13.3.
std::vector<Hyperparameters> plausible(const EmulatedRuns& runs, Kernel kernel, const Hyperparameters& best,
                                       std::size_t count, std::uint32_t seed);

}  // namespace weefsel::analysis
