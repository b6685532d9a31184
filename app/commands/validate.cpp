#include <fmt/format.h>

#include "app/commands/commands.hpp"
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

void say_plan(const Invocation& asked, const PatternFile& file, const Scenario& sample) {
    if (asked.quiet) return;
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

}  // namespace

int command_validate(const Invocation& asked) {
    const std::string path = asked.targets.empty() ? shipped_file("validation/patterns.toml") : asked.targets;
    const PatternFile file = read_patterns(path, known_quantities());
    const Study study(read_scenario(file.sample, overrides_of(asked)));
    const auto& sample = study.scenario();
    judge_options(file, sample);
    std::optional<MonitorTask> task;
    if (!asked.monitor.empty()) task = prepare_monitor(asked, sample.warmup_years, sample.seed);
    say_seed(asked, sample);
    say_plan(asked, file, sample);
    watch_for_interrupt();
    const auto worlds = survey_posterior(sample, asked);
    if (worlds.interrupted) return say_begin_again();
    if (!worlds.failures.empty())
        say(fmt::format("weefsel: {} of {} neighbourhoods failed; their worlds are left out:\n{}",
                        worlds.failures.size(), worlds.units, describe_failures(study, worlds.failures)));
    const auto targets = shipped_file_if_there("targets/nl.toml");
    const auto measured =
        measure_patterns(file, sample, worlds, targets ? names_fitted(*targets) : std::vector<NameFitted>{});
    std::optional<MonitorResult> monitor;
    if (task) {
        if (!asked.quiet)
            say(fmt::format("Now {} of {}, for the monitor.",
                            counted(task->scenario.neighbourhoods.size(), "neighbourhood"), asked.figures));
        monitor = compare_with_monitor(*task, asked);
        if (monitor->interrupted) return say_begin_again();
    }
    put(asked.json ? json_of_validation(file, sample, measured, worlds.seconds, monitor)
                   : "\n" + validation_text(measured) + "\n" +
                         (monitor ? "\n" + monitor_text(*monitor) + "\n" : ""));
    if (!asked.quiet && !asked.json)
        say(fmt::format("{} simulated in {}.", counted(worlds.units, "neighbourhood"),
                        sim::duration_text(worlds.seconds)));
    const auto failed = count_of(measured, PatternVerdict::fail);
    const bool broken = !worlds.failures.empty() || (monitor && !monitor->failures.empty());
    return broken || (asked.strict && failed > 0) ? exit_failed : exit_done;
}

}  // namespace weefsel::app
