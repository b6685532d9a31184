#pragma once
#include <cstdint>

namespace weefsel {

// The scale of De Jong Gierveld and from which score on surveys call somebody lonely.
inline constexpr float top_of_loneliness = 11.0F;
inline constexpr float emotional_items = 6.0F, social_items = 5.0F;  ///< of them
inline constexpr float per_point_of_loneliness = 1.0F / top_of_loneliness;
inline constexpr float severely_from = 8.5F;  ///< a score of 9 after rounding

/// Loneliness of somebody's ties in other neighbourhoods of the study.
struct LonelyBeyond {
    std::uint64_t who = 0;        ///< birth number
    std::uint16_t row = 0;        ///< where that resident stood when the month began
    std::uint16_t ties = 0;       ///< count
    std::int32_t hundredths = 0;  ///< sum of their loneliness, in hundredths of a point
};
/// In whole hundredths, so that sums do not depend on order.
inline std::int32_t hundredths_of(float loneliness) { return static_cast<std::int32_t>(loneliness * 100.0F); }

}  // namespace weefsel
