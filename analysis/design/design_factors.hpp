#pragma once
#include <string>
#include <vector>

#include "analysis/design/design.hpp"
#include "sim/settings.hpp"

namespace weefsel::analysis {

/// Adds the factors of the table `key` of a design; collects what is wrong with them.
void read_factors(sim::TableReader& top, const char* key, bool lever, Design& design,
                  std::vector<sim::Problem>& problems);

/// Adds the columns of the file of a list as factors, and its rows. A column with a text in it is one of
/// labels; `levers` (given at `at`) names those that are levers. Throws sim::InputError when the file
/// cannot be read as a table.
void read_list(const std::string& path, const std::vector<std::string>& levers, const sim::Place& at,
               Design& design, std::vector<sim::Problem>& problems);

}  // namespace weefsel::analysis
