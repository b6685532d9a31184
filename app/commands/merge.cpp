#include <fmt/format.h>

#include "app/commands/commands.hpp"
#include "app/sweep/sweep_hold.hpp"
#include "app/sweep/sweep_json.hpp"
#include "app/sweep/sweep_text.hpp"
#include "app/terminal/exit_codes.hpp"
#include "app/terminal/terminal.hpp"
#include "app/terminal/texts.hpp"

namespace weefsel::app {

int command_merge(const Invocation& asked) {
    const auto manifest = read_manifest(asked.folder + "/manifest.json");
    say(fmt::format("{}, seed {}", version_line(), manifest.record.seed));
    const auto hold =
        hold_sweep(asked.folder, Hold::together, "wait for it: it makes sweep.h5 itself at its end");
    const auto failed = merge_folder(asked.folder, manifest, asked);
    const std::string merged = asked.folder + "/sweep.h5";
    if (asked.json) put(json_of_merge(manifest, failed, merged));
    if (!asked.quiet && !asked.json)
        say(fmt::format("Results: {} (HDF5; dimensions point, option, replicate, year)", merged));
    if (failed.empty()) return exit_done;
    say(fmt::format("weefsel: {} of {} runs failed and are empty in the results:\n{}", failed.size(),
                    manifest.shape.runs(), failures_text(manifest, failed)));
    return exit_failed;
}

}  // namespace weefsel::app
