#pragma once
#include <span>

#include "models/parameters/parameters.hpp"
#include "models/world/hazard.hpp"
#include "models/world/loneliness_inputs.hpp"
#include "models/world/loneliness_scale.hpp"
#include "models/world/resident_state.hpp"
#include "models/world/tie_state.hpp"
#include "models/world/workspace.hpp"
#include "sim/random_source.hpp"

namespace weefsel {

/// What of this month loneliness reads beside people and ties.
struct CompanyAround {
    float visits_kept = 1;  ///< share of contact outside the neighbourhood that shocks leave, 0..1
    std::span<const LonelyBeyond> lonely_beyond{};  ///< of those who have ties across borders
    std::span<const float> company{};               ///< see feel_company, per row; empty: as usual
    RelaxLoneliness relax{};                        ///< in the place of the model's own equation
};

/// Schedule step 8, first part. Loneliness is what De Jong Gierveld's scale asks: six emotional and five
/// social items. Each part has a logit x of its own; names are parameters (`wellbeing.*`) and states,
/// sigma(x) = 1 / (1 + e^-x), a rate is per month. Source: ODD 7.9.
///
///     drift      = phi drift + drift_spread sqrt(1 - phi^2) z + life events,  phi = 0.5^(1 / drift_halflife)
///       z          of mean 0 and spread 1, keyed by who and month; an event adds its number (event_*) once
///     hours      = contact here + max(0, visits kept * mobility / company.travel_usual * (friends elsewhere
///                  + relatives elsewhere) - displacement * contact here), all outside the house, h/month;
///                  with friends as many hours as there are friends elsewhere against the usual
///                  (outside_kept)
///     emotional: x = person - loneliness_contact (ln(1 + hours) - loneliness_contact_usual)
///                    - company.emotional company - support.emotional coping - company.esteem who volunteers
///                    - loneliness_partner with a partner
///     social:    x = person + loneliness_social + social level
///                    - loneliness_contact_social (ln(1 + hours) - loneliness_contact_usual)
///                    - company.social company - support.social coping
///                    - loneliness_partner_social with a partner
///       person     = level + drift - loneliness_casual ln(1 + casual ties outside the house)
///                    + loneliness_frailty frailty + loneliness_insecurity insecurity
///                    + loneliness_education (middle - education) + loneliness_origin_*
///                    + loneliness_old_age (decades over loneliness_old_from)
///                    - loneliness_age (decades over loneliness_age_usual)
///                    + contagion * mean loneliness of ties
///     each part goes loneliness_rate of the way to 6 sigma(x), 5 sigma(x) of the score in a month
///
/// `around.relax`, where there is one, stands in the place of all below `hours`, contagion aside; nothing is
/// shown then, for what the terms of another equation are is not known.
void feel_lonely(Residents& residents, const Ties& ties, const CompanyAround& around, const Parameters& p,
                 const sim::RandomSource& draws, sim::Month now, Workspace& workspace,
                 const ShowHazard& show = {});

/// Hours a month with friends elsewhere that are left to somebody of this age, those in other neighbourhoods
/// of the study and kin there among them, and with relatives elsewhere. h/month
float hours_with_friends_elsewhere(const Residents& residents, ResidentId who, const Parameters& p);
float hours_with_family_elsewhere(const Residents& residents, ResidentId who, const Parameters& p);

/// Contact outside the house, here and elsewhere, in a month in which shocks leave `visits_kept` of that
/// elsewhere. h/month
float hours_outside_the_house(const Residents& residents, const Ties& ties, ResidentId who,
                              const Parameters& p, float visits_kept = 1.0F);

}  // namespace weefsel
