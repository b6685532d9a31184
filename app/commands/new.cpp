#include <fmt/format.h>

#include <filesystem>

#include "app/commands/all_commands.hpp"
#include "app/commands/command_line.hpp"
#include "app/commands/new_scenario.hpp"
#include "app/terminal/exit_codes.hpp"
#include "app/terminal/json_value.hpp"
#include "app/terminal/terminal.hpp"
#include "sim/error.hpp"
#include "sim/file_aside.hpp"

namespace weefsel::app {
namespace {

struct NewArguments : CommonArguments {
    std::string name;  ///< of the scenario, or its file
};

std::string json_of_new(const std::string& file) {
    Json out = made_by();
    out["file"] = file;
    return text_of(out);
}

int run_new(const NewArguments& arguments) {
    namespace fs = std::filesystem;
    constexpr const char* ending = ".toml";
    const fs::path given = arguments.name;
    const std::string file = given.extension() == ending ? arguments.name : arguments.name + ending;
    const std::string title = fs::path(file).stem().string();
    for (const char c : title) {
        if (static_cast<unsigned char>(c) < ' ') {
            throw sim::InputError({file, 1, 1}, "a name with a control character cannot be used");
        }
    }
    if (given.filename().empty() || title.empty()) {
        throw sim::InputError({arguments.name, 1, 1},
                              "is no name for a scenario; as `weefsel new my-neighbourhood`");
    }
    std::error_code error;
    if (fs::exists(file, error) && !arguments.force) {
        throw sim::InputError({file, 1, 1},
                              "is there already; choose another name, or replace it with --force");
    }
    writing([&] { sim::write_whole(file, new_scenario(title)); });
    if (arguments.json) {
        put(json_of_new(file));
    } else if (!arguments.quiet) {
        say(fmt::format(
            "{} is written. Change it as you need, then:\n  weefsel check {}\n  weefsel compare {}", file,
            file, file));
    }
    return exit_done;
}

}  // namespace

void add_new(CommandLine& line) {
    auto [command, arguments] =
        line.add<NewArguments>("new", "Write a commented scenario to start from",
                               "  weefsel new my-neighbourhood      writes my-neighbourhood.toml\n"
                               "  weefsel check my-neighbourhood.toml",
                               run_new);
    command.add_option("NAME", arguments.name, "Name of the new scenario; the file is NAME.toml")->required();
}

}  // namespace weefsel::app
