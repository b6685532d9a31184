#pragma once
#include <string>

#include "analysis/design/design.hpp"

namespace weefsel::analysis {

/// Reads outputs of any model: a header with their names, then a row for each of `rows` rows of a design, in
/// its order. An empty cell, `nan`, `NaN` or `NA` is a run that failed (NaN). Throws sim::InputError with
/// line and column of every wrong cell: a text, a header of numbers, a name that is there twice, a row too
/// many or too few.
Points read_value_table(const std::string& path, std::size_t rows, const std::string& design_path);
Points read_value_table_text(const std::string& text, const std::string& file, std::size_t rows,
                             const std::string& design_path);

}  // namespace weefsel::analysis
