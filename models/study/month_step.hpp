#pragma once
#include <functional>
#include <span>

#include "models/parameters/parameters.hpp"
#include "models/process/shock/shock.hpp"
#include "models/world/hazard.hpp"
#include "models/world/loneliness_inputs.hpp"
#include "models/world/loneliness_scale.hpp"
#include "models/world/membership.hpp"
#include "models/world/month_record.hpp"
#include "models/world/workspace.hpp"
#include "sim/month.hpp"
#include "sim/random_source.hpp"

namespace weefsel {

/// Looks on at the hazards of one neighbourhood (`site` as in Circumstances): called whenever a process has
/// put one together and is about to add it up. It changes nothing.
using HazardWatch =
    std::function<void(std::size_t site, Hazard, const HazardColumns&, const Neighbourhood&, sim::Month now)>;

struct MonthUnderWay;

/// Stands in the place of the model's own equation of loneliness; called for several neighbourhoods at the
/// same time.
using ReplacedLoneliness = std::function<void(MonthUnderWay&, const LonelinessInputs&)>;

/// Acts on a neighbourhood in the course of a month, from outside the model: a trial, or whoever else wants
/// to see what happens. Called for several neighbourhoods at the same time; each part may be empty.
struct Treatment {
    std::function<void(MonthUnderWay&)> before_work;  ///< posts, prices, streets: what work and outings meet
    std::function<void(MonthUnderWay&)> after_work;   ///< residents, before they choose places
};

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
    const Treatment* treatment = nullptr;  ///< acts, where somebody does
    std::span<const LonelyBeyond> lonely_beyond{};   ///< of those who have ties across borders
    const ReplacedLoneliness* loneliness = nullptr;  ///< in the place of the model's own, where there is one
};

/// A neighbourhood in the course of a month: what the processes of the schedule are given, and what they have
/// made so far.
struct MonthUnderWay {
    Neighbourhood& n;
    const Circumstances& under;
    const Parameters& p;
    const sim::RandomSource& draws;
    sim::Month now;
    Workspace& w;
    MonthRecord& made;
    Departures* departures = nullptr;
    ShowHazard show{};

    /// What stands in the place of the equation of loneliness; empty: nothing does.
    [[nodiscard]] RelaxLoneliness relax_loneliness();
    [[nodiscard]] People people() const { return people_of(n, departures); }
    [[nodiscard]] const sim::RandomSource& outreach() const {
        return under.outreach != nullptr ? *under.outreach : draws;
    }
};

/// One month of one neighbourhood: the processes of the schedule in their order (ODD 3), from the calendar to
/// care. `departures` takes down who goes elsewhere, where the study has other neighbourhoods.
MonthRecord step_month(Neighbourhood& n, const Circumstances& under, const Parameters& p,
                       const sim::RandomSource& draws, sim::Month now, Workspace& w,
                       Departures* departures = nullptr);

/// Both call the treatment that the month is simulated under, if there is one.
void treat_before_work(MonthUnderWay& month);
void treat_after_work(MonthUnderWay& month);

/// Balances of people, ties, euros and queue places. Throws sim::InvariantError naming what is broken.
void check_balances(const Neighbourhood& n);

}  // namespace weefsel
