// Within analysis only: what the parts of the emulator share, in terms of Eigen.
#pragma once
#include <Eigen/Dense>
#include <vector>

#include "analysis/emulator.hpp"

namespace weefsel::analysis {

/// Points as a matrix (run, factor), outputs standardised to mean 0 and variance 1, trend by run.
struct EmulatedRuns {
    Eigen::MatrixXd points;
    Eigen::VectorXd outputs;
    Eigen::MatrixXd trend;
};

/// Lengths by factor and the nugget as a share of the variance of the surface.
struct Hyperparameters {
    Eigen::VectorXd lengths;
    double nugget = 0;
};

/// Outputs as a multivariate normal, solved: K = similarity + nugget * identity.
struct Solved {
    Eigen::LLT<Eigen::MatrixXd> k;
    Eigen::MatrixXd k_trend;             ///< K^-1 H (run, trend)
    Eigen::LLT<Eigen::MatrixXd> normal;  ///< of H' K^-1 H
    Eigen::VectorXd trend;               ///< generalised least squares
    Eigen::VectorXd weights;             ///< K^-1 (y - H trend)
    double variance = 0;                 ///< of the surface, restricted maximum likelihood
};

struct Emulator::State {
    EmulatorSettings settings;
    EmulatedRuns runs;
    double shift = 0, scale = 1;  ///< output = shift + scale * standardised
    Hyperparameters hyper;
    Solved solved;
    std::vector<double> lengths;
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
/// Similarity of outputs at squared distances; 1 at 0.
Eigen::MatrixXd similarity(const Eigen::MatrixXd& squared, Kernel kernel);
/// Solves for given hyperparameters. False when K is not positive definite in this arithmetic.
bool solve(const EmulatedRuns& runs, const Hyperparameters& hyper, Kernel kernel, Solved& out);
/// Hyperparameters of greatest restricted likelihood.
Hyperparameters likeliest(const EmulatedRuns& runs, const EmulatorSettings& settings);

}  // namespace weefsel::analysis
