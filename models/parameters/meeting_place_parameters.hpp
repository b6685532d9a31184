#pragma once
#include <array>

#include "models/parameters/studies.hpp"
#include "sim/parameter.hpp"

namespace weefsel {

struct MeetingPlaceParameters {
    double outings = 8;
    double outings_lost_when_frail = 0.5;
    double outings_free_hours = 100;
    double outings_lost_to_nuisance = 0.3;
    double home = 4.2;
    double substitution = 0.3;
    double habit_gain = 0.03;
    double habit_kept = 0.92;
    double habit_worth = 3.5;
    double habit_forgotten = 0.01;
    double companions_worth = 0.25;
    double fit_worth = 1.5;
    double warmth_worth = 0.8;
    double quality_worth = 0.5;
    double host_worth = 0.5;
    double host_paid = 0.9;
    double host_volunteer = 0.6;
    double taste = 2.0;
    double hours_worth = 0.5;
    double invitation_worth = 1.5;
    double reach = 900;
    double reach_lost_when_frail = 0.7;
    double rides_relief = 0.5;
    double rides_need = 0.3;
    double rides_age = 60;
    double barrier = 1.2;
    double hindered_insecurity = 0.5;
    double hindered_language = 0.3;
    double money = 1.2;
    double threshold = 1.0;
    double consider_new = 0.025;
    double taken_along = 0.05;
    double encounters = 2.0;
    double encounters_host = 0.35;
    double known_more = 2.5;
    double start = 0.16;
    double start_assigned = 0.33;
    double start_bridging = 0.5;
    double closed_below = 1;
    double turned_away = 0.05;
    double capacity_binds = 1;
};

inline constexpr std::array meeting_place_declared = [] {
    using P = MeetingPlaceParameters;
    using sim::declare;
    using enum sim::Evidence;
    using namespace studies;
    return std::array{
        declare("outings", &P::outings, {0, 30}, "1/month",
                "Outings to places in the neighbourhood with ample free time.",
                {assumption, "set by hand to participation", visitor_counts}),
        declare("outings_lost_when_frail", &P::outings_lost_when_frail, {0, 1}, "1",
                "Share of outings lost by who is wholly frail.",
                {assumption, "half, by hand", visitor_counts}),
        declare("outings_free_hours", &P::outings_free_hours, {10, 300}, "h/month",
                "Free time from which all outings can be made; less time, fewer outings in proportion.",
                {assumption, "by hand", visitor_counts}),
        declare("outings_lost_to_nuisance", &P::outings_lost_to_nuisance, {0, 1}, "1",
                "Share of outings lost by who lives in a street that is all nuisance. 0: off.",
                {assumption, "fear of the street keeps people in (Foster & Giles-Corti 2008), sign",
                 neighbourhood_survey}),
        declare("home", &P::home, {-5, 10}, "1", "Worth of staying home against a place of average kind.",
                {assumption, "set by hand to participation", visitor_counts}),
        declare(
            "substitution", &P::substitution, {0, 1}, "1",
            "How far places compete for one another's visitors: 1: all visits come from one budget, so a "
            "closed "
            "place sends its visitors to the others (multinomial logit); 0: each place is a choice between "
            "going "
            "there and staying home.",
            {assumption,
             "where a place is lost, what was done there is mostly lost too (Feld 1981); youth clubs that "
             "closed were not replaced by others "
             "(ifs.org.uk/articles/how-cuts-youth-clubs-affected-teen-crime-and-education)",
             place_trial}),
        declare("habit_gain", &P::habit_gain, {0, 0.5}, "1",
                "Rise of a habit a visit, times what is missing to 1.",
                {assumption, "habits form in some 66 days (Lally 2010)", visitor_counts}),
        declare("habit_kept", &P::habit_kept, {0, 1}, "1", "Share of a habit left after a month.",
                {assumption, "by hand: a third is left after a year", visitor_counts}),
        declare("habit_worth", &P::habit_worth, {0, 10}, "1", "Worth of a full habit.",
                {assumption, "by hand", visitor_counts}),
        declare("habit_forgotten", &P::habit_forgotten, {0, 0.5}, "1",
                "Habit below which a regular place is forgotten.", {assumption, "by hand", model_choice}),
        declare("companions_worth", &P::companions_worth, {0, 2}, "1",
                "Worth per ln(1 + h of ties that go there).",
                {assumption, "being with others is the main reason to go; sign", visitor_counts}),
        declare("fit_worth", &P::fit_worth, {0, 5}, "1", "Worth of a place meant for one's age.",
                {assumption, "by hand", visitor_counts}),
        declare("warmth_worth", &P::warmth_worth, {0, 5}, "1", "Worth of warmth.",
                {assumption, "by hand", place_trial}),
        declare("quality_worth", &P::quality_worth, {0, 3}, "1", "Worth of ln q of what is done there.",
                {assumption, "by hand", place_trial}),
        declare("host_worth", &P::host_worth, {0, 3}, "1",
                "What a perfect host adds to the value of going, at most.",
                {assumption, "by hand", place_trial}),
        declare(
            "host_paid", &P::host_paid, {0, 1}, "1",
            "How much of a perfect host paid ones are at most, however many hours. 0: paid hosts do nothing.",
            {assumption, "by hand", place_trial}),
        declare("host_volunteer", &P::host_volunteer, {0, 1}, "1",
                "How much of a perfect host volunteers are at most, however many hours. 0: they do nothing "
                "as hosts.",
                {assumption, "by hand: less training, as warm", place_trial}),
        declare("taste", &P::taste, {0, 4}, "1",
                "Spread between people in what a given place is worth to them, for life. 0: all alike.",
                {assumption,
                 "few use a given place often, most hardly ever (docs/trials.md, R46); set by hand to it",
                 visitor_counts}),
        declare("hours_worth", &P::hours_worth, {0, 2}, "1",
                "Worth per ln of the share of full hours that a place is open.",
                {assumption, "1: visits follow hours; less: they are made when it is open", place_trial}),
        declare("invitation_worth", &P::invitation_worth, {0, 5}, "1", "Worth of an invitation this month.",
                {assumption, "being asked matters most", place_trial}),
        declare("reach", &P::reach, {100, 5000}, "m",
                "Distance that lowers the worth of a place by one, in good health.",
                {literature,
                 "visits fall beyond 350 m of a salon (Hikichi 2015, doi 10.1136/jech-2014-205345); scale by "
                 "hand"}),
        declare("reach_lost_when_frail", &P::reach_lost_when_frail, {0, 1}, "1",
                "Share of reach lost per unit of frailty.", {assumption, "sign", visitor_counts}),
        declare("rides_relief", &P::rides_relief, {0, 1}, "1",
                "Share of what distance and frailty take from the worth of a place that rides give back. 0: "
                "off.",
                {literature,
                 "free travel of older people: more friends and volunteering (Reinhard 2018, doi "
                 "10.1136/jech-2017-210038), sign"}),
        declare("rides_need", &P::rides_need, {0, 1}, "1",
                "Frailty, or at an age insecurity, from which somebody gets about badly and may have rides.",
                {assumption, "about one in ten adults", visitor_counts}),
        declare("rides_age", &P::rides_age, {18, 100}, "year",
                "Age from which insecurity counts as getting about badly.",
                {literature, "age of the free bus pass (Reinhard 2018, doi 10.1136/jech-2017-210038)"}),
        declare("barrier", &P::barrier, {0, 5}, "1",
                "Cost of an inaccessible place to who is frail, new to the language or ashamed.",
                {assumption, "usual suspects come, others less", visitor_counts}),
        declare("hindered_insecurity", &P::hindered_insecurity, {0, 2}, "1",
                "How much full insecurity (shame) hinders at a door that is hard to enter, as against full "
                "frailty.",
                {assumption, "half, by hand", visitor_counts}),
        declare("hindered_language", &P::hindered_language, {0, 2}, "1",
                "The same of an origin outside Europe (language).", {assumption, "by hand", visitor_counts}),
        declare("money", &P::money, {0, 5}, "1", "Cost of a paid place to who is wholly insecure.",
                {assumption, "by hand", visitor_counts}),
        declare("threshold", &P::threshold, {0, 5}, "1",
                "Cost of going somewhere for the first time, for the least sociable.",
                {assumption, "strangers' threshold", visitor_counts}),
        declare("consider_new", &P::consider_new, {0, 0.2}, "1/month",
                "Chance to consider a given place that one does not go to.",
                {assumption, "by hand", visitor_counts}),
        declare("taken_along", &P::taken_along, {0, 0.5}, "1/month",
                "Chance that a friend invites somebody to the activity that the friend goes to most. 0: off.",
                {assumption, "most who begin somewhere come with somebody; size by hand", visitor_counts}),
        declare("encounters", &P::encounters, {0, 10}, "1",
                "People one has contact with in a session of usual size, without a host.",
                {assumption, "a table's worth", contact_diary}),
        declare("encounters_host", &P::encounters_host, {0, 2}, "1", "Relative rise with a perfect host.",
                {assumption, "hosts introduce people", contact_diary}),
        declare("known_more", &P::known_more, {1, 10}, "1",
                "How much likelier contact is with a visitor one already knows.",
                {assumption, "people sit with whom they know", contact_diary}),
        declare("start", &P::start, {0, 1}, "1",
                "Chance that an encounter of strangers, open and alike, starts a tie.",
                {assumption, "set by hand to the number of ties", place_trial}),
        declare("start_assigned", &P::start_assigned, {0, 1}, "1",
                "Factor on it where others decide who is together with whom.",
                {literature,
                 "sitting side by side raised friendship from 15 to 22 % (Rohrer 2021, doi "
                 "10.1371/journal.pone.0255097); nobody chose"}),
        declare("start_bridging", &P::start_bridging, {0, 2}, "1", "Relative rise of it with a perfect host.",
                {assumption, "hosts bridge", place_trial}),
        declare("closed_below", &P::closed_below, {0, 20}, "h/week",
                "Opening hours below which a place is closed.",
                {assumption, "one hour a week", model_choice}),
        declare("turned_away", &P::turned_away, {0, 1}, "1", "Share of a habit lost by who finds no room.",
                {assumption, "a little", visitor_counts}),
        declare("capacity_binds", &P::capacity_binds, {0, 1}, "1",
                "From one half: a place takes no more visits than it has room for. Below: everybody gets in.",
                {assumption, "switch", model_choice}),
    };
}();

}  // namespace weefsel
