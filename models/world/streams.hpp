#pragma once
#include <array>
#include <cstdint>
#include <string_view>

#include "sim/month.hpp"

namespace weefsel {

/// The month of what is drawn once for life, whenever somebody comes.
inline constexpr sim::Month lifelong{0};

/// One random stream for each decision. Append only: a number keeps its meaning for ever, so that
/// results stay the same when a process is added.
enum class Stream : std::uint8_t {
    population_household = 0,
    population_resident = 1,
    population_trait = 2,
    population_tie = 3,
    population_dwelling = 4,
    event_threshold = 5,  ///< index = kind of event * 2^16 + episode
    inflow_household = 6,
    inflow_resident = 7,
    birth = 8,
    couple = 9,
    attendance = 10,
    place_candidate = 11,
    meeting = 12,
    street_meeting = 13,
    tie_start = 14,
    introduction = 15,
    small_help = 16,
    volunteer = 17,
    initiative = 18,
    carer = 19,
    post_exit = 20,
    post_person = 21,
    line_renewal = 22,
    line_cut = 23,
    line_quality = 24,
    line_review = 25,
    contact = 26,
    care_duration = 27,
    survey_answer = 28,
    shock_onset = 29,
    place_position = 30,
    redeployment = 31,
    admission_priority = 32,
    household_event = 33,
    move_within = 34,
    kin_across = 35,
    reorganisation = 36,
    parameter = 37,
    activity = 38,
    dwelling_choice = 39,
    theme = 40,
    session = 41,
    caseworker = 42,
    gp_referral = 43,
    trial_recruit = 44,
    trial_dose = 45,
    trial_answer = 46,
    drift_apart = 47,
    outside_friends = 48,
    drift = 49,
    trust = 50,
    taste = 51,
    imputed_figure = 52,
    worker_quality = 53,
    trajectory = 54,
    street_works = 55,
    adapted_dwelling = 56,
    rides = 57,
    line_bid = 58,
    official_exit = 59,
    council = 60,
    line_innovation = 61,
    count
};

/// What a stream decides, and whose key it is drawn by.
struct StreamDeclared {
    Stream stream;
    std::string_view key;  ///< empty: nothing draws from it
    std::string_view decides;
};
inline constexpr std::string_view not_drawn_from = "Nothing: the number is kept free.";

inline constexpr std::array streams_declared{
    StreamDeclared{Stream::population_household, "household of month 0",
                   "Month 0: composition, children, income, origin, stay and tenure of a household."},
    StreamDeclared{Stream::population_resident, "resident of month 0",
                   "Month 0: age, partner, sex, education, origin, widowhood and activity of a resident."},
    StreamDeclared{Stream::population_trait, "resident",
                   "Traits for life (loneliness level, sociability, help norm, contacts and kin outside) and "
                   "first insecurity, frailty and institutional trust, of whoever comes."},
    StreamDeclared{Stream::population_tie, "pair, or head of household",
                   "Month 0: kin, friends and neighbours here, and their hours."},
    StreamDeclared{
        Stream::population_dwelling, "dwelling or street",
        "Month 0: streets, public space, tenure, fitness for old age, who lives where, vacancy. Later: the "
        "month in which an empty dwelling is filled."},
    StreamDeclared{Stream::event_threshold, "resident, or mother for a birth",
                   "Threshold of the nth event of each kind: the event falls when the accumulated hazard "
                   "passes it."},
    StreamDeclared{Stream::inflow_household, "dwelling",
                   "Which household of the inflow profile moves into a dwelling."},
    StreamDeclared{Stream::inflow_resident, "household that a shock brings",
                   "Who belongs to a household that comes as refugees, and their ages and education."},
    StreamDeclared{Stream::birth, "newborn", "Sex of a newborn."},
    StreamDeclared{Stream::couple, "resident",
                   "Who a new partner from outside is, and whether a partner moves in."},
    StreamDeclared{
        Stream::attendance, "resident",
        "Which new place a resident considers, how often the resident goes where, and who finds no room."},
    StreamDeclared{Stream::place_candidate, "", not_drawn_from},
    StreamDeclared{
        Stream::meeting, "resident",
        "One block a month: random numbers for whom one meets in sessions and on the pavement, for "
        "introductions, and for beginning and stopping to volunteer."},
    StreamDeclared{Stream::street_meeting, "", not_drawn_from},
    StreamDeclared{Stream::tie_start, "", not_drawn_from},
    StreamDeclared{Stream::introduction, "resident",
                   "Which two friends a resident introduces to each other."},
    StreamDeclared{Stream::small_help, "resident",
                   "Whether small help is needed and asked for, and who of those asked gives it."},
    StreamDeclared{Stream::volunteer, "resident", "Hours and place of a new volunteer."},
    StreamDeclared{Stream::initiative, "place and theme",
                   "Thresholds at which an initiative is born and ends."},
    StreamDeclared{Stream::carer, "resident",
                   "Whether a resident cares for somebody elsewhere, and for how many hours."},
    StreamDeclared{Stream::post_exit, "post", "Threshold at which the nth incumbent leaves."},
    StreamDeclared{Stream::post_person, "post",
                   "Length of a vacancy; how long the incumbent of month 0 has been there."},
    StreamDeclared{Stream::line_renewal, "line", "Whether the nth grant is followed by the next."},
    StreamDeclared{Stream::line_cut, "line", "Threshold of the nth cut."},
    StreamDeclared{Stream::line_quality, "line", "Quality of the nth activities."},
    StreamDeclared{Stream::line_review, "line",
                   "Whether a line is reviewed this year, and the error of the look."},
    StreamDeclared{
        Stream::contact, "resident, or post",
        "Whom professionals see (random numbers of residents); rounding of their contacts (posts)."},
    StreamDeclared{Stream::care_duration, "resident", "How long care of each line lasts."},
    StreamDeclared{Stream::survey_answer, "resident",
                   "Answers to the statements on social cohesion and on loneliness (six items)."},
    StreamDeclared{Stream::shock_onset, "kind of shock and which of that kind",
                   "In which month a shock with a chance of onset begins; the same in all options."},
    StreamDeclared{Stream::place_position, "place", "Where a place stands when the scenario does not say."},
    StreamDeclared{Stream::redeployment, "post",
                   "Whether an incumbent whose money ended is placed elsewhere."},
    StreamDeclared{Stream::admission_priority, "resident",
                   "Order of those who began to wait in the same month."},
    StreamDeclared{
        Stream::household_event, "dwelling or resident",
        "Threshold at which a household moves out; who of two leaves at a separation; whether who leaves "
        "home or a partner stays in the neighbourhood."},
    StreamDeclared{Stream::move_within, "resident or household, or neighbourhood and household",
                   "Whether who leaves goes to another neighbourhood of the study, and to which."},
    StreamDeclared{Stream::kin_across, "resident, or pair",
                   "Month 0: kin who live in another neighbourhood of the study, and their hours."},
    StreamDeclared{Stream::reorganisation, "place and theme",
                   "Which initiatives end in a reorganisation from above."},
    StreamDeclared{Stream::parameter, "name of a parameter", "Its value in a set of assumptions."},
    StreamDeclared{
        Stream::activity, "resident",
        "Whether a resident goes on studying and, of working age, works; at a birthday, whether that is "
        "drawn anew."},
    StreamDeclared{Stream::dwelling_choice, "dwelling and who moves",
                   "Which of the empty dwellings somebody takes."},
    StreamDeclared{Stream::theme, "resident", "For life: which kind of residents' initiative appeals."},
    StreamDeclared{Stream::session, "resident, or place",
                   "For life: where a resident stands among the visitors of a place, who form its sessions."},
    StreamDeclared{Stream::caseworker, "post and resident",
                   "Which professional sees a resident who knows none of those who could."},
    StreamDeclared{Stream::gp_referral, "resident", "Whether the GP passes a signal on at the nth contact."},
    StreamDeclared{
        Stream::trial_recruit, "resident, or neighbourhood",
        "Who consents to a trial, who is approached first, and who is treated (index: the trial)."},
    StreamDeclared{
        Stream::trial_dose, "resident, street or post",
        "How many contacts of a trial's dose fall in a month, what comes of each, and which streets, "
        "posts and dwellings a trial changes."},
    StreamDeclared{Stream::trial_answer, "resident",
                   "Answers to the scales that trials ask (De Jong Gierveld, UCLA, distress)."},
    StreamDeclared{Stream::drift_apart, "pair", "Whether two who know each other drift apart this year."},
    StreamDeclared{Stream::outside_friends, "resident, or pair",
                   "Friends who live elsewhere: how many at first, how many are lost and made in a year, and "
                   "whether a friend who moves out stays one."},
    StreamDeclared{Stream::drift, "resident", "What comes and goes in somebody's loneliness this month."},
    StreamDeclared{Stream::trust, "resident", "For life: the level to which trust in neighbours returns."},
    StreamDeclared{Stream::taste, "place", "For life: with a resident's number, what it is worth to each."},
    StreamDeclared{Stream::imputed_figure, "neighbourhood, or its municipality",
                   "What figures that were imputed differ from those stated, in every set of assumptions."},
    StreamDeclared{Stream::worker_quality, "post", "How good the contacts of the nth incumbent are."},
    StreamDeclared{
        Stream::trajectory, "resident",
        "Whether an intake leads to a trajectory and how many contacts are planned, whether somebody "
        "stays away, and whether a successor takes a trajectory over."},
    StreamDeclared{Stream::street_works, "dwelling, the first of a street",
                   "For life: which streets come first where money for public space does not reach all."},
    StreamDeclared{
        Stream::adapted_dwelling, "dwelling",
        "For life: which dwellings are made fit for old age first, among those of like residents."},
    StreamDeclared{Stream::rides, "resident",
                   "For life: who gets rides where there are fewer than residents who get about badly."},
    StreamDeclared{Stream::line_bid, "line",
                   "Bids of a tender besides the first, how good each seems, and how many there are."},
    StreamDeclared{Stream::official_exit, "neighbourhood",
                   "Threshold at which the nth civil servant or manager whom partnership rests on leaves."},
    StreamDeclared{
        Stream::council, "which of the councils of a scenario, or line",
        "What a new council stands for, the same in all options; which lines it gives another goal "
        "and has reviewed."},
    StreamDeclared{Stream::line_innovation, "line",
                   "How good what a line tries out this year is, and how good it seems."},
};
static_assert(
    streams_declared.size() == static_cast<std::size_t>(Stream::count) &&
        [] {
            for (std::size_t k = 0; k < streams_declared.size(); ++k)
                if (streams_declared[k].stream != static_cast<Stream>(k)) return false;
            return true;
        }(),
    "every stream says what it decides, in order");

}  // namespace weefsel
