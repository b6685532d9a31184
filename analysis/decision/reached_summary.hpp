#pragma once
#include <optional>
#include <string>
#include <vector>

#include "analysis/results/result_table.hpp"
#include "analysis/results/results_file.hpp"
#include "analysis/statistics/interval.hpp"

namespace weefsel::analysis {

/// What work did to those whom it met: an option against the one without lines, for residents grown up in
/// month 0 who are there in both at the end of a year (see /reached_effect of a result file). Intervals are
/// over worlds.
struct ReachedEffect {
    std::size_t option = 0;
    std::size_t indicator = 0;  ///< among the observables
    int year = 0;
    Interval share_met;   ///< of those compared, who were met in the year before
    Interval effect;      ///< mean difference with the own twin of those met
    Interval spill_over;  ///< of those not met
    Interval came_out;    ///< of all of them
    double expected = 0;  ///< the dilution sum: share met x effect on those met
    /// Of how many met one is helped: 1 / effect, for a share; NaN where the margin of the effect holds 0.
    double number_needed = 0;
};
/// Of every option that work is bought in, every indicator and every year that persons are kept of; none
/// where the cube has no option without lines.
std::vector<ReachedEffect> reached_effects(const Cube& cube, const Names& names);

/// Residents of month 0 who are there, by how often work met them: mean over worlds.
struct Met {
    double there = 0;  ///< at the end of the year
    double met = 0;    ///< once or more in the year before
    double often = 0;  ///< ten times or more
    double lost = 0;   ///< moved or died
};
/// Nothing where it was not counted.
std::optional<Met> met_in(const Cube& cube, std::size_t option, int year);

/// Tables /decision/reached (residents by class), reached_effect, reached_strata, by option and kept year,
/// and those of missed_tables.
std::vector<ResultTable> reached_tables(const Cube& cube, const Names& names);

/// All of it as one tidy table: option, against (nothing: the option without lines; the reference),
/// indicator, unit, year, of (all, a class or a stratum), quantity (residents, n, raw, standardised, effect,
/// part, lost), mean, lower, upper, worlds, grouping, group (see missed_csv_rows; empty for the rest).
std::string reached_csv(const Cube& cube, const Names& names);

}  // namespace weefsel::analysis
