#pragma once
#include "models/parameters/parameters.hpp"
#include "models/world/household_state.hpp"
#include "models/world/place_state.hpp"
#include "models/world/resident_state.hpp"
#include "models/world/tie_state.hpp"
#include "models/world/workspace.hpp"
#include "sim/random_source.hpp"

namespace weefsel {

/// One block of the month's lots for everybody, into `workspace.lots`: for sessions, the pavement,
/// introductions and volunteering.
void draw_lots(const Residents& residents, const sim::RandomSource& draws, sim::Month now,
               Workspace& workspace);

/// Schedule step 5, second half: visitors of one session meet, pair by pair, decided by a number
/// made of both visitors' lots; one visitor more adds encounters and takes none away. Known pairs
/// get hours, strangers may propose a tie. Then the street does the same for those next door.
/// Good and bad encounters are counted in the workspace. Source: ODD 5.4.
void meet(Ties& ties, Residents& residents, const Places& places, const Parameters& parameters,
          Workspace& workspace);
void meet_in_street(Ties& ties, Residents& residents, const Dwellings& dwellings, const Streets& streets,
                    const Parameters& parameters, Workspace& workspace);

/// Session of a regular visitor: people of like age meet, and keep to their session.
/// `by_age`: how far it follows age instead of chance, 0..1.
std::uint32_t session_of(sim::BirthNumber who, int age, std::uint64_t place, std::uint32_t sessions,
                         float by_age, float oldest);

}  // namespace weefsel
