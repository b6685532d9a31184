#pragma once
#include <vector>

#include "models/parameters/parameters.hpp"
#include "models/world/funding_state.hpp"
#include "models/world/hazard.hpp"
#include "models/world/household_state.hpp"
#include "models/world/initiative_state.hpp"
#include "models/world/month_record.hpp"
#include "models/world/place_state.hpp"
#include "models/world/resident_state.hpp"
#include "models/world/streams.hpp"
#include "models/world/tie_state.hpp"
#include "models/world/workspace.hpp"
#include "sim/random_source.hpp"

namespace weefsel {

// Schedule step 7. Names are those of parameters (`help.*`), sigma(x) = 1 / (1 + e^-x). Source: ODD 5.5.

/// Small help between ties; who gets none leaves a signal. Returns the rows of those to whom it was refused.
///     needs: chance = small_help (need + need_frailty frailty + need_insecurity insecurity)
///     asks:  chance = sigma(ask + ask_norm (norm - 1/2) - ask_shame insecurity)
///     gives: see chance_to_help, of the three strongest ties in turn; else of each relative elsewhere
///            help_outside
std::vector<std::uint16_t> help_each_other(Residents& residents, Ties& ties, const HelpParameters& p,
                                           const sim::RandomSource& draws, sim::Month now,
                                           Workspace& workspace);
/// Long-term help: needs, carers, hours, overload, breakdown. Hours given equal hours received. `rural`: 0
/// very urban .. 1 not urban.
///     need     = care_hours (frailty - care_from_frailty), of adults above it. h/month
///     received = at most need: informal_care need (share of the carer + care_outside_kin relatives elsewhere
///                + care_others min(1, friends / care_friends)); share is care_partner, _child or _friend
///     relief   = min(1, hours for carers a week / respite_hours + carer_support own support a week)
///     overload = overload (1 - respite relief) (1 - support.overload coping) sigma((given - overload_from) /
///     overload_spread
///                + overload_level + overload_frailty frailty), of who gives
///     hazard of breakdown = breakdown overload^2, a month
///     of 25 to 80, whether somebody cares for people elsewhere is drawn anew every five years: chance =
///                care_elsewhere exp(care_elsewhere_rural (rural - 1/2))
///                ((1 + years here) / (1 + care_elsewhere_stay_usual))^care_elsewhere_stay, times
///                care_elsewhere_young below 45 and care_elsewhere_old from 65
void care_for_each_other(Residents& residents, const Ties& ties, const WorkDone& work, float rural,
                         const Parameters& p, const sim::RandomSource& draws, sim::Month now,
                         Workspace& workspace, const ShowHazard& show = {});
/// Beginning and stopping of volunteers, most of all by being asked: by ties who volunteer, at regular places
/// by hosts and by professionals who mobilise (`mobilising_hours` a month). `random_words`: per row.
///     begins: chance = volunteer_start * volunteer_retired if retired * volunteer_low_education, 1 or
///             volunteer_high_education * (volunteer_norm_low + volunteer_norm norm) * (1 - frailty)
///             * (1 - volunteer_insecurity insecurity) * volunteer_owner in an owned home * volunteer_parent
///             with children at school at home * exp(volunteer_rural (rural - 1/2)) * mobility
///             / company.travel_usual * (1 + volunteer_asked asked); asked: by ties who volunteer, hosts,
///             professionals who mobilise, network leaders, * (1 + volunteer_here volunteer_one_off new); who
///             begins for that, does so at the own place
///     stops:  chance = volunteer_stop (1 + volunteer_overload overload), for who volunteers here times
///             (1 + volunteer_paper paperwork) (1 + volunteer_one_off volunteer_one_off_months ended); above
///             volunteer_too_frail always
///     new, ended: share of the money of lines in the first volunteer_one_off_months of a grant, and of those
///             whose grant ended this month, each times min(1, 12 / term)
///     paperwork: reporting share of the lines that run, above funding.neutral_reporting_share, relative
void volunteer(Residents& residents, const Dwellings& dwellings, const Ties& ties, const Places& places,
               const FundingLines& lines, float rural, float mobilising_hours,
               const std::vector<std::uint32_t>& random_words, const SupportedLeaders& leaders,
               const Parameters& p, const sim::RandomSource& draws, sim::Month now, Workspace& workspace);
/// Schedule step 5: the members of each initiative that runs meet `help.initiative_meetings` times a month
/// (a fraction by a keyed number), as visitors of a session of their place do: company and ties, added to
/// `arranged`. Taken over (`follow` 0) there is more of it: times 1 + takeover_output.
void meet_as_initiatives(const Initiatives& initiatives, const Residents& residents, const Places& places,
                         float follow, const Parameters& p, const sim::RandomSource& draws, sim::Month now,
                         Arranged& arranged);
/// Divides the hours that professionals have for initiatives by the network that they find, as far as
/// `help.read_network` says: to relieving carers by the share of volunteers here who are overloaded, of the
/// rest to mobilising by the share of initiatives that could run and do not. The others serve what runs.
void read_network(WorkDone& done, const Initiatives& initiatives, const Places& places,
                  const Residents& residents, const HelpParameters& p);
/// Residents' initiatives are born, live and end. What they give their place is counted in step 4.
/// `follow`: 1: professionals follow initiatives, 0: take them over. `leaders`: times the first, over the
/// second.
///     hazard of birth = initiative_birth (1 + initiative_support hours each * follow)
///     hazard of ending = initiative_end, or initiative_end_thin when short of members or place,
///             * (1 + initiative_takeover (1 - follow) min(1, hours each))
///             / (1 + initiative_support hours each * follow)
void run_initiatives(Initiatives& initiatives, const Residents& residents, const Ties& ties,
                     const Places& places, const WorkDone& work, const SupportedLeaders& leaders,
                     float follow, const HelpParameters& p, const sim::RandomSource& draws);

/// Theme that a volunteer takes up, for life.
inline int theme_of(sim::BirthNumber who, const sim::RandomSource& draws) {
    return static_cast<int>(draws.block(Stream::theme, who, lifelong)[0] % themes);
}

/// Chance that `helper` helps over a tie of `hours`: sigma(help_level + help_hours ln(1 + hours) + help_norm
/// norm + help_trust (trust in neighbours - help_trust_usual) - help_load times helped last month +
/// help_reciprocity if at all - frailty).
float chance_to_help(const Residents& residents, ResidentId helper, float hours,
                     const HelpParametersOf<float>& p);

}  // namespace weefsel
