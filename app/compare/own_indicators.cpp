#include "app/compare/own_indicators.hpp"

#include "models/hook/hooks.hpp"
#include "models/study/own_log.hpp"
#include "sim/error.hpp"

namespace weefsel::app {
std::vector<sim::Observable> own_observables(const Scenario& scenario) {
    std::vector<sim::Observable> out;
    if (scenario.hooks == nullptr) return out;
    for (const auto& own : scenario.hooks->indicators())
        out.push_back({own.name, own.unit, sim::Better::neither, sim::Measured::monthly, own.about, own.about,
                       "measured by a plugin", "gemeten door een plugin"});
    return out;
}

std::vector<analysis::Comparison> compare_own(const analysis::Cube& cube, const Scenario& scenario,
                                              std::size_t reference, std::size_t first,
                                              const std::vector<analysis::Noticeable>& noticeable) {
    const auto own = own_observables(scenario);
    if (own.empty()) return {};
    const auto values = [&](std::size_t item, std::size_t option, int year) {
        const auto at = analysis::block_named(cube.layout(), own_group, own[item].name);
        sim::require(at.has_value(), "what analyzers measure is laid out");
        return analysis::year_values(cube, cube.block(at->block, at->column), option, year);
    };
    return analysis::compare_values(values, own, first, cube.shape(), cube.layout().years(), reference,
                                    noticeable);
}

}  // namespace weefsel::app
