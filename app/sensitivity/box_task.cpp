#include "app/sensitivity/box_task.hpp"

#include <fmt/format.h>

#include <cmath>

#include "sim/error.hpp"

namespace weefsel::app {
namespace {

/// The columns of the space in which boxes lie.
struct Space {
    std::vector<analysis::DimensionText> dimensions;
    std::vector<std::vector<double>> columns;
    void add(const std::string& name, std::string unit, std::vector<std::string> labels,
             std::vector<double> values) {
        if (unit == "1") unit.clear();
        dimensions.push_back({name, name, unit, unit, std::move(labels)});
        columns.push_back(std::move(values));
    }
};

void add_sets(Space& space, const std::vector<double>& numbers, const std::string& path) {
    const auto sets = analysis::read_design_csv(path);
    for (std::size_t j = 0; j < sets.columns(); ++j) {
        std::vector<double> values;
        for (const double number : numbers) {
            if (!(number >= 1 && number <= static_cast<double>(sets.rows())) || std::trunc(number) != number)
                throw sim::InputError(
                    {path, 1, 1},
                    fmt::format("has {} sets; the design has a set of number {}", sets.rows(), number));
            values.push_back(sets.at(static_cast<std::size_t>(number) - 1, j));
        }
        space.add(sets.names[j], "", {}, std::move(values));
    }
}

}  // namespace

void ask_for_boxes(SensitivityTask& task, const IndicesArguments& arguments, const analysis::Points& points,
                   const std::vector<analysis::Factor>& factors, const std::vector<std::string>& units,
                   const std::string& sets) {
    task.boxes = analysis::BoxQuestion{arguments.above.has_value(),
                                       arguments.above ? *arguments.above : arguments.below.value_or(0),
                                       arguments.boxes, arguments.density};
    Space space;
    for (std::size_t j = 0; j < points.columns(); ++j) {
        std::vector<double> values;
        for (std::size_t r = 0; r < points.rows(); ++r) values.push_back(points.at(r, j));
        const auto& factor = factors.at(j);
        if (!factor.joint)
            space.add(factor.name, units.empty() ? "" : units.at(j), factor.labels, std::move(values));
        else if (!sets.empty())
            add_sets(space, values, sets);
        else
            task.remarks.push_back(factor.name +
                                   " numbers whole sets, which have no order: no box is drawn along it");
    }
    if (space.columns.empty())
        throw sim::InputError({task.design_file, 1, 1}, "has no factor along which a box can be drawn");
    task.box_dimensions = std::move(space.dimensions);
    for (std::size_t r = 0; r < points.rows(); ++r)
        for (const auto& column : space.columns) task.box_points.push_back(column[r]);
}

}  // namespace weefsel::app
