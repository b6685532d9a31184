#pragma once
#include <cstddef>
#include <vector>

#include "analysis/decision/answer.hpp"
#include "analysis/decision/findings.hpp"
#include "analysis/results/results_file.hpp"
#include "models/study/equal_money.hpp"
#include "models/study/study.hpp"

/// What an answer is made from besides values, told to the analysis in its own terms. The page's engine has
/// it too.
namespace weefsel::app {

/// Names of options and neighbourhoods for result files and tables.
analysis::Names names_of(const Study& study);

// Of the 0-10 cohesion score between respondents, points. Source: assumption; four statements on a
// five-point scale that hang together moderately give 1.5 to 2.5.
inline constexpr double cohesion_spread = 2.0;
/// The city's own survey here, of so many respondents; 0: the usual share of the residents.
analysis::Monitor monitor_of(const Scenario& scenario, int respondents);

/// By option, the equal money that the scenario asks for where both this option and the reference have lines.
std::vector<analysis::SameMoney> same_money_as_reference(const Scenario& scenario,
                                                         const std::vector<OptionMoney>& expected,
                                                         std::size_t reference);

}  // namespace weefsel::app
