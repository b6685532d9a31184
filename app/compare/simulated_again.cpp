#include "app/compare/simulated_again.hpp"
#include "models/scenario/read_scenario.hpp"

#include <fmt/format.h>

#include <bit>
#include <cmath>
#include <cstdint>
#include <optional>

#include "analysis/results/cube.hpp"
#include "app/terminal/interrupt.hpp"
#include "app/terminal/texts.hpp"
#include "models/scenario/parameter_draws.hpp"
#include "sim/ensemble.hpp"
#include "sim/error.hpp"
#include "sim/provenance.hpp"
#include "sim/run_file.hpp"

namespace weefsel::app {
namespace {

[[noreturn]] void refuse(const std::string& path, const std::string& why) {
    throw sim::InputError({path, 1, 1}, why);
}

std::string made_by(const sim::RunFileReader& file) {
    constexpr std::size_t digits = 12;
    return fmt::format("weefsel {} (commit {})", file.attribute("version"),
                       file.attribute("commit").substr(0, digits));
}

bool made_by_this(const sim::RunFileReader& file) {
    const auto& made = sim::provenance();
    return file.attribute("version") == made.version && file.attribute("commit") == made.commit;
}

/// The first value of the file that the world of `cube` (one draw, one replicate) does not have.
std::optional<std::string> first_difference(const sim::RunFileReader& file, const analysis::Cube& cube,
                                            const Scenario& scenario, sim::UnitKey key) {
    const std::string group = "/indicators";
    const auto replicates = file.dimension(group, "replicate").size(),
               draws = file.dimension(group, "draw").size(), months = file.dimension(group, "month").size();
    const auto& options = file.dimension(group, "option").labels;
    if (months != static_cast<std::size_t>(scenario.months()))
        return fmt::format("it holds {} months", months);
    if (options.size() != scenario.options.size()) return fmt::format("it holds {} options", options.size());
    const auto& observables = cube.layout().observables;
    for (std::size_t k = 0; k < observables.size(); ++k) {
        const std::string name(observables[k].name);
        if (!file.has(group + "/" + name)) return "it has no " + name;
        const auto in_file = file.variable(group, name).values;
        const auto& again = cube.indicator(k);
        for (std::size_t o = 0; o < options.size(); ++o)
            for (std::size_t m = 0; m < months; ++m) {
                const float a = in_file.at(((o * draws + key.draw) * replicates + key.replicate) * months +
                                           m),
                            b = again.at(o * months + m);
                if (a == b || (std::isnan(a) && std::isnan(b))) continue;
                return fmt::format("{} of option {} in month {} is {} there and {} here", name, options[o],
                                   m + 1, a, b);
            }
    }
    return std::nullopt;
}

/// One of `--replicate` and `--draw` as the file has it, from 0.
std::size_t checked(const sim::RunFileReader& file, const std::string& path, const std::string& dimension,
                    int number) {
    const auto there = file.dimension("/indicators", dimension).size();
    if (number < 1 || static_cast<std::size_t>(number) > there)
        refuse(path, fmt::format("--{}: found {}, allowed is 1 to {}", dimension, number, there));
    return static_cast<std::size_t>(number) - 1;
}

}  // namespace

Study study_of_results(const std::string& path) {
    const sim::RunFileReader file(path);
    if (!file.has("/scenario/resolved") || !file.has("/indicators/population"))
        refuse(path, "holds no study: residents are told from the results.h5 of weefsel compare");
    if (const auto plugins = file.attribute("plugins"); !plugins.empty())
        refuse(path, "was made with plugins, without which its lives are others: " + plugins);
    try {
        return Study(read_scenario_text(file.text("/scenario/resolved"), path));
    } catch (const sim::InputError& e) {
        sim::Problem why;
        why.at = {path, 1, 1};
        why.text =
            fmt::format("was made by {}; this is {}, which cannot read the scenario in it:", made_by(file),
                        version_line());
        std::vector<sim::Problem> problems{why};
        problems.insert(problems.end(), e.problems().begin(), e.problems().end());
        throw sim::InputError(problems);
    }
}

Parameters parameters_of(const Study& study, sim::UnitKey key) {
    const auto& scenario = study.scenario();
    return drawn_parameters(scenario.parameters, key.draw, static_cast<std::size_t>(scenario.draws),
                            scenario.seed, scenario.posterior);
}

WorldSimulatedAgain live_once(const Study& study, sim::UnitKey key, int threads, sim::UnitResult& unit) {
    WorldSimulatedAgain world;
    world.key = key;
    world.parameters = parameters_of(study, key);
    Attention attention;
    attention.lives = &world.lives;
    attention.founders = &world.founders;
    const auto plan = sim::plan_threads(1, study.layout().sites, threads);
    unit = study.run(key, &stop_requested(), plan.inside, {}, {}, attention);
    return world;
}

WorldSimulatedAgain live_again(const Study& study, const std::string& path, const WorldArguments& arguments,
                               int threads) {
    const sim::RunFileReader file(path);
    const auto& scenario = study.scenario();
    sim::UnitResult unit;
    auto world = live_once(
        study,
        {checked(file, path, "draw", arguments.draw), checked(file, path, "replicate", arguments.replicate)},
        threads, unit);
    analysis::Cube cube(study.layout(), {scenario.options.size(), 1, 1});
    cube.add(0, 0, unit);
    if (const auto other = first_difference(file, cube, scenario, world.key))
        refuse(path,
               fmt::format("draw {}, replicate {} is another world when it is simulated again ({}), so its "
                           "lives cannot be "
                           "told; the file was made by {}, this is {}{}",
                           arguments.draw, arguments.replicate, *other, made_by(file), version_line(),
                           file.attribute("failures").empty() ? "" : "; some worlds of the file failed"));
    if (!made_by_this(file))
        world.notes.push_back(
            fmt::format("{} was made by {}, this is {}; the world simulated again has the same "
                        "indicators in every month",
                        path, made_by(file), version_line()));
    return world;
}

}  // namespace weefsel::app
