#include <fmt/format.h>

#include <filesystem>
#include <vector>

#include "app/commands/all_commands.hpp"
#include "app/commands/command_line.hpp"
#include "app/commands/new_scenario.hpp"
#include "app/commands/program.hpp"
#include "app/neighbourhoods/figures_table.hpp"
#include "app/neighbourhoods/typed_neighbourhood.hpp"
#include "app/terminal/exit_codes.hpp"
#include "app/terminal/json_value.hpp"
#include "app/terminal/language.hpp"
#include "app/terminal/terminal.hpp"
#include "sim/error.hpp"
#include "sim/file_aside.hpp"

namespace weefsel::app {
namespace {

struct NewArguments : CommonArguments, TableArguments {
    std::string name;  ///< of the scenario, or its file
    std::string code;  ///< of the neighbourhood in the table
    bool compare = false;

    NewArguments() { language.clear(); }
};

/// The neighbourhood that was named, typed; empty: the example.
std::string neighbourhood_of(const NewArguments& arguments) {
    const bool searched = !arguments.find.empty() || !arguments.code.empty();
    if (!searched && arguments.figures.empty()) return {};
    if (!searched)
        throw sim::InputError(
            {"--figures", 1, 1},
            "say which neighbourhood of the table: --find \"part of its name\" or --code BU...");
    const auto file = read_table(arguments);
    if (arguments.code.empty()) return typed_neighbourhood(file, row_meant(file, arguments));
    TableArguments by_code = arguments;
    by_code.find = code_of(arguments.code);
    by_code.municipality.clear();
    by_code.flag = "--code";
    return typed_neighbourhood(file, row_meant(file, by_code));
}

std::string json_of_new(const std::string& file) {
    Json out = made_by();
    out["file"] = file;
    return text_of(out);
}

/// Runs `weefsel compare` on the new scenario, as if it had been typed.
int compare(const std::string& file, const NewArguments& arguments) {
    const std::string threads = std::to_string(arguments.threads);
    std::vector<const char*> words{"weefsel", "compare", file.c_str()};
    if (!arguments.language.empty()) words.insert(words.end(), {"--lang", arguments.language.c_str()});
    if (arguments.threads > 0) words.insert(words.end(), {"--threads", threads.c_str()});
    if (arguments.quiet) words.push_back("--quiet");
    if (arguments.json) words.push_back("--json");
    if (arguments.force) words.push_back("--force");
    return run_program(static_cast<int>(words.size()), words.data());
}

int run_new(const NewArguments& arguments) {
    namespace fs = std::filesystem;
    const Speech in(reading_of(arguments.language));
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
    const auto text = new_scenario(title, neighbourhood_of(arguments), in.language());
    writing([&] { sim::write_whole(file, text); });
    if (arguments.compare) return compare(file, arguments);
    if (arguments.json) {
        put(json_of_new(file));
    } else if (!arguments.quiet) {
        say(in("{} is geschreven. Verander wat nodig is, en dan:\n  weefsel check {}\n  weefsel compare {}",
               "{} is written. Change it as you need, then:\n  weefsel check {}\n  weefsel compare {}", file,
               file, file));
    }
    return exit_done;
}

}  // namespace

void add_new(CommandLine& line) {
    auto [command, arguments] = line.add<NewArguments>(
        "new", "Write a commented scenario to start from",
        "  weefsel new my-neighbourhood      writes my-neighbourhood.toml\n"
        "  weefsel check my-neighbourhood.toml\n"
        "  weefsel new zambesi --figures kwb-2023.xlsx --find Zambesidreef\n"
        "  weefsel compare zambesi.toml\n"
        "  weefsel new zambesi --figures kwb-2023.xlsx --find Zambesidreef --compare   the same at once",
        run_new);
    command.add_option("NAME", arguments.name, "Name of the new scenario; the file is NAME.toml")->required();
    add_table(command, arguments);
    command
        .add_option("--code", arguments.code,
                    "The neighbourhood with this code: BU, or WK without buurten in the table")
        ->type_name("CODE")
        ->excludes("--find");
    add_language(command, arguments.language);
    command.add_flag("--compare", arguments.compare, "Compare its options at once: a report in out/NAME");
}

}  // namespace weefsel::app
