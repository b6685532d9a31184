#pragma once
#include <vector>

#include "models/study/own_log.hpp"
#include "models/study/reach_log.hpp"
#include "models/study/staffing_log.hpp"
#include "sim/world_result.hpp"

namespace weefsel {

/// What is kept of every option run besides its indicators: whom the work met and what it did to them, and
/// what went wrong with the work. `compared`: there are options to set beside each other.
std::vector<sim::ResultLayout::Block> option_blocks(int years, bool compared);

/// What one option run leaves.
struct OptionLogs {
    ReachLog reach;
    StaffingLog staffing;
    OwnLog own;
};

/// Their values in that order. `nothing`: the option without lines, null where there is none;
/// `cells`: see cells_of.
std::vector<double> values_of_blocks(const OptionLogs& option, const OptionLogs* nothing,
                                     const OptionLogs& reference, const std::vector<std::uint8_t>& cells,
                                     bool compared);

}  // namespace weefsel
