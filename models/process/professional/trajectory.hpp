#pragma once
#include <vector>

#include "models/process/professional/caseworkers.hpp"

namespace weefsel {

// A trajectory: an intake, some more contacts with the same professional, and a closing. Names are those of
// parameters (`support.*`). Source: ODD 5.6.
//
//     begins:   after an intake, chance accept; contacts in all: contacts (3/4 .. 5/4)
//     runs:     pace contacts a month, before the professional looks for anybody new; after each somebody
//               stays away with chance dropout
//     is broken off where the professional left and no successor takes it over (chance: the share of a bond
//               that is handed over); then the client is lonelier by interrupted * bond for a while

/// Those in a trajectory are seen by the professional with whom it runs, as far as there is time for
/// casework: in random order, so that one client more changes only those beside. Takes the contacts used from
/// `contacts`.
void follow_trajectories(std::vector<Contacts>& contacts, const Posts& posts, Residents& residents,
                         Caseworkers& workers, const SupportParameters& p, const sim::RandomSource& draws,
                         sim::Month now);

/// After an intake with `post`.
void perhaps_begin_trajectory(Residents& residents, ResidentId who, PostId post, const SupportParameters& p,
                              const sim::RandomSource& draws, sim::Month now);

/// The professional of somebody's trajectory has left; a successor takes it over with chance `handed_over`.
void hand_over_trajectory(Residents& residents, ResidentId who, float bond, float handed_over,
                          const SupportParameters& p, const sim::RandomSource& draws, sim::Month now);

}  // namespace weefsel
