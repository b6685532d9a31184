#include "sim/conditional_normal.hpp"

#include <Eigen/Dense>
#include <cmath>

#include "sim/error.hpp"

namespace weefsel::sim {
namespace {

using Matrix = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;

Eigen::Index index_of(std::size_t k) { return static_cast<Eigen::Index>(k); }

Matrix block_of(std::span<const double> lower, const std::vector<std::size_t>& rows,
                const std::vector<std::size_t>& columns) {
    Matrix block(index_of(rows.size()), index_of(columns.size()));
    for (std::size_t i = 0; i < rows.size(); ++i)
        for (std::size_t j = 0; j < columns.size(); ++j) {
            const auto high = std::max(rows[i], columns[j]), low = std::min(rows[i], columns[j]);
            block(index_of(i), index_of(j)) = lower[high * (high + 1) / 2 + low];
        }
    return block;
}

std::vector<double> numbers_of(const Matrix& m) { return {m.data(), m.data() + m.size()}; }

}  // namespace

ConditionalNormal conditional_normal(std::span<const double> mean, std::span<const double> lower,
                                     std::span<const std::optional<double>> given) {
    require(given.size() == mean.size() && lower.size() == mean.size() * (mean.size() + 1) / 2,
            "a normal distribution has a mean and a lower triangle of one size");
    ConditionalNormal out;
    out.mean.assign(mean.begin(), mean.end());
    for (std::size_t k = 0; k < given.size(); ++k) {
        (given[k] ? out.given : out.missing).push_back(k);
        if (given[k]) out.mean[k] = *given[k];
    }
    const Matrix across = block_of(lower, out.given, out.missing);
    Matrix slope = Matrix::Zero(index_of(out.missing.size()), index_of(out.given.size()));
    if (!out.given.empty() && !out.missing.empty())
        slope = block_of(lower, out.given, out.given).ldlt().solve(across).transpose();
    for (std::size_t m = 0; m < out.missing.size(); ++m)
        for (std::size_t g = 0; g < out.given.size(); ++g)
            out.mean[out.missing[m]] +=
                slope(index_of(m), index_of(g)) * (*given[out.given[g]] - mean[out.given[g]]);
    out.covariance = numbers_of(block_of(lower, out.missing, out.missing) - slope * across);
    out.slope = numbers_of(slope);
    return out;
}

std::vector<double> lower_root(std::span<const double> covariance) {
    const auto n = index_of(static_cast<std::size_t>(std::lround(std::sqrt(covariance.size()))));
    require(static_cast<std::size_t>(n * n) == covariance.size(), "a covariance is square");
    if (n == 0) return {};
    const Eigen::LLT<Matrix> root(Eigen::Map<const Matrix>(covariance.data(), n, n));
    require(root.info() == Eigen::Success, "a covariance is positive definite");
    return numbers_of(root.matrixL());
}

}  // namespace weefsel::sim
