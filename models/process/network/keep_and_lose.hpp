#pragma once
#include "models/parameters/network_parameters.hpp"
#include "models/world/household_state.hpp"
#include "models/world/month_record.hpp"
#include "models/world/resident_state.hpp"
#include "models/world/tie_state.hpp"
#include "sim/random_source.hpp"

namespace weefsel {

/// Schedule step 6: private contact within everybody's free time, decay of what gets too little,
/// introductions of friends to each other, and the beginning of the month's proposed ties.
/// Hours fade only above what present contact carries:
///     h <- min(strongest, h + t - delta max(0, h - t / carried)), delta = 1 - 2^(-1/half-life).
/// Who drifted apart seek no contact; they are friends (kin) again when contact brings the tie up to the
/// hours of a friend from below. Source: Hall 2018; Roberts & Dunbar 2011; ODD 5.4. `visits_given_up`: share
/// of private contact with people of other households that a shock stops, 0..1.
void keep_and_lose(Ties& ties, const Residents& residents, const Dwellings& dwellings, float visits_given_up,
                   const RandomWords& random_words, const NetworkParameters& p,
                   const sim::RandomSource& draws, sim::Month now, TieProposals& proposals);

/// One tie's month by that formula; hours. `delta` per month, `carries` = 1 / carried. For one tie
/// (float) or eight (sim::Float8).
template <class Number>
inline Number strength_after(Number h, Number contact, Number delta, float carries, float strongest) {
    const Number uncarried = h - contact * carries;
    const Number after = h + contact - delta * (uncarried > 0.0F ? uncarried : Number{});
    return after < strongest ? after : Number{} + strongest;
}

}  // namespace weefsel
