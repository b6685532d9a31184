#pragma once
#include <span>

#include "models/parameters/parameters.hpp"
#include "models/world/household_state.hpp"
#include "models/world/month_record.hpp"
#include "models/world/place_state.hpp"
#include "models/world/resident_state.hpp"
#include "models/world/tie_state.hpp"
#include "models/world/workspace.hpp"
#include "sim/month.hpp"

namespace weefsel {

/// Schedule step 8: trust in neighbours and in institutions, and belonging. `refused`: rows of those to whom
/// help was refused. `rural`: 0 very urban .. 1 not urban. Names are those of parameters (`cohesion.*`,
/// institutional trust `wellbeing.*`), sigma(x) = 1 / (1 + e^-x); a rate is per month. Source: ODD 7.9.
///
///     trust       += trust_rate (level + trust_rural rural - trust) + rise (1 - trust) - fall trust
///       level     = trust_usual + trust_spread N(0, 1), for life; it and the level here within 0..1
///       rise      = trust_per_encounter positive + trust_per_known positive with somebody known
///                   + trust_per_help where helped + trust_per_help_given where help was given
///                   + trust_per_support hours of support by professionals, at most 1
///       fall      = trust_per_negative negative + trust_per_refusal where help was refused
///                   + trust_per_closed_place habits of regular places that are closed
///                   + trust_per_turnover turnover of the street, at most 1
///     belonging   relaxes at belonging_rate to sigma(belonging_level + belonging_rural rural
///                 + belonging_years ln(1 + years here) + belonging_known ln(1 + casual ties)
///                 + belonging_trust trust - belonging_turnover turnover of the street
///                 - belonging_insecurity insecurity
///                 - belonging_nuisance (nuisance of the street - nuisance_usual))
///     institutional trust relaxes at institutional_rate to institutional_low, _middle or _high by education
void trust_and_belong(Residents& residents, const Ties& ties, const Dwellings& dwellings,
                      const Streets& streets, const Places& places, float rural, const Encounters& encounters,
                      std::span<const std::uint16_t> refused, const Parameters& p, sim::Month now,
                      Workspace& workspace);

}  // namespace weefsel
