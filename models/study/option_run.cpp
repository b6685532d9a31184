#include "models/study/option_run.hpp"

#include "models/hook/hooks.hpp"
#include "models/process/funding/policy.hpp"
#include "models/process/funding/reorganisation.hpp"
#include "models/process/shock/shock.hpp"
#include "models/study/begin.hpp"
#include "models/study/municipal_finance.hpp"
#include "models/study/replaced_equation.hpp"
#include "models/study/trend.hpp"
#include "sim/error.hpp"

namespace weefsel {

OptionRun::OptionRun(const Realisation& realisation, std::size_t option, Municipality start, RunChance chance)
    : realisation_(&realisation),
      option_(option),
      municipality_(std::move(start)),
      chance_(std::move(chance)) {
    const auto& scenario = realisation.scenario;
    const auto& chosen = scenario.options.at(option);
    const auto& map = realisation.map;
    const int burn_in = scenario.warmup_months();
    const auto shares = shares_of_sites(scenario, map, realisation.need);
    for (std::size_t i = 0; i < map.sites(); ++i)
        begin_policy(municipality_.neighbourhoods[i],
                     policy_of(chosen.lines, chosen.follow, shares[i], scenario.parameters,
                               site_key(scenario.neighbourhoods[map.site[i]])),
                     scenario.parameters, chance_.all, sim::Month{burn_in});
    begin_finance(municipality_, map, chosen.finance, scenario.parameters, months_measured(burn_in));
}

sim::Month OptionRun::now() const { return sim::Month{realisation_->scenario.warmup_months() + months_ - 1}; }

void OptionRun::stop_lines() {
    for (auto& n : municipality_.neighbourhoods)
        begin_policy(n, Policy{}, realisation_->scenario.parameters, chance_.all, now() + 1);
}

void OptionRun::intervene(int month, const Parameters& parameters, WorkerPool& pool) {
    const auto& scenario = realisation_->scenario;
    pool.each([&](std::size_t i) {
        const auto site = realisation_->map.site[i];
        scenario.hooks->intervene(municipality_.neighbourhoods[i],
                                  {scenario.options[option_].name, scenario.neighbourhoods[site].name, site,
                                   month, now(), chance_.all, parameters, scenario.plugin_values});
    });
}

void OptionRun::step(WorkerPool& pool, const HazardWatch& hazards, const Treatment* treatment) {
    sim::require(!finished(), "a month of the option is left");
    const auto& scenario = realisation_->scenario;
    const auto& option = scenario.options[option_];
    const int month = months_;
    if (month == option.stopped) stop_lines();
    const auto parameters = with_trends(scenario.parameters, scenario.trends, month);
    Circumstances under{shocks_of(realisation_->shocks, month, parameters.shock), option.follow, false,
                        reorganised_in(option, month)};
    under.outreach = chance_.outreach ? &*chance_.outreach : nullptr;
    under.hazards = &hazards;
    under.treatment = treatment;
    const auto loneliness = replaced_loneliness(scenario, realisation_->map, option.name);
    under.loneliness = &loneliness;
    ++months_;
    if (scenario.hooks != nullptr && scenario.hooks->intervenes()) intervene(month, parameters, pool);
    live_month(municipality_, realisation_->map, under, parameters, chance_.all, now(), pool);
    settle_finance(municipality_, realisation_->map, option.finance, now());
}

}  // namespace weefsel
