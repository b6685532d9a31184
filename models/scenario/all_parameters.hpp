#pragma once
#include <vector>

#include "models/question/scenario.hpp"
#include "sim/parameter.hpp"
#include "sim/settings.hpp"

namespace weefsel {

/// The parameters of the model, and behind them those that its plugins declare (`plugin.NAME.rate`). The
/// table points at the values of the scenario, and is valid while the scenario stands where it is.
sim::ParameterTable table_of(Scenario& scenario);
/// Those of the plugins alone.
sim::ParameterTable plugin_table_of(Scenario& scenario);

namespace scenario_parts {

/// Sets parameters of the model and of its plugins from a `[parameters]` table; collects what is wrong.
void read_parameters(const sim::Value& given, Scenario& out, std::vector<sim::Problem>& problems);

/// Puts it among the warnings when a plugin replaces an equation of the model.
void warn_of_replaced(Scenario& out);

}  // namespace scenario_parts
}  // namespace weefsel
