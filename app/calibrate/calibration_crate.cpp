#include "app/calibrate/calibration_crate.hpp"

#include <filesystem>
#include <utility>

#include "analysis/results/run_crate.hpp"
#include "sim/file_aside.hpp"
#include "sim/provenance.hpp"
#include "sim/settings.hpp"

namespace weefsel::app {
namespace {

constexpr const char *targets_copy = "targets.toml", *scenario_copy = "scenario-resolved.toml",
                     *prior_copy = "prior.csv", *toml = "application/toml", *csv = "text/csv";

/// The file of targets as it is read from the folder: scenario and prior lie beside it, trials where they
/// were.
std::string targets_beside_scenario(const CalibrationTask& task, const std::string& folder) {
    auto root = sim::read_toml_file(task.file);
    root.find("scenario")->data = std::string(scenario_copy);
    if (auto* prior = root.find("prior")) prior->data = std::string(prior_copy);
    auto trial = task.trials.begin();
    const auto from_here = [&](sim::Value& row) {
        row.find("file")->data = std::filesystem::relative((trial++)->file, folder).generic_string();
    };
    if (auto* rows = root.find("trial"); rows != nullptr && rows->is_array())
        for (auto& row : std::get<sim::Array>(rows->data)) from_here(row);
    else if (rows != nullptr)
        from_here(*rows);
    return sim::write_toml(root);
}

std::vector<analysis::CrateFile> made_from(const CalibrationTask& task, const std::string& folder) {
    std::vector<analysis::CrateFile> out{
        analysis::crate_file(folder, targets_copy, "The figures, what was free, and how it was searched",
                             toml, task.file),
        analysis::crate_file(folder, scenario_copy,
                             "The scenario that was simulated, with all that it was made from", toml,
                             task.scenario.file)};
    if (!task.prior_file.empty())
        out.push_back(analysis::crate_file(
            folder, prior_copy, "The sets of an earlier fit that were simulated", csv, task.prior_file));
    return out;
}

}  // namespace

void write_calibration_crate(const std::string& folder, const CalibrationTask& task, const std::string& typed,
                             const std::string& started) {
    sim::write_whole(folder + "/" + scenario_copy, task.scenario.resolved);
    sim::write_whole(folder + "/" + targets_copy, targets_beside_scenario(task, folder));
    if (!task.prior_file.empty())
        sim::write_whole(folder + "/" + prior_copy, sim::read_whole(task.prior_file));
    analysis::write_crate(
        folder, {task.title.empty() ? "Calibration" : task.title,
                 "Parameters fitted to published figures by sequential approximate Bayesian computation.",
                 typed,
                 started,
                 sim::time_now(),
                 made_from(task, folder),
                 {analysis::crate_file(folder, "posterior.csv", "Equally weighted sets of parameters", csv),
                  analysis::crate_file(folder, "parameters.csv", "What was learnt of each parameter", csv),
                  analysis::crate_file(folder, "figures.csv",
                                       "Each figure beside what sets of the posterior say", csv),
                  analysis::crate_file(folder, "left_out.csv",
                                       "Each figure beside what a fit to all other studies expects", csv),
                  analysis::crate_file(folder, "generations.csv",
                                       "Thresholds, acceptance and worth of each generation", csv),
                  analysis::crate_file(folder, "runs.csv", "What every run said of every figure", csv)}});
}

std::vector<std::string> calibration_crate_files(const std::string& folder) {
    return {folder + "/" + analysis::crate_name, folder + "/" + targets_copy, folder + "/" + scenario_copy,
            folder + "/" + prior_copy};
}

}  // namespace weefsel::app
