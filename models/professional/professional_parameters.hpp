#pragma once
#include <array>

#include "sim/parameter.hpp"

namespace weefsel {

struct ProfessionalParameters {
    double exit_hazard = 0.18;
};

inline constexpr std::array professional_declared{
    sim::Declaration<ProfessionalParameters>{
        "exit_hazard", &ProfessionalParameters::exit_hazard, {0.05, 0.5}, "1/year",
        "Base hazard of leaving a post, equal for all forms of money.",
        {sim::Evidence::literature, "FACTS C: 12 % (employer, five years) to 31 % (job change) a year"}},
};

}  // namespace weefsel
