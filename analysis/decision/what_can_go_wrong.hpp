#pragma once
#include <vector>

#include "analysis/results/result_table.hpp"
#include "analysis/results/results_file.hpp"
#include "analysis/statistics/interval.hpp"

namespace weefsel::analysis {

/// What can go wrong with the work of an option, over all its years (see /staffing of a result file). Means
/// and intervals are over worlds.
struct WhatCanGoWrong {
    std::size_t option = 0;
    Interval short_years;        ///< years with less than half of the bought fte at work
    double share_of_worlds = 0;  ///< in which there are three or more such years
    Interval below_half;         ///< months with less than half of it at work
    Interval breaks;             ///< grants that ended and were not renewed
    Interval bonds_broken;       ///< residents in contact with a professional who left, and no more
    Interval closures;           ///< times that a place lost all its hours
    Interval initiatives_lost;
    double worst_bonds = 0;  ///< exceeded in one world of ten
    /// Years in which, for more than half of the months, half of the running money or more pays for
    /// activities in the lowest quarter of what is offered.
    Interval locked_years;
    double share_locked = 0;   ///< of worlds with three or more such years
    Interval contacts_away;    ///< share of contacts with adults who had no need a month before, all years
    double share_away = 0;     ///< of worlds with three or more years in which that is most contacts
    Interval crowded_out;      ///< residents whose initiative ended because work took over, expected
    double share_crowded = 0;  ///< of worlds with three or more years in which that is one resident or more
};
/// Of every option but the one without lines.
std::vector<WhatCanGoWrong> what_can_go_wrong(const Cube& cube, const Names& names);

/// As the table /decision/what_can_go_wrong.
ResultTable what_can_go_wrong_table(const std::vector<WhatCanGoWrong>& all, const Names& names);

}  // namespace weefsel::analysis
