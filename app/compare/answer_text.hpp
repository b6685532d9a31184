#pragma once
#include <string>
#include <vector>

#include "analysis/decision/answer.hpp"
#include "analysis/decision/how_sure.hpp"
#include "analysis/decision/shown.hpp"
#include "analysis/results/comparison.hpp"
#include "analysis/results/cube.hpp"
#include "analysis/results/result_table.hpp"
#include "analysis/results/results_file.hpp"
#include "models/question/scenario.hpp"
#include "models/study/equal_money.hpp"

namespace weefsel::app {

using analysis::difference_text;
using analysis::interval_text;
using analysis::judge;
using analysis::Shown;
using analysis::shown;
using analysis::value_text;
using analysis::Verdict;

/// What a comparison found, for tables and for machines.
struct Findings {
    const Scenario& scenario;
    const analysis::Names& names;
    const analysis::Cube& cube;
    const std::vector<analysis::Comparison>& comparisons;
    const std::vector<OptionMoney>& expected;  ///< by option, over the scenario's own years
    int expected_years;                        ///< those
    const analysis::Answer& answer;
    const analysis::Assumptions& assumptions;  ///< none where one set was simulated
    const std::vector<analysis::HowSure>& sure;
    const std::vector<analysis::ResultTable>& decision;   ///< may be empty
    const std::vector<analysis::Noticeable>& noticeable;  ///< set for this answer; the usual for the rest
};

/// Mean over the worlds of what an option cost those who grant: granted minus returned, EUR per
/// resident of month 0 a year. NaN when there are no such flows.
double net_per_resident_year(const Findings& found, std::size_t option);

/// For people, at most 100 columns wide: the answer in sentences with its margin, a table by
/// indicator and horizon, money, and what this run cannot tell.
std::string answer_text(const Findings& found, analysis::Reading language);

}  // namespace weefsel::app
