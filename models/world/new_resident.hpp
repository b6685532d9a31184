#pragma once
#include "models/parameters/parameters.hpp"
#include "models/world/resident_state.hpp"
#include "sim/month.hpp"
#include "sim/random_source.hpp"

namespace weefsel {

/// Adds an empty row to every column of `residents`.
void add_row(Residents& residents);

/// Fills what follows from who somebody is: traits, first state, thresholds of events, all keyed by
/// the birth number. Set before: birth_number, birth_month, age, sex, education, origin, income,
/// activity, dwelling, partner, arrived. Sets `present` to 1. `poorer`: see Norms.
void begin_life(Residents& residents, ResidentId who, float poorer, const Parameters& parameters,
                const sim::RandomSource& draws);

/// Expected share of deficits at an age and sex. Source: ODD 5.8 (deficit accumulation).
float expected_frailty(int age, Sex sex, const DemographyParameters& p);

}  // namespace weefsel
