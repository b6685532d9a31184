#pragma once
#include "models/parameters/funding_parameters.hpp"
#include "models/world/funding_state.hpp"
#include "models/world/household_state.hpp"
#include "models/world/provision_state.hpp"
#include "models/world/resident_state.hpp"
#include "sim/random_source.hpp"

namespace weefsel {

/// Schedule step 2: dwellings are made fit for old age (`dwelling.suited`), those first in which somebody of
/// 65 or over lives, in a keyed order that is the same in every option. A line has as many done as it buys in
/// `funding.adapting_months`; they stay fit when its money stops, and a line that begins again after a gap
/// goes on where it was.
void adapt_dwellings(Dwellings& dwellings, const Residents& residents, Provisions& provisions,
                     const FundingLines& lines, const FundingParameters& p, const sim::RandomSource& draws);

}  // namespace weefsel
