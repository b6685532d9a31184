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

/// Lines of its short form: with the version above and the verdict below a terminal shows forty.
inline constexpr std::size_t check_lines = 38;

/// The same in `check_lines` at most: without blank lines, without what the figures lacked and all
/// neighbourhoods one by one, without the terms of the lines, and cut with how many lines went, each only
/// where it has to be.
std::string short_check_text(const Scenario& scenario, const std::vector<OptionMoney>& expected, int threads,
                             analysis::Reading language);

}  // namespace weefsel::app
