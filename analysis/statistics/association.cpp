#include "analysis/statistics/association.hpp"

#include <Eigen/Dense>
#include <cmath>

#include "analysis/statistics/unknown.hpp"
#include "sim/error.hpp"

namespace weefsel::analysis {
namespace {

/// Rows with a one before them, for an intercept.
Eigen::MatrixXd with_intercept(std::span<const double> rows, std::size_t columns) {
    const std::size_t n = columns > 0 ? rows.size() / columns : 0;
    Eigen::MatrixXd x(static_cast<Eigen::Index>(n), static_cast<Eigen::Index>(columns) + 1);
    for (std::size_t i = 0; i < n; ++i) {
        x(static_cast<Eigen::Index>(i), 0) = 1;
        for (std::size_t c = 0; c < columns; ++c)
            x(static_cast<Eigen::Index>(i), static_cast<Eigen::Index>(c) + 1) = rows[i * columns + c];
    }
    return x;
}

}  // namespace

double correlation(std::span<const double> a, std::span<const double> b) {
    sim::require(a.size() == b.size(), "correlation: pairs have two members");
    double n = 0, mean_a = 0, mean_b = 0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        if (std::isnan(a[i]) || std::isnan(b[i])) continue;
        n += 1;
        mean_a += a[i];
        mean_b += b[i];
    }
    if (n < 2) return unknown;
    mean_a /= n;
    mean_b /= n;
    double aa = 0, bb = 0, ab = 0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        if (std::isnan(a[i]) || std::isnan(b[i])) continue;
        aa += (a[i] - mean_a) * (a[i] - mean_a);
        bb += (b[i] - mean_b) * (b[i] - mean_b);
        ab += (a[i] - mean_a) * (b[i] - mean_b);
    }
    return aa > 0 && bb > 0 ? ab / std::sqrt(aa * bb) : unknown;
}

double mean_absolute_error(std::span<const double> a, std::span<const double> b) {
    sim::require(a.size() == b.size(), "mean absolute error: pairs have two members");
    double n = 0, sum = 0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        if (std::isnan(a[i]) || std::isnan(b[i])) continue;
        n += 1;
        sum += std::abs(a[i] - b[i]);
    }
    return n > 0 ? sum / n : unknown;
}

double spread(std::span<const double> values) {
    double n = 0, mean = 0, squares = 0;
    for (const double v : values) {
        if (std::isnan(v)) continue;
        n += 1;
        mean += v;
    }
    if (n == 0) return unknown;
    mean /= n;
    for (const double v : values)
        if (!std::isnan(v)) squares += (v - mean) * (v - mean);
    return std::sqrt(squares / n);
}

std::vector<double> predicted_by_others(std::span<const double> rows, std::size_t columns,
                                        std::span<const double> outcome) {
    const auto n = static_cast<Eigen::Index>(outcome.size());
    const auto k = static_cast<Eigen::Index>(columns) + 1;
    sim::require(rows.size() == outcome.size() * columns, "regression: a row for every outcome");
    std::vector<double> out(outcome.size(), unknown);
    if (n < k + 1) return out;
    Eigen::MatrixXd x(n, k);
    Eigen::VectorXd y(n);
    for (Eigen::Index i = 0; i < n; ++i) {
        x(i, 0) = 1;
        for (Eigen::Index c = 1; c < k; ++c)
            x(i, c) = rows[static_cast<std::size_t>(i) * columns + static_cast<std::size_t>(c - 1)];
        y(i) = outcome[static_cast<std::size_t>(i)];
    }
    // An orthonormal basis of the columns: fitted values and leverage need nothing else.
    const Eigen::ColPivHouseholderQR<Eigen::MatrixXd> qr(x);
    const Eigen::MatrixXd basis = qr.householderQ() * Eigen::MatrixXd::Identity(n, qr.rank());
    const Eigen::VectorXd fitted = basis * (basis.transpose() * y);
    constexpr double nearly_one = 1 - 1e-9;  // a row that alone decides its own value
    for (Eigen::Index i = 0; i < n; ++i) {
        const double leverage = basis.row(i).squaredNorm();
        if (leverage < nearly_one)
            out[static_cast<std::size_t>(i)] = y(i) - (y(i) - fitted(i)) / (1 - leverage);
    }
    return out;
}

std::vector<double> predicted_for_others(std::span<const double> rows, std::size_t columns,
                                         std::span<const double> outcome, std::span<const double> others) {
    sim::require(columns > 0 && rows.size() == outcome.size() * columns && others.size() % columns == 0,
                 "regression: a row for every outcome");
    std::vector<double> out(others.size() / columns, unknown);
    if (outcome.size() < columns + 2) return out;
    const Eigen::MatrixXd x = with_intercept(rows, columns), elsewhere = with_intercept(others, columns);
    const Eigen::Map<const Eigen::VectorXd> y(outcome.data(), static_cast<Eigen::Index>(outcome.size()));
    const Eigen::ColPivHouseholderQR<Eigen::MatrixXd> qr(x);
    const Eigen::VectorXd predicted = elsewhere * qr.solve(y);
    for (std::size_t i = 0; i < out.size(); ++i) out[i] = predicted(static_cast<Eigen::Index>(i));
    return out;
}

}  // namespace weefsel::analysis
