#include "app/sweep/sweep_crate.hpp"

#include <utility>
#include <vector>

#include "analysis/results/run_crate.hpp"
#include "app/plugin/plugin_files.hpp"
#include "app/sweep/sweep_folder.hpp"
#include "sim/provenance.hpp"

namespace weefsel::app {

void write_sweep_crate(const std::string& folder, const SweepManifest& manifest, const std::string& typed) {
    const auto status = read_status(folder);
    const auto now = sim::time_now();
    const auto& record = manifest.record;
    std::vector<analysis::CrateFile> inputs{
        analysis::crate_file(folder, "design.toml", "The design as it was given", "application/toml")};
    for (auto& plugin : plugin_files(record.plugins, folder)) inputs.push_back(std::move(plugin));
    analysis::write_crate(
        folder,
        {record.title.empty() ? "Sweep" : record.title,
         record.question.empty() ? "A scenario simulated at every point of a design." : record.question,
         typed,
         status.empty() ? now : status.front().time,
         now,
         std::move(inputs),
         {analysis::crate_file(folder, "sweep.h5",
                               "Every indicator of every run, by point, option, replicate and year",
                               "application/x-hdf5"),
          analysis::crate_file(folder, "design.csv", "The points of the design, a row each", "text/csv"),
          analysis::crate_file(
              folder, "manifest.json",
              "What is simulated at each point: the scenario with all that it was made from, factors, "
              "indicators, years",
              "application/json")}});
}

}  // namespace weefsel::app
