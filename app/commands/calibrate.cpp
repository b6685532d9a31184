#include <fmt/format.h>

#include <array>
#include <filesystem>
#include <utility>

#include "app/calibrate/calibration_answers.hpp"
#include "app/calibrate/calibration_crate.hpp"
#include "app/calibrate/calibration_files.hpp"
#include "app/calibrate/calibration_json.hpp"
#include "app/calibrate/fit_check_tables.hpp"
#include "app/commands/all_commands.hpp"
#include "app/commands/command_line.hpp"
#include "app/compare/lock.hpp"
#include "app/compare/output_place.hpp"
#include "app/compare/prepare.hpp"
#include "app/terminal/exit_codes.hpp"
#include "app/terminal/interrupt.hpp"
#include "app/terminal/terminal.hpp"
#include "app/terminal/texts.hpp"
#include "app/validate/validation.hpp"
#include "sim/file_aside.hpp"
#include "sim/provenance.hpp"

namespace weefsel::app {
namespace {

struct CalibrateArguments : CommonArguments {
    std::string targets;  ///< file
    std::string out;      ///< folder; empty: the default
    Overrides overrides;
};

void say_plan(const CalibrateArguments& arguments, const CalibrationTask& task) {
    if (arguments.quiet) return;
    double residents = 0;
    for (const auto& n : task.scenario.neighbourhoods) residents += n.residents;
    const auto& s = task.setup;
    say(wrapped(
        fmt::format(
            "{} of {}, fitted with {}; a run is {} with {} residents, {} after {} of warm-up, {}; {} in a "
            "generation, at most {} and {} runs",
            counted(task.figures.size(), "figure"), task.file, counted(s.free.size(), "free parameter"),
            counted(task.scenario.neighbourhoods.size(), "neighbourhood"), with_thousands(residents),
            counted(static_cast<std::size_t>(task.scenario.years), "year"),
            counted(static_cast<std::size_t>(task.scenario.warmup_years), "year"),
            counted(static_cast<std::size_t>(task.scenario.replicates), "replicate"),
            counted(s.particles, "particle"), counted(s.generations, "generation"),
            with_thousands(static_cast<double>(s.runs))),
        100));
}

int say_interrupted(const CalibrateArguments& arguments, const CalibrationOutcome& outcome,
                    const std::string& folder) {
    say(fmt::format("\nInterrupted: {} are kept in {}. The same command goes on from there:\n  {}",
                    counted(outcome.answers.size(), "run"), folder, arguments.typed));
    return exit_interrupted;
}

constexpr const char *generations_file = "/generations.csv", *parameters_file = "/parameters.csv",
                     *figures_file = "/figures.csv", *left_out_file = "/left_out.csv",
                     *posterior_file = "/posterior.csv";
constexpr std::array files_of_a_fit{posterior_file, left_out_file, figures_file, parameters_file,
                                    generations_file};

/// The posterior after all that is said of it, then where all came from.
void write_files(const CalibrationTask& task, const CalibrationOutcome& outcome, const FitChecks& checks,
                 const std::string& folder, const std::string& typed, const std::string& started) {
    writing([&] {
        sim::write_whole(folder + generations_file, generations_text(outcome));
        sim::write_whole(folder + parameters_file, learnt_text(task, outcome, checks));
        sim::write_whole(folder + figures_file, figures_text(task, outcome));
        sim::write_whole(folder + left_out_file, left_out_text(checks.left_out));
        sim::write_whole(folder + posterior_file, posterior_text(task, outcome));
        write_calibration_crate(folder, task, typed, started);
    });
}

/// Takes away what a calibration left, the posterior first; other files stay.
void remove_calibration(const std::string& folder) {
    writing([&] {
        for (const char* file : files_of_a_fit) std::filesystem::remove(folder + file);
        std::filesystem::remove(answers_file(folder));
        for (const auto& file : calibration_crate_files(folder)) std::filesystem::remove(file);
    });
}

/// What a calibration that was killed left half written.
void remove_leftovers_of(const std::string& folder) {
    for (const char* file : files_of_a_fit) sim::remove_leftovers(folder + file);
    sim::remove_leftovers(answers_file(folder));
    for (const auto& file : calibration_crate_files(folder)) sim::remove_leftovers(file);
}

/// The runs of this calibration that the folder holds. Those of another one, or of none that can be read,
/// are refused, or taken away with --force.
analysis::AbcAnswers answers_to_go_on_from(const CalibrationTask& task, const std::string& folder,
                                           bool force) {
    try {
        return kept_answers(task, folder);
    } catch (const sim::InputError&) {
        if (!force) throw;
    }
    remove_calibration(folder);
    return {};
}

int run_calibrate(const CalibrateArguments& arguments) {
    const std::string started = sim::time_now();
    sim::require_regular_file(arguments.targets);  // read again for the folder
    const auto task = read_calibration(arguments.targets, known_quantities(), arguments.overrides);
    const std::string folder = arguments.out.empty() ? default_folder(arguments.targets) : arguments.out;
    if (!arguments.force) static_cast<void>(kept_answers(task, folder));  // judged before anything is made
    const OutputFolder made(folder);
    const Lock alone(folder, Hold::alone);
    alone.require("another process works in this folder; wait for it, or name another with -o");
    remove_leftovers_of(folder);
    auto kept = answers_to_go_on_from(task, folder, arguments.force);
    say_seed(arguments, task.scenario);
    say_warnings(arguments, task.scenario);
    say_plan(arguments, task);
    watch_for_interrupt();
    const auto outcome = run_calibration(task, std::move(kept), folder, arguments);
    for (const auto& failure : outcome.failures) say("a run failed: " + failure);
    if (outcome.interrupted) return say_interrupted(arguments, outcome, folder);
    if (outcome.result.generations.empty())
        throw sim::InputError({task.file, 1, 1},
                              fmt::format("search: {} runs gave no whole generation of {} particles",
                                          outcome.result.runs, task.setup.particles));
    const FitChecks checks = fit_checks_of(task, outcome);
    write_files(task, outcome, checks, folder, arguments.typed, started);
    put(arguments.json ? json_of_calibration(task, outcome, checks, folder)
                       : "\n" + calibration_text(task, outcome, checks));
    if (!arguments.quiet && !arguments.json)
        say(fmt::format("\n{} new runs in {} ({} were kept). Posterior: {}/posterior.csv, {} sets.",
                        outcome.answers.size() - outcome.found, sim::duration_text(outcome.seconds),
                        outcome.found, folder, task.rows));
    return exit_done;
}

}  // namespace

void add_calibrate(CommandLine& line) {
    auto [command, arguments] = line.add<CalibrateArguments>(
        "calibrate",
        "Fit free parameters to published figures by sequential ABC; writes posterior.csv, resumes",
        "  weefsel calibrate scenarios/targets/nl.toml -o out/nl\n"
        "  weefsel calibrate my-targets.toml --threads 4 --json",
        run_calibrate);
    command.add_option("TARGETS", arguments.targets, "File of targets, priors and search (TOML)")->required();
    command
        .add_option("-o,--out", arguments.out,
                    "Folder for posterior.csv and all runs (default: out/NAME of the targets)")
        ->type_name("DIR");
    command
        .add_option("--seed", arguments.overrides.seed,
                    "Seed of all random numbers, those of the search too (default: the scenario's)")
        ->type_name("S");
    command
        .add_option("--set", arguments.overrides.set,
                    "Change one setting of the scenario, as parameters.network.halflife_friend=9")
        ->type_name("PATH=VALUE")
        ->allow_extra_args(false);
}

}  // namespace weefsel::app
