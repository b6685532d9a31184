#pragma once
#include <string>
#include <vector>

#include "analysis/design/design.hpp"
#include "app/sensitivity/sensitivity_task.hpp"

namespace weefsel::app {

/// The task is boxes of the factors, in their units (`units`: of each, or empty). A joint factor, whose
/// numbers have no order, is replaced by the parameters of its sets, which the file `sets` holds; where that
/// is empty its numbers are left out, with a remark. Throws sim::InputError when the file of the sets is
/// wrong, or nothing is left to draw boxes in.
void ask_for_boxes(SensitivityTask& task, const IndicesArguments& arguments, const analysis::Points& points,
                   const std::vector<analysis::Factor>& factors, const std::vector<std::string>& units,
                   const std::string& sets);

}  // namespace weefsel::app
