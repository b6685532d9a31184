#include "models/study/realisation.hpp"

#include "models/scenario/shock_plan.hpp"
#include "models/study/need.hpp"
#include "sim/error.hpp"

namespace weefsel {

BurnIn::BurnIn(Scenario scenario, StudyMap map, const sim::RandomSource& draws, WorkerPool& pool)
    : scenario_(std::move(scenario)),
      map_(std::move(map)),
      draws_(draws),
      municipality_(begin_municipality(scenario_, map_, draws_, pool)) {}

sim::Month BurnIn::step(WorkerPool& pool) {
    sim::require(months_left() > 0, "a month of the burn-in is left");
    const sim::Month now{month_++};
    burn_in_month(municipality_, map_, scenario_.parameters, draws_, now, scenario_.warmup_months(), pool);
    return now;
}

Realisation BurnIn::finish() && {
    sim::require(months_left() == 0, "the burn-in is over");
    end_burn_in(municipality_, scenario_.parameters, scenario_.warmup_months());
    auto need = shares_of_need(municipality_.neighbourhoods);
    auto shocks = plan_shocks(scenario_, map_, draws_);
    return {std::move(scenario_),     std::move(map_), draws_,
            std::move(municipality_), std::move(need), std::move(shocks)};
}

}  // namespace weefsel
