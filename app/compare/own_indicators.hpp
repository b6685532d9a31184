#pragma once
#include <vector>

#include "analysis/results/comparison.hpp"
#include "analysis/results/cube.hpp"
#include "models/question/scenario.hpp"

namespace weefsel::app {

/// The indicators of plugins, as others are declared; their texts live as long as the scenario's hooks. Which
/// way is better nobody said.
std::vector<sim::Observable> own_observables(const Scenario& scenario);

/// Their comparison: every option x indicator x horizon, as compare_paired has it, of the means of the months
/// of a year. `first`: number of the first of them among what is compared.
std::vector<analysis::Comparison> compare_own(const analysis::Cube& cube, const Scenario& scenario,
                                              std::size_t reference, std::size_t first,
                                              const std::vector<analysis::Noticeable>& noticeable);

}  // namespace weefsel::app
