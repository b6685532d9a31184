#include "app/commands/all_commands.hpp"
#include "app/commands/command_line.hpp"
#include "app/sweep/sweep_json.hpp"
#include "app/sweep/sweep_text.hpp"
#include "app/terminal/exit_codes.hpp"
#include "app/terminal/terminal.hpp"

namespace weefsel::app {
namespace {

struct StatusArguments : CommonArguments {
    std::string folder;  ///< of a sweep
};

int run_status(const StatusArguments& arguments) {
    const auto manifest = read_manifest(arguments.folder + "/manifest.json");
    const auto state = state_of(arguments.folder, manifest);
    put(arguments.json ? json_of_status(manifest, state) : state_text(manifest, state));
    return exit_done;
}

}  // namespace

void add_status(CommandLine& line) {
    auto [command, arguments] = line.add<StatusArguments>(
        "status", "Say what of a sweep is done, running or failed, and the time left",
        "  weefsel status out/mine\n  weefsel status out/mine --json", run_status);
    command.add_option("DIR", arguments.folder, "Folder of a sweep")->required();
}

}  // namespace weefsel::app
