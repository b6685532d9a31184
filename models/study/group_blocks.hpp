#pragma once
#include <vector>

#include "models/study/reach_groups.hpp"
#include "sim/world_result.hpp"

namespace weefsel {

/// Who got what and who was missed, of one option run: `/reached_by_group/<grouping>`, `/missed` and
/// `/missed_by_group/<grouping>`, in the years `kept`.
std::vector<sim::ResultLayout::Block> group_blocks(const std::vector<int>& kept);

/// Their values in that order; `years`: one for each kept year.
std::vector<double> values_of_group_blocks(const std::vector<GroupedReach>& years);

}  // namespace weefsel
