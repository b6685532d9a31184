#pragma once
#include <cstdint>
#include <vector>

#include "models/story/life_watch.hpp"

namespace weefsel {

/// What a story tells. The names stand in the machine-readable form.
enum class Told : std::uint8_t {
    start_partner,
    start_volunteer,
    start_regular,       ///< detail: PlaceKind
    start_professional,  ///< detail: Role
    start_care,          ///< detail: CareLine
    start_long_help,
    start_cared_for,
    start_carer,
    start_overload,
    start_severe_loneliness,
    moves_house,
    leaves_home,
    moves_within,  ///< to another neighbourhood of the study; number: its row
    moves_away,
    dies,  ///< number: age
    partner_comes,
    partners_part,
    partner_dies,
    child_born,
    baby_in_household,
    volunteer_begins,     ///< elsewhere
    volunteer_begins_at,  ///< detail: PlaceKind
    volunteer_stops,
    regular_begins,  ///< detail: PlaceKind
    regular_stops,
    place_closes,
    professional_known,  ///< detail: Role
    professional_leaves,
    professional_lost,
    signal_stands,
    long_help_begins,
    long_help_ends,
    carer_found,
    carer_lost,
    care_at_once,  ///< detail: CareLine
    care_waits,
    care_begins,  ///< number: months of waiting
    care_ends,
    carer_begins,
    carer_ends,
    overload_begins,
    overload_ends,
    breakdown,
    severe_loneliness_begins,
    severe_loneliness_ends,
    offence,
    count
};
inline constexpr std::size_t told_kinds = static_cast<std::size_t>(Told::count);

/// Something that happens to a resident.
struct LifeEvent {
    int month = 0;  ///< from 0; -1: so it is when the options begin
    Told kind = Told::moves_house;
    std::uint8_t detail = 0;
    int number = 0;
    friend bool operator==(const LifeEvent&, const LifeEvent&) = default;
};

/// All that a story tells of a life, by month. What comes and goes within a few months (a habit, being
/// lonely, a heavy load) is told when it lasts. `survey`: from when on somebody counts as a carer or as
/// overloaded.
std::vector<LifeEvent> story_of(const Life& life, const SurveyParameters& survey);

/// A life in a few figures.
struct LifeSummary {
    int months_here = 0;
    int severely_lonely_months = 0;
    int volunteer_months = 0;
    int waiting_months = 0;
    int unmet_requests = 0;  ///< for help, that stood for three months
    double gp_contacts_a_year = 0;
};
LifeSummary summary_of(const Life& life);

}  // namespace weefsel
