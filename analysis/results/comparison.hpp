#pragma once
#include <cstddef>
#include <cstdint>
#include <functional>
#include <string_view>
#include <vector>

#include "analysis/results/cube.hpp"
#include "analysis/results/noticeable.hpp"
#include "analysis/statistics/interval.hpp"

namespace weefsel::analysis {

/// What may be said of a difference. `unknown`: one pair of worlds has no margin; `same`: exactly so in every
/// pair; `unclear`: the margin holds zero; `too_small`: it does not, but people would not notice; else
/// `higher` or `lower`.
enum class Verdict : std::uint8_t { unknown, same, unclear, too_small, higher, lower };
/// As files and JSON have it: `unclear`, `too_small`, ...
std::string_view name_of(Verdict verdict);
/// `unknown` when there is none of that name.
Verdict verdict_named(std::string_view name);
/// How clear a verdict is, 0 the clearest.
int clearness(Verdict verdict);
/// `noticeable`: the smallest difference that people would notice, in the unit of the difference; 0: not
/// known.
Verdict verdict_of(const Interval& difference, double noticeable);

/// What one option gives for one indicator at one horizon, beside the reference.
struct Comparison {
    std::size_t option;
    std::size_t indicator;
    int horizon_years;
    Interval level;       ///< over worlds, within what the indicator can be (see level_within)
    Interval difference;  ///< option - reference, paired by world
    double
        probability_better;  ///< share of pairs in which the option is better, ties half; NaN: no direction
    Verdict verdict;
    [[nodiscard]] std::size_t pairs() const { return difference.n; }
};

/// 4, 8, 20 years and the end, those within `years`, ascending.
std::vector<int> horizons(int years);

/// Mean of what was measured in the 12 months of a year (from 1) in each world of an option, in the
/// order of the worlds; NaN where nothing was.
std::vector<double> year_values(const Cube& cube, std::size_t indicator, std::size_t option, int year);
/// The same of any array over (option, draw, replicate, month).
std::vector<double> year_values(const Cube& cube, const Cube::Values& monthly, std::size_t option, int year);

/// Values of an indicator in each world of an option in a year (from 1), NaN where nothing is known.
using YearValues = std::function<std::vector<double>(std::size_t indicator, std::size_t option, int year)>;

/// Every option x observable x horizon of what `values` gives, as compare_paired does. The rows
/// number their indicators from `first`.
std::vector<Comparison> compare_values(const YearValues& values,
                                       const std::vector<sim::Observable>& observables, std::size_t first,
                                       const CubeShape& shape, int years, std::size_t reference,
                                       const std::vector<Noticeable>& noticeable);

/// Every option x indicator x horizon, against the option `reference` in the same world; worlds in which
/// either was not measured are left out. `noticeable`: what stands in for the usual thresholds.
std::vector<Comparison> compare_paired(const Cube& cube, std::size_t reference,
                                       const std::vector<Noticeable>& noticeable = {});

}  // namespace weefsel::analysis
