#pragma once
#include <array>

#include "sim/parameter.hpp"

namespace weefsel {

struct MeetingPlaceParameters {
    double enabled = 1;
};

inline constexpr std::array meeting_place_declared{
    sim::Declaration<MeetingPlaceParameters>{
        "enabled", &MeetingPlaceParameters::enabled, {0, 1}, "1", "1: on, 0: off.", {sim::Evidence::assumption, "switch"}},
};

}  // namespace weefsel
