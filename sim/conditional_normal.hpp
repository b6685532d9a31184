#pragma once
#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace weefsel::sim {

/// What a normal distribution says of coordinates that are missing, by those that are given.
struct ConditionalNormal {
    std::vector<std::size_t> given, missing;  ///< coordinates, in order
    std::vector<double> mean;                 ///< one a coordinate: as given, or the conditional mean
    std::vector<double> slope;       ///< missing x given by row: change of the mean per unit of what is given
    std::vector<double> covariance;  ///< missing x missing by row; the same whatever the given values are
};

/// `mean` has one number a coordinate, `lower` the lower triangle of their covariance by row with the
/// diagonal, which must be positive definite; `given` one entry a coordinate, of which any number may be
/// missing.
ConditionalNormal conditional_normal(std::span<const double> mean, std::span<const double> lower,
                                     std::span<const std::optional<double>> given);

/// L by row, zero above the diagonal, with L times its transpose the `covariance` (n x n by row).
std::vector<double> lower_root(std::span<const double> covariance);

}  // namespace weefsel::sim
