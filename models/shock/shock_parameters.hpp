#pragma once
#include <array>

#include "sim/parameter.hpp"

namespace weefsel {

struct ShockParameters {
    double energy_place_hours = 0.3;
};

inline constexpr std::array shock_declared{
    sim::Declaration<ShockParameters>{
        "energy_place_hours",
        &ShockParameters::energy_place_hours,
        {0, 1},
        "1",
        "Share of opening hours that places lose at the full size of an energy crisis: their costs rise.",
        {sim::Evidence::assumption, "sign; maintenance fell short after cuts (FACTS B [61])"}},
};

}  // namespace weefsel
