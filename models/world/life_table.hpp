#pragma once
#include "models/world/resident_state.hpp"

namespace weefsel {

/// Death rate a year at a whole age, by sex. Between the published ages the log rate is linear.
/// Source: UN World Population Prospects 2019, Netherlands, 2015-2020 (CC BY 3.0 IGO).
float death_rate(int age, Sex sex);

/// Births a year to a woman of a whole age.
/// Source: UN World Population Prospects 2019, Netherlands, 2015-2020, TFR 1.66.
float birth_rate(int age);

inline constexpr int oldest_age = 110;

}  // namespace weefsel
