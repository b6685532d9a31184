#pragma once
#include <span>
#include <vector>

namespace weefsel::analysis {

/// Pearson's correlation of pairs; NaN for fewer than two pairs or when one side does not vary.
/// Pairs of which one is NaN are left out. Equal lengths.
double correlation(std::span<const double> a, std::span<const double> b);

/// Mean absolute difference of pairs; NaN without pairs. Pairs of which one is NaN are left out.
double mean_absolute_error(std::span<const double> a, std::span<const double> b);

/// Standard deviation of single values (divided by their number); NaN without values. NaN are left out.
double spread(std::span<const double> values);

/// What a linear regression with an intercept, fitted on all rows but one, says of that one, for each
/// row in turn (leave one out, by the hat matrix). `rows` row-major, `columns` numbers a row.
/// NaN everywhere when there are too few rows; columns that others determine are left out of the fit.
std::vector<double> predicted_by_others(std::span<const double> rows, std::size_t columns,
                                        std::span<const double> outcome);

/// What the same regression, fitted on all of `rows`, says of `others` (row-major, as many columns). Columns
/// that do not vary, or that others determine, are left out of the fit; NaN when there are too few rows.
std::vector<double> predicted_for_others(std::span<const double> rows, std::size_t columns,
                                         std::span<const double> outcome, std::span<const double> others);

}  // namespace weefsel::analysis
