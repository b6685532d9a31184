#pragma once
#include "models/process/shock/shock.hpp"
#include "models/world/membership.hpp"

namespace weefsel {

/// Schedule step 3, what shocks bring this month to neighbourhood `site` of the map.
/// Refugees: households of their own, evenly over the months of the shock and exactly as many persons
/// as it says. They take part of the dwellings that stand empty; for the others homes are built. Their
/// birth numbers follow from the shock, so they are the same people in every option.
/// New estate: streets are delivered evenly over the months and move into at once; who comes is drawn from
/// the neighbourhood's profile of inflow, of the types of households that the scenario says.
/// Counts arrivals. Source: ODD 7.12.
void settle_newcomers(People& people, Streets& streets, const InflowProfile& inflow,
                      const ShockEffects& shocks, std::size_t site, const Parameters& parameters,
                      const sim::RandomSource& draws, sim::Month now);

}  // namespace weefsel
