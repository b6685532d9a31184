#include "models/study/realisation.hpp"

#include <type_traits>

#include "models/hook/hooks.hpp"
#include "models/parameters/parameters.hpp"
#include "models/scenario/shock_plan.hpp"
#include "models/study/need.hpp"
#include "models/study/replaced_equation.hpp"
#include "sim/checkpoint.hpp"
#include "sim/error.hpp"
#include "sim/provenance.hpp"

namespace weefsel {

BurnIn::BurnIn(Scenario scenario, StudyMap map, const sim::RandomSource& draws, WorkerPool& pool)
    : scenario_(std::move(scenario)),
      map_(std::move(map)),
      draws_(draws),
      municipality_(begin_municipality(scenario_, map_, draws_, pool)) {}

sim::Month BurnIn::step(WorkerPool& pool) {
    sim::require(months_left() > 0, "a month of the burn-in is left");
    const sim::Month now{month_++};
    burn_in_month(municipality_, map_, scenario_.parameters, draws_, now, scenario_.warmup_months(), pool,
                  replaced_loneliness(scenario_, map_, ""));
    return now;
}

std::string BurnIn::key() {
    sim::require(month_ == 0, "the burn-in has not begun");
    std::string text;
    const auto add = [&](const auto& value) {
        static_assert(std::is_trivially_copyable_v<std::decay_t<decltype(value)>>);
        text.append(reinterpret_cast<const char*>(&value), sizeof value);
    };
    add(scenario_.warmup_months());
    add(draws_.key());
    const auto table = table_of(scenario_.parameters);
    for (const auto& parameter : table.rows()) add(*parameter.value);
    for (std::size_t i = 0; i < map_.sites(); ++i) {
        add(map_.key[i]);
        add(map_.residents[i]);
        add(map_.others_within[i]);
        add(map_.municipality[i]);
        add(sim::digest(municipality_.neighbourhoods[i]));
    }
    for (const auto& municipality : map_.municipalities) {
        add(municipality.key);
        add(municipality.to_others);
    }
    for (auto& border : municipality_.borders) add(sim::digest(border));
    if (scenario_.hooks != nullptr) text += scenario_.hooks->identity_in_burn_in(scenario_.plugin_values);
    return sim::sha256(text);
}

bool BurnIn::end_as(const std::function<bool(Municipality&)>& load) {
    Municipality kept;
    if (!load(kept) || kept.neighbourhoods.size() != map_.sites() ||
        kept.borders.size() != municipality_.borders.size())
        return false;
    municipality_ = std::move(kept);
    month_ = scenario_.warmup_months();
    return true;
}

Realisation BurnIn::finish() && {
    sim::require(months_left() == 0, "the burn-in is over");
    end_burn_in(municipality_, map_, scenario_.parameters, scenario_.warmup_months());
    auto need = shares_of_need(municipality_.neighbourhoods);
    auto shocks = plan_shocks(scenario_, map_, draws_);
    return {std::move(scenario_),     std::move(map_), draws_,
            std::move(municipality_), std::move(need), std::move(shocks)};
}

}  // namespace weefsel
