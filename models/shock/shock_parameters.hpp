#pragma once
#include <array>

#include "sim/parameter.hpp"

namespace weefsel {

struct ShockParameters {
    double enabled = 1;
};

inline constexpr std::array shock_declared{
    sim::Declaration<ShockParameters>{
        "enabled", &ShockParameters::enabled, {0, 1}, "1", "1: on, 0: off.", {sim::Evidence::assumption, "switch"}},
};

}  // namespace weefsel
