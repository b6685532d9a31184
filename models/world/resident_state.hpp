#pragma once
#include <array>
#include <cstdint>

#include "models/parameters/care_lines.hpp"
#include "models/world/ids.hpp"
#include "models/world/resident_classes.hpp"
#include "sim/about.hpp"
#include "sim/column.hpp"
#include "sim/random_source.hpp"

namespace weefsel {

inline constexpr int regular_places = 3;
inline constexpr int professionals_known = 2;

/// Months from which an unmet need is a standing signal.
inline constexpr std::uint8_t standing_from = 3;

/// The residents of one neighbourhood, column by column. A row without a resident has
/// `present` 0 and is used again; nothing depends on which row a resident has. Unit, range and
/// meaning of every column of a state stand in its `visit`; the documentation is printed from there.
struct Residents {
    template <class T>
    using Col = sim::Column<ResidentId, T>;

    Col<sim::BirthNumber> birth_number;
    Col<std::uint8_t> present;
    Col<std::int16_t> birth_month;
    Col<std::uint8_t> age;
    Col<Sex> sex;
    Col<Education> education;
    Col<Origin> origin;
    Col<Income> income;
    Col<Activity> activity;
    Col<DwellingId> dwelling;
    Col<ResidentId> partner;
    Col<std::int16_t> arrived;
    Col<std::int16_t> widowed;
    // traits, fixed for life
    Col<float> loneliness_level;
    Col<float> social_level;
    Col<float> trust_level;
    Col<float> sociability;
    Col<float> help_norm;
    Col<float> outside_social;
    Col<std::uint8_t> outside_kin;
    Col<float> family_habit;
    // state
    Col<std::uint16_t> moved_contact;
    Col<std::uint16_t> across_contact;
    Col<float> insecurity_base;
    Col<float> insecurity;
    Col<float> frailty;
    Col<float> distress;
    Col<float> drift;
    Col<float> loneliness;
    Col<float> emotional_loneliness;
    Col<float> trust;
    Col<float> belonging;
    Col<float> institutional_trust;
    Col<float> coping;
    Col<float> company_kept;
    Col<float> mobility;
    Col<float> free_hours;
    Col<float> known_street;
    Col<std::uint8_t> outside_friends;
    Col<std::int16_t> moved;
    // places
    std::array<Col<std::uint8_t>, regular_places> regular;
    std::array<Col<float>, regular_places> habit;
    std::array<Col<float>, regular_places> companions;
    Col<std::uint8_t> visits;
    Col<std::uint8_t> invited;
    Col<std::uint8_t> rides;
    // professionals
    Col<std::array<std::uint8_t, professionals_known>> known_post;
    Col<std::array<float, professionals_known>> bond;
    Col<std::array<std::uint8_t, professionals_known>> bond_months;
    Col<std::int16_t> last_reached;
    Col<float> support_hours;
    Col<std::uint8_t> trajectory_post;
    Col<std::uint8_t> trajectory_left;
    // help and care between residents
    Col<std::uint8_t> signal;
    Col<std::uint8_t> help_given;
    Col<std::uint8_t> help_load;
    Col<std::uint8_t> helped;
    Col<float> volunteer_hours;
    Col<std::uint8_t> volunteer_place;
    Col<float> care_need;
    Col<float> care_informal;
    Col<ResidentId> carer;
    Col<float> care_outside;
    Col<float> care_given;
    Col<float> overload;
    // care
    Col<std::uint8_t> care_use;
    Col<std::uint8_t> care_waiting;
    Col<std::array<std::int16_t, care_lines>> care_since;
    Col<std::uint8_t> gp_contacts;
    // events by threshold
    std::array<Col<float>, event_kinds> hazard_left;      ///< threshold minus accumulated hazard
    std::array<Col<std::uint16_t>, event_kinds> episode;  ///< events so far, of each kind

    static constexpr std::int16_t never = -32768;  ///< for months in which something last happened

