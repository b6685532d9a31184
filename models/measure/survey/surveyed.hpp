#pragma once
#include "models/world/ages.hpp"
#include "models/world/loneliness_scale.hpp"

namespace weefsel {

inline constexpr int answers_from = 15;  ///< age asked by the surveys of the statistics office

}  // namespace weefsel
