#pragma once
#include <string>
#include <vector>

#include "analysis/decision/shown.hpp"
#include "analysis/results/result_table.hpp"
#include "analysis/results/results_file.hpp"
#include "analysis/statistics/interval.hpp"

namespace weefsel::analysis {

/// Of the adults of month 0 who have a need at the end of a year, those whom funded work did not meet in the
/// year before (see /missed and /missed_by_group of a result file). Intervals are over worlds.
struct MissedNeed {
    std::size_t option = 0;
    int year = 0;
    std::string grouping, group;  ///< empty: all adults
    std::string need;
    Interval needed;
    Interval missed;
    Interval share;  ///< missed / needed, of the worlds in which somebody has that need
};
/// Of every option that work is bought in, kept year and need; all first, then group by group.
std::vector<MissedNeed> missed_needs(const Cube& cube, const Names& names);

/// What is said of an option in the last year; nothing where less than half of those in need were missed and
/// no group stands out.
struct MissedSaid {
    std::size_t option = 0;
    BothLanguages sentence;
};
std::vector<MissedSaid> what_was_missed(const Cube& cube, const Names& names);

/// Tables /decision/reached_by_group (residents by class and group) and /decision/missed.
std::vector<ResultTable> missed_tables(const Cube& cube, const Names& names);

/// Rows for reached.csv, with its columns; `of`: the class or the need, `grouping` and `group` behind them.
std::string missed_csv_rows(const Cube& cube, const Names& names);

}  // namespace weefsel::analysis
