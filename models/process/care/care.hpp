#pragma once
#include <compare>
#include <cstdint>

#include "models/parameters/parameters.hpp"
#include "models/world/care_state.hpp"
#include "models/world/hazard.hpp"
#include "models/world/membership.hpp"
#include "models/world/place_state.hpp"
#include "models/world/tie_state.hpp"
#include "models/world/workspace.hpp"
#include "sim/random_source.hpp"

namespace weefsel {

/// Schedule step 9: needs arise as accumulated hazards pass keyed thresholds; who is indicated waits,
/// first in first out, while places are short; use lasts, ends and costs. Source: ODD 5.9.
/// Queues balance: joined = admitted + left the queue + waiting.
void seek_care(People people, const Parameters& parameters, const sim::RandomSource& draws, sim::Month now,
               Workspace& workspace, const ShowHazard& show = {});

// Each its own process, in this order. Names are those of parameters (`care.*`), hazards are per month.

/// hazard = (gp_scale * contacts(age) / 12 * exp(gp_frailty (frailty - expected frailty(age)))
///          * (1 + gp_distress (distress - distress_usual) + gp_lonely loneliness / 11)
///          + (gp_insecurity insecurity + gp_signal where a need was not met) / 12)
///          * 1 + gp_waiting while waiting for care
void see_gp(Residents& residents, const Parameters& parameters, const sim::RandomSource& draws,
            Workspace& workspace, const ShowHazard& show = {});
/// Hazards, of who lives in a dwelling and neither uses the line nor waits for it:
///     nursing, Wmo: *_level exp(*_frailty frailty) (1 - *_informal share of the need met by informal care)
///     youth care:   youth_level exp(youth_strain strain of the family - youth_support ln(1 + friends)), to
///     22 mental care:  mental_level exp(mental_distress distress), from 23 residential:  exp(sum of
///     residential_terms), from 60
/// all but residential times 1 + found_need in a month with support by a professional
void need_care(People& people, const Parameters& p, const sim::RandomSource& draws, sim::Month now,
               Workspace& workspace, const ShowHazard& show = {});
void end_care(Residents& residents, Care& care, sim::Month now);
void admit(People& people, const CareParameters& p, const sim::RandomSource& draws, sim::Month now);
void pay_care(const Residents& residents, Care& care, const CareParameters& p);
/// hazard = offending_level / 12 * exp(sum of offending_terms), from 12 to 22. Returns the month's offences.
std::uint32_t offend(Residents& residents, const Ties& ties, const Places& places, const Dwellings& dwellings,
                     const Streets& streets, const CareParameters& p, const sim::RandomSource& draws,
                     Workspace& workspace, const ShowHazard& show = {});

/// A place in the queue of one care line: by month, then by random priority.
struct QueuePlace {
    std::int16_t since;
    std::uint32_t random_word;
    sim::BirthNumber number;
    friend auto operator<=>(const QueuePlace&, const QueuePlace&) = default;
};
QueuePlace queue_place(const Residents& residents, ResidentId who, std::size_t line,
                       const sim::RandomSource& draws);
/// Somebody who waits gets a place and leaves the queue.
void admit_one(People& people, ResidentId who, std::size_t line, const CareParameters& p,
               const sim::RandomSource& draws, sim::Month now);

/// Clients that a provider can serve, sized on mean use.
std::uint32_t places_for(double mean_use, const CareParameters& p);
/// Sizes the providers on what was used at the end of the burn-in.
void size_providers(Care& care, int months_measured, const CareParameters& p);

/// GP contacts a year at an age.
/// Not to be inlined: in a loop over ages, clang 14 for WebAssembly gave the first four another number.
[[gnu::noinline]] float gp_contacts_a_year(int age, const CareParameters& p);

}  // namespace weefsel
