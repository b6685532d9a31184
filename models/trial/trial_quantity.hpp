#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "models/measure/indicators.hpp"
#include "models/parameters/parameters.hpp"
#include "models/trial/recruit.hpp"

namespace weefsel {

/// What is remembered of a person who is followed: at entry, and since.
struct Followed {
    /// At entry: friends outside the family; those tied from 50 h on; ties outside the house.
    std::vector<sim::BirthNumber> friends, casual, ties;
    std::array<std::uint32_t, place_kinds> visits{};  ///< since entry, by kind
    std::uint32_t gp_contacts = 0;                    ///< since entry
    std::uint16_t offences = 0, admissions = 0;       ///< episodes before entry
};

/// One person at the moment of measuring.
struct AskedPerson {
    const Neighbourhood& n;
    ResidentId who;
    const Followed& since;
    ResidentId partner;  ///< the other of the pair; none: there is no pair, or that one is gone
    bool in_pairs;
    int months;  ///< since entry; 0: at entry
    const Parameters& p;
    const sim::RandomSource& draws;
    sim::Month now;
};

/// What a measure of a trial is about: a scale or a count of persons, or an indicator of a group.
struct TrialQuantity {
    enum class Of : std::uint8_t { person, group } of = Of::person;
    float (*value)(const AskedPerson&, std::size_t kind) = nullptr;  ///< of a person
    std::size_t kind = 0;   ///< of places, for `visits.KIND` and `membership.KIND`, or which statement
    Indicator indicator{};  ///< of a group
    bool share = false;     ///< values are 0 and 1, or a mean of such
    AgeRange ages{};        ///< of those who are asked, among all
};

/// Of persons (among all: adults, but of visits, membership, gp, wmo and admission everybody, and of
/// youth_offending those of 12 to 22):
///   djg6 0-6, djg11 0-11, djg11_emotional 0-6, djg11_social 0-5, ucla3 3-9, distress 0-27 (as PHQ-9)
///   cohesion 0-10; cohesion_item.know, .pleasant, .helpful, .home 0-1
///   visits, visits.KIND: a month, since entry
///   membership.KIND: 1 with a place of the kind among the regular ones
///   participation: 1 for who went to a place this month; volunteering: 1 for volunteers
///   friends_new: friends (90 h, no kin) who were none at entry; of pairs 1 when the two became friends (50
///   h) pair_friends: 1 when the two of a pair are friends ties_kept: share of the ties outside the house at
///   entry (10 h) that are still there wmo: 1 with Wmo support; admission: 1 after going into residential
///   care since entry gp: contacts a month, since entry; youth_offending: offences a year, since entry
///   belonging, trust (in neighbours): 0-1
/// Of groups: every indicator by name; those of neighbourhoods as a whole among `all`.
std::optional<TrialQuantity> trial_quantity(const std::string& name);
/// Names of all.
std::vector<std::string> known_trial_quantities();

/// What is known of somebody at entry.
Followed follow(const Neighbourhood& n, ResidentId who);

}  // namespace weefsel
