#include <fmt/format.h>

#include "models/hook/hooks.hpp"
#include "models/hook/plugin_problems.hpp"

// What a scenario needs of plugins before anything is simulated.

namespace weefsel {

std::string Hooks::replaces_loneliness() const { return lonely_ ? plugins_[*lonely_].name : ""; }

PluginValues Hooks::stated_values() const {
    PluginValues out;
    for (const auto& loaded : plugins_) {
        auto& values = out.emplace_back();
        for (const auto& parameter : loaded.plugin.parameters) values.push_back(parameter.value);
    }
    return out;
}

void Hooks::add_parameters(sim::ParameterTable& table, PluginValues& values) const {
    for (std::size_t k = 0; k < plugins_.size(); ++k) {
        const auto& declared = plugins_[k].plugin.parameters;
        for (std::size_t j = 0; j < declared.size(); ++j) {
            const auto& p = declared[j];
            table.add({fmt::format("plugin.{}.{}", plugins_[k].stem(), p.name),
                       &values.at(k).at(j),
                       p.value,
                       {p.low, p.high},
                       p.unit,
                       p.meaning,
                       {*evidence_named(p.evidence), p.source}});
        }
    }
}

}  // namespace weefsel
