#pragma once
#include <array>
#include <cstdint>

#include "models/ids.hpp"
#include "sim/column.hpp"
#include "sim/draws.hpp"

namespace weefsel {

enum class Sex : std::uint8_t { female, male };
enum class Education : std::uint8_t { low, middle, high };
/// Origin group as CBS publishes it since 2022: Netherlands, Europe, outside Europe.
enum class Origin : std::uint8_t { netherlands, europe, outside_europe };
/// Household income: bottom 40 %, middle 40 %, top 20 % of the country.
enum class Income : std::uint8_t { low, middle, high };
enum class Activity : std::uint8_t { pupil, student, working, unemployed, retired };

/// Events that fall when an accumulated hazard passes a keyed unit exponential.
enum class EventKind : std::uint8_t {
    death,
    birth,
    leave_home,
    couple,
    separation,
    gp_contact,
    district_nursing,
    wmo,
    youth_care,
    mental_care,
    residential_care,
    offending,
    carer_breakdown,
    count
};
inline constexpr std::size_t event_kinds = static_cast<std::size_t>(EventKind::count);

/// Care lines that a resident can wait for or use; bit numbers of `care_use` and `care_waiting`.
enum class CareLine : std::uint8_t {
    district_nursing,
    wmo,
    youth_care,
    mental_care,
    residential_care,
    count
};
inline constexpr std::size_t care_lines = static_cast<std::size_t>(CareLine::count);

inline constexpr int regular_places = 3;
inline constexpr int professionals_known = 2;

/// The residents of one neighbourhood, column by column. A row without a resident has
/// `present` 0 and is used again; nothing depends on which row a resident has.
struct Residents {
    template <class T>
    using Col = sim::Column<ResidentId, T>;

    Col<sim::BirthNumber> birth_number;  ///< the same in every option of a replicate
    Col<std::uint8_t> present;
    Col<std::int16_t> birth_month;  ///< months since month 0 of the burn-in, usually negative
    Col<std::uint8_t> age;          ///< whole years
    Col<Sex> sex;
    Col<Education> education;
    Col<Origin> origin;
    Col<Income> income;
    Col<Activity> activity;
    Col<DwellingId> dwelling;   ///< none: in residential care
    Col<ResidentId> partner;    ///< living together, else none
    Col<std::int16_t> arrived;  ///< month of arrival in the neighbourhood (negative: before month 0)
    Col<std::int16_t> widowed;  ///< month of widowhood, or never
    // traits, fixed for life
    Col<float> loneliness_level;    ///< a_i: personal level on the logit scale
    Col<float> sociability;         ///< 0..1
    Col<float> help_norm;           ///< 0..1
    Col<float> outside_social;      ///< h a month with friends and close ties outside, before displacement
    Col<std::uint8_t> outside_kin;  ///< close relatives living elsewhere, count
    // state
    Col<float> insecurity_base;        ///< level to which insecurity returns, 0..1
    Col<float> insecurity;             ///< bestaansonzekerheid, 0..1
    Col<float> frailty;                ///< share of deficits, 0..1
    Col<float> distress;               ///< 0..1
    Col<float> loneliness;             ///< De Jong Gierveld scale, 0..11
    Col<float> trust;                  ///< in neighbours, 0..1
    Col<float> belonging;              ///< 0..1
    Col<float> institutional_trust;    ///< 0..1
    Col<float> free_hours;             ///< h a month left for contact, after work and care
    Col<std::uint16_t> acquaintances;  ///< known but not kept as ties, count
    // places
    std::array<Col<std::uint8_t>, regular_places> regular;  ///< PlaceId values, 255: none
    std::array<Col<float>, regular_places> habit;           ///< 0..1
    std::array<Col<float>, regular_places>
        companions;             ///< ln(1 + h of ties that go there), refreshed quarterly
    Col<std::uint8_t> visits;   ///< to activities this month, count
    Col<std::uint8_t> invited;  ///< PlaceId value of an invitation by a professional or tie, 255: none
    // professionals
    Col<std::array<std::uint8_t, professionals_known>> known_post;  ///< PostId values, 255: none
    Col<std::array<float, professionals_known>> bond;               ///< 0..1
    Col<std::int16_t> last_reached;  ///< month of the last contact with a professional, or never
    Col<float> support_hours;        ///< h of professional support this month
    // help and care between residents
    Col<std::uint8_t> signal;           ///< months an unmet need has stood, 0: none
    Col<std::uint8_t> help_given;       ///< times this month
    Col<std::uint8_t> help_load;        ///< times last month
    Col<std::uint8_t> helped;           ///< got help this month (1) or was refused (2)
    Col<float> volunteer_hours;         ///< a month; 0: no volunteer
    Col<std::uint8_t> volunteer_place;  ///< PlaceId value, 255: none
    Col<float> care_need;               ///< h a month of long-term help needed
    Col<float> care_informal;           ///< h a month of it given by people around
    Col<ResidentId> carer;              ///< primary carer who lives here, else none
    Col<float> care_outside;            ///< h a month of informal care given to people elsewhere
    Col<float> care_given;              ///< h a month of informal care given, elsewhere included
    Col<float> overload;                ///< 0..1
    // care
    Col<std::uint8_t> care_use;                            ///< bit per CareLine
    Col<std::uint8_t> care_waiting;                        ///< bit per CareLine
    Col<std::array<std::int16_t, care_lines>> care_since;  ///< month in which waiting or use began
    Col<std::uint8_t> gp_contacts;                         ///< this month, count
    // events by threshold
    std::array<Col<float>, event_kinds> hazard_left;      ///< threshold minus accumulated hazard
    std::array<Col<std::uint16_t>, event_kinds> episode;  ///< events so far, of each kind

