#include <fmt/format.h>

#include <filesystem>

#include "app/commands/commands.hpp"
#include "app/commands/new_scenario.hpp"
#include "app/terminal/exit_codes.hpp"
#include "app/terminal/json_value.hpp"
#include "app/terminal/terminal.hpp"
#include "sim/error.hpp"
#include "sim/file_aside.hpp"

namespace weefsel::app {
namespace {

std::string json_of_new(const std::string& file) {
    Json out = made_by();
    out["file"] = file;
    return text_of(out);
}

}  // namespace

int command_new(const Invocation& asked) {
    namespace fs = std::filesystem;
    constexpr const char* ending = ".toml";
    const fs::path given = asked.name;
    const std::string file = given.extension() == ending ? asked.name : asked.name + ending;
    const std::string title = fs::path(file).stem().string();
    for (const char c : title) {
        if (static_cast<unsigned char>(c) < ' ') {
            throw sim::InputError({file, 1, 1}, "a name with a control character cannot be used");
        }
    }
    if (given.filename().empty() || title.empty()) {
        throw sim::InputError({asked.name, 1, 1},
                              "is no name for a scenario; as `weefsel new my-neighbourhood`");
    }
    std::error_code error;
    if (fs::exists(file, error) && !asked.force) {
        throw sim::InputError({file, 1, 1},
                              "is there already; choose another name, or replace it with --force");
    }
    writing([&] { sim::write_whole(file, new_scenario(title)); });
    if (asked.json) {
        put(json_of_new(file));
    } else if (!asked.quiet) {
        say(fmt::format(
            "{} is written. Change it as you need, then:\n  weefsel check {}\n  weefsel compare {}", file,
            file, file));
    }
    return exit_done;
}

}  // namespace weefsel::app
