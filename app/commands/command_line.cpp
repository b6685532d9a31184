// The only file that includes CLI11.
#include "app/commands/command_line.hpp"

#include <CLI/CLI.hpp>
#include <cstdint>
#include <limits>
#include <sstream>

#include "app/terminal/exit_codes.hpp"
#include "app/terminal/texts.hpp"
#include "sim/error.hpp"
#include "sim/plain_text.hpp"

namespace weefsel::app {
namespace {

constexpr int most_threads = 4096;

void add_common(CLI::App& command, Invocation& asked) {
    command.add_flag("--quiet", asked.quiet, "No progress and no remarks; errors and results only");
    command.add_flag("--json", asked.json,
                     "One machine-readable result on standard output, nothing else there");
    command.add_flag("--force", asked.force, "Replace what is there, though it is of something else");
    command
        .add_option("--threads", asked.threads,
                    "Threads (default: all cores); the results do not depend on it")
        ->type_name("N")
        ->check(CLI::Range(1, most_threads));
    command.set_version_flag("--version", version_line(), "Version and commit");
}

void add_scenario(CLI::App& command, Invocation& asked) {
    auto& o = asked.overrides;
    command.add_option("SCENARIO", asked.scenario, "Scenario file (TOML)")->required();
    command.add_option("--seed", o.seed, "Seed of all random numbers (default: the scenario's)")
        ->type_name("S");
    command.add_option("--replicates", o.replicates, "Replicates: simulated worlds with other chance events")
        ->type_name("N");
    command
        .add_option("--draws", o.draws,
                    "Sets of parameters: from the posterior what was fitted, the rest from its prior "
                    "(default: the scenario's, 15 where it says nothing; 1: as stated)")
        ->type_name("N");
    command.add_flag("--prior", o.prior_alone, "Draw from the prior alone, as if nothing had been fitted");
    command.add_option("--years", o.years, "Years to simulate under each option")->type_name("Y");
    command
        .add_option("--set", o.set,
                    "Change one setting: PATH=VALUE, as parameters.network.halflife_friend=9 or "
                    "option.structural.line.1.buys.1.fte=2; may be repeated")
        ->type_name("PATH=VALUE")
        ->allow_extra_args(false);
}

void add_running(CLI::App& command, Invocation& asked, const std::string& out_help,
                 const std::string& out_type) {
    add_scenario(command, asked);
    command.add_option("-o,--out", asked.out, out_help)->type_name(out_type);
    command.add_flag("--digests", asked.digests,
                     "Record a digest of every column of the state in every month, for weefsel trace");
}

CLI::App& add_command(CLI::App& program, Invocation& asked, Command which, const char* name, const char* help,
                      const char* examples) {
    CLI::App& command = *program.add_subcommand(name, help);
    command.footer(std::string("Examples:\n") + examples);
    add_common(command, asked);
    command.callback([&asked, which] { asked.command = which; });
    return command;
}

void declare_validate(CLI::App& program, Invocation& asked) {
    auto& o = asked.overrides;
    auto& validate = add_command(
        program, asked, Command::validate, "validate",
        "Measure known patterns in a sample of real neighbourhoods and set them beside their bands",
        "  weefsel validate                       the patterns and the sample that ship\n"
        "  weefsel validate --draws 4             quicker\n"
        "  weefsel validate --draws 1 --replicates 8   the stated values, with chance alone\n"
        "  weefsel validate my-patterns.toml --strict --json");
    validate.add_option("TARGETS", asked.targets,
                        "File of patterns (TOML; default: scenarios/validation/patterns.toml)");
    validate.add_option("--seed", o.seed, "Seed of all random numbers (default: the sample's)")
        ->type_name("S");
    validate
        .add_option("--replicates", o.replicates, "Replicates: simulated worlds with other chance events")
        ->type_name("N");
    validate
        .add_option("--draws", o.draws,
                    "Measure in so many sets of the posterior, all that was not fitted as stated (default: "
                    "the sample's; 1: all as stated)")
        ->type_name("N");
    validate.add_flag(
        "--prior", o.prior_alone,
        "With --draws: draw everything that is uncertain from its prior, as if nothing had been fitted");
    validate
        .add_option("--set", o.set,
                    "Change one setting of the sample, as parameters.network.halflife_friend=9")
        ->type_name("PATH=VALUE")
        ->allow_extra_args(false);
    auto* monitor =
        validate
            .add_option(
                "--monitor", asked.monitor,
                "Also compare loneliness between neighbourhoods with a health monitor (CSV, layout of "
                "RIVM 50090NED)")
            ->type_name("FILE.csv");
    auto* figures = validate
                        .add_option("--figures", asked.figures,
                                    "Kerncijfers of the neighbourhoods to compare with the monitor (CSV)")
                        ->type_name("FILE.csv");
    monitor->needs(figures);
    figures->needs(monitor);
    validate.add_flag("--strict", asked.strict, "Exit with 1 when a pattern fails");
}

void declare_serve_runs(CLI::App& program, Invocation& asked) {
    auto& o = asked.overrides;
    auto& serve = add_command(
        program, asked, Command::serve_runs, "serve-runs",
        "Answer runs line by line (JSON in, JSON out), for pyABC, EMA Workbench, OpenMOLE and the like",
        "  weefsel serve-runs my.toml --indicators social_cohesion,wmo --at-years 8\n"
        "  echo '{\"id\": 1, \"parameters\": {\"network.halflife_friend\": 12}}' | weefsel serve-runs "
        "my.toml");
    serve.add_option("SCENARIO", asked.scenario, "Scenario file (TOML)")->required();
    serve.add_option("--indicators", asked.indicators, "Which to answer, with commas (default: all)")
        ->type_name("NAMES")
        ->delimiter(',');
    serve
        .add_option("--at-years", asked.at_years,
                    "Years to answer, with commas (default: 4, 8, 20 and the end)")
        ->type_name("YEARS")
        ->delimiter(',');
    serve.add_option("--seed", o.seed, "Seed of all random numbers (default: the scenario's)")
        ->type_name("S");
    serve.add_option("--years", o.years, "Years to simulate under each option")->type_name("Y");
    serve
        .add_option("--set", o.set,
                    "Change one setting for all runs, as parameters.network.halflife_friend=9")
        ->type_name("PATH=VALUE")
        ->allow_extra_args(false);
}

void declare_calibrate(CLI::App& program, Invocation& asked) {
    auto& o = asked.overrides;
    auto& calibrate = add_command(
        program, asked, Command::calibrate, "calibrate",
        "Fit free parameters to published figures by sequential ABC; writes posterior.csv, resumes",
        "  weefsel calibrate scenarios/targets/nl.toml -o out/nl\n"
        "  weefsel calibrate my-targets.toml --threads 4 --json");
    calibrate.add_option("TARGETS", asked.targets, "File of targets, priors and search (TOML)")->required();
    calibrate
        .add_option("-o,--out", asked.out,
                    "Folder for posterior.csv and all runs (default: out/NAME of the targets)")
        ->type_name("DIR");
    calibrate
        .add_option("--seed", o.seed,
                    "Seed of all random numbers, those of the search too (default: the scenario's)")
        ->type_name("S");
    calibrate
        .add_option("--set", o.set,
                    "Change one setting of the scenario, as parameters.network.halflife_friend=9")
        ->type_name("PATH=VALUE")
        ->allow_extra_args(false);
}

void declare_resident(CLI::App& program, Invocation& asked) {
    auto& resident = add_command(
        program, asked, Command::resident, "resident",
        "Tell the life of one resident in each option, and what made the lives part",
        "  weefsel resident out/first-look/results.h5            two or three telling lives, one typical\n"
        "  weefsel resident out/first-look/results.h5 --id 1024 --lang en\n"
        "  weefsel resident out/first-look/results.h5 --replicate 2 --json");
    resident.add_option("RESULTS.h5", asked.file_a, "Result file of weefsel compare")->required();
    resident
        .add_option(
            "--id", asked.id,
            "Number of a resident of month 0: 1 to as many as there are, in the order of birth numbers "
            "(default: telling ones are picked)")
        ->type_name("N");
    resident
        .add_option("--replicate", asked.replicate,
                    "Which replicate of the file, that is, which chance events (default: 1)")
        ->type_name("N");
    resident
        .add_option("--draw", asked.draw, "Which set of assumptions, where the file has several (default: 1)")
        ->type_name("N");
    resident.add_option("--lang", asked.language, "Language: nl (default) or en")
        ->type_name("LANG")
        ->check(CLI::IsMember({"nl", "en"}));
}

void declare_report(CLI::App& program, Invocation& asked) {
    auto& report =
        add_command(program, asked, Command::report, "report",
                    "Make the report of a result file: one page for a browser, without network",
                    "  weefsel report out/first-look/results.h5          writes report.html beside it\n"
                    "  weefsel report out/mine/results.h5 -o mine.html --lang en");
    report.add_option("RESULTS.h5", asked.file_a, "Result file")->required();
    report
        .add_option("-o,--out", asked.out,
                    "The page (default: report.html beside results.h5, NAME.html beside NAME.h5)")
        ->type_name("FILE.html");
    report
        .add_option("--lang", asked.language,
                    "Language in which it opens: nl (default) or en; a button switches")
        ->type_name("LANG")
        ->check(CLI::IsMember({"nl", "en"}));
}

void declare_side_studies(CLI::App& compare, Invocation& asked) {
    constexpr int most_years = 40, most_replicates = 10000, most_respondents = 10000000;
    compare.add_flag("--mechanisms", asked.mechanisms,
                     "Also take each difference apart: hours, tenure, gaps, selection, focus (up to 32 more "
                     "options a pair; options must buy the same work)");
    compare
        .add_option(
            "--stopped-after", asked.stopped_after,
            "Also simulate every option ended after so many years, to see what is lost (default: half of "
            "the years; 0: do not)")
        ->type_name("YEARS")
        ->check(CLI::Range(0, most_years));
    compare
        .add_option(
            "--side-worlds", asked.side_worlds,
            "Worlds in which options are ended or taken apart, of as many draws as there are (default: 8)")
        ->type_name("N")
        ->check(CLI::Range(2, most_replicates));
    compare
        .add_option(
            "--respondents", asked.respondents,
            "Respondents that the city's own survey has here, for what it could have seen (default: 3 "
            "in 100 residents)")
        ->type_name("N")
        ->check(CLI::Range(2, most_respondents));
}

void declare_sweep(CLI::App& program, Invocation& asked) {
    auto& o = asked.overrides;
    auto& design =
        add_command(program, asked, Command::design, "design", "Make the points of a design; run nothing",
                    "  weefsel design scenarios/designs/first-sweep.toml -o points.csv\n"
                    "  weefsel design my-design.toml | head");
    design.add_option("DESIGN", asked.design, "Design file (TOML)")->required();
    design.add_option("-o,--out", asked.out, "Table of the points (default: standard output)")
        ->type_name("FILE.csv");
    design.add_option("--seed", o.seed, "Seed of the points (default: the design's)")->type_name("S");

    auto& sweep = add_command(
        program, asked, Command::sweep, "sweep", "Live a scenario at every point of a design; resumes",
        "  weefsel sweep scenarios/designs/first-sweep.toml --dry-run      runs, time, disk; runs nothing\n"
        "  weefsel sweep my-design.toml -o out/mine                        all cores; the same command "
        "resumes\n"
        "  mpirun -n 64 weefsel sweep my-design.toml -o out/mine           ranks share the runs\n"
        "  weefsel sweep my-design.toml -o out/mine --shard 2/8            a part; then weefsel merge "
        "out/mine");
    sweep.add_option("DESIGN", asked.design, "Design file (TOML)")->required();
    sweep.add_option("-o,--out", asked.out, "Folder for the sweep (default: out/NAME of the design)")
        ->type_name("DIR");
    sweep.add_flag("--dry-run", asked.dry_run,
                   "Say how many runs it is, how long and how large; run nothing");
    sweep.add_option("--shard", asked.shard, "Only the i-th of n parts of the sweep, from 1")
        ->type_name("i/n");
    constexpr int most_runs = 1'000'000;
    sweep
        .add_option("--batch", asked.batch,
                    "Runs in a file, which are lost together when the machine stops (default: about half a "
                    "minute)")
        ->type_name("N")
        ->check(CLI::Range(1, most_runs));
    sweep.add_option("--seed", o.seed, "Seed of all random numbers (default: the scenario's)")
        ->type_name("S");
    sweep.add_option("--replicates", o.replicates, "Replicates at each point (default: the design's)")
        ->type_name("N");
    sweep.add_option("--years", o.years, "Years to simulate under each option")->type_name("Y");
    sweep
        .add_option("--set", o.set,
                    "Change one setting of the scenario at all points: PATH=VALUE; may be repeated")
        ->type_name("PATH=VALUE")
        ->allow_extra_args(false);

    auto& status = add_command(program, asked, Command::status, "status",
                               "Say what of a sweep is done, running or failed, and the time left",
                               "  weefsel status out/mine\n  weefsel status out/mine --json");
    status.add_option("DIR", asked.folder, "Folder of a sweep")->required();

    auto& merge = add_command(program, asked, Command::merge, "merge",
                              "Put all shards of a sweep into one sweep.h5", "  weefsel merge out/mine");
    merge.add_option("DIR", asked.folder, "Folder of a sweep")->required();
}

void declare_sensitivity(CLI::App& program, Invocation& asked) {
    auto& outputs = asked.outputs;
    auto& command = add_command(
        program, asked, Command::sensitivity, "sensitivity",
        "Say which factors matter: Sobol' or Morris indices of a sweep or of any model's outputs",
        "  weefsel sensitivity out/first-sweep                            writes sensitivity.csv there\n"
        "  weefsel sensitivity out/first-sweep --indicator lonely --year 20\n"
        "  weefsel sensitivity --design points.csv --values outputs.csv   indices on standard output\n"
        "  weefsel sensitivity --design points.csv --values outputs.csv --method emulator -o indices.csv\n"
        "  weefsel sensitivity out/first-sweep --worth --indicator lonely --year 20   writes worth.csv "
        "there");
    command.add_option("DIR", asked.folder, "Folder of a sweep");
    auto* design =
        command
            .add_option("--design", asked.design,
                        "Points of any model: a header with names of factors, a row for each point "
                        "(or the design itself, TOML)")
            ->type_name("FILE.csv");
    auto* values =
        command
            .add_option("--values", asked.values,
                        "Outputs of the model: a header with names of outputs, a row for each point in "
                        "the same order; NaN or nothing where a run failed")
            ->type_name("FILE.csv");
    design->needs(values);
    values->needs(design);
    command
        .add_option("--method", asked.method,
                    "sobol (Saltelli blocks), morris (trajectories) or emulator (any points; default: what "
                    "suits the points)")
        ->type_name("METHOD")
        ->check(CLI::IsMember({"sobol", "morris", "emulator"}));
    command.add_option("--indicator", outputs.indicators, "Only this indicator, or output; may be repeated")
        ->type_name("NAME")
        ->allow_extra_args(false);
    command
        .add_option("--option", outputs.options,
                    "Only this option, alone and against the reference (--worth: one to choose from); may be "
                    "repeated")
        ->type_name("NAME")
        ->allow_extra_args(false);
    command.add_option("--year", outputs.years, "Only this year; may be repeated")
        ->type_name("Y")
        ->allow_extra_args(false);
    command
        .add_option(
            "-o,--out", asked.out,
            "Table of indices, a folder for it, or - for standard output (default: sensitivity.csv in "
            "DIR, else standard output; likewise predictions.csv and worth.csv)")
        ->type_name("FILE.csv");
    command
        .add_option(
            "--predict", asked.predict,
            "In place of indices: what an emulator predicts at these points, with intervals for the mean "
            "and for one run (predictions.csv)")
        ->type_name("FILE.csv");
    command.add_flag(
        "--worth", asked.worth,
        "In place of indices: what knowing each uncertainty, and all of them, before choosing between the "
        "options would be worth (EVPPI, EVPI), in the unit of each indicator that has a better direction "
        "(worth.csv). Of --values each output is an option, and a value its net benefit: higher is better");
    constexpr auto last_seed = std::numeric_limits<std::uint32_t>::max();
    command.add_option("--seed", asked.overrides.seed, "Seed of the intervals (default: 1)")
        ->type_name("S")
        ->check(CLI::Range(std::int64_t{0}, std::int64_t{last_seed}));
}

void declare(CLI::App& program, Invocation& asked) {
    auto& compare =
        add_command(program, asked, Command::compare, "compare",
                    "Live the same neighbourhood under every option and compare them",
                    "  weefsel compare scenarios/first-look.toml\n"
                    "  weefsel compare my.toml -o out/mine --replicates 60 --threads 2\n"
                    "  weefsel compare my.toml --mechanisms --side-worlds 10\n"
                    "  weefsel compare my.toml --noticeable social_cohesion=0.2 --noticeable lonely=0.01\n"
                    "  weefsel compare my.toml --set parameters.network.halflife_friend=9 --json");
    add_running(compare, asked, "Folder for the results (default: out/NAME of the scenario)", "DIR");
    declare_side_studies(compare, asked);
    compare
        .add_option(
            "--noticeable", asked.noticeable,
            "Smallest difference worth noticing: NAME=VALUE, an indicator and a number in its unit in "
            "summary.csv, as severely_lonely=0.01 (default: social_cohesion 0.1, shares 0.005); may be "
            "repeated")
        ->type_name("NAME=VALUE")
        ->allow_extra_args(false);

    auto& run = add_command(program, asked, Command::run, "run", "Live a neighbourhood under one option",
                            "  weefsel run scenarios/first-look.toml --option structural\n"
                            "  weefsel run my.toml --option projects -o projects.h5 --years 5");
    add_running(run, asked, "Result file (default: out/NAME of the scenario-OPTION.h5)", "FILE.h5");
    run.add_option("--option", asked.option, "Name of the option")->type_name("NAME")->required();

    auto& check =
        add_command(program, asked, Command::check, "check", "Read and judge a scenario; run nothing",
                    "  weefsel check scenarios/first-look.toml\n"
                    "  weefsel check my.toml --set option.structural.line.1.term_months=108");
    add_scenario(check, asked);

    auto& fresh =
        add_command(program, asked, Command::fresh, "new", "Write a commented scenario to start from",
                    "  weefsel new my-neighbourhood      writes my-neighbourhood.toml\n"
                    "  weefsel check my-neighbourhood.toml");
    fresh.add_option("NAME", asked.name, "Name of the new scenario; the file is NAME.toml")->required();

    declare_sweep(program, asked);
    declare_sensitivity(program, asked);

    auto& trace =
        add_command(program, asked, Command::trace, "trace",
                    "Find the first month and column in which two result files part",
                    "  weefsel trace out/a/results.h5 out/b/results.h5\n"
                    "  weefsel compare my.toml -o out/a --digests    records the columns of the state");
    trace.add_option("A.h5", asked.file_a, "Result file")->required();
    trace.add_option("B.h5", asked.file_b, "Result file")->required();

    declare_resident(program, asked);
    declare_report(program, asked);

    auto& parameters = add_command(program, asked, Command::parameters, "parameters",
                                   "List all parameters: value, unit, range, meaning, source",
                                   "  weefsel parameters --format csv > parameters.csv\n"
                                   "  weefsel parameters | less\n"
                                   "  weefsel parameters --table indicators");
    parameters.add_option("--format", asked.format, "md, csv or json")
        ->type_name("FORMAT")
        ->check(CLI::IsMember({"md", "csv", "json"}));
    parameters
        .add_option("--table", asked.table,
                    "What to list: parameters (default), states (every column of every entity), schedule "
                    "(steps and processes of a month), indicators, streams (of random numbers)")
        ->type_name("TABLE")
        ->check(CLI::IsMember({"parameters", "states", "schedule", "indicators", "streams"}));
    declare_serve_runs(program, asked);
    declare_calibrate(program, asked);
    declare_validate(program, asked);
}

/// A wrong name of a command deserves a better message than "argument not expected".
std::string wrong_command(const CLI::App& program, const std::string& word) {
    std::vector<std::string> names;
    for (const auto* command : program.get_subcommands({})) names.push_back(command->get_name());
    return "weefsel: there is no command " + word + sim::did_you_mean(word, names) +
           "\n`weefsel --help` lists the commands.\n";
}

std::string as_typed(int argc, const char* const* argv) {
    std::string out = "weefsel";
    for (int i = 1; i < argc; ++i) {
        const std::string word = argv[i];
        const bool plain =
            word.find_first_of(" \t\n'\"\\$`*?()[]{}<>|&;#~!") == std::string::npos && !word.empty();
        std::string quoted = word;
        for (std::size_t at = 0; (at = quoted.find('\'', at)) != std::string::npos; at += 4) {
            quoted.replace(at, 1, "'\\''");
        }
        out += plain ? " " + word : " '" + quoted + "'";
    }
    return out;
}

}  // namespace

Parsed parse_command_line(int argc, const char* const* argv, std::span<const sim::Renamed> old_names) {
    Invocation asked;
    CLI::App program(
        "Weefsel lives the same Dutch neighbourhood under several ways to pay for its social fabric,\n"
        "with the same people and the same chance events, and says what differs and how sure that is.",
        "weefsel");
    program.set_version_flag("--version", version_line(), "Version and commit");
    program.require_subcommand(1);
    program.footer(
        "`weefsel COMMAND --help` explains a command. Exit codes: 0 done, 1 internal error or failed\n"
        "worlds, 2 wrong usage or input, 3 interrupted (the same command resumes).");
    declare(program, asked);
    std::vector<std::string> words(argv, argv + argc);
    std::string warnings;
    for (const auto& told : sim::take_old_flags(words, old_names)) warnings += "warning: " + told + "\n";
    std::vector<const char*> understood;
    for (const auto& word : words) understood.push_back(word.c_str());
    if (argc == 1) return {std::nullopt, "", program.help(), exit_wrong_input};
    try {
        program.parse(argc, understood.data());
    } catch (const CLI::ParseError& e) {
        const auto chosen = program.get_subcommands();
        const std::string first = argv[1];
        if (chosen.empty() && first.rfind('-', 0) != 0) {
            return {std::nullopt, "", wrong_command(program, first), exit_wrong_input};
        }
        std::ostringstream out, err;
        const CLI::App& at = chosen.empty() ? program : *chosen.front();
        const int code = at.exit(e, out, err);
        if (code == 0) return {std::nullopt, out.str(), err.str(), exit_done};
        const std::string name = chosen.empty() ? "weefsel" : "weefsel " + chosen.front()->get_name();
        return {std::nullopt, "", name + ": " + std::string(e.what()) + "\nSee `" + name + " --help`.\n",
                exit_wrong_input};
    }
    asked.typed = sim::plain_text(as_typed(argc, argv));  // names of files are bytes of any kind
    return {asked, "", warnings, exit_done};
}

}  // namespace weefsel::app
