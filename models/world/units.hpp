#pragma once
#include "sim/month.hpp"

namespace weefsel {

// What turns one unit into another. None of these is an assumption.
inline constexpr float months_a_year = static_cast<float>(sim::months_per_year);
inline constexpr float per_month = 1.0F / months_a_year;  ///< of what is per year
inline constexpr float weeks_a_year = 52.0F;
inline constexpr float weeks_per_month = weeks_a_year / months_a_year;
inline constexpr float quarters_an_hour = 4.0F;  ///< hours are summed in whole quarters, in any order
inline constexpr float hours_a_quarter = 1.0F / quarters_an_hour;

/// How much less urban than the middle between very urban (0) and not urban (1).
constexpr float above_middle(float rural) { return rural - 0.5F; }

}  // namespace weefsel
