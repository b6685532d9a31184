#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "app/commands/all_commands.hpp"
#include "app/commands/command_line.hpp"
#include "app/compare/comparison_json.hpp"
#include "app/compare/output_place.hpp"
#include "app/compare/prepare.hpp"
#include "app/compare/study_run.hpp"
#include "app/compare/terms.hpp"
#include "app/terminal/exit_codes.hpp"
#include "app/terminal/interrupt.hpp"
#include "app/terminal/terminal.hpp"
#include "app/terminal/texts.hpp"
#include "sim/progress.hpp"

namespace weefsel::app {
namespace {

struct RunArguments : CommonArguments, ScenarioArguments {
    std::string out;     ///< file; empty: the default
    std::string option;  ///< its name
    bool digests = false;
};

namespace fs = std::filesystem;

/// The name of an option as part of the name of a file.
std::string file_part(const std::string& option) {
    std::string out = option;
    for (auto& c : out) c = c == '/' || c == '\0' ? '-' : c;
    return out;
}

int run_run(const RunArguments& arguments) {
    const Scenario scenario = only_option(read_scenario_of(arguments), arguments.option);
    const Study study(scenario, arguments.digests);
    const std::string file =
        arguments.out.empty() ? default_folder(arguments.scenario) + "-" + file_part(arguments.option) + ".h5"
                              : arguments.out;
    const std::string root = file + ".parts";
    const auto parts = parts_of(study, root);
    // Other files of the folder may be made at the same time: the folder of kept worlds is what is held.
    const OutputFolder made(fs::path(file).parent_path().string());
    auto record = record_of(arguments, arguments.typed, scenario);
    const HeldPlace place(root, file, record, parts, arguments.force);

    const EmptyPartsRemoved removed(parts);
    writing([&] { parts.make(); });
    say_seed(arguments, scenario);
    say_warnings(arguments, scenario);
    watch_for_interrupt();
    auto outcome = run_study(study, parts, arguments);
    if (outcome.interrupted) return say_interrupted(arguments, outcome, root);
    if (outcome.finished == 0) return say_failed(study, outcome);
    record.failures = describe_failures(study, outcome.failures);
    record.made = analysis::made_now();

    const auto names = names_of(study);
    const auto comparisons = analysis::compare_paired(outcome.cube, names.reference);
    record.tables = {analysis::comparison_table(outcome.cube, comparisons, names),
                     analysis::options_table(names), parameters_of(scenario), places_table(study, names)};
    writing([&] { analysis::write_results(file, {std::move(outcome.cube), names, std::move(record)}); });
    say_time_in_hooks(arguments, scenario);
    if (arguments.json) {
        put(json_of_run(scenario, outcome, {file, ""}));
    } else if (!arguments.quiet) {
        say(fmt::format("{} under \"{}\" in {}.\nResults: {}",
                        counted(outcome.units - outcome.found, "world"), arguments.option,
                        sim::duration_text(outcome.seconds), file));
    }
    if (outcome.failures.empty()) parts.remove();
    return say_failed(study, outcome);
}

}  // namespace

void add_run(CommandLine& line) {
    auto [command, arguments] =
        line.add<RunArguments>("run", "Simulate a neighbourhood under one option",
                               "  weefsel run scenarios/first-look.toml --option structural\n"
                               "  weefsel run my.toml --option projects -o projects.h5 --years 5\n"
                               "  weefsel run my.toml --option projects --plugin walking_group.py",
                               run_run);
    add_running(command, arguments, arguments.out, arguments.digests,
                "Result file (default: out/NAME of the scenario-OPTION.h5)", "FILE.h5");
    add_cache(command, arguments);
    command.add_option("--option", arguments.option, "Name of the option")->type_name("NAME")->required();
}

}  // namespace weefsel::app
