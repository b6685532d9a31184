#include "app/compare/decision_tables.hpp"

#include <algorithm>
#include <cmath>

#include "analysis/decision/bootstrap_table.hpp"
#include "analysis/decision/gaps.hpp"
#include "analysis/decision/lonely_years.hpp"
#include "analysis/decision/monitor_power.hpp"
#include "analysis/decision/options_regret.hpp"
#include "app/compare/terms.hpp"

namespace weefsel::app {
namespace {

constexpr int council_term = 4;  // years

}  // namespace

std::vector<analysis::ResultTable> decision_tables(const Scenario& scenario, const analysis::Cube& cube,
                                                   const analysis::Names& names, int respondents) {
    std::vector<analysis::MonitorQuestion> questions;
    for (const auto name : decision_indicators)
        questions.push_back({name, name == "social_cohesion" ? cohesion_spread : 0});
    std::vector<analysis::ResultTable> out;
    out.push_back(analysis::monitor_table(cube, names, questions,
                                          monitor_of(scenario, respondents).respondents,
                                          std::min(council_term, scenario.years)));
    out.push_back(analysis::lonely_years_table(cube, names, scenario.seed));
    out.push_back(analysis::gaps_table(cube, names));
    if (names.options.size() > 2 || cube.shape().draws > 1)
        out.push_back(analysis::regret_table(cube, names, decision_indicators));
    out.push_back(analysis::bootstrap_table(cube, names, decision_indicators, scenario.seed));
    std::erase_if(out, [](const auto& table) { return table.rows() == 0; });
    return out;
}

}  // namespace weefsel::app
