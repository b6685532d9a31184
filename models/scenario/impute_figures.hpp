#pragma once
#include <string>
#include <vector>

#include "models/scenario/figures.hpp"
#include "sim/conditional_normal.hpp"

namespace weefsel {

/// A figure that a source lacks and the others say.
struct ImputedFigure {
    Figure figure;
    double value;   ///< in the unit of the figure; households by type as a share of all households
    double spread;  ///< standard deviation, on the same scale
    Note from;      ///< the figures that carry most, the first most: "home_value, tenure and education"
    bool from_municipality;  ///< whether the figures of the municipality moved it
};

/// Every figure that can be imputed and that `values` lacks, as the mean of the normal distribution of
/// figure_relations() given what `values` has; ages must be there. Where the municipality (`around`) has the
/// figure, it is moved by a part of what the municipality differs from what its own other figures say. Shares
/// are rounded to four decimals and lie in 0..1; those of one whole have sum 1. Of a group of which some are
/// given, the others share what is left.
std::vector<ImputedFigure> imputed_figures(const FigureValues& values, const FigureValues& around);

/// Of those of `full` that `values` lacks, rounded, with given members of one whole left as they are.
FigureValues beside_given(const FigureValues& values, FigureValues full);

/// Takes out of the covariance of missing coordinates what the municipality explains of those that it `moved`
/// (one a coordinate).
void narrow_by_municipality(sim::ConditionalNormal& normal, const std::vector<bool>& moved);

}  // namespace weefsel
