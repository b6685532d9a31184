#include "app/compare/prepare.hpp"
#include "models/scenario/read_scenario.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "app/compare/shipped_files.hpp"
#include "app/plugin/load_plugins.hpp"
#include "app/terminal/terminal.hpp"
#include "app/terminal/texts.hpp"
#include "models/scenario/all_parameters.hpp"
#include "models/scenario/parameter_draws.hpp"
#include "sim/file_aside.hpp"
#include "sim/settings.hpp"

namespace weefsel::app {

Overrides with_shipped_posterior(Overrides overrides) {
    overrides.usual_posterior = shipped_file_if_there("posterior.csv").value_or("");
    return overrides;
}

namespace {

/// The fitted sets that ship are not where this program stands: the same command gives other numbers there.
void warn_of_lost_posterior(const Overrides& overrides, Scenario& scenario) {
    if (scenario.draws < 2 || overrides.prior_alone || !overrides.usual_posterior.empty() ||
        !scenario.posterior.empty())
        return;
    const auto looked = fmt::format("{}", fmt::join(places_of_shipped("posterior.csv"), ", "));
    scenario.warnings.push_back(
        {{scenario.file, 1, 1},
         fmt::format("the fitted sets that ship with weefsel are not found, so every set of assumptions is "
                     "drawn from its prior, and numbers are others than where they are found; looked for {}; "
                     "--prior: as meant",
                     looked),
         fmt::format(
             "de geijkte waarden die bij weefsel horen zijn niet gevonden, dus alle aannames komen uit "
             "wat er vooraf over bekend is, en de cijfers zijn andere dan waar ze wel gevonden worden; "
             "gezocht: {}; --prior: zo bedoeld",
             looked)});
}

}  // namespace

Scenario read_scenario_of(const ScenarioArguments& arguments) {
    const auto overrides = with_shipped_posterior(arguments.overrides);
    auto scenario = read_scenario(arguments.scenario, with_plugins(overrides, arguments.plugins));
    check_plugins(scenario);
    warn_of_lost_posterior(overrides, scenario);
    return scenario;
}

std::size_t count_fitted(const Scenario& scenario) {
    Parameters usual;
    auto own = scenario.parameters;
    const auto before = table_of(usual), now = table_of(own);
    return static_cast<std::size_t>(std::count_if(
        scenario.posterior.names.begin(), scenario.posterior.names.end(),
        [&](const std::string& name) { return *now.find(name)->value == *before.find(name)->value; }));
}

std::string origin_of_draws(const Scenario& scenario, const Speech& say) {
    if (scenario.draws < 2) return "";
    const auto all = names_drawn(scenario.parameters, scenario.posterior).size();
    if (scenario.posterior.empty())
        return say(
            "komen {} uit wat er vooraf over bekend is, ruimer naarmate het bewijs zwakker is; geen ervan is "
            "geijkt",
            "{} come from their prior, wider the weaker the evidence; none was fitted",
            say.counted(all, noun::parameter));
    const auto fitted = count_fitted(scenario);
    return say(
        "komen {} samen uit de posterior ({}), {} andere uit wat er vooraf over bekend is, ruimer naarmate "
        "het "
        "bewijs zwakker is",
        "{} come together from the posterior ({}), {} others from their prior, wider the weaker the evidence",
        say.counted(fitted, noun::parameter), scenario.posterior.from, all - fitted);
}

Scenario only_option(const Scenario& scenario, const std::string& name) {
    std::vector<std::string> names;
    for (const auto& o : scenario.options) names.push_back(o.name);
    if (std::find(names.begin(), names.end(), name) == names.end()) {
        throw sim::InputError({scenario.file, 1, 1},
                              fmt::format("--option: found \"{}\", allowed is one of {}{}", name,
                                          fmt::join(names, ", "), sim::did_you_mean(name, names)));
    }
    return only_options(scenario, {name}, name);
}

Scenario only_options(const Scenario& scenario, const std::vector<std::string>& names,
                      const std::string& reference) {
    auto root = sim::read_toml_text(scenario.resolved, scenario.file);
    auto& options = std::get<sim::Array>(root.find("option")->data);
    std::erase_if(options, [&](const sim::Value& option) {
        const auto* own = option.find("name");
        return own == nullptr ||
               std::find(names.begin(), names.end(), std::get<std::string>(own->data)) == names.end();
    });
    root.find("reference")->data = reference;
    Overrides same;
    same.hooks = scenario.hooks;
    auto out = read_scenario_text(sim::write_toml(root), scenario.file, same);
    out.warnings = scenario.warnings;  // at places in the file as it is
    return out;
}

Scenario over_own_years(const ScenarioArguments& arguments, const Scenario& scenario) {
    if (!arguments.overrides.years) return scenario;
    sim::require_regular_file(arguments.scenario);  // read again
    auto overrides = with_shipped_posterior(arguments.overrides);
    overrides.years.reset();
    overrides.hooks = scenario.hooks;
    return read_scenario(arguments.scenario, overrides);
}

std::vector<Remark> unequal_money_of(const ScenarioArguments& arguments, const Scenario& scenario) {
    if (!scenario.asks_equal_money()) return {};
    return unequal_options(over_own_years(arguments, scenario));
}

std::vector<sim::Problem> check_money_of(const ScenarioArguments& arguments, const Scenario& scenario) {
    return in_language(unequal_money_of(arguments, scenario), analysis::Reading::en);
}

analysis::RunRecord record_of(const ScenarioArguments& arguments, const std::string& typed,
                              const Scenario& scenario) {
    analysis::RunRecord record;
    record.title = scenario.title;
    record.question = scenario.question;
    record.title_nl = scenario.title_nl;
    record.question_nl = scenario.question_nl;
    record.seed = scenario.seed;
    record.command = typed;
    // What came through a pipe is gone; all that it said is in the resolved text.
    record.scenario =
        sim::is_regular_file(arguments.scenario) ? sim::read_whole(arguments.scenario) : scenario.resolved;
    record.resolved = scenario.resolved;
    record.plugins = identity_of(scenario);
    record.replaced = replaced_in(scenario.hooks.get());
    return record;
}

analysis::ResultTable parameters_of(const Scenario& scenario) {
    auto own = scenario;
    return analysis::parameters_table(table_of(own));
}

void say_seed(const CommonArguments& arguments, const Scenario& scenario) {
    const std::string line = fmt::format("{}, seed {}", version_line(), scenario.seed);
    if (arguments.json) {
        say(line);
    } else {
        put(line + "\n");
    }
}

void say_time_in_hooks(const CommonArguments& arguments, const Scenario& scenario) {
    if (!arguments.quiet && scenario.hooks != nullptr) say(time_in_hooks(scenario.hooks.get()));
}

std::vector<sim::Problem> in_language(const std::vector<Remark>& remarks, analysis::Reading language) {
    std::vector<sim::Problem> out;
    for (const auto& remark : remarks)
        out.push_back({remark.at, language == analysis::Reading::nl ? remark.nl : remark.en});
    return out;
}

void say_warnings(const CommonArguments& arguments, const Scenario& scenario, analysis::Reading language) {
    if (arguments.quiet) return;
    const Speech in(language);
    for (const auto& line : sim::lines_of(in_language(scenario.warnings, language)))
        say(in("let op: {}", "warning: {}", line));
}

}  // namespace weefsel::app
