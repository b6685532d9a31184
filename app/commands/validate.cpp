#include <fmt/format.h>

#include "app/commands/all_commands.hpp"
#include "app/commands/command_line.hpp"
#include "app/compare/prepare.hpp"
#include "app/compare/shipped_files.hpp"
#include "app/compare/study_run.hpp"
#include "app/terminal/exit_codes.hpp"
#include "app/terminal/interrupt.hpp"
#include "app/terminal/terminal.hpp"
#include "app/terminal/texts.hpp"
#include "app/validate/monitor_comparison.hpp"
#include "app/validate/names_fitted.hpp"
#include "app/validate/validation.hpp"
#include "app/validate/validation_json.hpp"
#include "app/validate/validation_text.hpp"
#include "models/scenario/read_scenario.hpp"
#include "sim/progress.hpp"

namespace weefsel::app {
namespace {

struct ValidateArguments : CommonArguments, MonitorArguments {
    std::string targets;  ///< file of patterns; empty: those that ship
    Overrides overrides;  ///< of the sample
    bool strict = false;  ///< a pattern that fails is a failure
};

void say_plan(const ValidateArguments& arguments, const PatternFile& file, const Scenario& sample) {
    if (arguments.quiet) return;
    double residents = 0;
    for (const auto& n : sample.neighbourhoods) residents += n.residents;
    say(wrapped(fmt::format("{} of {}, measured in {}: {} with {} residents, {}, {}, {} after {} of warm-up",
                            counted(file.patterns.size(), "pattern"), file.file, file.sample,
                            counted(sample.neighbourhoods.size(), "neighbourhood"), with_thousands(residents),
                            counted(sample.options.size(), "option"),
                            counted(static_cast<std::size_t>(sample.replicates), "replicate"),
                            counted(static_cast<std::size_t>(sample.years), "year"),
                            counted(static_cast<std::size_t>(sample.warmup_years), "year")),
                100));
    if (sample.draws < 2) return;
    say(wrapped(
        sample.posterior.empty()
            ? fmt::format("In each of {} draws {}.", sample.draws, origin_of_draws(sample))
            : fmt::format(
                  "In each of {} draws {} come together from the posterior ({}); all others are as stated.",
                  sample.draws, counted(count_fitted(sample), "parameter"), sample.posterior.from),
        100));
}

int say_begin_again() {
    say("\nInterrupted; nothing of a validation is kept. The same command begins again.");
    return exit_interrupted;
}

int run_validate(const ValidateArguments& arguments) {
    const std::string path =
        arguments.targets.empty() ? shipped_file("validation/patterns.toml") : arguments.targets;
    const PatternFile file = read_patterns(path, known_quantities());
    const Study study(read_scenario(file.sample, with_shipped_posterior(arguments.overrides)));
    const auto& sample = study.scenario();
    check_options(file, sample);
    std::optional<MonitorTask> task;
    if (!arguments.monitor.empty())
        task = prepare_monitor(arguments, arguments.overrides, sample.warmup_years, sample.seed);
    say_seed(arguments, sample);
    say_plan(arguments, file, sample);
    watch_for_interrupt();
    const auto worlds = survey_posterior(sample, arguments);
    if (worlds.interrupted) return say_begin_again();
    if (!worlds.failures.empty())
        say(fmt::format("weefsel: {} of {} neighbourhoods failed; their worlds are left out:\n{}",
                        worlds.failures.size(), worlds.units, describe_failures(study, worlds.failures)));
    const auto targets = shipped_file_if_there("targets/nl.toml");
    const auto measured =
        measure_patterns(file, sample, worlds, targets ? names_fitted(*targets) : std::vector<NameFitted>{});
    std::optional<MonitorResult> monitor;
    if (task) {
        if (!arguments.quiet)
            say(fmt::format("Now {} of {}, for the monitor.",
                            counted(task->scenario.neighbourhoods.size(), "neighbourhood"),
                            arguments.figures));
        monitor = compare_with_monitor(*task, arguments);
        if (monitor->interrupted) return say_begin_again();
    }
    put(arguments.json ? json_of_validation(file, sample, measured, worlds.seconds, monitor)
                       : "\n" + validation_text(measured) + "\n" +
                             (monitor ? "\n" + monitor_text(*monitor) + "\n" : ""));
    if (!arguments.quiet && !arguments.json)
        say(fmt::format("{} simulated in {}.", counted(worlds.units, "neighbourhood"),
                        sim::duration_text(worlds.seconds)));
    const auto failed = count_of(measured, PatternVerdict::fail);
    const bool broken = !worlds.failures.empty() || (monitor && !monitor->failures.empty());
    return broken || (arguments.strict && failed > 0) ? exit_failed : exit_done;
}

}  // namespace

void add_validate(CommandLine& line) {
    auto [command, arguments] = line.add<ValidateArguments>(
        "validate",
        "Measure known patterns in a sample of real neighbourhoods and set them beside their bands",
        "  weefsel validate                       the patterns and the sample that ship\n"
        "  weefsel validate --draws 4             quicker\n"
        "  weefsel validate --draws 1 --replicates 8   the stated values, with chance alone\n"
        "  weefsel validate my-patterns.toml --strict --json",
        run_validate);
    command.add_option("TARGETS", arguments.targets,
                       "File of patterns (TOML; default: scenarios/validation/patterns.toml)");
    command
        .add_option("--seed", arguments.overrides.seed, "Seed of all random numbers (default: the sample's)")
        ->type_name("S");
    command
        .add_option("--replicates", arguments.overrides.replicates,
                    "Replicates: simulated worlds with other chance events")
        ->type_name("N");
    command
        .add_option("--draws", arguments.overrides.draws,
                    "Measure in so many sets of the posterior, all that was not fitted as stated (default: "
                    "the sample's; 1: all as stated)")
        ->type_name("N");
    command.add_flag(
        "--prior", arguments.overrides.prior_alone,
        "With --draws: draw everything that is uncertain from its prior, as if nothing had been fitted");
    command
        .add_option("--set", arguments.overrides.set,
                    "Change one setting of the sample, as parameters.network.halflife_friend=9")
        ->type_name("PATH=VALUE")
        ->allow_extra_args(false);
    auto* monitor =
        command
            .add_option(
                "--monitor", arguments.monitor,
                "Also compare loneliness between neighbourhoods with a health monitor (CSV, layout of "
                "RIVM 50090NED)")
            ->type_name("FILE.csv");
    auto* figures = command
                        .add_option("--figures", arguments.figures,
                                    "Kerncijfers of the neighbourhoods to compare with the monitor (CSV)")
                        ->type_name("FILE.csv");
    monitor->needs(figures);
    figures->needs(monitor);
    command.add_flag("--strict", arguments.strict, "Exit with 1 when a pattern fails");
}

}  // namespace weefsel::app
