#pragma once
#include <array>

#include "sim/parameter.hpp"

namespace weefsel {

struct NetworkParameters {
    double halflife_partner = 240;
    double halflife_kin = 120;
    double halflife_friend = 9;
    double halflife_neighbour = 12;
    double halflife_fellow_member = 9;
    double carried_by_contact = 0.02;
    double forgotten_below = 2;
    double strongest = 400;
    double want_partner = 30;
    double want_kin = 3.0;
    double want_acquaintance = 0.25;
    double want_casual = 1.0;
    double want_friend = 2.4;
    double want_close = 4.6;
    double want_neighbour = 0.5;
    double want_fellow_member = 0.15;
    double free_pupil = 110;
    double free_student = 110;
    double free_working = 75;
    double free_unemployed = 130;
    double free_retired = 130;
    double free_less_with_child = 20;
    double free_less_when_frail = 0.3;
    double private_share = 0.5;
    double introductions = 0.025;
    double introduced_hours = 3;
    double introduction_success = 0.25;
    double street_chance = 0.12;
    double street_hours = 1.0;
    double street_start = 0.10;
    double homophily_age = 0.045;
    double homophily_education = 0.35;
    double homophily_origin = 0.60;
    double openness_loneliness = 0.5;
    double openness_distrust = 0.4;
    double negative_base = 0.02;
    double negative_crowding = 0.01;
    double negative_insecurity = 0.03;
    double negative_hours = 1.0;
    double acquaintances_kept = 0.8;
    double fading = 1;
    double negative_encounters = 1;
};

inline constexpr std::array network_declared = [] {
    using P = NetworkParameters;
    using D = sim::Declaration<P>;
    using enum sim::Evidence;
    return std::array{
        D{"halflife_partner",
          &P::halflife_partner,
          {24, 480},
          "month",
          "Time in which the tie with a partner halves without contact.",
          {assumption, "slower than kin"}},
        D{"halflife_kin",
          &P::halflife_kin,
          {24, 240},
          "month",
          "Time in which a kin tie halves without contact.",
          {literature, "Roberts & Dunbar 2011, 2015: kin hardly fades"}},
        D{"halflife_friend",
          &P::halflife_friend,
          {3, 120},
          "month",
          "Time in which a friendship without contact loses half its hours.",
          {literature, "Roberts & Dunbar 2011: within months; range 6-18"}},
        D{"halflife_neighbour",
          &P::halflife_neighbour,
          {3, 120},
          "month",
          "The same for a neighbour.",
          {assumption, "MODEL 5.4"}},
        D{"halflife_fellow_member",
          &P::halflife_fellow_member,
          {3, 120},
          "month",
          "The same for a fellow member of an activity.",
          {assumption, "MODEL 5.4"}},
        D{"carried_by_contact",
          &P::carried_by_contact,
          {0.005, 0.1},
          "1",
          "Monthly contact as a share of the hours it carries: hours fade only above t divided by this.",
          {literature, "Hall 2018: at two hours a week friend by month 11, close by month 24"}},
        D{"forgotten_below",
          &P::forgotten_below,
          {0.5, 10},
          "h",
          "Hours below which a tie is forgotten.",
          {assumption, "MODEL 5.4"}},
        D{"strongest",
          &P::strongest,
          {200, 500},
          "h",
          "Largest strength of a tie.",
          {assumption, "MODEL 5.4"}},
        D{"want_partner",
          &P::want_partner,
          {5, 100},
          "h/month",
          "Contact that partners seek.",
          {assumption, "keeps the tie at its largest strength"}},
        D{"want_kin",
          &P::want_kin,
          {0, 20},
          "h/month",
          "Contact that kin seek.",
          {literature, "83 % weekly contact with family (FACTS A2)"}},
        D{"want_acquaintance",
          &P::want_acquaintance,
          {0, 2},
          "h/month",
          "Private contact sought with a friend below 50 h.",
          {assumption, "by layer (Dunbar)"}},
        D{"want_casual",
          &P::want_casual,
          {0, 4},
          "h/month",
          "Private contact sought with a friend of 50 to 90 h.",
          {assumption, "by layer (Dunbar)"}},
        D{"want_friend",
          &P::want_friend,
          {0, 8},
          "h/month",
          "Private contact sought with a friend of 90 to 200 h.",
          {assumption, "carries 120 h"}},
        D{"want_close",
          &P::want_close,
          {0, 16},
          "h/month",
          "Private contact sought with a friend of 200 h and more.",
          {assumption, "carries 230 h; 40 % of social time goes to the closest five (FACTS D)"}},
        D{"want_neighbour",
          &P::want_neighbour,
          {0, 4},
          "h/month",
          "Private contact sought with a neighbour of 10 h and more.",
          {literature, "58-66 % weekly contact with neighbours (FACTS A2)"}},
        D{"want_fellow_member",
          &P::want_fellow_member,
          {0, 4},
          "h/month",
          "Private contact sought with a fellow member of 10 h and more.",
          {assumption, "outside the activity hardly any, until they are friends"}},
        D{"free_pupil",
          &P::free_pupil,
          {10, 300},
          "h/month",
          "Free social time of pupils.",
          {expert, "time-use surveys (SCP), rounded"}},
        D{"free_student",
          &P::free_student,
          {10, 300},
          "h/month",
          "Free social time of students.",
          {expert, "time-use surveys (SCP), rounded"}},
        D{"free_working",
          &P::free_working,
          {10, 300},
          "h/month",
          "Free social time of working people.",
          {expert, "time-use surveys (SCP), rounded"}},
        D{"free_unemployed",
          &P::free_unemployed,
          {10, 300},
          "h/month",
          "Free social time of people without work.",
          {expert, "time-use surveys (SCP), rounded"}},
        D{"free_retired",
          &P::free_retired,
          {10, 300},
          "h/month",
          "Free social time of retired people.",
          {expert, "time-use surveys (SCP), rounded"}},
        D{"free_less_with_child",
          &P::free_less_with_child,
          {0, 60},
          "h/month",
          "Less free time for adults with a child below 12.",
          {expert, "time-use surveys (SCP), rounded"}},
        D{"free_less_when_frail",
          &P::free_less_when_frail,
          {0, 1},
          "1",
          "Share of free time lost per unit of frailty.",
          {assumption, "sign"}},
        D{"private_share",
          &P::private_share,
          {0, 1},
          "1",
          "Share of free time that can go to private contact with ties here.",
          {assumption, "the rest goes to places, family and ties elsewhere"}},
        D{"introductions",
          &P::introductions,
          {0, 1},
          "1/month",
          "Chance that a resident introduces two of the own friends to each other.",
          {assumption, "triadic closure; target clustering 0.2-0.4 (FACTS D)"}},
        D{"introduced_hours",
          &P::introduced_hours,
          {0, 20},
          "h",
          "Hours of a tie at its start.",
          {assumption, "one afternoon"}},
        D{"introduction_success",
          &P::introduction_success,
          {0, 1},
          "1",
          "Chance that an introduction of two open people of one kind becomes a tie.",
          {assumption, "as above"}},
        D{"street_chance",
          &P::street_chance,
          {0, 1},
          "1/month",
          "Chance that two adults of dwellings next to each other meet on the pavement, at good public "
          "space.",
          {assumption, "13-19 % daily contact with neighbours (FACTS A2)"}},
        D{"street_hours",
          &P::street_hours,
          {0, 4},
          "h",
          "Length of all encounters of a month on the pavement together.",
          {assumption, "a chat"}},
        D{"street_start",
          &P::street_start,
          {0, 1},
          "1",
          "Chance that neighbours who meet start a tie.",
          {assumption, "acquaintances, rarely more (MODEL 5.4)"}},
        D{"homophily_age",
          &P::homophily_age,
          {0, 0.2},
          "1/year",
          "Fall of the log chance of a tie per year of difference in age.",
          {literature, "age and ethnicity strongest (McPherson 2001, order only)"}},
        D{"homophily_education",
          &P::homophily_education,
          {0, 2},
          "1",
          "Fall of the log chance per level of difference in education.",
          {literature, "McPherson 2001, order only"}},
        D{"homophily_origin",
          &P::homophily_origin,
          {0, 3},
          "1",
          "Fall of the log chance between origin groups.",
          {literature, "McPherson 2001, order only"}},
        D{"openness_loneliness",
          &P::openness_loneliness,
          {0, 1},
          "1",
          "Openness lost at the top of the loneliness scale.",
          {literature, "withdrawal (Cacioppo & Hawkley 2009), sign"}},
        D{"openness_distrust",
          &P::openness_distrust,
          {0, 1},
          "1",
          "Openness lost without any trust in neighbours.",
          {assumption, "sign"}},
        D{"negative_base",
          &P::negative_base,
          {0, 0.5},
          "1",
          "Chance that an encounter goes wrong.",
          {assumption, "rare"}},
        D{"negative_crowding",
          &P::negative_crowding,
          {0, 0.5},
          "1",
          "Rise of it per session size over the usual.",
          {assumption, "crowding"}},
        D{"negative_insecurity",
          &P::negative_insecurity,
          {0, 0.5},
          "1",
          "Rise of it per unit of mean insecurity of the two.",
          {assumption, "strain"}},
        D{"negative_hours",
          &P::negative_hours,
          {0, 20},
          "h",
          "Hours that a bad encounter takes from a tie.",
          {assumption, "about one meeting"}},
        D{"acquaintances_kept",
          &P::acquaintances_kept,
          {0, 1},
          "1/year",
          "Share of mere acquaintances that are still known after a year.",
          {assumption, "by hand"}},
        D{"fading",
          &P::fading,
          {0, 1},
          "1",
          "Factor on the share of a tie that fades in a month, whatever its kind. 0: ties do not fade.",
          {assumption, "switch"}},
        D{"negative_encounters",
          &P::negative_encounters,
          {0, 3},
          "1",
          "Factor on the chance that an encounter goes wrong, whatever the cause. 0: none does.",
          {assumption, "switch"}},
    };
}();

}  // namespace weefsel
