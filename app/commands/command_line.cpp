#include "app/commands/command_line.hpp"

#include <sstream>
#include <utility>

#include "app/terminal/exit_codes.hpp"
#include "app/terminal/texts.hpp"
#include "sim/error.hpp"
#include "sim/plain_text.hpp"
#include "sim/renamed.hpp"

namespace weefsel::app {
namespace {

constexpr int max_threads = 4096;

void add_common(CLI::App& command, CommonArguments& arguments) {
    command.add_flag("--quiet", arguments.quiet, "No progress and no remarks; errors and results only");
    command.add_flag("--json", arguments.json,
                     "One machine-readable result on standard output, nothing else there");
    command.add_flag("--force", arguments.force, "Replace what is there, though it is of something else");
    command
        .add_option("--threads", arguments.threads,
                    "Threads (default: all cores); the results do not depend on it")
        ->type_name("N")
        ->check(CLI::Range(1, max_threads));
    command.set_version_flag("--version", version_line(), "Version and commit");
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

void add_scenario(CLI::App& command, ScenarioArguments& arguments) {
    auto& o = arguments.overrides;
    command.add_option("SCENARIO", arguments.scenario, "Scenario file (TOML)")->required();
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

void add_running(CLI::App& command, ScenarioArguments& arguments, std::string& out, bool& digests,
                 const char* out_help, const char* out_type) {
    add_scenario(command, arguments);
    command.add_option("-o,--out", out, out_help)->type_name(out_type);
    add_plugins(command, arguments.plugins);
    command.add_flag("--digests", digests,
                     "Record a digest of every column of the state in every month, for weefsel trace");
}

void add_cache(CLI::App& command, CommonArguments& arguments) {
    command.add_flag_callback(
        "--no-cache", [&arguments] { arguments.keep_burn_ins = false; },
        "Simulate the warm-up anew, though an earlier study with the same one kept how it ended (in "
        "~/.cache/weefsel or what WEEFSEL_CACHE names; the results are the same)");
}

void add_plugins(CLI::App& command, std::vector<std::string>& plugins, const char* help) {
    command.add_option("--plugin", plugins, help)->type_name("FILE")->allow_extra_args(false);
}

void add_language(CLI::App& command, std::string& language) {
    command
        .add_option(
            "--lang", language,
            "Language of what is printed: nl or en (default: that of the environment, LC_ALL or LANG)")
        ->type_name("LANG")
        ->check(CLI::IsMember({"nl", "en"}));
}

void add_table(CLI::App& command, TableArguments& arguments) {
    command
        .add_option("--figures", arguments.figures,
                    "Table of figures of the statistics office: Kerncijfers wijken en buurten, xlsx or CSV "
                    "(default: what WEEFSEL_FIGURES names)")
        ->type_name("FILE");
    command
        .add_option("--find", arguments.find,
                    "Part of a name, with the municipality behind it where several have it; or a code")
        ->type_name("TEXT");
    command
        .add_option("--municipality", arguments.municipality, "Only of this municipality: its name or code")
        ->type_name("NAME");
}

CommandLine::CommandLine()
    : program_(
          "Weefsel simulates the same Dutch neighbourhood under several ways to pay for its social fabric,\n"
          "with the same people and the same chance events, and says what differs and how sure that is.",
          "weefsel") {
    program_.set_version_flag("--version", version_line(), "Version and commit");
    program_.require_subcommand(1);
    program_.footer(
        "`weefsel COMMAND --help` explains a command. Exit codes: 0 done, 1 internal error or failed\n"
        "worlds, 2 wrong usage or input, 3 interrupted (the same command resumes).");
}

CLI::App& CommandLine::added(const char* name, const char* help, const char* examples,
                             CommonArguments& arguments, std::function<int()> run) {
    CLI::App& command = *program_.add_subcommand(name, help);
    command.footer(std::string("Examples:\n") + examples);
    add_common(command, arguments);
    command.callback([this, &arguments, run = std::move(run)] {
        arguments.typed = typed_;
        chosen_ = run;
    });
    return command;
}

Parsed CommandLine::parse(int argc, const char* const* argv, std::span<const sim::Renamed> old_names) {
    std::vector<std::string> words(argv, argv + argc);
    std::string warnings;
    for (const auto& told : sim::take_old_flags(words, old_names)) warnings += "warning: " + told + "\n";
    std::vector<const char*> understood;
    for (const auto& word : words) understood.push_back(word.c_str());
    if (argc == 1) return {{}, "", program_.help(), exit_wrong_input};
    typed_ = sim::plain_text(as_typed(argc, argv));  // names of files are bytes of any kind
    try {
        program_.parse(argc, understood.data());
    } catch (const CLI::ParseError& e) {
        const auto chosen = program_.get_subcommands();
        const std::string first = argv[1];
        if (chosen.empty() && first.rfind('-', 0) != 0)
            return {{}, "", wrong_command(program_, first), exit_wrong_input};
        std::ostringstream out, err;
        const CLI::App& at = chosen.empty() ? program_ : *chosen.front();
        const int code = at.exit(e, out, err);
        if (code == 0) return {{}, out.str(), err.str(), exit_done};
        const std::string name = chosen.empty() ? "weefsel" : "weefsel " + chosen.front()->get_name();
        return {
            {}, "", name + ": " + std::string(e.what()) + "\nSee `" + name + " --help`.\n", exit_wrong_input};
    }
    return {chosen_, "", warnings, exit_done};
}

}  // namespace weefsel::app
