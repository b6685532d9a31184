#pragma once
#include "models/parameters/parameters.hpp"
#include "models/world/initiative_state.hpp"
#include "models/world/place_state.hpp"
#include "models/world/resident_state.hpp"
#include "models/world/tie_state.hpp"
#include "models/world/workspace.hpp"
#include "sim/random_source.hpp"

namespace weefsel {

/// What professionals and lines bring to residents' own help this month.
struct HelpContext {
    float paperwork = 0;         ///< reporting share of the lines that run, above the neutral share, relative
    float initiative_hours = 0;  ///< h of support to initiatives
    float follow = 1;            ///< 1: professionals follow initiatives, 0: take them over
    float respite_hours = 0;     ///< h a week of support to carers
};

/// Schedule step 7. Small help between ties; who gets none leaves a signal. Source: ODD 5.5.
void help_each_other(Residents& residents, Ties& ties, const Parameters& parameters,
                     const sim::RandomSource& draws, sim::Month now, Workspace& workspace);
/// Long-term help: needs, carers, hours, overload, breakdown. Hours given equal hours received.
void care_for_each_other(Residents& residents, const Ties& ties, const HelpContext& context,
                         const Parameters& parameters, const sim::RandomSource& draws, sim::Month now,
                         Workspace& workspace);
/// Beginning and stopping of volunteers, most of all by being asked.
void volunteer(Residents& residents, const Ties& ties, const Places& places, const HelpContext& context,
               const Parameters& parameters, const sim::RandomSource& draws, sim::Month now,
               Workspace& workspace);
/// Residents' initiatives are born, live and end. What they give their place is counted in step 4.
void run_initiatives(Initiatives& initiatives, const Residents& residents, const Ties& ties,
                     const Places& places, const HelpContext& context, const Parameters& parameters,
                     const sim::RandomSource& draws);

/// Theme that a volunteer takes up, for life.
inline int theme_of(sim::BirthNumber who) { return static_cast<int>(sim::mix64(who ^ 0x7EEAULL) % themes); }

/// Chance that `helper` helps over a tie of `hours`.
float chance_to_help(const Residents& residents, ResidentId helper, float hours, const HelpParameters& p);

}  // namespace weefsel
