#pragma once
#include <vector>

#include "models/world/hazard.hpp"
#include "models/world/membership.hpp"
#include "models/world/month_record.hpp"
#include "models/world/neighbourhood.hpp"
#include "models/world/workspace.hpp"

namespace weefsel {

/// Schedule step 3: ageing, deaths, births, leaving home, couples, moves in and out.
/// Residents balance: start + births + arrivals - deaths - departures. Source: ODD 5.2.
/// `fix_norms`: during the burn-in the constant that keeps deaths at the life table is measured.
Deaths live_and_die(People people, Streets& streets, const InflowProfile& inflow, Norms& norms,
                    bool fix_norms, const Parameters& parameters, const sim::RandomSource& draws,
                    sim::Month now, Workspace& workspace, const ShowHazard& show = {});

// Each its own process, in this order. Names are those of parameters (`demography.*`), hazards are per month.

/// Birthdays, and what changes with them: activity, free hours.
void grow_older(Residents& residents, const Dwellings& dwellings, const Parameters& p,
                const sim::RandomSource& draws, sim::Month now, Workspace& workspace);
/// hazard = norm(ten years of age) * life table(age, sex) / 12
///          * exp(death_frailty (frailty - expected frailty(age, sex)))
///          * death_severely_lonely where severely lonely * death_in_residential_care for who lives there;
/// norm = deaths by the life table / deaths by the product of the others, as measured in the burn-in.
Deaths die(People& people, Norms& norms, bool fix_norms, const Parameters& parameters, sim::Month now,
           Workspace& workspace, const ShowHazard& show = {});
/// hazard = birth_scale * births(age) / 12 * birth_partnered or birth_single, for women in a dwelling.
void give_birth(People& people, const Parameters& parameters, const sim::RandomSource& draws, sim::Month now,
                Workspace& workspace, const ShowHazard& show = {});
/// hazard = leave_home * leave_home_at_18, _22 or _30 / 12, for who lives with a parent.
void leave_home(People& people, const Parameters& parameters, const sim::RandomSource& draws, sim::Month now,
                Workspace& workspace, const ShowHazard& show = {});
/// hazard of forming a couple = couples * couple_at_20, _30, _45 or _65 / 12, less what it counts double for
/// who finds a partner here; of parting = separation * separation_young .. separation_old / 12, a couple.
void couple_and_part(People& people, const Parameters& parameters, const sim::RandomSource& draws,
                     sim::Month now, Workspace& workspace, const ShowHazard& show = {});
/// hazard = moves * move_hazard / 12 * exp(-move_belonging (mean belonging - 1/2)
/// + move_nuisance (nuisance of the street - nuisance_usual)), a household.
void move_out(People& people, Streets& streets, const Parameters& parameters, const sim::RandomSource& draws,
              sim::Month now, Workspace& workspace, const ShowHazard& show = {});
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
