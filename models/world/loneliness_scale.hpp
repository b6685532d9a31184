#pragma once

namespace weefsel {

// The scale of De Jong Gierveld and from which score on surveys call somebody lonely.
inline constexpr float top_of_loneliness = 11.0F;
inline constexpr float per_point_of_loneliness = 1.0F / top_of_loneliness;
inline constexpr float lonely_from = 2.5F, severely_from = 8.5F;  ///< scores of 3 and 9 after rounding

}  // namespace weefsel
