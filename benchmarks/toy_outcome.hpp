#pragma once
#include <cstdint>

namespace weefsel::toy {

/// What both forms of the toy neighbourhood report.
struct Outcome {
    double mean_loneliness;
    double mean_ties;
    std::int64_t total_demand;
};

/// The numbers of the toy model, the same in both forms.
inline constexpr int tie_slots = 12;
inline constexpr int places = 20;
inline constexpr int encounters_per_visit = 3;
inline constexpr float visit_chance = 0.3F;
inline constexpr float start_loneliness = 0.5F;
inline constexpr float start_strength_low = 0.2F;
inline constexpr float encounter_strength = 0.1F;
inline constexpr float kept_share = 0.98F;
inline constexpr float forgotten_below = 0.05F;
inline constexpr float loneliness_rate = 0.1F;
inline constexpr float strength_scale = 3;
inline constexpr float demand_base = 0.02F;
inline constexpr float demand_of_loneliness = 0.1F;

}  // namespace weefsel::toy
