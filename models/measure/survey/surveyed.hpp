#pragma once

namespace weefsel {

/// Whom the surveys ask, and from which score on they call somebody lonely.
inline constexpr int adult_age = 18;                              ///< of the health monitors
inline constexpr int answers_from = 15;                           ///< of the surveys of the statistics office
inline constexpr float lonely_from = 2.5F, severely_from = 8.5F;  ///< scores of 3 and 9 of 11 after rounding

}  // namespace weefsel
