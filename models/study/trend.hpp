#pragma once
#include <vector>

#include "models/parameters/parameters.hpp"
#include "models/question/scenario.hpp"

namespace weefsel {

/// Parameters in a month of the options, from 0: what has a trend is multiplied by (1 + a_year)^(years so
/// far) and stays in its range. Before month 0, in the burn-in, nothing moves. The same in every option.
Parameters with_trends(const Parameters& parameters, const std::vector<Trend>& trends, int month);

}  // namespace weefsel
