#pragma once
#include "models/world/membership.hpp"

namespace weefsel {

/// Goes to an empty dwelling here with a keyed chance, else out of the neighbourhood.
void go_elsewhere(People& people, ResidentId who, const Parameters& parameters,
                  const sim::RandomSource& draws, sim::Month now);

/// Those in `members` leave the neighbourhood for good; friends here keep in touch with them.
void go_away(People& people, const ResidentId* members, int n, const Parameters& parameters,
             const sim::RandomSource& draws, sim::Month now);

/// The same as one household that may find a dwelling in another neighbourhood of the study. Two families who
/// leave together may be more than a dwelling holds (`largest_household`): they go to one outside the study.
void depart(People& people, const ResidentId* members, int n, const Parameters& parameters,
            const sim::RandomSource& draws, sim::Month now);

/// Contact that friends of these hours keep at first when one of both moves out; steps of 1/128 h a month.
/// Source: MODEL 5.2: moving out ends local ties slowly, they become outside ties.
std::uint16_t contact_kept(TieHours hours, TieKind kind, const Parameters& parameters);

/// What somebody keeps of a friend who moves out: with the keyed chance `outside_after_move` a friend
/// elsewhere, else contact that fades. Nothing of others.
struct KeptInTouch {
    std::uint8_t friends = 0;
    std::uint16_t contact = 0;
};
KeptInTouch kept_in_touch(sim::BirthNumber stayer, sim::BirthNumber mover, TieHours hours, TieKind kind,
                          const Parameters& parameters, const sim::RandomSource& draws, sim::Month now);

/// The last child leaves the parents behind, who are a generation older.
void leave_parents(People& people, ResidentId child, const WellbeingParameters& p);

/// Contact with those who moved out fades as a friendship without contact does. Every month.
void fade_moved_contact(Residents& residents, const NetworkParameters& p);

}  // namespace weefsel
