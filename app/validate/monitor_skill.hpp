#pragma once
#include <array>
#include <cstddef>
#include <limits>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "models/measure/survey/monitor.hpp"
#include "models/world/neighbourhood_figures.hpp"

namespace weefsel::app {

/// One area in a monitor and in a file of figures; shares in per cent, NaN where there is none.
struct ComparedArea {
    NeighbourhoodFigures figures;
    std::string municipality;       ///< by the monitor, else by the figures
    std::string municipality_code;  ///< GM and four digits
    bool held_out = false;
    std::array<double, monitor_columns> published{}, simulated{}, regression{}, best_figure{};
};

/// Names of the figures that the regression sees, and their values in one area.
std::span<const std::string_view> compared_figures();
std::vector<double> values_of_figures(const NeighbourhoodFigures& figures);

/// Correlation in the areas of some classes of urbanity.
struct SkillByUrbanity {
    std::string_view label;
    std::size_t areas;
    double correlation;
};

/// How well areas are told apart in one column. Every area counts the same, whatever its size.
struct ColumnSkill {
    MonitorColumn column;
    std::size_t areas = 0;
    double correlation = 0;                             ///< of simulated and published shares
    double mean_simulated = 0, mean_published = 0;      ///< per cent
    double spread_simulated = 0, spread_published = 0;  ///< standard deviation, percentage points
    double error = 0;                                   ///< mean absolute difference, percentage points
    double regression = 0;         ///< correlation of what a regression on the same figures says
    std::string_view best_figure;  ///< that goes with the share most closely where it is fitted
    double best_correlation = 0;   ///< of what a line through that figure says
    std::array<SkillByUrbanity, 3> by_urbanity{};
};

/// Fills `regression` and `best_figure` of the `reported` rows of `areas` in all columns. Fitted on areas
/// that are not held out; where the reported ones are among these, on all but the one that is predicted.
void predict_from_figures(std::vector<ComparedArea>& areas, std::span<const std::size_t> reported,
                          std::array<std::string_view, monitor_columns>& best);

/// The skill in each column that is published in at least two areas.
std::vector<ColumnSkill> skill_of(const std::vector<ComparedArea>& areas,
                                  const std::array<std::string_view, monitor_columns>& best);

}  // namespace weefsel::app
