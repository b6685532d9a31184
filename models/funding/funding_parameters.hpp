#pragma once
#include <array>

#include "sim/parameter.hpp"

namespace weefsel {

struct FundingParameters {
    double form_effects = 1;
    double discount_rate = 0.0225;
};

using sim::Evidence;
inline constexpr std::array funding_declared{
    sim::Declaration<FundingParameters>{
        "form_effects", &FundingParameters::form_effects, {0, 1}, "1",
        "1: lines run on their own terms. 0: every line runs on the same neutral terms, so that the form of "
        "money acts on nothing.",
        {Evidence::assumption, "switch"}},
    sim::Declaration<FundingParameters>{
        "discount_rate", &FundingParameters::discount_rate, {0, 0.1}, "1/year", "Real discount rate.",
        {Evidence::literature, "Werkgroep discontovoet 2020"}},
};

}  // namespace weefsel
