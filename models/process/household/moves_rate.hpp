#pragma once
#include "models/parameters/demography_parameters.hpp"
#include "models/world/household_state.hpp"

namespace weefsel {

/// Hazard that a household moves out, a year, by the age of its oldest member and tenure.
inline double move_hazard(int oldest, Tenure tenure, const DemographyParameters& p) {
    constexpr int ends[] = {25, 35, 50, 65};
    const double by_age = oldest < ends[0]   ? p.move_under_25
                          : oldest < ends[1] ? p.move_25_to_34
                          : oldest < ends[2] ? p.move_35_to_49
                          : oldest < ends[3] ? p.move_50_to_64
                                             : p.move_65_and_over;
    const double by_tenure = tenure == Tenure::private_rent  ? p.move_private_rent
                             : tenure == Tenure::social_rent ? p.move_social_rent
                                                             : p.move_owned;
    return by_age * by_tenure;
}

}  // namespace weefsel
