#pragma once
#include <span>

#include "models/parameters/demography_parameters.hpp"
#include "models/parameters/professional_parameters.hpp"
#include "models/parameters/wellbeing_parameters.hpp"
#include "models/world/hazard.hpp"
#include "models/world/loneliness_scale.hpp"
#include "models/world/resident_state.hpp"
#include "models/world/tie_state.hpp"
#include "models/world/workspace.hpp"

namespace weefsel {

/// What is the same for everybody of a neighbourhood this month, and what ties across borders bring.
struct Surroundings {
    float insecurity_shock = 0;  ///< rise of everybody's insecurity by a shock, 0..1
    float visits_given_up = 0;   ///< share of contact outside the neighbourhood that a shock stops, 0..1
    std::span<const LonelyBeyond> lonely_beyond{};  ///< of those who have ties across borders
    std::span<const float> company{};  ///< h of contact outside the house besides ties, per row; empty: none
};

/// Schedule step 8: loneliness, distress, insecurity, frailty. Names
/// are those of parameters (`wellbeing.*`), sigma(x) = 1 / (1 + e^-x); a rate is per month. Source: ODD 7.9.
///
///     loneliness  relaxes at loneliness_rate to 11 sigma(level - loneliness_contact ln(1 + hours)
///                 - loneliness_casual ln(1 + casual ties) + loneliness_frailty frailty
///                 + loneliness_insecurity insecurity + person)
///       hours     = contact here + max(0, visits kept * contact elsewhere - displacement * contact here),
///       h/month person    = -loneliness_partner with a partner + loneliness_education (middle - education) +
///       loneliness_origin_*
///                 + loneliness_old_age (decades over 80) + loneliness_widowed in the first two years
///                 + contagion * mean loneliness of ties - loneliness_support ln(1 + support hours) from a
///                 third visit on
///     insecurity  relaxes at insecurity_rate to its base; a shock lifts base by shock * (1 - base), at 0.25
///     a month distress    relaxes at distress_rate to sigma(distress_level + distress_loneliness loneliness
///     / 11
///                 + distress_insecurity insecurity + distress_overload overload + distress_waiting while
///                 waiting for care
///                 + distress_widowed in the first two years - distress_support ln(1 + support hours))
///     frailty     *= 1 + frailty_growth / 12 * max(0, 1 + frailty_loneliness (loneliness - 11/3) / (11/3)
///                 + frailty_distress (distress - 0.15) + frailty_insecurity (insecurity - 0.2)), from 20
///                 years, to 0.95
void feel(Residents& residents, const Ties& ties, const Surroundings& around, const WellbeingParameters& p,
          const ProfessionalParameters& professional, const DemographyParameters& demography, sim::Month now,
          Workspace& workspace, const ShowHazard& show = {});

/// Hours a month with friends and close ties elsewhere that are left to somebody of this age with these
/// ties here, in a month in which shocks leave `visits_kept` of them. h/month
float hours_elsewhere(const Residents& residents, const Ties& ties, ResidentId who,
                      const WellbeingParameters& p, float visits_kept = 1.0F);

}  // namespace weefsel
