#pragma once
#include <cstdint>
#include <string_view>
#include <vector>

#include "analysis/decision/findings.hpp"
#include "analysis/results/result_table.hpp"
#include "analysis/results/results_file.hpp"
#include "models/question/scenario.hpp"

namespace weefsel::app {

/// What the tables that help to decide are about.
inline const std::vector<std::string_view> decision_indicators{"social_cohesion", "severely_lonely",
                                                               "participation", "volunteering"};

/// Tables that need no other worlds than those of the comparison: whether the city's own monitor could have
/// seen the difference in year 4, the cost of a lonely year prevented, regret (with three options or several
/// sets of assumptions), margins by bootstrap. `respondents`: of that monitor; 0: the usual share of the
/// residents.
std::vector<analysis::ResultTable> decision_tables(const Scenario& scenario, const analysis::Cube& cube,
                                                   const analysis::Names& names, int respondents);

}  // namespace weefsel::app
