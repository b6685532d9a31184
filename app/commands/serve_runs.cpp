#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <iostream>

#include "analysis/results/comparison.hpp"
#include "analysis/results/cube.hpp"
#include "app/commands/all_commands.hpp"
#include "app/commands/command_line.hpp"
#include "app/compare/prepare.hpp"
#include "app/serve/door_json.hpp"
#include "app/serve/run_request.hpp"
#include "app/terminal/exit_codes.hpp"
#include "app/terminal/interrupt.hpp"
#include "app/terminal/terminal.hpp"
#include "app/terminal/texts.hpp"
#include "models/measure/indicators.hpp"
#include "models/scenario/read_scenario.hpp"
#include "models/study/study.hpp"
#include "sim/file_aside.hpp"
#include "sim/parallel.hpp"

namespace weefsel::app {
namespace {

struct ServeRunsArguments : CommonArguments, ScenarioArguments {
    std::vector<std::string> indicators;  ///< that the door answers; none: all
    std::vector<int> at_years;            ///< at which it answers; none: 4, 8, 20 and the end
};

std::vector<std::string> indicators_answered(const ServeRunsArguments& arguments, const Scenario& scenario) {
    std::vector<std::string> all;
    for (const auto& o : observables()) all.emplace_back(o.name);
    std::vector<sim::Problem> problems;
    for (const auto& name : arguments.indicators) {
        if (std::find(all.begin(), all.end(), name) != all.end()) continue;
        auto& problem = problems.emplace_back();
        problem.at.file = scenario.file;
        problem.text = fmt::format("--indicators: found \"{}\", allowed is one of {}{}", name,
                                   fmt::join(all, ", "), sim::did_you_mean(name, all));
    }
    if (!problems.empty()) throw sim::InputError(problems);
    return arguments.indicators.empty() ? all : arguments.indicators;
}

std::vector<int> years_answered(const ServeRunsArguments& arguments, const Scenario& scenario) {
    for (const int year : arguments.at_years)
        if (year < 1 || year > scenario.years)
            throw sim::InputError(
                {scenario.file, 1, 1},
                fmt::format("--at-years: found {}, allowed is 1 to {} (the years of the scenario)", year,
                            scenario.years));
    return arguments.at_years.empty() ? analysis::horizons(scenario.years) : arguments.at_years;
}

/// Years of a request may be fewer than those of the door, for a request may set them.
std::vector<AnsweredOption> answers_of(const Study& study, const analysis::Cube& cube, const Door& door) {
    std::vector<AnsweredOption> out;
    for (std::size_t o = 0; o < study.scenario().options.size(); ++o) {
        out.push_back({study.scenario().options[o].name, {}});
        for (const auto& name : door.indicators) {
            const auto indicator = *analysis::observable_named(cube.layout(), name);
            AnsweredIndicator answered{name, {}};
            for (const int year : door.years)
                answered.values.push_back(year > study.scenario().years
                                              ? std::nan("")
                                              : analysis::year_values(cube, indicator, o, year).at(0));
            out.back().indicators.push_back(std::move(answered));
        }
    }
    return out;
}

std::vector<AnsweredOption> live(const ServeRunsArguments& arguments, const RunRequest& request,
                                 const Door& door) {
    auto overrides = arguments.overrides;
    overrides.set.insert(overrides.set.end(), request.set.begin(), request.set.end());
    if (request.seed) overrides.seed = request.seed;
    overrides.draws = 1;
    const Study study(read_scenario(arguments.scenario, overrides));
    const int threads = arguments.threads > 0 ? arguments.threads : sim::available_threads();
    const auto unit =
        study.run({0, static_cast<std::size_t>(request.replicate - 1)}, &stop_requested(), threads);
    analysis::Cube cube(study.layout(), {study.scenario().options.size(), 1, 1});
    cube.add(0, 0, unit);
    return answers_of(study, cube, door);
}

/// What a request may be long, in bytes.
constexpr std::size_t longest_line = std::size_t{16} << 20U;

/// The next line, kept no longer than one byte beyond `longest_line`; false at the end.
bool next_line(std::istream& in, std::string& line) {
    line.clear();
    auto& from = *in.rdbuf();
    constexpr int end = std::char_traits<char>::eof();
    int c = from.sbumpc();
    if (c == end) return false;
    for (; c != end && c != '\n'; c = from.sbumpc())
        if (line.size() <= longest_line) line += static_cast<char>(c);
    return true;
}

/// The answer to one line; an error is an answer too, and the door stays open.
std::string answer(const ServeRunsArguments& arguments, const std::string& line, const Door& door) {
    if (line.size() > longest_line)
        return json_of_refusal(
            {}, fmt::format("found a line of more than {} bytes, allowed are so many", longest_line));
    const auto request = read_run_request(line);
    if (!request.problem.empty()) return json_of_refusal(request, request.problem);
    try {
        return json_of_answer(request, live(arguments, request, door), door.years);
    } catch (const std::exception& e) { return json_of_refusal(request, e.what()); }
}

int run_serve_runs(const ServeRunsArguments& arguments) {
    sim::require_regular_file(arguments.scenario);  // every run reads it
    auto scenario = read_scenario_of(arguments);
    Door door{scenario.file,
              scenario.seed,
              scenario.replicates,
              {},
              indicators_answered(arguments, scenario),
              years_answered(arguments, scenario)};
    for (const auto& o : scenario.options) door.options.push_back(o.name);
    say_warnings(arguments, scenario);
    if (!arguments.quiet)
        say(fmt::format(
            "{}, seed {}: a line of JSON a run on standard input, a line of JSON back; its end ends this",
            version_line(), scenario.seed));
    put(json_of_door(door, table_of(scenario.parameters)));
    for (std::string line; next_line(std::cin, line);) {
        if (line.find_first_not_of(" \t\r") == std::string::npos) continue;
        put(answer(arguments, line, door));
    }
    return exit_done;
}

}  // namespace

void add_serve_runs(CommandLine& line) {
    auto [command, arguments] = line.add<ServeRunsArguments>(
        "serve-runs",
        "Answer runs line by line (JSON in, JSON out), for pyABC, EMA Workbench, OpenMOLE and the like",
        "  weefsel serve-runs my.toml --indicators social_cohesion,wmo --at-years 8\n"
        "  echo '{\"id\": 1, \"parameters\": {\"network.halflife_friend\": 12}}' | weefsel serve-runs "
        "my.toml",
        run_serve_runs);
    command.add_option("SCENARIO", arguments.scenario, "Scenario file (TOML)")->required();
    command.add_option("--indicators", arguments.indicators, "Which to answer, with commas (default: all)")
        ->type_name("NAMES")
        ->delimiter(',');
    command
        .add_option("--at-years", arguments.at_years,
                    "Years to answer, with commas (default: 4, 8, 20 and the end)")
        ->type_name("YEARS")
        ->delimiter(',');
    command
        .add_option("--seed", arguments.overrides.seed,
                    "Seed of all random numbers (default: the scenario's)")
        ->type_name("S");
    command.add_option("--years", arguments.overrides.years, "Years to simulate under each option")
        ->type_name("Y");
    command
        .add_option("--set", arguments.overrides.set,
                    "Change one setting for all runs, as parameters.network.halflife_friend=9")
        ->type_name("PATH=VALUE")
        ->allow_extra_args(false);
}

}  // namespace weefsel::app
