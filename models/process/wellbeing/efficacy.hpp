#pragma once
#include "models/parameters/parameters.hpp"
#include "models/world/household_state.hpp"
#include "models/world/resident_state.hpp"

namespace weefsel {

/// Schedule step 8: who trusts the neighbours and feels at home speaks to them and keeps an eye on the street
/// (collective efficacy, Sampson 1997); nuisance follows. Names are those of parameters (`cohesion.*`,
/// insecurity_usual of `wellbeing.*`), means are of the adults of a street. Source: ODD 7.9.
///
///     efficacy    = mean of efficacy_trust trust + (1 - efficacy_trust) belonging
///     nuisance    relaxes at nuisance_rate to sigma(logit(nuisance_usual)
///                 + nuisance_insecurity (mean insecurity - insecurity_usual)
///                 + nuisance_young young residents who have offended / adults
///                 - nuisance_public_space (quality of public space - 1/2)
///                 - nuisance_efficacy (efficacy - efficacy_usual))
void watch_streets(Streets& streets, const Residents& residents, const Dwellings& dwellings,
                   const Parameters& p);

}  // namespace weefsel
