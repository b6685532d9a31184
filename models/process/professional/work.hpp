#pragma once
#include <algorithm>

#include "models/parameters/parameters.hpp"
#include "models/world/funding_state.hpp"
#include "models/world/household_state.hpp"
#include "models/world/initiative_state.hpp"
#include "models/world/month_record.hpp"
#include "models/world/place_state.hpp"
#include "models/world/professional_state.hpp"
#include "models/world/provision_state.hpp"
#include "models/world/resident_state.hpp"
#include "models/world/tie_state.hpp"
#include "models/world/workspace.hpp"
#include "sim/random_source.hpp"

namespace weefsel {

/// Share of direct hours by WorkMode.
using Division = std::array<float, work_modes>;
/// Usual division of hours by role; each sums to 1, or is 0 where all its parts are.
std::array<Division, roles> usual_divisions(const WorkHoursParameters& p);

/// Schedule step 4: bonds with those who left are lost, bonds fade, and every post divides its direct
/// hours over modes and uses them. Who is seen is ranked by random priority weighted by need, so that one
/// resident more changes only those beside. Whom connecting brings together is added to `proposals`, groups
/// that collective work makes to `arranged`. Group work at a place whose doors are closed by a crisis becomes
/// outreach as far as `crisis_calls` says.
/// Source: ODD 5.6.
WorkDone work(Posts& posts, const FundingLines& lines, const Provisions& bought, Residents& residents,
              Ties& ties, const Dwellings& dwellings, Places& places, const Initiatives& initiatives,
              double follow, const Parameters& parameters, const sim::RandomSource& draws, sim::Month now,
              TieProposals& proposals, Arranged& arranged, Workspace& workspace);

/// Efficacy of a contact over a bond: e0 + (1 - e0) bond.
inline float efficacy(float bond, float start) { return start + (1.0F - start) * bond; }

/// What is left of it with a client held for so many months by one worker: 1 - dependency, reached in a
/// straight line from dependency_from to twice as many.
inline float when_held_long(std::uint8_t months, const ProfessionalParameters& p) {
    const double beyond = (months - p.dependency_from) / p.dependency_from;
    return static_cast<float>(1 - p.dependency * std::clamp(beyond, 0.0, 1.0));
}

}  // namespace weefsel
