#pragma once
#include <array>

#include "sim/parameter.hpp"

namespace weefsel {

struct DemographyParameters {
    double enabled = 1;
};

inline constexpr std::array demography_declared{
    sim::Declaration<DemographyParameters>{
        "enabled", &DemographyParameters::enabled, {0, 1}, "1", "1: on, 0: off.", {sim::Evidence::assumption, "switch"}},
};

}  // namespace weefsel
