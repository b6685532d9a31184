#pragma once
#include <array>

#include "sim/parameter.hpp"

namespace weefsel {

struct WellbeingParameters {
    double enabled = 1;
};

inline constexpr std::array wellbeing_declared{
    sim::Declaration<WellbeingParameters>{
        "enabled", &WellbeingParameters::enabled, {0, 1}, "1", "1: on, 0: off.", {sim::Evidence::assumption, "switch"}},
};

}  // namespace weefsel
