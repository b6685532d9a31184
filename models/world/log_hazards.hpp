#pragma once
#include <algorithm>
#include <vector>

#include "models/parameters/care_parameters.hpp"
#include "models/world/household_state.hpp"
#include "models/world/loneliness_scale.hpp"
#include "models/world/place_state.hpp"
#include "models/world/resident_state.hpp"
#include "models/world/tie_state.hpp"
#include "models/world/units.hpp"
#include "sim/numeric.hpp"

namespace weefsel {

/// What of the household counts for youth care.
struct Family {
    float strain = 0;          ///< mean insecurity and distress of the adults of the household
    std::uint8_t friends = 0;  ///< most friends here that one of them has
};

inline Family family_of(const Residents& r, const Dwellings& dwellings, const Ties& ties, ResidentId who) {
    constexpr int adult = 23;
    const auto dwelling = r.dwelling[who];
    Family f;
    int adults = 0;
    for (int k = 0; k < dwellings.members[dwelling]; ++k) {
        const auto member = dwellings.member[dwelling][k];
        if (r.age[member] < adult) continue;
        ++adults;
        f.strain += 0.5F * (r.insecurity[member] + r.distress[member]);
        f.friends = std::max(f.friends, ties.friends[member]);
    }
    if (adults > 0) f.strain /= static_cast<float>(adults);
    return f;
}

/// Terms of the log-hazard of residential care, a month (MODEL 5.9).
struct ResidentialTerms {
    double level, no_partner, no_carer, severely_lonely, unsuited;
    float frailty, support;
    [[nodiscard]] float sum() const {
        return static_cast<float>(level + no_partner + no_carer + severely_lonely + unsuited) + frailty -
               support;
    }
};

/// Of somebody who lives in a dwelling.
inline ResidentialTerms residential_terms(const Residents& r, const Dwellings& dwellings, ResidentId who,
                                          const CareParameters& p) {
    const bool alone_in_need = r.care_need[who] > 0.0F && !r.carer[who].exists();
    return {p.residential_level,
            r.partner[who].exists() ? 0.0 : p.residential_no_partner,
            alone_in_need ? p.residential_breakdown : 0.0,
            r.loneliness[who] >= severely_from ? p.residential_severely_lonely : 0.0,
            dwellings.suited[r.dwelling[who]] ? 0.0 : p.residential_unsuited,
            static_cast<float>(p.residential_frailty) * r.frailty[who],
            static_cast<float>(p.residential_support) * r.support_hours[who]};
}

inline constexpr int offending_from = 12, offending_until = 23;

inline bool is_young(const Residents& r, ResidentId who) {
    return r.age[who] >= offending_from && r.age[who] < offending_until;
}

inline int young_ties(const Residents& r, const Ties& ties, ResidentId who) {
    int young = 0;
    for (std::size_t k = 0; k < ties.count[who]; ++k)
        young += is_young(r, ResidentId{ties.row[who].other(k)});
    return young;
}

/// Chance that a young visitor finds a host who is there for the young: 1 - exp(-hours of such hosts to hours
/// open), as of hosts who come and go by themselves, at a place of that age. By place.
inline std::vector<float> chance_of_a_host(const Places& places) {
    constexpr std::size_t young = 1;  // 15-24
    std::vector<float> chance(places.rows(), 0.0F);
    for (std::size_t k = 0; k < places.rows(); ++k) {
        const PlaceId place{static_cast<std::uint8_t>(k)};
        const float open = (places.own_hours[place] + places.funded_hours[place]) *
                           (1.0F - places.closed_share[place]) * weeks_per_month;
        if (open > 0.0F)
            chance[k] =
                places.audience[place][young] * (1.0F - sim::exp_of(-places.youth_host_hours[place] / open));
    }
    return chance;
}

/// Terms of the log-hazard of an offence, without its level (MODEL 5.9).
struct OffendingTerms {
    float insecurity, peers, nuisance, reach;
    [[nodiscard]] float sum() const { return insecurity + peers + nuisance - reach; }
};

/// Nuisance of the street where somebody lives; 0 for who lives in residential care.
inline float nuisance_at_home(const Residents& r, const Dwellings& d, const Streets& streets,
                              ResidentId who) {
    const auto home = r.dwelling[who];
    return home.exists() ? streets.nuisance[d.street[home]] : 0.0F;
}

/// Nuisance of the own street for everybody, per row; `usual` for who lives in residential care.
inline std::vector<float> nuisance_at_homes(const Residents& r, const Dwellings& d, const Streets& streets,
                                            float usual) {
    std::vector<float> nuisance(r.rows(), usual);
    for (std::size_t i = 0; i < r.rows(); ++i)
        if (const auto home = r.dwelling.data()[i]; home.exists())
            nuisance[i] = streets.nuisance[d.street[home]];
    return nuisance;
}

/// `met`: chance_of_a_host; `nuisance`: of the own street; `offenders`: how many of the ties are young and
/// have offended before.
inline OffendingTerms offending_terms(const Residents& r, const Ties& ties, const Places& places,
                                      const std::vector<float>& met, float nuisance, int offenders,
                                      ResidentId who, const CareParameters& p) {
    constexpr std::uint8_t nowhere = no_row;
    float reached = std::max(r.bond[who][0], r.bond[who][1]);
    for (std::size_t m = 0; m < regular_places; ++m) {
        const auto place = r.regular[m][who];
        if (place == nowhere || !places.open[PlaceId{place}]) continue;
        reached = std::max(reached, met[place] * (0.5F + 0.5F * r.habit[m][who]));
    }
    const float peers =
        offenders == 0 ? 0.0F : static_cast<float>(offenders) / static_cast<float>(young_ties(r, ties, who));
    return {static_cast<float>(p.offending_strain) * r.insecurity[who],
            static_cast<float>(p.offending_peers) * peers,
            static_cast<float>(p.offending_nuisance) * nuisance,
            static_cast<float>(p.offending_reach) * reached};
}

}  // namespace weefsel
