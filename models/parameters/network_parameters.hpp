#pragma once
#include <array>

#include "models/parameters/studies.hpp"
#include "sim/parameter.hpp"

namespace weefsel {

/// In double as declared, in float for loops over columns (sim::narrowed).
template <class Real>
struct NetworkParametersOf {
    Real halflife_partner = 240;
    Real halflife_kin = 120;
    Real halflife_friend = 9;
    Real halflife_neighbour = 12;
    Real halflife_fellow_member = 9;
    Real carried_by_contact = 0.02;
    Real forgotten_below = 2;
    Real strongest = 400;
    Real want_partner = 30;
    Real want_kin = 3.0;
    Real want_acquaintance = 0.25;
    Real want_casual = 1.0;
    Real want_friend = 2.4;
    Real want_close = 4.6;
    Real want_neighbour = 0.5;
    Real want_fellow_member = 0.3;
    Real free_pupil = 110;
    Real free_student = 110;
    Real free_working = 75;
    Real free_unemployed = 130;
    Real free_retired = 130;
    Real free_less_with_child = 20;
    Real free_less_when_frail = 0.3;
    Real private_share = 0.5;
    Real introductions = 0.025;
    Real introduced_hours = 3;
    Real introduction_success = 0.25;
    Real session_by_age = 0.6;
    Real street_chance = 0.165;
    Real street_hours = 2.0;
    Real street_rural = 1.0;
    Real street_start = 0.10;
    Real homophily_age = 0.045;
    Real homophily_education = 0.35;
    Real homophily_origin = 0.60;
    Real openness_loneliness = 0.5;
    Real openness_distrust = 0.4;
    Real negative_base = 0;
    Real negative_crowding = 0.02;
    Real negative_nuisance = 0.10;
    Real negative_insecurity = 0.08;
    Real negative_hours = 1.0;
    Real drift_apart = 0.27;
    Real drift_contact = 1.2;
    Real drift_place = 0.6;
    Real drift_street = 0.6;
    Real drift_school = 0.8;
    Real drift_stage = 0.3;
    Real drift_age = 0.02;
    Real drift_moved = 0.7;
    Real drift_kin = 0.1;
    Real outside_friends = 3;
    Real outside_turnover = 0.1;
    Real outside_after_move = 0.3;
    Real outside_arrival = 0.004;
    Real outside_arrival_age = 10;
    Real known_by_meeting = 0.02;
    Real known_by_time = 0.00005;
    Real known_forgotten = 0.06;
    Real known_on_arrival = 0.05;
    Real fading = 1;
    Real negative_encounters = 1;
    Real hours_partner = 400;
    Real hours_parent = 300;
    Real hours_sibling = 200;
    Real session_oldest = 90;
};
using NetworkParameters = NetworkParametersOf<double>;

inline constexpr std::array network_declared = [] {
    using P = NetworkParameters;
    using sim::declare;
    using enum sim::Evidence;
    using namespace studies;
    return std::array{
        declare("halflife_partner", &P::halflife_partner, {24, 480}, "month",
                "Time in which the tie with a partner halves without contact.",
                {assumption, "slower than kin", network_survey}),
        declare("halflife_kin", &P::halflife_kin, {24, 240}, "month",
                "Time in which a kin tie halves without contact.",
                {literature, "kin hardly fades (Roberts & Dunbar 2015, doi 10.1007/s12110-015-9242-7)"}),
        declare("halflife_friend", &P::halflife_friend, {3, 120}, "month",
                "Time in which a friendship without contact loses half its hours.",
                {literature,
                 "friends fade within months without contact (Roberts & Dunbar 2015, doi "
                 "10.1007/s12110-015-9242-7); range 6-18"}),
        declare("halflife_neighbour", &P::halflife_neighbour, {3, 120}, "month", "The same for a neighbour.",
                {assumption, "by hand", network_survey}),
        declare("halflife_fellow_member", &P::halflife_fellow_member, {3, 120}, "month",
                "The same for a fellow member of an activity.", {assumption, "by hand", network_survey}),
        declare(
            "carried_by_contact", &P::carried_by_contact, {0.005, 0.1}, "1",
            "Monthly contact as a share of the hours it carries: hours fade only above t divided by this.",
            {literature,
             "at two hours a week friend by month 11, close by month 24 (Hall 2018, doi "
             "10.1177/0265407518761225)"}),
        declare("forgotten_below", &P::forgotten_below, {0.5, 10}, "h",
                "Hours below which a tie is forgotten.", {assumption, "by hand", model_choice}),
        declare("strongest", &P::strongest, {200, 500}, "h", "Largest strength of a tie.",
                {assumption, "by hand", model_choice}),
        declare("want_partner", &P::want_partner, {5, 100}, "h/month", "Contact that partners seek.",
                {assumption, "keeps the tie at its largest strength", contact_diary}),
        declare("want_kin", &P::want_kin, {0, 20}, "h/month", "Contact that kin seek.",
                {literature,
                 "83 % weekly contact with family "
                 "(cbs.nl/nl-nl/longread/statistische-trends/2019/sociaal-contact-kwantiteit-en-kwaliteit)"}),
        declare("want_acquaintance", &P::want_acquaintance, {0, 2}, "h/month",
                "Private contact sought with a friend below 50 h.",
                {assumption, "by layer (Dunbar)", contact_diary}),
        declare("want_casual", &P::want_casual, {0, 4}, "h/month",
                "Private contact sought with a friend of 50 to 90 h.",
                {assumption, "by layer (Dunbar)", contact_diary}),
        declare("want_friend", &P::want_friend, {0, 8}, "h/month",
                "Private contact sought with a friend of 90 to 200 h.",
                {assumption, "carries 120 h", contact_diary}),
        declare("want_close", &P::want_close, {0, 16}, "h/month",
                "Private contact sought with a friend of 200 h and more.",
                {assumption, "carries 230 h; 40 % of social time goes to the closest five (Dunbar)",
                 contact_diary}),
        declare("want_neighbour", &P::want_neighbour, {0, 4}, "h/month",
                "Private contact sought with a neighbour of 10 h and more.",
                {literature,
                 "58-66 % weekly contact with neighbours "
                 "(cbs.nl/nl-nl/longread/statistische-trends/2019/sociaal-contact-kwantiteit-en-kwaliteit)"}),
        declare("want_fellow_member", &P::want_fellow_member, {0, 4}, "h/month",
                "Private contact sought with a fellow member of 10 h and more.",
                {assumption,
                 "outside the activity little, until they are friends; so much that new ties replace those "
                 "that lapse",
                 contact_diary}),
        declare("free_pupil", &P::free_pupil, {10, 300}, "h/month", "Free social time of pupils.",
                {expert,
                 "42 h a week of free time, half of it media (digitaal.scp.nl/ssn2018/vrije-tijd); the rest "
                 "of a month, by stage of life by hand"}),
        declare("free_student", &P::free_student, {10, 300}, "h/month", "Free social time of students.",
                {expert, "as free_pupil (digitaal.scp.nl/ssn2018/vrije-tijd)"}),
        declare("free_working", &P::free_working, {10, 300}, "h/month", "Free social time of working people.",
                {expert, "as free_pupil (digitaal.scp.nl/ssn2018/vrije-tijd)"}),
        declare("free_unemployed", &P::free_unemployed, {10, 300}, "h/month",
                "Free social time of people without work.",
                {expert, "as free_pupil (digitaal.scp.nl/ssn2018/vrije-tijd)"}),
        declare("free_retired", &P::free_retired, {10, 300}, "h/month", "Free social time of retired people.",
                {expert, "as free_pupil (digitaal.scp.nl/ssn2018/vrije-tijd)"}),
        declare("free_less_with_child", &P::free_less_with_child, {0, 60}, "h/month",
                "Less free time for adults with a child below 12.",
                {expert,
                 "parents of young children have least free time (digitaal.scp.nl/ssn2018/vrije-tijd); size "
                 "by hand"}),
        declare("free_less_when_frail", &P::free_less_when_frail, {0, 1}, "1",
                "Share of free time lost per unit of frailty.", {assumption, "sign", contact_diary}),
        declare("private_share", &P::private_share, {0, 1}, "1",
                "Share of free time that can go to private contact with ties here.",
                {assumption, "the rest goes to places, family and ties elsewhere", contact_diary}),
        declare("introductions", &P::introductions, {0, 1}, "1/month",
                "Chance that a resident introduces two of the own friends to each other.",
                {assumption, "triadic closure; target clustering 0.2-0.4, by hand", network_survey}),
        declare("introduced_hours", &P::introduced_hours, {0, 20}, "h", "Hours of a tie at its start.",
                {assumption, "one afternoon", network_survey}),
        declare("introduction_success", &P::introduction_success, {0, 1}, "1",
                "Chance that an introduction of two open people of one kind becomes a tie.",
                {assumption, "as above", network_survey}),
        declare("session_by_age", &P::session_by_age, {0, 1}, "1",
                "How far the session of a place that somebody goes to follows age instead of chance.",
                {assumption, "by hand: groups at one place differ by age", network_survey}),
        declare("street_chance", &P::street_chance, {0, 1}, "1/month",
                "Chance that two adults of dwellings next to each other meet on the pavement, at good public "
                "space.",
                {assumption,
                 "58-66 % weekly contact with neighbours "
                 "(cbs.nl/nl-nl/longread/statistische-trends/2019/sociaal-contact-kwantiteit-en-kwaliteit)",
                 contact_diary}),
        declare(
            "street_rural", &P::street_rural, {0, 2}, "1",
            "Rise of its logarithm from very urban to not urban surroundings: on foot, one greets who one "
            "meets. "
            "0: off.",
            {literature,
             "cohesion 7.1 in rural, 5.9 in very urban surroundings "
             "(vzinfo.nl/leefomgeving/gezondheidsbevorderende-leefomgeving/sociale-leefomgeving), sign"}),
        declare("street_hours", &P::street_hours, {0, 4}, "h",
                "Length of all encounters of a month on the pavement together.",
                {assumption, "a chat of a quarter of an hour, twice a week", contact_diary}),
        declare("street_start", &P::street_start, {0, 1}, "1", "Chance that neighbours who meet start a tie.",
                {assumption, "acquaintances, rarely more", network_survey}),
        declare("homophily_age", &P::homophily_age, {0, 0.2}, "1/year",
                "Fall of the log chance of a tie per year of difference in age.",
                {literature,
                 "ethnicity, then age (McPherson, Smith-Lovin & Cook 2001, docslib.org/doc/12532149), order "
                 "only"}),
        declare("homophily_education", &P::homophily_education, {0, 2}, "1",
                "Fall of the log chance per level of difference in education.",
                {literature,
                 "below ethnicity and age (McPherson, Smith-Lovin & Cook 2001, docslib.org/doc/12532149), "
                 "order only"}),
        declare("homophily_origin", &P::homophily_origin, {0, 3}, "1",
                "Fall of the log chance between origin groups.",
                {literature,
                 "race and ethnicity first (McPherson, Smith-Lovin & Cook 2001, docslib.org/doc/12532149), "
                 "order only"}),
        declare("openness_loneliness", &P::openness_loneliness, {0, 1}, "1",
                "Openness lost at the top of the loneliness scale.",
                {literature, "withdrawal (Cacioppo & Hawkley 2009, doi 10.1016/j.tics.2009.06.005), sign"}),
        declare("openness_distrust", &P::openness_distrust, {0, 1}, "1",
                "Openness lost without any trust in neighbours.", {assumption, "sign", contact_diary}),
        declare("negative_base", &P::negative_base, {0, 0.5}, "1",
                "Chance that an encounter goes wrong without any cause.",
                {assumption, "none does; a chance of its own would make fewer meetings raise trust",
                 model_choice}),
        declare("negative_crowding", &P::negative_crowding, {0, 0.5}, "1",
                "Rise of it per session size over the usual.", {assumption, "crowding", contact_diary}),
        declare(
            "negative_nuisance", &P::negative_nuisance, {0, 0.5}, "1",
            "Rise of it on the pavement per unit of nuisance of the street. 0: off.",
            {assumption, "sign: a street turned into a park raised annoyance (docs/trials.md, R17, Bergen)",
             neighbourhood_survey}),
        declare("negative_insecurity", &P::negative_insecurity, {0, 0.5}, "1",
                "Rise of it per unit of mean insecurity of the two.", {assumption, "strain", contact_diary}),
        declare("negative_hours", &P::negative_hours, {0, 20}, "h",
                "Hours that a bad encounter takes from a tie.",
                {assumption, "about one meeting", contact_diary}),
        declare(
            "drift_apart", &P::drift_apart, {0, 3}, "1/year",
            "Hazard of drifting apart for two of one stage of life and one age who share no place, street "
            "or school and have no contact. 0: nobody drifts apart.",
            {literature,
             "48 % of a network is kept for seven years (Mollenhorst, standaard.be/cnt/dmf20090429_026); set "
             "with the next"}),
        declare("drift_contact", &P::drift_contact, {0, 3}, "1",
                "Fall of its logarithm per unit of ln(1 + hours of contact a month).",
                {assumption, "sign: ties with more contact last longer (Burt 2000; Roberts & Dunbar 2011)",
                 network_survey}),
        declare("drift_place", &P::drift_place, {0, 3}, "1",
                "Fall of its logarithm where the two go to one place regularly.",
                {assumption, "sign: what is shared holds ties (Feld 1981; Mollenhorst et al. 2014)",
                 network_survey}),
        declare("drift_street", &P::drift_street, {0, 3}, "1", "The same where they live in one street.",
                {assumption, "as above", network_survey}),
        declare("drift_school", &P::drift_school, {0, 3}, "1",
                "The same for two of one age who both go to school or study.",
                {assumption, "as above", network_survey}),
        declare("drift_stage", &P::drift_stage, {0, 3}, "1",
                "Rise of its logarithm for each way in which their lives part: one has children at home, one "
                "goes to school or studies, one is retired.",
                {assumption, "sign: life events renew networks (Wrzus et al. 2013)", network_survey}),
        declare("drift_age", &P::drift_age, {0, 0.2}, "1/year",
                "Rise of its logarithm per year between their ages.",
                {assumption, "sign: ties of unlike people end sooner (McPherson 2001)", network_survey}),
        declare("drift_moved", &P::drift_moved, {0, 3}, "1",
                "Rise of its logarithm in the year after one of them moved house within the neighbourhood.",
                {assumption, "sign: Wrzus et al. 2013", network_survey}),
        declare("drift_kin", &P::drift_kin, {0, 1}, "1", "Factor on the hazard for kin.",
                {assumption, "kin persist (Wellman et al. 1997; Roberts & Dunbar 2011)", network_survey}),
        declare("outside_friends", &P::outside_friends, {0, 15}, "1",
                "Friends who live elsewhere that somebody of middle sociability usually has; the least "
                "sociable half of that, the most one and a half times.",
                {assumption, "most of a network lives elsewhere; the number is a scale, the share counts",
                 network_survey}),
        declare(
            "outside_turnover", &P::outside_turnover, {0, 1}, "1/year",
            "Hazard of losing a friend elsewhere; as many of the usual number come in their place. 0: "
            "friends elsewhere are for life.",
            {literature, "half are left after seven years (Mollenhorst, standaard.be/cnt/dmf20090429_026)"}),
        declare("outside_after_move", &P::outside_after_move, {0, 1}, "1",
                "Chance that a friend who moves out of the neighbourhood stays a friend, elsewhere.",
                {assumption, "by hand: local ties end slowly", network_survey}),
        declare(
            "outside_arrival", &P::outside_arrival, {0, 0.2}, "1/year",
            "Chance that a friend elsewhere comes to live in this neighbourhood, if somebody of a fitting "
            "age moves in. 0: none comes.",
            {assumption, "about one in six of who moves in knows somebody; by hand", linked_registers}),
        declare("outside_arrival_age", &P::outside_arrival_age, {1, 80}, "year",
                "Years at most between two of whom one is such a friend.",
                {assumption, "homophily by age", network_survey}),
        declare("known_by_meeting", &P::known_by_meeting, {0, 0.5}, "1",
                "Share of the faces of the own street still unknown that one encounter on the pavement makes "
                "known.",
                {assumption, "by hand: half the street is known after some three years", network_survey}),
        declare("known_by_time", &P::known_by_time, {0, 0.005}, "1/h",
                "The same by an hour of free time in a month.", {assumption, "as above", network_survey}),
        declare("known_forgotten", &P::known_forgotten, {0, 1}, "1/year",
                "Share of the known faces of the street that is forgotten in a year.",
                {assumption, "by hand: little, for they are seen", network_survey}),
        declare("known_on_arrival", &P::known_on_arrival, {0, 1}, "1",
                "Share of the street that somebody knows by face on moving in.",
                {assumption, "by hand", network_survey}),
        declare("fading", &P::fading, {0, 1}, "1",
                "Factor on the share of a tie that fades in a month, whatever its kind. 0: ties do not fade.",
                {assumption, "switch", model_choice}),
        declare("negative_encounters", &P::negative_encounters, {0, 3}, "1",
                "Factor on the chance that an encounter goes wrong, whatever the cause. 0: none does.",
                {assumption, "switch", model_choice}),
        declare("hours_partner", &P::hours_partner, {50, 500}, "h",
                "Hours of a tie when two become partners or are so at arrival.",
                {assumption, "the strongest", network_survey}),
        declare("hours_parent", &P::hours_parent, {20, 500}, "h",
                "Hours of a tie between parent and child when it begins.",
                {assumption, "by hand: between a close friend (Hall 2018) and a partner", network_survey}),
        declare("hours_sibling", &P::hours_sibling, {20, 500}, "h",
                "Hours of a tie between others of one household when it begins.",
                {assumption, "by hand: as a close friend (Hall 2018)", network_survey}),
        declare("session_oldest", &P::session_oldest, {40, 120}, "year",
                "Age from which age asks for the last of the sessions of a month (see session_by_age).",
                {assumption, "by hand", network_survey}),
    };
}();

}  // namespace weefsel
