#include "app/compare/decision_tables.hpp"

#include <algorithm>
#include <cmath>

#include "analysis/decision/bootstrap_table.hpp"
#include "analysis/decision/gaps.hpp"
#include "analysis/decision/lonely_years.hpp"
#include "analysis/decision/monitor_power.hpp"
#include "analysis/decision/options_regret.hpp"

namespace weefsel::app {
namespace {

// Source: assumption, of the order of a municipal health survey in a large city.
constexpr double usual_sampled_share = 0.03;
// Of the 0-10 cohesion score between respondents, points. Source: assumption; four statements on a
// five-point scale that hang together moderately give 1.5 to 2.5.
constexpr double cohesion_spread = 2.0;
constexpr int council_term = 4;  // years

double respondents_of(const Scenario& scenario, int stated) {
    if (stated > 0) return stated;
    double residents = 0;
    for (const auto& n : scenario.neighbourhoods) residents += n.residents;
    return std::max(2.0, std::round(usual_sampled_share * residents));
}

}  // namespace

analysis::Monitor monitor_of(const Scenario& scenario, int respondents) {
    return {respondents_of(scenario, respondents), cohesion_spread};
}

std::vector<analysis::ResultTable> decision_tables(const Scenario& scenario, const analysis::Cube& cube,
                                                   const analysis::Names& names, int respondents) {
    std::vector<analysis::MonitorQuestion> questions;
    for (const auto name : decision_indicators)
        questions.push_back({name, name == "social_cohesion" ? cohesion_spread : 0});
    std::vector<analysis::ResultTable> out;
    out.push_back(analysis::monitor_table(cube, names, questions, respondents_of(scenario, respondents),
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
