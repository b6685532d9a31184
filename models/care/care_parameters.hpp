#pragma once
#include <array>

#include "sim/parameter.hpp"

namespace weefsel {

struct CareParameters {
    double enabled = 1;
};

inline constexpr std::array care_declared{
    sim::Declaration<CareParameters>{
        "enabled", &CareParameters::enabled, {0, 1}, "1", "1: on, 0: off.", {sim::Evidence::assumption, "switch"}},
};

}  // namespace weefsel
