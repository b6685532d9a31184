#pragma once
#include <functional>

#include "models/parameters/parameters.hpp"
#include "models/process/shock/shock.hpp"
#include "models/world/departures.hpp"
#include "models/world/neighbourhood.hpp"
#include "models/world/workspace.hpp"
#include "sim/month.hpp"
#include "sim/random_source.hpp"

namespace weefsel {

/// Looks on at the hazards of one neighbourhood (`site` as in Circumstances): called whenever a process has
/// written them into `Workspace::rate` (by row of residents; of households by row of dwellings, without
/// belonging, which stands in `score`) and is about to add them up. It changes nothing.
using HazardWatch =
    std::function<void(std::size_t site, Hazard, const Neighbourhood&, const Workspace&, sim::Month now)>;

/// What a month is simulated under, besides parameters and chance.
struct Circumstances {
    ShockEffects shocks;
    double follow = 1;         ///< professionals follow initiatives (1) or take them over (0)
    bool burn_in = false;      ///< constants are still being measured
    PlaceKinds reorganised{};  ///< kinds of places that are reorganised from above this month
    std::size_t site = 0;      ///< which neighbourhood of the study this is, for what shocks bring to each
    const sim::RandomSource* outreach =
        nullptr;                           ///< decides whom professionals see, where that chance is another
    const HazardWatch* hazards = nullptr;  ///< looks on, where somebody does
};

/// Reporting share of the running lines above the `neutral` share, relative; what volunteers feel of it. 0
/// where nothing runs, and where the neutral share is 0, against which nothing can be measured.
float paperwork_of(const FundingLines& lines, float neutral);

/// One month of one neighbourhood, steps 1 to 9 of the schedule (ODD 3). `departures` takes down who
/// goes elsewhere, where the study has other neighbourhoods.
void step_month(Neighbourhood& n, const Circumstances& now_under, const Parameters& p,
                const sim::RandomSource& draws, sim::Month now, Workspace& w,
                Departures* departures = nullptr);

/// Balances of people, ties, euros and queue places. Throws sim::InvariantError naming what is broken.
void check_balances(const Neighbourhood& n);

}  // namespace weefsel
