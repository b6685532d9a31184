#include "models/scenario/all_parameters.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <variant>

#include "models/hook/hooks.hpp"
#include "sim/plain_text.hpp"

namespace weefsel {

sim::ParameterTable plugin_table_of(Scenario& scenario) {
    sim::ParameterTable table;
    if (scenario.hooks != nullptr) scenario.hooks->add_parameters(table, scenario.plugin_values);
    return table;
}

sim::ParameterTable table_of(Scenario& scenario) {
    auto table = table_of(scenario.parameters);
    const auto own = plugin_table_of(scenario);
    for (const auto& row : own.rows()) table.add(row);
    return table;
}

namespace scenario_parts {
namespace {

/// Whether a key of `[parameters]` is that of a plugin's parameter: `"plugin.NAME.rate"`, or `plugin` as a
/// table.
bool is_of_plugin(std::string_view key) { return key == "plugin" || key.starts_with("plugin."); }

/// What of a table is of plugins, or is not.
sim::Value part_of(const sim::Value& given, bool of_plugins) {
    sim::Value out = given;
    std::erase_if(std::get<sim::Table>(out.data),
                  [&](const sim::TableEntry& entry) { return is_of_plugin(entry.first) != of_plugins; });
    return out;
}

}  // namespace

void read_parameters(const sim::Value& given, Scenario& out, std::vector<sim::Problem>& problems) {
    constexpr std::string_view of_model = "`weefsel parameters` lists all",
                               of_plugins = "`weefsel parameters --plugin FILE` lists all";
    const auto own = plugin_table_of(out);
    if (!given.is_table()) return sim::set_parameters(given, table_of(out.parameters), problems, of_model);
    sim::set_parameters(part_of(given, false), table_of(out.parameters), problems, of_model);
    const auto rest = part_of(given, true);
    if (!own.rows().empty()) return sim::set_parameters(rest, own, problems, of_plugins);
    for (const auto& entry : std::get<sim::Table>(rest.data))
        problems.push_back(
            {entry.second.at,
             fmt::format("{}: found a parameter of a plugin, and {}", entry.first,
                         out.hooks == nullptr ? "no plugin is given; its file goes with --plugin"
                                              : "none of the plugins that are given declares any")});
}

void warn_of_replaced(Scenario& out) {
    if (out.hooks == nullptr || out.hooks->replaces_loneliness().empty()) return;
    const auto by = sim::plain_text(out.hooks->replaces_loneliness());
    out.warnings.push_back(
        {{out.file, 1, 1},
         fmt::format("the equation of loneliness is that of {} and not the model's; its sources, its fit and "
                     "its validation do not hold here",
                     by),
         fmt::format("de vergelijking voor eenzaamheid is die van {} en niet die van het model; bronnen, "
                     "ijking en toetsing daarvan gelden hier niet",
                     by)});
}

}  // namespace scenario_parts
}  // namespace weefsel
