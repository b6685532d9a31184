#pragma once
#include <string>
#include <vector>

#include "analysis/results/results_file.hpp"
#include "app/compare/scenario_arguments.hpp"
#include "app/terminal/arguments.hpp"
#include "app/terminal/speech.hpp"
#include "models/question/scenario.hpp"
#include "models/scenario/read_scenario.hpp"
#include "models/study/equal_money.hpp"

namespace weefsel::app {

/// The scenario that was named, with what the command line says on top of it.
Scenario read_scenario_of(const ScenarioArguments& arguments);

/// The same, and where the fitted sets of parameters that ship lie, for a study of several draws.
Overrides with_shipped_posterior(Overrides overrides);

/// Where the sets of assumptions of a study come from, as a sentence; empty when there is one set alone.
std::string origin_of_draws(const Scenario& scenario, const Speech& say);
/// How many parameters have the values of fitted sets: not those that the scenario sets itself.
std::size_t count_fitted(const Scenario& scenario);

/// The same study with one of its options. Throws sim::InputError when it has no such option.
Scenario only_option(const Scenario& scenario, const std::string& name);
/// The same scenario with some of its options alone, in its own order; `reference` is one of them.
Scenario only_options(const Scenario& scenario, const std::vector<std::string>& names,
                      const std::string& reference);

/// The scenario over its own years, whatever --years says: money is judged over those.
Scenario over_own_years(const ScenarioArguments& arguments, const Scenario& scenario);
/// Options of unequal money, judged over the scenario's own years.
std::vector<Remark> unequal_money_of(const ScenarioArguments& arguments, const Scenario& scenario);
/// The same as problems.
std::vector<sim::Problem> check_money_of(const ScenarioArguments& arguments, const Scenario& scenario);

/// What a result file says about a run, besides its tables. `typed`: the whole command.
analysis::RunRecord record_of(const ScenarioArguments& arguments, const std::string& typed,
                              const Scenario& scenario);
/// Its parameters, as the table of a result file.
analysis::ResultTable parameters_of(const Scenario& scenario);

/// `weefsel 0.1.0 (commit ...), seed 20220613`, always printed: on standard error with --json.
void say_seed(const CommonArguments& arguments, const Scenario& scenario);
/// What the hooks of plugins took, on standard error.
void say_time_in_hooks(const CommonArguments& arguments, const Scenario& scenario);
/// Remarks on a file as the reader reads them.
std::vector<sim::Problem> in_language(const std::vector<Remark>& remarks, analysis::Reading language);
/// What `check` would warn of, on standard error.
void say_warnings(const CommonArguments& arguments, const Scenario& scenario,
                  analysis::Reading language = analysis::Reading::en);

}  // namespace weefsel::app
