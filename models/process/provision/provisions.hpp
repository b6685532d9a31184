#pragma once
#include "models/process/funding/policy.hpp"
#include "models/world/funding_state.hpp"
#include "models/world/provision_state.hpp"

namespace weefsel {

/// Lets what `policy` buys besides posts, places and support take over; a policy without lines leaves it as
/// it is, until its lines have ended. What was built and made fit before stays where it is.
void begin_provisions(Provisions& provisions, const Policy& policy);

/// What a line says of the pay or the work of its posts (`is_of_posts`); 0 where it says nothing. It is not
/// scaled with the money. Unit: as the column `provision.amount`.
double agreed(const Provisions& provisions, LineId line, Purchase::Kind kind);

/// Amount of a row this month: what its line buys, at the scale at which the line runs. `effects`: see
/// funding.policy_effects. Unit: as the column `provision.amount`.
double supplied(const Provisions& provisions, ProvisionId row, const FundingLines& lines, double effects);

/// The same in whole dwellings or residents, times `share` of the way; over all neighbourhoods the parts add
/// up to the whole.
int supplied_whole(const Provisions& provisions, ProvisionId row, const FundingLines& lines, double effects,
                   double share = 1);

}  // namespace weefsel
