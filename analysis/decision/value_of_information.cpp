#include "analysis/decision/value_of_information.hpp"

#include <Eigen/Dense>
#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

#include "analysis/sensitivity/emulator.hpp"
#include "analysis/statistics/unknown.hpp"
#include "sim/error.hpp"
#include "sim/random_source.hpp"

namespace weefsel::analysis {
namespace {

/// Net benefits by (draw, option), draws that are complete only; their parameters (draw, parameter) beside
/// them.
struct Complete {
    Eigen::MatrixXd benefits;
    std::vector<double> parameter;
};

Complete complete_draws(const NetBenefits& b, std::span<const double> parameter, std::size_t count = 1) {
    sim::require(b.draws == 0 || b.values.size() % b.draws == 0, "every option has a value in every draw");
    sim::require(parameter.empty() || parameter.size() == b.draws * count,
                 "a parameter has a value in every draw");
    std::vector<std::size_t> kept;
    for (std::size_t d = 0; d < b.draws; ++d) {
        bool known = true;
        for (std::size_t p = 0; p < count; ++p)
            known = known && (parameter.empty() || !std::isnan(parameter[d * count + p]));
        for (std::size_t o = 0; o < b.options(); ++o) known = known && !std::isnan(b.values[o * b.draws + d]);
        if (known) kept.push_back(d);
    }
    Complete out{Eigen::MatrixXd(kept.size(), b.options()), {}};
    for (std::size_t row = 0; row < kept.size(); ++row) {
        for (std::size_t o = 0; o < b.options(); ++o)
            out.benefits(static_cast<Eigen::Index>(row), static_cast<Eigen::Index>(o)) =
                b.values[o * b.draws + kept[row]];
        for (std::size_t p = 0; p < count && !parameter.empty(); ++p)
            out.parameter.push_back(parameter[kept[row] * count + p]);
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

enum class InformationStream : std::uint8_t { shuffle };

/// Stands where a simulation has its replicate, so that no replicate shares numbers with a shuffle.
constexpr std::uint32_t key_of_shuffles = 0x5AFF1E5U;

/// In the order of keyed lots.
std::vector<double> shuffled(std::span<const double> values, std::uint32_t seed, std::size_t time) {
    const sim::RandomSource draws(seed, key_of_shuffles);
    std::vector<std::pair<std::uint64_t, double>> lots;
    for (std::size_t i = 0; i < values.size(); ++i) {
        const auto block =
            draws.block(InformationStream::shuffle, i, sim::Month{0}, static_cast<std::uint32_t>(time));
        lots.emplace_back(std::uint64_t{block[0]} << 32U | block[1], values[i]);
    }
    std::sort(lots.begin(), lots.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    std::vector<double> out;
    for (const auto& [lot, value] : lots) out.push_back(value);
    return out;
}

/// Values (row, column) with every column brought to 0..1; one that does not vary becomes 0.
std::vector<double> in_unit_ranges(std::vector<double> values, std::size_t columns) {
    for (std::size_t c = 0; c < columns; ++c) {
        double low = values[c], high = low;
        for (std::size_t i = c; i < values.size(); i += columns) {
            low = std::min(low, values[i]);
            high = std::max(high, values[i]);
        }
        for (std::size_t i = c; i < values.size(); i += columns)
            values[i] = high > low ? (values[i] - low) / (high - low) : 0;
    }
    return values;
}

/// What an emulator fitted to at most `most_emulated` of the rows says of all rows.
Eigen::VectorXd emulated(const std::vector<double>& points, std::size_t columns, const Eigen::VectorXd& y) {
    const auto n = static_cast<std::size_t>(y.size());
    const std::size_t used = std::min(n, max_emulated);
    std::vector<double> some, outputs;
    for (std::size_t i = 0; i < used; ++i) {
        const std::size_t row = i * n / used;
        some.insert(some.end(), points.begin() + static_cast<std::ptrdiff_t>(row * columns),
                    points.begin() + static_cast<std::ptrdiff_t>((row + 1) * columns));
        outputs.push_back(y(static_cast<Eigen::Index>(row)));
    }
    const auto [low, high] = std::minmax_element(outputs.begin(), outputs.end());
    if (*low == *high) return Eigen::VectorXd::Constant(y.size(), *low);
    const auto predictions = emulate(some, columns, outputs).predict(points);
    Eigen::VectorXd out(y.size());
    for (std::size_t i = 0; i < n; ++i) out(static_cast<Eigen::Index>(i)) = predictions[i].mean;
    // As a fit by least squares the surface keeps the mean of the draws.
    return out.array() + (y.mean() - out.mean());
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

double value_of_parameters(const NetBenefits& benefits, std::span<const double> parameters,
                           std::size_t count) {
    sim::require(count > 0, "some parameters are to be known");
    const auto draws = complete_draws(benefits, parameters, count);
    constexpr std::size_t beside_the_trend = 3;  // as emulate asks
    if (draws.parameter.size() < count * (count + beside_the_trend) || draws.benefits.cols() == 0)
        return unknown;
    const auto points = in_unit_ranges(draws.parameter, count);
    Eigen::MatrixXd fitted = Eigen::MatrixXd::Zero(draws.benefits.rows(), draws.benefits.cols());
    for (Eigen::Index o = 1; o < fitted.cols(); ++o)
        fitted.col(o) = emulated(points, count, draws.benefits.col(o) - draws.benefits.col(0));
    return gain_of_choosing_by_row(fitted);
}

double value_by_chance(const NetBenefits& benefits, std::span<const double> parameter, std::uint32_t seed,
                       std::size_t times, std::size_t knots) {
    sim::require(times > 0, "chance needs a shuffle");
    constexpr double level = 0.95;
    std::vector<double> values;
    for (std::size_t t = 0; t < times; ++t)
        values.push_back(value_of_parameter(benefits, shuffled(parameter, seed, t), knots));
    if (std::isnan(values.front())) return unknown;
    std::sort(values.begin(), values.end());
    const auto rank = static_cast<std::size_t>(std::ceil(level * static_cast<double>(times)));
    return values[rank - 1];
}

}  // namespace weefsel::analysis
