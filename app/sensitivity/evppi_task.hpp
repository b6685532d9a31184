#pragma once
#include <cstddef>
#include <memory>
#include <string>
#include <vector>

#include "analysis/design/design.hpp"
#include "analysis/sensitivity/sweep_outputs.hpp"
#include "app/sensitivity/sensitivity_task.hpp"
#include "sim/run_file.hpp"

namespace weefsel::app {

/// Throws sim::InputError, at the first line of `file`, for a design with levers, which --worth is not of:
/// what is chosen is no uncertainty, and a mean over its levels is no option that anybody can take.
void refuse_levers(const std::vector<analysis::Factor>& factors, const std::string& file);

/// The task is the choice between some columns of the table in `values_file`, the net benefits of options.
/// Throws sim::InputError for fewer than two.
void choose_between(SensitivityTask& task, const std::string& values_file, const analysis::Points& table,
                    const std::vector<std::size_t>& columns);

/// The task is choices of a sweep, read from its file by indicator.
void add_choices(SensitivityTask& task, const analysis::SweepShape& shape,
                 const std::vector<analysis::SweepChoice>& choices,
                 const std::shared_ptr<const sim::RunFileReader>& file);

}  // namespace weefsel::app
