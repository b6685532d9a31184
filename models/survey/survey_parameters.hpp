#pragma once
#include <array>

#include "sim/parameter.hpp"

namespace weefsel {

struct SurveyParameters {
    double enabled = 1;
};

inline constexpr std::array survey_declared{
    sim::Declaration<SurveyParameters>{
        "enabled", &SurveyParameters::enabled, {0, 1}, "1", "1: on, 0: off.", {sim::Evidence::assumption, "switch"}},
};

}  // namespace weefsel
