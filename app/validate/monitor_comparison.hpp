#pragma once
#include <optional>
#include <string>
#include <vector>

#include "app/terminal/arguments.hpp"
#include "app/validate/monitor_skill.hpp"
#include "models/measure/survey/monitor.hpp"
#include "models/question/scenario.hpp"
#include "models/scenario/read_scenario.hpp"

namespace weefsel::app {

/// With what simulated neighbourhoods are compared, and which of them.
struct MonitorArguments {
    std::string monitor;        ///< file of a health monitor by area; empty: none
    std::string figures;        ///< file of Kerncijfers whose rows are compared with it
    int year = monitor_year;    ///< of the monitor
    std::string rows;           ///< BU or WK; empty: BU, or WK where no buurt is in both files
    std::size_t at_most = 400;  ///< so many are simulated, chosen by a hash of their code
    std::string held_out;       ///< file with a column `code` of municipalities; empty: none
    bool not_held_out = false;  ///< report on the other municipalities
    std::string table;          ///< CSV to write; empty: none
};

/// The neighbourhoods to simulate for a monitor, and all that a regression may be fitted on.
struct MonitorTask {
    MonitorArguments arguments;
    std::string kind;                   ///< BU or WK
    Scenario scenario;                  ///< its neighbourhoods are those that are simulated
    std::vector<ComparedArea> areas;    ///< all in both files, without simulated shares, ascending by code
    std::vector<std::size_t> reported;  ///< rows of `areas`, as the scenario's neighbourhoods
    std::size_t eligible = 0;           ///< that might have been reported
    std::size_t left_out = 0;           ///< rows of the figures: refused, too small or not in the monitor
};

struct MonitorResult {
    std::vector<ComparedArea> areas;  ///< those reported
    std::vector<ColumnSkill> skill;   ///< of each column that is published
    double seconds = 0;
    bool interrupted = false;
    std::vector<std::string> failures;  ///< why neighbourhoods failed; they are left out
};

/// Reads and judges all files. Of `overrides` replicates and parameters count; `warmup_years` and `seed` as
/// the sample's. Throws sim::InputError.
MonitorTask prepare_monitor(const MonitorArguments& arguments, const Overrides& overrides, int warmup_years,
                            std::uint32_t seed);

/// Simulates the neighbourhoods of a task, each from its figures alone (no professionals, no funded places)
/// and without any fit, and sets what their adults would answer beside what is published.
MonitorResult compare_with_monitor(const MonitorTask& task, const CommonArguments& arguments);

/// What people read.
std::string monitor_text(const MonitorTask& task, const MonitorResult& result);
/// A row for each area and column, CSV: code, name, municipality, its code, column, published and simulated
/// shares in per cent, what the regression and the best figure predict, which figures were filled, and the
/// figures.
std::string monitor_table(const MonitorResult& result);

}  // namespace weefsel::app
