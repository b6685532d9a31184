#pragma once
#include <array>

#include "sim/parameter.hpp"

namespace weefsel {

struct NetworkParameters {
    double enabled = 1;
};

inline constexpr std::array network_declared{
    sim::Declaration<NetworkParameters>{
        "enabled", &NetworkParameters::enabled, {0, 1}, "1", "1: on, 0: off.", {sim::Evidence::assumption, "switch"}},
};

}  // namespace weefsel
