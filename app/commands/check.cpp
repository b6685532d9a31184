#include <fmt/format.h>

#include <filesystem>

#include "app/check/check_text.hpp"
#include "app/check/mend_file.hpp"
#include "app/commands/all_commands.hpp"
#include "app/commands/command_line.hpp"
#include "app/compare/comparison_json.hpp"
#include "app/compare/prepare.hpp"
#include "app/terminal/exit_codes.hpp"
#include "app/terminal/language.hpp"
#include "app/terminal/terminal.hpp"
#include "sim/file_aside.hpp"

namespace weefsel::app {
namespace {

struct CheckArguments : CommonArguments, ScenarioArguments {
    bool fix = false, all = false;

    CheckArguments() { language.clear(); }
};

/// Writes the euros that make the options equal into the scenario's file, whole or not at all.
MendedFile fix(const CheckArguments& arguments, const Speech& say) {
    const auto& file = arguments.scenario;
    if (!arguments.overrides.set.empty())
        throw sim::InputError(
            {"--fix", 1, 1},
            "judges the file as it stands: found --set beside it, allowed is one of the two");
    sim::require_regular_file(file);
    const auto scenario = over_own_years(arguments, read_scenario_of(arguments));
    auto mended = mended_file(sim::read_whole(file), scenario, mended_money(scenario), say);
    if (mended.numbers.empty()) return mended;
    auto overrides = with_shipped_posterior({});
    overrides.hooks = scenario.hooks;
    const auto again = check_equal_money(read_scenario_text(mended.text, file, overrides));
    if (!again.empty()) throw sim::InputError(again);
    const auto who_may = std::filesystem::status(file).permissions();
    writing([&] {
        sim::write_whole(file, mended.text);
        std::filesystem::permissions(file, who_may);
    });
    return mended;
}

int run_check(const CheckArguments& arguments) {
    const Speech in(reading_of(arguments.language));
    const auto mended = arguments.fix ? fix(arguments, in) : MendedFile{};
    const Scenario scenario = read_scenario_of(arguments);
    const auto unequal = unequal_money_of(arguments, scenario);
    const auto expected = expected_money(over_own_years(arguments, scenario));
    say_seed(arguments, scenario);
    if (arguments.json) {
        put(json_of_check(scenario, expected, unequal, mended.numbers));
    } else {
        const auto text = arguments.all ? check_text : short_check_text;
        put(text(scenario, expected, arguments.threads, in.language()) +
            (arguments.fix ? "\n" + mended_text(arguments.scenario, mended, in) : ""));
    }
    say_warnings(arguments, scenario, in.language());
    for (const auto& line : sim::lines_of(in_language(unequal, in.language()))) say(line);
    if (!unequal.empty()) return exit_wrong_input;
    if (!arguments.json && !arguments.quiet)
        say(in("Dit scenario kan worden doorgerekend.", "This scenario can be run."));
    return exit_done;
}

}  // namespace

void add_check(CommandLine& line) {
    auto [command, arguments] =
        line.add<CheckArguments>("check", "Read and judge a scenario; run nothing",
                                 "  weefsel check scenarios/first-look.toml\n"
                                 "  weefsel check my.toml --set option.structural.line.1.term_months=108\n"
                                 "  weefsel check my.toml --all       every neighbourhood, all terms\n"
                                 "  weefsel check my.toml --fix       makes its options equal in money",
                                 run_check);
    add_scenario(command, arguments);
    add_plugins(command, arguments.plugins);
    command.add_flag(
        "--fix", arguments.fix,
        "Write the euro_year into the file that makes every option equal in money to the reference; "
        "remarks and layout stay");
    command.add_flag(
        "--all", arguments.all,
        "Print everything: every neighbourhood, what its figures lacked, the terms of every line");
    add_language(command, arguments.language);
}

}  // namespace weefsel::app
