#pragma once
#include "models/parameters/funding_parameters.hpp"
#include "models/world/funding_state.hpp"
#include "models/world/month_record.hpp"
#include "models/world/provision_state.hpp"
#include "models/world/resident_state.hpp"

namespace weefsel {

/// What network leaders whom lines support do this month, for volunteering and residents' initiatives. With x
/// of them for each 1000 adults, and s = x / (x + leaders_halfway):
///     hazard of the birth of an initiative  x (1 + leaders_birth s)
///     hazard of its end                     / (1 + leaders_last s)
///     how far everybody is asked            + leaders_ask s, 1 at most
/// Source: ODD 7.6.
SupportedLeaders support_leaders(const Provisions& provisions, const FundingLines& lines,
                                 const Residents& residents, const FundingParameters& p);

}  // namespace weefsel
