#pragma once
#include "models/parameters/network_parameters.hpp"
#include "models/world/month_record.hpp"
#include "models/world/resident_state.hpp"
#include "sim/month.hpp"
#include "sim/random_source.hpp"

namespace weefsel {

/// Schedule step 6: a friend elsewhere comes to live here. In the own birth month somebody who lives here
/// finds one among the adults who moved in this month with chance 1 - exp(-outside_arrival friends
/// elsewhere): of those at most outside_arrival_age years older or younger, the one whose number with theirs
/// is lowest. Both have a friend less elsewhere, and a friendship is proposed. Nobody comes where nobody
/// fitting moved in. Names are those of parameters (`network.*`). Source: ODD 5.4.
void friends_arrive(Residents& residents, const NetworkParameters& p, const sim::RandomSource& draws,
                    sim::Month now, TieProposals& proposals);

}  // namespace weefsel
