#pragma once
#include <string>
#include <vector>

#include "app/terminal/arguments.hpp"
#include "models/measure/survey/monitor.hpp"
#include "models/question/scenario.hpp"
#include "models/scenario/read_scenario.hpp"

namespace weefsel::app {

/// With what loneliness is compared between neighbourhoods.
struct MonitorArguments {
    std::string monitor;  ///< file of a health monitor by neighbourhood; empty: none
    std::string figures;  ///< file of Kerncijfers whose neighbourhoods are compared with it
};

/// How well neighbourhoods are told apart: predicted beside published shares.
struct Agreement {
    std::string predictor;
    double correlation;
    double error;   ///< mean absolute difference, percentage points
    double spread;  ///< of the predictions, standard deviation, percentage points
};

/// One share of loneliness, predicted in several ways.
struct MonitorComparison {
    std::string share;  ///< `lonely` or `severely_lonely`
    double spread = 0;  ///< of the published shares
    std::vector<Agreement> by;
};

/// One neighbourhood, shares in per cent.
struct MonitorRow {
    std::string code, name;
    double lonely, lonely_published, severe, severe_published;
};

struct MonitorResult {
    std::size_t neighbourhoods = 0;  ///< simulated and in the monitor
    std::size_t skipped = 0;         ///< in the figures, but refused, too small or not in the monitor
    std::vector<MonitorComparison> shares;
    std::vector<MonitorRow> rows;  ///< in the order of the figures
    bool interrupted = false;
    std::vector<std::string> failures;  ///< why neighbourhoods failed; then there are no shares
};

/// The monitor and the neighbourhoods to live for it.
struct MonitorTask {
    Monitor monitor;
    Scenario scenario;
    std::size_t skipped = 0;
};

/// Reads and judges both files. Of `overrides` replicates and parameters count; `warmup_years` and `seed` as
/// the sample's. Throws sim::InputError.
MonitorTask prepare_monitor(const MonitorArguments& arguments, const Overrides& overrides, int warmup_years,
                            std::uint32_t seed);

/// Simulates every neighbourhood of the figures that the monitor has too, from its figures alone (no
/// professionals, no funded places) and without any fit, and sets simulated loneliness beside the
/// published one; beside it a linear regression on the same figures that has seen all the other
/// neighbourhoods, and their mean.
MonitorResult compare_with_monitor(const MonitorTask& task, const CommonArguments& arguments);

std::string monitor_text(const MonitorResult& result);

}  // namespace weefsel::app
