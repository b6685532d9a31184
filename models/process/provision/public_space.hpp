#pragma once
#include "models/parameters/funding_parameters.hpp"
#include "models/world/funding_state.hpp"
#include "models/world/household_state.hpp"
#include "models/world/place_state.hpp"
#include "models/world/provision_state.hpp"
#include "sim/random_source.hpp"

namespace weefsel {

/// Schedule step 2: public space that lines pay for is built and kept up, what they no longer pay for decays.
/// Names are those of parameters (`funding.*`); b is what has been built, B what is paid for this month:
///     below B:  b <- min(B, b + B / space_months)
///     above B:  b <- B + (b - B) 2^(-1 / (12 space_halflife))
///     quality of a street = min(1, what was there + b); quality of a park (ln q) + b
/// A line raises the share of the streets that it states, in a keyed order that is the same in every option;
/// a square raises the streets nearest to the middle of the neighbourhood, `square_dwellings` for each
/// square. What falls to the neighbourhood is spread over the dwellings of those streets, so that the money
/// buys the same rise times dwellings wherever it goes. Runs after the places have been opened, for it adds
/// to their quality. Source: ODD 7.3.
void build_public_space(Streets& streets, Places& places, const Dwellings& dwellings,
                        const Provisions& provisions, const FundingLines& lines, const FundingParameters& p,
                        const sim::RandomSource& draws);

}  // namespace weefsel
