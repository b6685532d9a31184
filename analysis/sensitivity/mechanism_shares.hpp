#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/results/result_table.hpp"
#include "analysis/results/results_file.hpp"

namespace weefsel::analysis {

/// Every combination of k mechanisms between the reference and one option, simulated in the same worlds.
struct Combinations {
    const Cube& cube;                ///< 2^k options, as `shapley` wants them: bit m stands for mechanism m
    std::size_t option;              ///< which option of the study the last one is
    std::vector<std::string> names;  ///< of the k mechanisms
};

/// Adds to `out` (columns option, indicator, mechanism; value, lower, upper, worlds) what each mechanism
/// adds to the difference in the last year, on average over all orders; `all` is their sum, the difference
/// itself.
void add_mechanism_shares(const Combinations& simulated, const Names& names,
                          const std::vector<std::string_view>& indicators, ResultTable& out);
ResultTable mechanism_table();

}  // namespace weefsel::analysis
