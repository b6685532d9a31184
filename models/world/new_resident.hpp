#pragma once
#include "models/parameters/parameters.hpp"
#include "models/world/household_state.hpp"
#include "models/world/neighbourhood.hpp"
#include "models/world/resident_state.hpp"
#include "sim/month.hpp"
#include "sim/random_source.hpp"

namespace weefsel {

/// Adds an empty row to every column of `residents`.
void add_row(Residents& residents);

/// Fills what follows from who somebody is: traits, first state, thresholds of events, all keyed by
/// the birth number. Set before: birth_number, birth_month, age, sex, education, origin, income,
/// activity, dwelling, partner, arrived. Sets `present` to 1. `tenure`: of the home.
///
/// Insecurity for life: its logit is that of the median of the income, plus insecurity_poverty poorer for low
/// incomes, insecurity_origin_outside for an origin outside Europe, and a spread; less insecurity_owned +
/// insecurity_wealth wealth in an owned home, less insecurity_student for who studies. Norm of helping:
/// sigma(N + help_norm_rural (rural - 1/2)). Habit of contact with relatives elsewhere: times
/// exp(family_rural (rural - 1/2)). Frailty: expected_frailty times exp(frailty_education) with low,
/// exp(-frailty_education) with high education from 25, times what insecurity has made of it since 20 at the
/// pace at which it makes people frailer here, and a spread of mean one.
void begin_life(Residents& residents, ResidentId who, const Area& area, Tenure tenure,
                const Parameters& parameters, const sim::RandomSource& draws);

/// Expected share of deficits at an age and sex. Source: ODD 5.8 (deficit accumulation).
float expected_frailty(int age, Sex sex, const DemographyParameters& p);

}  // namespace weefsel
