#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/decision/shown.hpp"
#include "analysis/results/result_table.hpp"
#include "analysis/results/results_file.hpp"
#include "analysis/statistics/interval.hpp"
#include "sim/observable.hpp"

namespace weefsel::analysis {

/// How one option differs from another where a mechanism is so strong, in the same worlds.
struct PointOfStrength {
    double value = 0;
    Interval difference{};
};

/// Who wins within the range of a mechanism. `option_wins`, `reference_wins`: clearly so at every value
/// tried; `crosses`: one clearly wins at one value and the other at another; `perhaps`: the mean changes
/// sides and chance alone could do that; `nowhere_shown`: the mean stays on one side, and not clearly
/// everywhere; `same`: the same to the last bit, whatever its value.
enum class WhoWins : std::uint8_t { option_wins, reference_wins, crosses, perhaps, nowhere_shown, same };
std::string_view name_of(WhoWins who);

/// Where the other option begins to win: on the line through points of paired differences, ascending in
/// value.
struct BreakEven {
    WhoWins who{};
    double at = 0;  ///< where the mean is zero; NaN: nowhere within the range
    double from = 0,
           until = 0;  ///< the stretch in which the margin of the difference holds zero; NaN: nowhere
};
/// `better`: of the indicator. Throws sim::InvariantError for fewer than two points.
BreakEven break_even_of(const std::vector<PointOfStrength>& points, sim::Better better);

/// Where the mean of neighbouring points changes sides, as a value to try; NaN where it does not.
double where_to_look(const std::vector<PointOfStrength>& points);

/// One mechanism between two options, as it is said.
struct BreakEvenSaid {
    std::string mechanism, parameter;
    BothLanguages words;  ///< what its number is
    double stated = 0;    ///< value of the scenario
    std::size_t option = 0, reference = 0;
    std::vector<PointOfStrength> points;
};

/// Table /break_even: a row for each value tried; what was found of the mechanism stands in each of its rows.
/// `indicator`: which difference it is; `noticeable`: see shown.
ResultTable break_even_table(const std::vector<BreakEvenSaid>& all, const Names& names,
                             const sim::Observable& indicator, const std::vector<Noticeable>& noticeable);

}  // namespace weefsel::analysis
