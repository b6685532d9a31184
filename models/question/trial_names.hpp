#pragma once
#include <array>
#include <string_view>

#include "models/question/trial.hpp"

/// The words of a trial file for the values of enumerations, in their order.
namespace weefsel {

inline constexpr std::array<std::string_view, static_cast<std::size_t>(Deed::count)> deed_names{
    "call",      "visit",       "group",   "connect",   "money",
    "practical", "counselling", "respite", "volunteer", "side_by_side"};
inline constexpr std::array<std::string_view, 2> done_by_names{"volunteer", "professional"};
inline constexpr std::array<std::string_view, 2> dose_end_names{"planned", "interrupted"};
inline constexpr std::array<std::string_view, 3> posts_end_names{"planned", "resigned", "lapsed"};
inline constexpr std::array<std::string_view, 2> relocation_names{"together", "apart"};
inline constexpr std::array<std::string_view, 3> trial_use_names{"fit", "check", "validate"};
inline constexpr std::array<std::string_view, 4> trial_design_names{"individual", "cluster", "pairs",
                                                                    "event"};
inline constexpr std::array<std::string_view, 3> trial_kind_names{"effect", "null", "untreated"};
inline constexpr std::array<std::string_view, 4> among_names{"recruited", "reached", "continuing", "all"};
inline constexpr std::array<std::string_view, 6> effect_names{"difference", "smd",    "ratio",
                                                              "odds",       "hazard", "per_cent"};
inline constexpr std::array<std::string_view, 3> income_names{"low", "middle", "high"};
inline constexpr std::array<std::string_view, 3> origin_names{"netherlands", "europe", "outside_europe"};

}  // namespace weefsel
