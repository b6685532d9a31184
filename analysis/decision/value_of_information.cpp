#include "analysis/decision/value_of_information.hpp"

#include <Eigen/Dense>
#include <algorithm>
#include <cmath>
#include <vector>

#include "analysis/statistics/unknown.hpp"
#include "sim/error.hpp"

namespace weefsel::analysis {
namespace {

/// Net benefits by (draw, option), draws that are complete only, and the parameter of each beside them.
struct Complete {
    Eigen::MatrixXd benefits;
    std::vector<double> parameter;
};

Complete complete_draws(const NetBenefits& b, std::span<const double> parameter) {
    sim::require(b.draws == 0 || b.values.size() % b.draws == 0, "every option has a value in every draw");
    sim::require(parameter.empty() || parameter.size() == b.draws, "a parameter has a value in every draw");
    std::vector<std::size_t> kept;
    for (std::size_t d = 0; d < b.draws; ++d) {
        bool known = parameter.empty() || !std::isnan(parameter[d]);
        for (std::size_t o = 0; o < b.options(); ++o) known = known && !std::isnan(b.values[o * b.draws + d]);
        if (known) kept.push_back(d);
    }
    Complete out{Eigen::MatrixXd(kept.size(), b.options()), {}};
    for (std::size_t row = 0; row < kept.size(); ++row) {
        for (std::size_t o = 0; o < b.options(); ++o)
            out.benefits(static_cast<Eigen::Index>(row), static_cast<Eigen::Index>(o)) =
                b.values[o * b.draws + kept[row]];
        if (!parameter.empty()) out.parameter.push_back(parameter[kept[row]]);
    }
    return out;
}

/// What the best option in each row brings above the option that is best over all rows.
double gain_of_choosing_by_row(const Eigen::MatrixXd& benefits) {
    if (benefits.size() == 0) return unknown;
    // Against the first option, so that what all have in common costs no digits.
    const Eigen::MatrixXd apart = benefits.colwise() - benefits.col(0);
    const double gain = apart.rowwise().maxCoeff().mean() - apart.colwise().mean().maxCoeff();
    return std::max(0.0, gain);  // below 0 by rounding only
}

/// Distinct values at even ranks, from the smallest to the largest.
std::vector<double> knots_of(std::vector<double> values, std::size_t wanted) {
    std::sort(values.begin(), values.end());
    const auto last = static_cast<double>(values.size() - 1);
    std::vector<double> out;
    for (std::size_t k = 0; k < wanted; ++k) {
        const double rank = last * static_cast<double>(k) / static_cast<double>(wanted - 1);
        out.push_back(values[static_cast<std::size_t>(std::lround(rank))]);
    }
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
}

/// Natural cubic spline basis without the constant: a line and, for each inner knot, a cubic that is
/// straight beyond the outer knots. Source: Hastie, Tibshirani & Friedman (2009), equations 5.4 and 5.5.
Eigen::MatrixXd natural_spline(const std::vector<double>& x, const std::vector<double>& knots) {
    const std::size_t k = knots.size();
    const double range = knots.back() - knots.front();
    const auto at = [&](std::size_t i) { return (knots[i] - knots.front()) / range; };
    const auto cubed = [](double v) { return v > 0 ? v * v * v : 0.0; };
    const auto bend = [&](double v, std::size_t i) {
        return (cubed(v - at(i)) - cubed(v - 1)) / (1 - at(i));
    };
    Eigen::MatrixXd out(x.size(), k - 1);
    for (std::size_t row = 0; row < x.size(); ++row) {
        const double v = (x[row] - knots.front()) / range;
        const auto r = static_cast<Eigen::Index>(row);
        out(r, 0) = v;
        for (std::size_t i = 0; i + 2 < k; ++i)
            out(r, static_cast<Eigen::Index>(i) + 1) = bend(v, i) - bend(v, k - 2);
    }
    return out;
}

}  // namespace

double value_of_perfect_information(const NetBenefits& benefits) {
    return gain_of_choosing_by_row(complete_draws(benefits, {}).benefits);
}

double value_of_parameter(const NetBenefits& benefits, std::span<const double> parameter, std::size_t knots) {
    sim::require(knots >= 2, "a spline has two knots at least");
    sim::require(parameter.size() == benefits.draws, "a parameter has a value in every draw");
    const auto draws = complete_draws(benefits, parameter);
    if (draws.parameter.size() < 2 * knots || draws.benefits.cols() == 0) return unknown;
    const auto at = knots_of(draws.parameter, knots);
    if (at.size() < 2) return 0;
    // Deviations from means: the fitted values keep the mean of every option.
    const Eigen::RowVectorXd means = draws.benefits.colwise().mean();
    Eigen::MatrixXd basis = natural_spline(draws.parameter, at);
    basis.rowwise() -= basis.colwise().mean().eval();
    const Eigen::MatrixXd apart = draws.benefits.rowwise() - means;
    Eigen::MatrixXd fitted = basis * basis.colPivHouseholderQr().solve(apart);
    fitted.rowwise() += means;
    return gain_of_choosing_by_row(fitted);
}

}  // namespace weefsel::analysis
