#include <fmt/format.h>

#include "app/commands/all_commands.hpp"
#include "app/commands/command_line.hpp"
#include "app/compare/output_place.hpp"
#include "app/compare/shipped_files.hpp"
#include "app/plugin/load_plugins.hpp"
#include "app/terminal/exit_codes.hpp"
#include "app/terminal/interrupt.hpp"
#include "app/terminal/terminal.hpp"
#include "app/terminal/texts.hpp"
#include "app/trials/trial_output.hpp"
#include "app/trials/trial_run.hpp"
#include "sim/file_aside.hpp"
#include "sim/progress.hpp"

namespace weefsel::app {
namespace {

struct TrialArguments : CommonArguments {
    std::vector<std::string> paths;  ///< of trial files and folders; empty: those that ship
    std::string out;                 ///< folder for trials.csv and trials.html; empty: none
    Overrides overrides;
    std::vector<std::string> plugins;  ///< files
    bool inert = false;                ///< with every effect of policy on residents off
    bool strict = false;               ///< a measure that lies outside is a failure
};

void write_files(const std::string& folder, const TrialResults& results) {
    const OutputFolder made(folder);
    writing([&] {
        sim::write_whole(folder + "/trials.csv", csv_of_trials(results));
        sim::write_whole(folder + "/trials.html", forest_plot(results));
    });
}

int run_trial_command(const TrialArguments& arguments) {
    const auto paths =
        arguments.paths.empty() ? std::vector<std::string>{shipped_file("trials")} : arguments.paths;
    auto trials = read_trials(paths);
    if (!arguments.quiet && !arguments.json) say(version_line());
    watch_for_interrupt();
    const auto overrides = with_plugins(arguments.overrides, arguments.plugins);
    if (const auto replaced = replaced_in(overrides.hooks.get()); !replaced.empty() && !arguments.quiet)
        say(fmt::format("These trials are replayed with {} in the place of the model's equation.", replaced));
    const auto results = run_trials(std::move(trials), overrides, arguments.inert, arguments);
    if (results.interrupted) {
        say("\nInterrupted; nothing of the trials is kept. The same command begins again.");
        return exit_interrupted;
    }
    for (const auto& failure : results.failures) say("weefsel: a world failed and is left out: " + failure);
    if (!arguments.out.empty()) write_files(arguments.out, results);
    put(arguments.json ? json_of_trials(results) : trial_table(results));
    if (!arguments.quiet && !arguments.json)
        say(fmt::format("Simulated in {}.", sim::duration_text(results.seconds)));
    if (!arguments.quiet && overrides.hooks != nullptr) say(time_in_hooks(overrides.hooks.get()));
    const bool wrong = arguments.inert ? !results.passed_inert().empty()
                                       : results.count(TrialVerdict::inside) < results.rows.size();
    return !results.failures.empty() || (arguments.strict && wrong) ? exit_failed : exit_done;
}

}  // namespace

void add_trials(CommandLine& line) {
    auto [command, arguments] = line.add<TrialArguments>(
        "trials", "Replay published trials in the model and set the simulated effects beside the published",
        "  weefsel trials                              those that ship\n"
        "  weefsel trials --draws 1 --replicates 1     quicker: the stated values, one world\n"
        "  weefsel trials my-trial.toml -o out/trials  with trials.csv and a forest plot\n"
        "  weefsel trials --inert --strict             a model in which policy does nothing must fail",
        run_trial_command);
    command.add_option("TRIALS", arguments.paths,
                       "Trial files, or folders of them (default: scenarios/trials)");
    command.add_option("-o,--out", arguments.out, "Folder for trials.csv and trials.html")->type_name("DIR");
    command
        .add_option("--draws", arguments.overrides.draws,
                    "Sets of fitted parameters (default: the scenario's; 1: the stated values)")
        ->type_name("N");
    command
        .add_option("--replicates", arguments.overrides.replicates,
                    "Replicates: simulated worlds with other chance events")
        ->type_name("N");
    command.add_option("--seed", arguments.overrides.seed, "Seed of all random numbers")->type_name("S");
    command
        .add_option("--set", arguments.overrides.set,
                    "Change one setting of the scenario, as parameters.network.halflife_friend=9")
        ->type_name("PATH=VALUE")
        ->allow_extra_args(false);
    add_plugins(command, arguments.plugins);
    command.add_flag("--inert", arguments.inert,
                     "With every effect of policy on residents off: no measure of an effect may then pass");
    command.add_flag("--strict", arguments.strict,
                     "Exit with 1 when a measure lies outside (with --inert: when one passes)");
}

}  // namespace weefsel::app
