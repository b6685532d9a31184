#pragma once
#include <array>

#include "sim/parameter.hpp"

namespace weefsel {

struct HelpParameters {
    double enabled = 1;
};

inline constexpr std::array help_declared{
    sim::Declaration<HelpParameters>{
        "enabled", &HelpParameters::enabled, {0, 1}, "1", "1: on, 0: off.", {sim::Evidence::assumption, "switch"}},
};

}  // namespace weefsel
