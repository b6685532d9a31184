#pragma once
#include <cstddef>
#include <span>

namespace weefsel::analysis {

/// Net benefit (higher is better, one unit: say euro a resident) of every option in parameter draws:
/// by (option, draw), in the same draws. The mean over replicates of a draw is right here: chance that no
/// research can take away is no lack of knowledge.
struct NetBenefits {
    std::span<const double> values;
    std::size_t draws;
    [[nodiscard]] std::size_t options() const { return draws > 0 ? values.size() / draws : 0; }
};

// Both values are in the unit of the net benefits, for one decision, and 0 or more. Draws in which a
// value is NaN are left out. They throw sim::InvariantError when options and draws do not fit.

/// Expected value of perfect information: what knowing all parameters before choosing would bring, on
/// average; with few draws a little too much. NaN without draws.
/// Source: Raiffa & Schlaifer (1961), Applied statistical decision theory.
double value_of_perfect_information(const NetBenefits& benefits);

/// The same for knowing one parameter alone (`parameter`: its value by draw). The mean net benefit of each
/// option given the parameter is a natural cubic spline through knots at its quantiles, fitted by least
/// squares without a penalty: smooth relations are met, jumps are rounded off, and chance raises the value
/// by some (knots - 1) degrees of freedom, so a parameter that matters not has a value near 0, not 0.
/// Fewer distinct values than knots take fewer knots; a parameter that does not vary is worth 0. NaN with
/// fewer than two draws for each knot.
/// Source: Strong, Oakley & Brennan (2014), Estimating multiparameter partial expected value of perfect
/// information from a probabilistic sensitivity analysis sample; their smoother is a penalised spline.
double value_of_parameter(const NetBenefits& benefits, std::span<const double> parameter,
                          std::size_t knots = 5);

}  // namespace weefsel::analysis
