#include "app/commands/commands.hpp"
#include "app/sweep/sweep_json.hpp"
#include "app/sweep/sweep_text.hpp"
#include "app/terminal/exit_codes.hpp"
#include "app/terminal/terminal.hpp"

namespace weefsel::app {

int command_status(const Invocation& asked) {
    const auto manifest = read_manifest(asked.folder + "/manifest.json");
    const auto state = state_of(asked.folder, manifest);
    put(asked.json ? json_of_status(manifest, state) : state_text(manifest, state));
    return exit_done;
}

}  // namespace weefsel::app