    [[nodiscard]] std::size_t rows() const { return present.size(); }
    [[nodiscard]] auto ids() const { return sim::Ids<ResidentId>(rows()); }
    Col<float>& left(EventKind k) { return hazard_left[static_cast<std::size_t>(k)]; }
    [[nodiscard]] const Col<float>& left(EventKind k) const {
        return hazard_left[static_cast<std::size_t>(k)];
    }
    Col<std::uint16_t>& episodes(EventKind k) { return episode[static_cast<std::size_t>(k)]; }

    template <class V>
    void visit(V&& v) {
        v(sim::About{"resident.birth_number", "1", sim::any_value,
                     "Key of the person, the same in every option of a replicate."},
          birth_number);
        v(sim::About{"resident.present",
                     "1",
                     {0, 1},
                     "1: somebody has this row; 0: the row is free and may be used again."},
          present);
        v(sim::About{"resident.birth_month", "month", sim::any_value,
                     "Month of birth, counted from month 0 of the warm-up; usually negative."},
          birth_month);
        v(sim::About{"resident.age", "year", {0, 110}, "Age in whole years."}, age);
        v(sim::About{"resident.sex", "1", {0, 1}, "0 female, 1 male."}, sex);
        v(sim::About{"resident.education", "1", {0, 2}, "0 low, 1 middle, 2 high."}, education);
        v(sim::About{"resident.origin",
                     "1",
                     {0, 2},
                     "Origin group: 0 Netherlands, 1 rest of Europe, 2 outside Europe."},
          origin);
        v(sim::About{"resident.income",
                     "1",
                     {0, 2},
                     "Household income: 0 lowest 40 % of the country, 1 middle 40 %, 2 highest 20 %."},
          income);
        v(
            sim::About{
                "resident.activity", "1", {0, 4}, "0 pupil, 1 student, 2 working, 3 unemployed, 4 retired."},
            activity);
        v(sim::About{"resident.dwelling", "1", sim::any_value, "Dwelling; none: in residential care."},
          dwelling);
        v(sim::About{"resident.partner", "1", sim::any_value,
                     "Partner who lives in the same dwelling, else none."},
          partner);
        v(sim::About{"resident.arrived", "month", sim::any_value,
                     "Month of arrival in the neighbourhood; negative: before month 0 of the warm-up."},
          arrived);
        v(sim::About{"resident.widowed", "month", sim::any_value, "Month of widowhood; -32768: never."},
          widowed);
        v(sim::About{"resident.loneliness_level", "1", sim::any_value,
                     "Personal level of loneliness on the logit scale, fixed for life."},
          loneliness_level);
        v(sim::About{"resident.social_level", "1", sim::any_value,
                     "What of it is of social loneliness alone, fixed for life."},
          social_level);
        v(
            sim::About{
                "resident.trust_level",
                "1",
                {0, 1},
                "Level to which trust in neighbours returns, before how urban it is here; fixed for life."},
            trust_level);
        v(sim::About{"resident.sociability", "1", {0, 1}, "Fixed for life."}, sociability);
        v(sim::About{"resident.help_norm", "1", {0, 1}, "Norm that one helps others, fixed for life."},
          help_norm);
        v(
            sim::About{
                "resident.outside_social", "h/month", sim::zero_and_up,
                "Hours with friends outside the neighbourhood when young, before age and local ties take "
                "from them; fixed for life."},
            outside_social);
        v(sim::About{"resident.outside_kin",
                     "1",
                     {0, 6},
                     "Close relatives who live elsewhere, count; fixed for life."},
          outside_kin);
        v(sim::About{"resident.family_habit", "1", sim::zero_and_up,
                     "Contact with each of them against the usual; fixed for life."},
          family_habit);
        v(
            sim::About{
                "resident.moved_contact", "h/128/month", sim::zero_and_up,
                "Contact with friends who moved out of the neighbourhood, in steps of 1/128 h; it fades."},
            moved_contact);
        v(
            sim::About{
                "resident.across_contact", "h/128/month", sim::zero_and_up,
                "Contact with friends and kin in other neighbourhoods of the study, in steps of 1/128 h."},
            across_contact);
        v(sim::About{"resident.insecurity_base", "1", {0, 1}, "Level to which insecurity returns."},
          insecurity_base);
        v(sim::About{"resident.insecurity", "1", {0, 1}, "Existential insecurity (bestaansonzekerheid)."},
          insecurity);
        v(sim::About{"resident.frailty", "1", {0, 1}, "Share of deficits."}, frailty);
        v(sim::About{"resident.distress", "1", {0, 1}, "Psychological distress."}, distress);
        v(sim::About{"resident.drift", "1", sim::any_value,
                     "What comes and goes in loneliness, life events too, on the logit scale."},
          drift);
        v(sim::About{"resident.loneliness",
                     "1",
                     {0, 11},
                     "Score on the De Jong Gierveld scale of 11 items, not rounded."},
          loneliness);
        v(sim::About{"resident.emotional_loneliness",
                     "1",
                     {0, 6},
                     "What of it is of the six emotional items; the rest is of the five social ones."},
          emotional_loneliness);
        v(sim::About{"resident.trust", "1", {0, 1}, "Trust in neighbours."}, trust);
        v(sim::About{"resident.belonging", "1", {0, 1}, "Feeling at home in the neighbourhood."}, belonging);
        v(sim::About{"resident.institutional_trust", "1", {0, 1}, "Trust in institutions."},
          institutional_trust);
        v(
            sim::About{
                "resident.coping",
                "1",
                {0, 1},
                "What support by professionals has left somebody with: hope, a plan, knowing what to do."},
            coping);
        v(sim::About{"resident.company_kept", "1", sim::zero_and_up,
                     "ln(1 + hours of good company a month), fading mean."},
          company_kept);
        v(sim::About{"resident.mobility",
                     "1",
                     {0, 1},
                     "How easily somebody gets about this month: less when frail, or short of money."},
          mobility);
        v(sim::About{"resident.free_hours", "h/month", sim::zero_and_up,
                     "Hours left for contact after work and care."},
          free_hours);
        v(
            sim::About{
                "resident.known_street", "1", {0, 1}, "Share of the people of the own street known by face."},
            known_street);
        v(sim::About{"resident.outside_friends", "1", {0, 255}, "Friends who live elsewhere, count."},
          outside_friends);
        v(sim::About{"resident.moved", "month", sim::any_value,
                     "Month of the last move of house within the neighbourhood; -32768: never."},
          moved);
        for (std::size_t m = 0; m < regular_places; ++m)
            v(sim::About{regular_names[m], "1", {0, 255}, "Row of a regular place; 255: none."}, regular[m]);
        for (std::size_t m = 0; m < regular_places; ++m)
            v(sim::About{habit_names[m], "1", {0, 1}, "Habit of going to that regular place."}, habit[m]);
        for (std::size_t m = 0; m < regular_places; ++m)
            v(sim::About{companions_names[m], "1", sim::zero_and_up,
                         "ln(1 + hours of ties that go to that place), refreshed every third month."},
              companions[m]);
        v(sim::About{"resident.visits", "1", {0, 255}, "Visits to activities this month, count."}, visits);
        v(sim::About{"resident.invited",
                     "1",
                     {0, 255},
                     "Row of the place to which a professional or tie invited; 255: none."},
          invited);
        v(sim::About{"resident.rides", "1", {0, 1}, "1: is driven to places, this month."}, rides);
        v(sim::About{"resident.known_post",
                     "1",
                     {0, 255},
                     "Rows of the posts of the professionals known; 255: none."},
          known_post);
        v(sim::About{"resident.bond", "1", {0, 1}, "Bond with each of them."}, bond);
        v(sim::About{"resident.bond_months",
                     "month",
                     {0, 255},
                     "Months in contact with each of them; a successor begins anew."},
          bond_months);
        v(sim::About{"resident.last_reached", "month", sim::any_value,
                     "Month of the last contact with a professional; -32768: never."},
          last_reached);
        v(sim::About{"resident.support_hours", "h", sim::zero_and_up, "Professional support this month."},
          support_hours);
        v(sim::About{"resident.trajectory_post",
                     "1",
                     {0, 255},
                     "Row of the post with which a trajectory runs; 255: none."},
          trajectory_post);
        v(sim::About{"resident.trajectory_left", "1", {0, 255}, "Contacts of it still to come, count."},
          trajectory_left);
        v(
            sim::About{
                "resident.signal", "month", {0, 255}, "Months for which an unmet need has stood; 0: none."},
            signal);
        v(sim::About{"resident.help_given", "1", {0, 255}, "Times that small help was given this month."},
          help_given);
        v(sim::About{"resident.help_load", "1", {0, 255}, "Times that small help was given last month."},
          help_load);
        v(sim::About{"resident.helped",
                     "1",
                     {0, 2},
                     "1: got small help this month, 2: was refused, 0: asked for none."},
          helped);
        v(sim::About{"resident.volunteer_hours", "h/month", sim::zero_and_up,
                     "Hours of volunteering; 0: no volunteer."},
          volunteer_hours);
        v(sim::About{"resident.volunteer_place",
                     "1",
                     {0, 255},
                     "Row of the place of volunteering; 255: elsewhere or none."},
          volunteer_place);
        v(sim::About{"resident.care_need", "h/month", sim::zero_and_up, "Long-term help needed."}, care_need);
        v(sim::About{"resident.care_informal", "h/month", sim::zero_and_up,
                     "Part of it given by people around."},
          care_informal);
        v(sim::About{"resident.carer", "1", sim::any_value, "Primary carer who lives here, else none."},
          carer);
        v(sim::About{"resident.care_outside", "h/month", sim::zero_and_up,
                     "Informal care given to people elsewhere."},
          care_outside);
        v(sim::About{"resident.care_given", "h/month", sim::zero_and_up,
                     "Informal care given, elsewhere included."},
          care_given);
        v(sim::About{"resident.overload", "1", {0, 1}, "Overload by informal care."}, overload);
        v(sim::About{"resident.care_use",
                     "1",
                     {0, 31},
                     "Care lines in use, a bit for each: district nursing, Wmo, youth care, mental care, "
                     "residential care."},
          care_use);
        v(sim::About{"resident.care_waiting", "1", {0, 31}, "Care lines waited for, bits as `care_use`."},
          care_waiting);
        v(sim::About{"resident.care_since", "month", sim::any_value,
                     "For each care line: the month in which waiting began, or, in use, the month in which "
                     "use ends."},
          care_since);
        v(sim::About{"resident.gp_contacts", "1", {0, 255}, "Contacts with the GP this month, count."},
          gp_contacts);
        for (std::size_t k = 0; k < event_kinds; ++k)
            v(sim::About{left_names[k], "1", sim::any_value,
                         "Threshold of this event minus the hazard accumulated so far."},
              hazard_left[k]);
        for (std::size_t k = 0; k < event_kinds; ++k)
            v(sim::About{episode_names[k], "1", {0, 65535}, "Times that this event has fallen so far."},
              episode[k]);
    }
    static constexpr std::size_t column_count = 75 + 2 * event_kinds;

private:
    static constexpr std::array<const char*, regular_places> regular_names{
        "resident.regular.1", "resident.regular.2", "resident.regular.3"};
    static constexpr std::array<const char*, regular_places> habit_names{
        "resident.habit.1", "resident.habit.2", "resident.habit.3"};
    static constexpr std::array<const char*, regular_places> companions_names{
        "resident.companions.1", "resident.companions.2", "resident.companions.3"};
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
