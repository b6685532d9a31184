#pragma once
#include <string>
#include <vector>

#include "analysis/decision/shown.hpp"
#include "models/question/scenario.hpp"
#include "models/study/equal_money.hpp"

namespace weefsel::app {

/// What `weefsel check` says of a scenario: what it asks, line by line, and what each option is expected to
/// cost. `expected`: over the scenario's own years; `threads`: for the estimate of time, 0: all.
std::string check_text(const Scenario& scenario, const std::vector<OptionMoney>& expected, int threads,
                       analysis::Reading language);

}  // namespace weefsel::app
