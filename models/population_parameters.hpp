#pragma once
#include <array>

#include "sim/parameter.hpp"

namespace weefsel {

struct PopulationParameters {
    double loneliness_level_spread = 2.0;
};

inline constexpr std::array population_declared{
    sim::Declaration<PopulationParameters>{
        "loneliness_level_spread", &PopulationParameters::loneliness_level_spread, {0, 4}, "1",
        "Standard deviation of the fixed personal level of loneliness, on the logit scale.",
        {sim::Evidence::assumption, "from the shares of lonely and severely lonely adults (GGD 2022)"}},
};

}  // namespace weefsel
