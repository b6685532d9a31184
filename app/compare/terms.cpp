#include "app/compare/terms.hpp"

#include <algorithm>
#include <cmath>

namespace weefsel::app {
namespace {

// Source: assumption, of the order of a municipal health survey in a large city.
constexpr double usual_sampled_share = 0.03;

double respondents_of(const Scenario& scenario, int stated) {
    if (stated > 0) return stated;
    double residents = 0;
    for (const auto& n : scenario.neighbourhoods) residents += n.residents;
    return std::max(2.0, std::round(usual_sampled_share * residents));
}

}  // namespace

analysis::Names names_of(const Study& study) {
    analysis::Names names;
    const auto& scenario = study.scenario();
    for (std::size_t i = 0; i < scenario.options.size(); ++i) {
        const auto& o = scenario.options[i];
        names.options.push_back(
            {o.name, o.label_nl.empty() ? o.name : o.label_nl, o.label_en.empty() ? o.name : o.label_en});
        if (o.name == scenario.reference) names.reference = i;
    }
    for (const auto& n : scenario.neighbourhoods) names.sites.push_back(n.name);
    names.nothing = scenario.option_without_lines();
    names.site_dimension = "neighbourhood";
    names.digests = study.digest_columns();
    return names;
}

analysis::Monitor monitor_of(const Scenario& scenario, int respondents) {
    return {respondents_of(scenario, respondents), cohesion_spread};
}

std::vector<analysis::SameMoney> same_money_as_reference(const Scenario& scenario,
                                                         const std::vector<OptionMoney>& expected,
                                                         std::size_t reference) {
    using analysis::SameMoney;
    const auto sense = scenario.equal_money == EqualMoney::budget ? SameMoney::budget : SameMoney::net;
    std::vector<SameMoney> out;
    for (const auto& option : expected) {
        const bool both = scenario.asks_equal_money() && !option.exempt && !expected.at(reference).exempt;
        out.push_back(both ? sense : SameMoney::no);
    }
    return out;
}

}  // namespace weefsel::app
