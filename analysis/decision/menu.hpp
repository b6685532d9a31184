#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "analysis/decision/shown.hpp"
#include "analysis/results/cube.hpp"
#include "analysis/results/result_table.hpp"
#include "analysis/statistics/interval.hpp"

namespace weefsel::analysis {

/// One thing more that an option could have: an option of a cube of its own.
struct MenuEntry {
    std::string name, kind;
    BothLanguages label;
    bool assumed = false;   ///< its effect rests on assumptions alone
    double extra_cost = 0;  ///< present value, all neighbourhoods together. Unit: EUR
};

/// What one entry adds to one indicator in the last year, against the option as it is, in the same worlds.
struct MenuEffect {
    std::size_t entry = 0;
    Interval difference{};
    Interval
        per_10000{};  ///< the same for each 10,000 euro of present value; NaN where it costs less than 1,000
    /// Of those with a price: 1 for the best mean and all that cannot be told from it (the margin of the
    /// paired difference for each euro holds zero), 2 for the next of them, and so on; 0: no price.
    int group = 0;
    double chance_best =
        0;  ///< share of resamples of the worlds in which it is best for each euro; NaN: no price
};
/// `cube`: option 0 is the option as it is, the others the entries in their order. The best first; without a
/// price last. `seed`: of the resamples.
std::vector<MenuEffect> menu_effects(const Cube& cube, const std::vector<MenuEntry>& entries,
                                     std::size_t indicator, std::uint32_t seed);

/// Table /menu: entry by entry of every headline indicator, with a sentence of that indicator in every row.
/// `option`: name of the option as it is.
ResultTable menu_table(const Cube& cube, const std::vector<MenuEntry>& entries, const std::string& option,
                       const std::vector<Noticeable>& noticeable, std::uint32_t seed);

}  // namespace weefsel::analysis