    static constexpr std::int16_t never = -32768;  ///< for months in which something last happened

    [[nodiscard]] std::size_t rows() const { return present.size(); }
    Col<float>& left(EventKind k) { return hazard_left[static_cast<std::size_t>(k)]; }
    [[nodiscard]] const Col<float>& left(EventKind k) const {
        return hazard_left[static_cast<std::size_t>(k)];
    }
    Col<std::uint16_t>& episodes(EventKind k) { return episode[static_cast<std::size_t>(k)]; }

    template <class V>
    void visit(V&& v) {
        v("resident.birth_number", birth_number);
        v("resident.present", present);
        v("resident.birth_month", birth_month);
        v("resident.age", age);
        v("resident.sex", sex);
        v("resident.education", education);
        v("resident.origin", origin);
        v("resident.income", income);
        v("resident.activity", activity);
        v("resident.dwelling", dwelling);
        v("resident.partner", partner);
        v("resident.arrived", arrived);
        v("resident.widowed", widowed);
        v("resident.loneliness_level", loneliness_level);
        v("resident.sociability", sociability);
        v("resident.help_norm", help_norm);
        v("resident.outside_social", outside_social);
        v("resident.outside_kin", outside_kin);
        v("resident.insecurity_base", insecurity_base);
        v("resident.insecurity", insecurity);
        v("resident.frailty", frailty);
        v("resident.distress", distress);
        v("resident.loneliness", loneliness);
        v("resident.trust", trust);
        v("resident.belonging", belonging);
        v("resident.institutional_trust", institutional_trust);
        v("resident.free_hours", free_hours);
        v("resident.acquaintances", acquaintances);
        v("resident.regular.1", regular[0]);
        v("resident.regular.2", regular[1]);
        v("resident.regular.3", regular[2]);
        v("resident.habit.1", habit[0]);
        v("resident.habit.2", habit[1]);
        v("resident.habit.3", habit[2]);
        v("resident.companions.1", companions[0]);
        v("resident.companions.2", companions[1]);
        v("resident.companions.3", companions[2]);
        v("resident.visits", visits);
        v("resident.invited", invited);
        v("resident.known_post", known_post);
        v("resident.bond", bond);
        v("resident.last_reached", last_reached);
        v("resident.support_hours", support_hours);
        v("resident.signal", signal);
        v("resident.help_given", help_given);
        v("resident.help_load", help_load);
        v("resident.helped", helped);
        v("resident.volunteer_hours", volunteer_hours);
        v("resident.volunteer_place", volunteer_place);
        v("resident.care_need", care_need);
        v("resident.care_informal", care_informal);
        v("resident.carer", carer);
        v("resident.care_outside", care_outside);
        v("resident.care_given", care_given);
        v("resident.overload", overload);
        v("resident.care_use", care_use);
        v("resident.care_waiting", care_waiting);
        v("resident.care_since", care_since);
        v("resident.gp_contacts", gp_contacts);
        for (std::size_t k = 0; k < event_kinds; ++k) v(left_names[k], hazard_left[k]);
        for (std::size_t k = 0; k < event_kinds; ++k) v(episode_names[k], episode[k]);
    }
    static constexpr std::size_t column_count = 59 + 2 * event_kinds;

private:
    static constexpr std::array<const char*, event_kinds> left_names{"resident.left.death",
                                                                     "resident.left.birth",
                                                                     "resident.left.leave_home",
                                                                     "resident.left.couple",
                                                                     "resident.left.separation",
                                                                     "resident.left.gp_contact",
                                                                     "resident.left.district_nursing",
                                                                     "resident.left.wmo",
                                                                     "resident.left.youth_care",
                                                                     "resident.left.mental_care",
                                                                     "resident.left.residential_care",
                                                                     "resident.left.offending",
                                                                     "resident.left.carer_breakdown"};
    static constexpr std::array<const char*, event_kinds> episode_names{"resident.episode.death",
                                                                        "resident.episode.birth",
                                                                        "resident.episode.leave_home",
                                                                        "resident.episode.couple",
                                                                        "resident.episode.separation",
                                                                        "resident.episode.gp_contact",
                                                                        "resident.episode.district_nursing",
                                                                        "resident.episode.wmo",
                                                                        "resident.episode.youth_care",
                                                                        "resident.episode.mental_care",
                                                                        "resident.episode.residential_care",
                                                                        "resident.episode.offending",
                                                                        "resident.episode.carer_breakdown"};
};
static_assert(sizeof(Residents) == Residents::column_count * sizeof(Residents::Col<float>),
              "a column of Residents is missing from visit()");

}  // namespace weefsel
