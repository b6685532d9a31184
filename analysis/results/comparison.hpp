#pragma once
#include <cstddef>
#include <functional>
#include <vector>

#include "analysis/results/cube.hpp"
#include "analysis/statistics/interval.hpp"

namespace weefsel::analysis {

/// What one option gives for one indicator at one horizon, beside the reference.
struct Comparison {
    std::size_t option;
    std::size_t indicator;
    int horizon_years;
    Interval level;       ///< over worlds, within what the indicator can be (see level_within)
    Interval difference;  ///< option - reference, paired by world
    double
        probability_better;  ///< share of pairs in which the option is better, ties half; NaN: no direction
    [[nodiscard]] std::size_t pairs() const { return difference.n; }
};

/// 4, 8, 20 years and the end, those within `years`, ascending.
std::vector<int> horizons(int years);

/// Mean of what was measured in the 12 months of a year (from 1) in each world of an option, in the
/// order of the worlds; NaN where nothing was.
std::vector<double> year_values(const Cube& cube, std::size_t indicator, std::size_t option, int year);

/// Values of an indicator in each world of an option in a year (from 1), NaN where nothing is known.
using YearValues = std::function<std::vector<double>(std::size_t indicator, std::size_t option, int year)>;

/// Every option x observable x horizon of what `values` gives, as compare_paired does. The rows
/// number their indicators from `first`.
std::vector<Comparison> compare_values(const YearValues& values,
                                       const std::vector<sim::Observable>& observables, std::size_t first,
                                       const CubeShape& shape, int years, std::size_t reference);

/// Every option x indicator x horizon, against the option `reference` in the same world; worlds in which
/// either was not measured are left out.
std::vector<Comparison> compare_paired(const Cube& cube, std::size_t reference);

}  // namespace weefsel::analysis
