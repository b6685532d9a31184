#pragma once
#include <vector>

#include "analysis/results/comparison.hpp"
#include "analysis/results/cube.hpp"
#include "models/parameters/care_parameters.hpp"

namespace weefsel::app {

/// What care costs whom, beside the indicators: per payer in euro a year per resident, own hours
/// and care in added years of life apart, and the part of a difference that becomes cash.
const std::vector<sim::Observable>& care_money_observables();

/// Compares them, numbered after the cube's own observables. A population and the flows care_cost,
/// own_hours and care_added_life must be there, else there is nothing to compare.
std::vector<analysis::Comparison> compare_care_money(const analysis::Cube& cube, std::size_t reference,
                                                     const CareParameters& p,
                                                     const std::vector<analysis::Noticeable>& noticeable);

}  // namespace weefsel::app
