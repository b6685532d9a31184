#pragma once
#include "models/parameters/meeting_place_parameters.hpp"
#include "models/parameters/network_parameters.hpp"
#include "models/parameters/place_kinds.hpp"
#include "models/world/household_state.hpp"
#include "models/world/month_record.hpp"
#include "models/world/place_state.hpp"
#include "models/world/resident_state.hpp"
#include "models/world/tie_state.hpp"
#include "sim/random_source.hpp"

namespace weefsel {

/// The random numbers by which everybody meets this month.
RandomWords draw_words(const Residents& residents, const Places& places, const sim::RandomSource& draws,
                       sim::Month now);

/// Schedule step 5, second half: the visitors of a place form sessions, and those of one session meet, pair
/// by pair, decided by a number made of both visitors' random numbers. Known pairs get hours, strangers may
/// propose a tie. Then the street does the same for those next door. Good and bad encounters are counted,
/// proposed ties are added to `proposals`. Source: ODD 5.4.
///
///     sessions     = max(1, floor(visitors / usual size)), of visitors who stand next to each other
///     chance       = encounters * encounters_KIND (1 + encounters_host host) / (max(size, usual size) - 1)
///     goes wrong   = negative_base + negative_crowding max(0, size / usual size - 1), or on the pavement
///                    negative_nuisance nuisance, + negative_insecurity mean insecurity of the two
Encounters meet(Ties& ties, const Residents& residents, const Places& places, const Visits& visits,
                const RandomWords& random_words, const NetworkParameters& p,
                const MeetingPlaceParameters& at_places, const PlaceKindParameters& kinds,
                TieProposals& proposals);
/// The same for groups that meet apart from all places: all members share the session, whose usual size is
/// theirs, by the numbers of its kind. Where others decided who is together, times start_assigned.
void meet_in_groups(Ties& ties, const Residents& residents, const std::vector<ArrangedGroup>& groups,
                    const RandomWords& random_words, const NetworkParameters& p,
                    const MeetingPlaceParameters& at_places, const PlaceKindParameters& kinds,
                    Encounters& encounters, TieProposals& proposals);
/// Between neighbours on the pavement: chance street_chance (1/2 + public space) exp(street_rural (rural -
/// 1/2)).
void meet_in_street(Ties& ties, const Residents& residents, const Dwellings& dwellings,
                    const Streets& streets, float rural, const RandomWords& random_words,
                    const NetworkParameters& p, Encounters& encounters, TieProposals& proposals);

}  // namespace weefsel
