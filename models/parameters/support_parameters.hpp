#pragma once
#include <array>

#include "models/parameters/studies.hpp"
#include "sim/parameter.hpp"

namespace weefsel {

/// What a professional's contact does to whom it is with, how trajectories run, and how they end. In double
/// as declared, in float for loops over columns (sim::narrowed).
template <class Real>
struct SupportParametersOf {
    Real talk_hours = 1.0;
    Real coping_gain = 0.6;
    Real coping_from = 2;
    Real coping_halflife = 9;
    Real emotional = 0.7;
    Real social = 0.1;
    Real distress = 0.6;
    Real overload = 0.3;
    Real accept = 0.55;
    Real contacts = 8;
    Real pace = 1.4;
    Real dropout = 0.08;
    Real worker_spread = 0.5;
    Real handover_lapsed = 0.3;
    Real handover_planned = 0.8;
    Real interrupted = 0.3;
    Real voice_access = 0.5;
    Real group_times = 2;
};
using SupportParameters = SupportParametersOf<double>;

inline constexpr std::array support_declared = [] {
    using P = SupportParameters;
    using sim::declare;
    using enum sim::Evidence;
    using namespace studies;
    return std::array{
        declare("talk_hours", &P::talk_hours, {0.25, 3}, "h",
                "Part of a contact that is spent with the resident; the rest is preparation and travel.",
                {assumption, "an hour's talk", time_registration}),
        declare("coping_gain", &P::coping_gain, {0, 2}, "1/h",
                "Rise of coping per hour of effective support, times what is missing to 1. Coping is what "
                "support leaves somebody with: hope, a plan, knowing what to do. 0: off.",
                {literature,
                 "five telephone sessions act for months (BASIL+, doi 10.1101/2023.06.13.23291329), size by "
                 "hand"}),
        declare("coping_from", &P::coping_from, {0, 3}, "1",
                "Contacts with one professional before coping rises.",
                {literature,
                 "those with three visits gained (Glasgow trial, pmc.ncbi.nlm.nih.gov/articles/PMC6846279), "
                 "self-selected: swept"}),
        declare("coping_halflife", &P::coping_halflife, {1, 36}, "month", "Half-life with which it fades.",
                {literature,
                 "a year after five sessions a third to a half was left (Littlewood 2022, doi "
                 "10.1136/ebmental-2022-300530), wide"}),
        declare("emotional", &P::emotional, {0, 1.5}, "1",
                "Fall of the logit of the emotional items of loneliness at full coping. 0: off.",
                {literature, "-0.37 of 6 after five sessions (BASIL+, doi 10.1101/2023.06.13.23291329)"}),
        declare("social", &P::social, {0, 1.5}, "1", "The same of the social items. 0: off.",
                {literature, "-0.05 of 5, null (BASIL+, doi 10.1101/2023.06.13.23291329)"}),
        declare("distress", &P::distress, {0, 2}, "1",
                "Fall of the logit of distress at full coping. 0: off.",
                {literature, "PHQ-9 -1.65 after five sessions (BASIL+, doi 10.1101/2023.06.13.23291329)"}),
        declare(
            "overload", &P::overload, {0, 1}, "1",
            "Share of a carer's overload that full coping takes away. 0: off.",
            {literature,
             "counselling of carers (Mittelman 2006, doi 10.1212/01.wnl.0000242727.81172.91), size by hand"}),
        declare("accept", &P::accept, {0, 1}, "1",
                "Chance that an intake leads to a trajectory. 0: every contact stands by itself.",
                {literature,
                 "45 % of those referred had three visits (Glasgow trial, "
                 "pmc.ncbi.nlm.nih.gov/articles/PMC6846279)"}),
        declare("contacts", &P::contacts, {3, 20}, "1",
                "Contacts of a trajectory, the intake among them: a quarter more or less by chance.",
                {assumption, "six to ten, by hand", time_registration}),
        declare("pace", &P::pace, {0.5, 8}, "1/month", "Contacts a month with somebody in a trajectory.",
                {assumption, "six to ten in about half a year, by hand", time_registration}),
        declare("dropout", &P::dropout, {0, 0.5}, "1", "Chance to stay away after a contact of a trajectory.",
                {literature,
                 "45 % of those referred had three visits (Glasgow trial, "
                 "pmc.ncbi.nlm.nih.gov/articles/PMC6846279), by hand"}),
        declare("worker_spread", &P::worker_spread, {0, 1}, "1",
                "Spread between professionals in what their contacts do, on the log scale; the mean is 1.",
                {literature,
                 "nothing lost with the weaker half of caseworkers, twice the mean with the other "
                 "(Schiprowski 2020, IZA DP 11040, docs/trials-figures.md); less here, for error"}),
        declare("handover_lapsed", &P::handover_lapsed, {0, 1}, "1",
                "Share of a bond, and chance of a trajectory, that a successor takes over when the money had "
                "ended.",
                {assumption, "nobody is there to hand over to", support_trial}),
        declare("handover_planned", &P::handover_planned, {0, 1}, "1",
                "The same when the professional leaves as planned, with a handover.",
                {literature,
                 "a planned end hardly hurts (Grossman et al. 2012, doi 10.1007/s10464-011-9435-0), sign"}),
        declare("interrupted", &P::interrupted, {0, 1}, "1",
                "Rise of loneliness (logit, fading as what else comes and goes) of a client with a full bond "
                "whose trajectory is broken off. 0: off.",
                {literature,
                 "short bonds that break may be worse than none (Grossman et al. 2012, doi "
                 "10.1007/s10464-011-9435-0), not randomised"}),
        declare("voice_access", &P::voice_access, {0, 1}, "1",
                "Share of what makes a funded place hard to enter that full voice takes away. 0: off.",
                {assumption, "who is heard says what keeps them out", support_trial}),
        declare("group_times", &P::group_times, {0, 8}, "1/month",
                "Meetings a month of those whose signals recur, in a group that collective work makes of "
                "them. 0: off.",
                {assumption, "every other week", time_registration}),
    };
}();

}  // namespace weefsel
