#include "app/sweep/folder_crates.hpp"

#include "analysis/results/run_crate.hpp"
#include "app/sweep/sweep_folder.hpp"
#include "sim/file_aside.hpp"
#include "sim/provenance.hpp"
#include "sim/settings.hpp"

namespace weefsel::app {
namespace {

constexpr const char *crate_file = "ro-crate-metadata.json", *targets_copy = "targets.toml",
                     *scenario_copy = "scenario-resolved.toml", *toml = "application/toml", *csv = "text/csv";

analysis::CrateFile in_folder(const std::string& folder, const char* name, const char* says,
                              const char* format, const std::string& called = "") {
    return {name, folder + "/" + name, says, format, called};
}

void write_crate(const std::string& folder, const analysis::RunCrate& crate) {
    sim::write_whole(folder + "/" + crate_file, analysis::run_crate_json(crate));
}

/// The file of targets with the scenario beside it in place of its own.
std::string targets_beside_scenario(const CalibrationTask& task) {
    auto root = sim::read_toml_file(task.file);
    root.find("scenario")->data = std::string(scenario_copy);
    return sim::write_toml(root);
}

}  // namespace

void write_sweep_crate(const std::string& folder, const SweepManifest& manifest, const std::string& typed) {
    const auto status = read_status(folder);
    const auto now = sim::time_now();
    const auto& record = manifest.record;
    write_crate(
        folder,
        {record.title.empty() ? "Sweep" : record.title,
         record.question.empty() ? "A scenario lived at every point of a design." : record.question,
         typed,
         status.empty() ? now : status.front().time,
         now,
         {in_folder(folder, "design.toml", "The design as it was given", toml)},
         {in_folder(folder, "sweep.h5", "Every indicator of every run, by point, option, replicate and year",
                    "application/x-hdf5"),
          in_folder(folder, "design.csv", "The points of the design, a row each", csv),
          in_folder(folder, "manifest.json",
                    "What is lived at each point: the scenario with all that it was made from, factors, "
                    "indicators, years",
                    "application/json")}});
}

void write_calibration_crate(const std::string& folder, const CalibrationTask& task, const std::string& typed,
                             const std::string& started) {
    sim::write_whole(folder + "/" + scenario_copy, task.scenario.resolved);
    sim::write_whole(folder + "/" + targets_copy, targets_beside_scenario(task));
    write_crate(
        folder,
        {task.title.empty() ? "Calibration" : task.title,
         "Parameters fitted to published figures by sequential approximate Bayesian computation.",
         typed,
         started,
         sim::time_now(),
         {in_folder(folder, targets_copy, "The figures, what was free, and how it was searched", toml,
                    task.file),
          in_folder(folder, scenario_copy, "The scenario that was lived, with all that it was made from",
                    toml, task.scenario.file)},
         {in_folder(folder, "posterior.csv", "Equally weighted sets of parameters", csv),
          in_folder(folder, "parameters.csv", "What was learnt of each parameter", csv),
          in_folder(folder, "figures.csv", "Each figure beside what sets of the posterior say", csv),
          in_folder(folder, "generations.csv", "Thresholds, acceptance and worth of each generation", csv),
          in_folder(folder, "runs.csv", "What every run said of every figure", csv)}});
}

std::vector<std::string> calibration_crate_files(const std::string& folder) {
    return {folder + "/" + crate_file, folder + "/" + targets_copy, folder + "/" + scenario_copy};
}

}  // namespace weefsel::app
