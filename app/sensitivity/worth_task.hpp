#pragma once
#include <cstddef>
#include <memory>
#include <string>
#include <vector>

#include "analysis/design/design.hpp"
#include "analysis/sensitivity/sweep_outputs.hpp"
#include "app/commands/command_line.hpp"
#include "app/sensitivity/sensitivity_task.hpp"
#include "sim/run_file.hpp"

namespace weefsel::app {

/// Throws sim::InputError, at the first line of `file`, when --worth is asked of a design with levers: what
/// is chosen is no uncertainty, and a mean over its levels is no option that anybody can take.
void refuse_levers(const Invocation& asked, const std::vector<analysis::Factor>& factors,
                   const std::string& file);

/// The task is the choice between some columns of a table, the net benefits of options. Throws
/// sim::InputError for fewer than two.
void choose_between(SensitivityTask& task, const Invocation& asked, const analysis::Points& table,
                    const std::vector<std::size_t>& columns);

/// The task is choices of a sweep, read from its file by indicator.
void add_choices(SensitivityTask& task, const analysis::SweepShape& shape,
                 const std::vector<analysis::SweepChoice>& choices,
                 const std::shared_ptr<const sim::RunFileReader>& file);

}  // namespace weefsel::app
