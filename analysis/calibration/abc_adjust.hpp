#pragma once
#include <vector>

#include "analysis/calibration/abc.hpp"

namespace weefsel::analysis {

/// What belongs to the particles of a generation, moved to where the published figures would be.
struct Adjusted {
    std::vector<double> weights;               ///< of each particle, summing to 1; nearer ones count for more
    std::vector<std::vector<double>> columns;  ///< [column][particle]
};

/// Local-linear regression of each column on the answers of the particles, evaluated at the figures, plus
/// what the regression leaves of each particle. Of a generation that is_adjustable. Source: Beaumont, Zhang &
/// Balding 2002.
Adjusted adjusted_columns(const AbcSetup& setup, const AbcGeneration& generation,
                          const std::vector<std::vector<double>>& columns);

/// The value below which a share of the weight lies. `values` and `weights` are equally long, not empty.
double weighted_quantile(const std::vector<double>& values, const std::vector<double>& weights, double share);

}  // namespace weefsel::analysis
