#include "analysis/statistics/between_groups.hpp"

#include <Eigen/Dense>
#include <algorithm>

#include "analysis/statistics/unknown.hpp"
#include "sim/error.hpp"

namespace weefsel::analysis {

double share_between(std::span<const GroupSums> groups, std::size_t columns) {
    using Matrix = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;
    const auto k = static_cast<Eigen::Index>(columns), last = k - 1;
    Matrix all = Matrix::Zero(k, k);
    for (const auto& g : groups) {
        sim::require(g.cross.size() == columns * columns, "sums of products are square");
        all += Eigen::Map<const Matrix>(g.cross.data(), k, k);
    }
    const double n = all(0, 0);
    // Variables that nobody has, or that others determine, do not disturb this decomposition.
    const Eigen::VectorXd slopes =
        all.topLeftCorner(last, last).completeOrthogonalDecomposition().solve(all.col(last).head(last));
    const double squares = all(last, last) - slopes.dot(all.col(last).head(last));
    double between = 0, sizes = 0, count = 0;
    for (const auto& g : groups) {
        const Eigen::Map<const Matrix> sums(g.cross.data(), k, k);
        const double size = sums(0, 0);
        if (size <= 0) continue;
        const double residual = sums(0, last) - sums.row(0).head(last).dot(slopes);
        between += residual * residual / size;
        sizes += size * size;
        count += 1;
    }
    if (count < 2 || n <= count) return unknown;
    const double mean_between = between / (count - 1), mean_within = (squares - between) / (n - count);
    const double usual_size = (n - sizes / n) / (count - 1);
    const double component = std::max(0.0, (mean_between - mean_within) / usual_size);
    return component + mean_within > 0 ? component / (component + mean_within) : unknown;
}

}  // namespace weefsel::analysis
