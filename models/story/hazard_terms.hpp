#pragma once
#include <cstdint>
#include <vector>

#include "models/parameters/parameters.hpp"
#include "models/world/hazard.hpp"
#include "models/world/neighbourhood.hpp"

namespace weefsel {

/// What a log-hazard is made of.
enum class TermKind : std::uint8_t {
    level,              ///< the constant of the hazard
    age,                ///< age, and sex or tenure where the rate depends on them too
    frailty,            ///< for death: against what is usual at that age
    severe_loneliness,  ///< a score of 9 or more
    in_residence,       ///< lives in residential care
    partner,            ///< has a partner or not
    belonging,          ///< of the household, against the middle of the scale
    informal_help,      ///< part of the need that people around meet
    strain,             ///< insecurity and distress of the adults of a household
    family_friends,     ///< friends here of the adults of a household
    distress,
    no_carer,  ///< needs help and has no primary carer
    dwelling,  ///< not fit for old age
    support,   ///< hours of professionals
    insecurity,
    nuisance,       ///< of the street
    peers,          ///< young ties who offended before
    reach,          ///< bond with a professional, or a host at a regular place
    respite,        ///< what support for carers takes off their load
    care_given,     ///< hours of informal care
    carer_frailty,  ///< of the carer: the same hours weigh more
    person,         ///< of loneliness: what one is like and has simulated through; partner, loss, support
    contact,        ///< hours with friends and close ties, elsewhere too
    casual_friends,
    company,     ///< hours in groups, at places, helping, with callers
    found_need,  ///< a professional looked
    count
};
inline constexpr std::size_t term_kinds = static_cast<std::size_t>(TermKind::count);

/// One term of the natural logarithm of a hazard a month.
struct HazardTerm {
    TermKind kind;
    double value;
};

/// A hazard of one resident in one month.
struct HazardSeen {
    float hazard = 0;  ///< a month, as the process adds it up; 0: not at risk
    float left = 0;    ///< of the threshold, before this month's hazard
    float threshold = 0;
    std::vector<HazardTerm> terms;  ///< none when not at risk; of loneliness always, though it is no hazard

    [[nodiscard]] bool falls() const { return hazard > 0.0F && !(left - hazard > 0.0F); }
    /// Hazard of this episode so far, this month included.
    [[nodiscard]] double accumulated() const { return static_cast<double>(threshold) - left + hazard; }
};

/// Which hazards have terms here: all but that of contacts with the GP, which is no single event.
constexpr bool has_terms(Hazard h) { return h != hazard_of(EventKind::gp_contact) && h != Hazard::count; }

/// Reads hazard `h` of `who` when its process shows it (see HazardWatch); of a couple's parting that
/// of the one who bears it, of moving out that of the household (none for who lives in residential care).
/// The terms are those that the process uses: exp of their sum is the hazard, to the precision of a float.
HazardSeen hazard_seen(Hazard h, const HazardColumns& columns, const Neighbourhood& n, ResidentId who,
                       const Parameters& p, const sim::RandomSource& draws);

}  // namespace weefsel
