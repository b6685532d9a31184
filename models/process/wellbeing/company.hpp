#pragma once
#include <span>
#include <vector>

#include "models/parameters/parameters.hpp"
#include "models/world/month_record.hpp"
#include "models/world/place_state.hpp"
#include "models/world/resident_state.hpp"

namespace weefsel {

/// Hours of good company this month, per row, at least 0. Names are those of parameters (`company.*`):
///
///     sum over visits of hours_KIND min(1, encounters_KIND) quality of the place
///         (strangers + (1 - strangers) habit of going there)
///     + hours that residents' own groups or a trial bring (`Arranged::company`)
///     + help.help_contact where small help was received, and for each time it was given
///     + volunteering * hours volunteered + professional * hours of support
///     - bad_encounter * bad encounters
///
/// Returning faces make company, not the number of people met. Source: ODD 7.9.
std::vector<float> company_of_month(const Residents& residents, const Places& places, const MonthRecord& made,
                                    const Parameters& p);

/// How company stands to the usual, per row, for loneliness to read: with g = ln(1 + hours),
///
///     (1 - slow_share) g + slow_share kept - usual,   kept = fading mean of g (halflife)
std::vector<float> feel_company(Residents& residents, const std::vector<float>& hours,
                                const CompanyParameters& p);

/// How easily everybody gets about this month, 0..1: 1 - travel_insecurity insecurity price of travel
/// - travel_frailty frailty; rides take meeting_place.rides_relief of both away. A trial may change what
/// travel costs
/// (`terms`).
void get_about(Residents& residents, std::span<const OutingTerms> terms, const Parameters& p);

/// What of contact elsewhere, and of beginning to volunteer, somebody of this mobility has against the stated
/// one.
inline float by_mobility(float mobility, const CompanyParametersOf<float>& p) {
    return mobility / p.travel_usual;
}

}  // namespace weefsel
