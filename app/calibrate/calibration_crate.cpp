#include "app/calibrate/calibration_crate.hpp"

#include "analysis/results/run_crate.hpp"
#include "sim/file_aside.hpp"
#include "sim/provenance.hpp"
#include "sim/settings.hpp"

namespace weefsel::app {
namespace {

constexpr const char *targets_copy = "targets.toml", *scenario_copy = "scenario-resolved.toml",
                     *toml = "application/toml", *csv = "text/csv";

/// The file of targets with the scenario beside it in place of its own.
std::string targets_beside_scenario(const CalibrationTask& task) {
    auto root = sim::read_toml_file(task.file);
    root.find("scenario")->data = std::string(scenario_copy);
    return sim::write_toml(root);
}

}  // namespace

void write_calibration_crate(const std::string& folder, const CalibrationTask& task, const std::string& typed,
                             const std::string& started) {
    sim::write_whole(folder + "/" + scenario_copy, task.scenario.resolved);
    sim::write_whole(folder + "/" + targets_copy, targets_beside_scenario(task));
    analysis::write_crate(
        folder,
        {task.title.empty() ? "Calibration" : task.title,
         "Parameters fitted to published figures by sequential approximate Bayesian computation.",
         typed,
         started,
         sim::time_now(),
         {analysis::crate_file(folder, targets_copy, "The figures, what was free, and how it was searched",
                               toml, task.file),
          analysis::crate_file(folder, scenario_copy,
                               "The scenario that was simulated, with all that it was made from", toml,
                               task.scenario.file)},
         {analysis::crate_file(folder, "posterior.csv", "Equally weighted sets of parameters", csv),
          analysis::crate_file(folder, "parameters.csv", "What was learnt of each parameter", csv),
          analysis::crate_file(folder, "figures.csv", "Each figure beside what sets of the posterior say",
                               csv),
          analysis::crate_file(folder, "generations.csv",
                               "Thresholds, acceptance and worth of each generation", csv),
          analysis::crate_file(folder, "runs.csv", "What every run said of every figure", csv)}});
}

std::vector<std::string> calibration_crate_files(const std::string& folder) {
    return {folder + "/" + analysis::crate_name, folder + "/" + targets_copy, folder + "/" + scenario_copy};
}

}  // namespace weefsel::app
