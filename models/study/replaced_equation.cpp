#include "models/study/replaced_equation.hpp"

#include "models/hook/hooks.hpp"

namespace weefsel {

ReplacedLoneliness replaced_loneliness(const Scenario& scenario, const StudyMap& map,
                                       std::string_view option) {
    if (scenario.hooks == nullptr || scenario.hooks->replaces_loneliness().empty()) return {};
    return [&scenario, &map, option](MonthUnderWay& m, const LonelinessInputs& inputs) {
        const auto site = map.site[m.under.site];
        scenario.hooks->relax_loneliness(
            m.n, inputs,
            {option, scenario.neighbourhoods[site].name, site, m.now.value - scenario.warmup_months(), m.now,
             m.draws, m.p, scenario.plugin_values});
    };
}

}  // namespace weefsel
