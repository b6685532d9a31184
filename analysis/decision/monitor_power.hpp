#pragma once
#include <string_view>
#include <vector>

#include "analysis/results/result_table.hpp"
#include "analysis/results/results_file.hpp"

namespace weefsel::analysis {

/// What a city's own survey asks of adults in the neighbourhoods of a study.
struct MonitorQuestion {
    std::string_view indicator;
    double spread = 0;  ///< standard deviation between respondents of a score; 0: a share of them
};

/// Whether a survey of so many respondents under each option, drawn at random, would have found the
/// difference in `year`: columns option, indicator; year, expected (in the reference), difference,
/// respondents, power (probability that a two-sided test at 5 % finds it), detectable (the smallest
/// difference that it finds eight times in ten).
ResultTable monitor_table(const Cube& cube, const Names& names, const std::vector<MonitorQuestion>& questions,
                          double respondents, int year);

}  // namespace weefsel::analysis
