#pragma once
#include "models/world/membership.hpp"
#include "models/world/neighbourhood.hpp"
#include "models/world/workspace.hpp"

namespace weefsel {

/// Schedule step 3: ageing, deaths, births, leaving home, couples, moves in and out.
/// Residents balance: start + births + arrivals - deaths - departures. Source: ODD 5.2.
/// `fix_norms`: during the burn-in the constant that keeps deaths at the life table is measured.
void live_and_die(People people, Streets& streets, const InflowProfile& inflow, Norms& norms, bool fix_norms,
                  const Parameters& parameters, const sim::RandomSource& draws, sim::Month now,
                  Workspace& workspace);

/// Each its own process, in this order.
void grow_older(Residents& residents, const Dwellings& dwellings, const Parameters& parameters,
                sim::Month now, Workspace& workspace);
void die(People& people, Norms& norms, bool fix_norms, const Parameters& parameters, sim::Month now,
         Workspace& workspace);
void give_birth(People& people, const Parameters& parameters, const sim::RandomSource& draws, sim::Month now,
                Workspace& workspace);
void leave_home(People& people, const Parameters& parameters, const sim::RandomSource& draws, sim::Month now,
                Workspace& workspace);
void couple_and_part(People& people, const Parameters& parameters, const sim::RandomSource& draws,
                     sim::Month now, Workspace& workspace);
void move_out(People& people, Streets& streets, const Parameters& parameters, sim::Month now,
              Workspace& workspace);
void move_in(People& people, const InflowProfile& inflow, const Norms& norms, const Parameters& parameters,
             const sim::RandomSource& draws, sim::Month now);

/// The household of the profile whose turn it is at a number `u` in [0, 1), by mobility.
std::size_t drawn_household(const InflowProfile& inflow, float u);
/// That household moves into an empty dwelling in which its occupancy has begun (`begin_household`).
void household_moves_in(People& people, DwellingId dwelling, const InflowProfile& inflow,
                        std::size_t household, const Parameters& parameters, const sim::RandomSource& draws,
                        sim::Month now);

/// Ties of one household among each other: partner, and kin between generations and siblings.
void tie_household(People& people, DwellingId dwelling, const NetworkParameters& p);

}  // namespace weefsel
