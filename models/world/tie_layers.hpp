#pragma once
#include "models/world/tie_state.hpp"

namespace weefsel {

// Layers of a tie by hours: acquaintance, casual friend, friend, close. Source: Hall 2018.
inline constexpr TieHours layer_acquaintance = to_tie_hours(10.0F);
inline constexpr TieHours layer_casual = to_tie_hours(50.0F);
inline constexpr TieHours layer_friend = to_tie_hours(90.0F);
inline constexpr TieHours layer_close = to_tie_hours(200.0F);

}  // namespace weefsel
