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
#include "sim/file_aside.hpp"
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
            ? fmt::format("In each of {} draws {}.", sample.draws,
                          origin_of_draws(sample, Speech(analysis::Reading::en)))
            : fmt::format(
                  "In each of {} draws {} come together from the posterior ({}); all others are as stated.",
                  sample.draws, counted(count_fitted(sample), "parameter"), sample.posterior.from),
        100));
}

int say_begin_again() {
    say("\nInterrupted; nothing of a validation is kept. The same command begins again.");
    return exit_interrupted;
}

/// Nothing when it was interrupted.
std::optional<PatternsMeasured> measured_patterns(const ValidateArguments& arguments, const PatternFile& file,
                                                  const Study& study, bool& broken) {
    const auto& sample = study.scenario();
    say_plan(arguments, file, sample);
    const auto worlds = survey_posterior(sample, arguments);
    if (worlds.interrupted) return std::nullopt;
    broken = !worlds.failures.empty();
    if (broken)
        say(fmt::format("weefsel: {} of {} neighbourhoods failed; their worlds are left out:\n{}",
                        worlds.failures.size(), worlds.units, describe_failures(study, worlds.failures)));
    if (!arguments.quiet && !arguments.json)
        say(fmt::format("{} simulated in {}.", counted(worlds.units, "neighbourhood"),
                        sim::duration_text(worlds.seconds)));
    const auto targets = shipped_file_if_there("targets/nl.toml");
    return PatternsMeasured{
        file,
        measure_patterns(file, sample, worlds, targets ? names_fitted(*targets) : std::vector<NameFitted>{}),
        worlds.seconds};
}

/// Nothing when it was interrupted.
std::optional<MonitorCompared> compared_monitor(const ValidateArguments& arguments, MonitorTask task) {
    if (!arguments.quiet)
        say(wrapped(
            fmt::format(
                "{} of {} beside {}: each simulated for {} from its figures alone.",
                counted(task.scenario.neighbourhoods.size(), "neighbourhood"), arguments.figures,
                arguments.monitor,
                counted(static_cast<std::size_t>(task.scenario.warmup_years + task.scenario.years), "year")),
            page_width));
    auto result = compare_with_monitor(task, arguments);
    if (result.interrupted) return std::nullopt;
    if (!arguments.table.empty()) writing([&] { sim::write_whole(arguments.table, monitor_table(result)); });
    return MonitorCompared{std::move(task), std::move(result)};
}

int run_validate(const ValidateArguments& arguments) {
    const std::string path =
        arguments.targets.empty() ? shipped_file("validation/patterns.toml") : arguments.targets;
    const PatternFile file = read_patterns(path, known_quantities());
    const Study study(read_scenario(file.sample, with_shipped_posterior(arguments.overrides)));
    const auto& sample = study.scenario();
    check_options(file, sample);
    std::optional<MonitorTask> task;
    if (!arguments.monitor.empty()) {
        if (!arguments.table.empty()) writing([&] { sim::refuse_unwritable(arguments.table); });
        task = prepare_monitor(arguments, arguments.overrides, sample.warmup_years, sample.seed);
    }
    say_seed(arguments, sample);
    watch_for_interrupt();
    bool broken = false;
    std::optional<PatternsMeasured> patterns;
    std::optional<MonitorCompared> monitor;
    // With a monitor, patterns are measured when a file of them is named.
    if (!task || !arguments.targets.empty()) {
        patterns = measured_patterns(arguments, file, study, broken);
        if (!patterns) return say_begin_again();
    }
    if (task) {
        monitor = compared_monitor(arguments, std::move(*task));
        if (!monitor) return say_begin_again();
        broken = broken || !monitor->result.failures.empty();
    }
    put(arguments.json ? json_of_validation(sample, patterns, monitor)
                       : (patterns ? "\n" + validation_text(patterns->measured) + "\n" : "") +
                             (monitor ? "\n" + monitor_text(monitor->task, monitor->result) : ""));
    const bool fails = patterns && count_of(patterns->measured, PatternVerdict::fail) > 0;
    return broken || (arguments.strict && fails) ? exit_failed : exit_done;
}

void add_monitor(CLI::App& command, MonitorArguments& arguments) {
    auto* monitor = command
                        .add_option("--monitor", arguments.monitor,
                                    "Compare what adults answer between neighbourhoods with a health monitor "
                                    "(CSV, layout of RIVM 50090NED); patterns are then measured when TARGETS "
                                    "is given")
                        ->type_name("FILE.csv");
    auto* figures = command
                        .add_option("--figures", arguments.figures,
                                    "Kerncijfers of the neighbourhoods to compare with the monitor")
                        ->type_name("FILE");
    monitor->needs(figures);
    figures->needs(monitor);
    constexpr int first_year = 2000, last_year = 2100;
    command.add_option("--year", arguments.year, "Year of the monitor (default: 2016)")
        ->needs(monitor)
        ->check(CLI::Range(first_year, last_year))
        ->type_name("Y");
    command
        .add_option("--rows", arguments.rows,
                    "Compare buurten (BU) or wijken (WK); default: BU, or WK where no buurt is in both files")
        ->needs(monitor)
        ->transform(CLI::IsMember({"BU", "WK"}, CLI::ignore_case))
        ->type_name("KIND");
    command
        .add_option("--at-most", arguments.at_most,
                    "Simulate so many of them, chosen by a hash of their code (default: 400; 0: all)")
        ->needs(monitor)
        ->type_name("N");
    auto* held_out =
        command
            .add_option("--held-out", arguments.held_out,
                        "Report the municipalities in this file (column code) alone, and fit the regression "
                        "beside on the others")
            ->needs(monitor)
            ->type_name("FILE.csv");
    command
        .add_flag("--not-held-out", arguments.not_held_out,
                  "With --held-out: report the municipalities that are not in the file instead")
        ->needs(held_out);
    command
        .add_option("--table", arguments.table,
                    "Write every neighbourhood and column, published and simulated, with its figures")
        ->needs(monitor)
        ->type_name("FILE.csv");
}

}  // namespace

void add_validate(CommandLine& line) {
    auto [command, arguments] = line.add<ValidateArguments>(
        "validate",
        "Measure known patterns in a sample of real neighbourhoods and set them beside their bands",
        "  weefsel validate                       the patterns and the sample that ship\n"
        "  weefsel validate --draws 4             quicker\n"
        "  weefsel validate --draws 1 --replicates 8   the stated values, with chance alone\n"
        "  weefsel validate my-patterns.toml --strict --json\n"
        "  weefsel validate --monitor monitor.csv --figures kwb-2022.csv --table misses.csv   between "
        "neighbourhoods",
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
    add_monitor(command, arguments);
    command.add_flag("--strict", arguments.strict, "Exit with 1 when a pattern fails");
}

}  // namespace weefsel::app
