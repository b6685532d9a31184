#include <fmt/format.h>

#include "app/commands/all_commands.hpp"
#include "app/commands/command_line.hpp"
#include "app/sweep/sweep_hold.hpp"
#include "app/sweep/sweep_json.hpp"
#include "app/sweep/sweep_text.hpp"
#include "app/terminal/exit_codes.hpp"
#include "app/terminal/terminal.hpp"
#include "app/terminal/texts.hpp"

namespace weefsel::app {
namespace {

struct MergeArguments : CommonArguments {
    std::string folder;  ///< of a sweep
};

int run_merge(const MergeArguments& arguments) {
    const auto manifest = read_manifest(arguments.folder + "/manifest.json");
    say(fmt::format("{}, seed {}", version_line(), manifest.record.seed));
    const auto hold =
        hold_sweep(arguments.folder, Hold::together, "wait for it: it makes sweep.h5 itself at its end");
    const auto failed = merge_folder(arguments.folder, manifest, arguments);
    const std::string merged = arguments.folder + "/sweep.h5";
    if (arguments.json) put(json_of_merge(manifest, failed, merged));
    if (!arguments.quiet && !arguments.json)
        say(fmt::format("Results: {} (HDF5; dimensions point, option, replicate, year)", merged));
    if (failed.empty()) return exit_done;
    say(fmt::format("weefsel: {} of {} runs failed and are empty in the results:\n{}", failed.size(),
                    manifest.shape.runs(), failures_text(manifest, failed)));
    return exit_failed;
}

}  // namespace

void add_merge(CommandLine& line) {
    auto [command, arguments] = line.add<MergeArguments>(
        "merge", "Put all shards of a sweep into one sweep.h5", "  weefsel merge out/mine", run_merge);
    command.add_option("DIR", arguments.folder, "Folder of a sweep")->required();
}

}  // namespace weefsel::app
