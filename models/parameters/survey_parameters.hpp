#pragma once
#include <array>

#include "models/parameters/studies.hpp"
#include "sim/parameter.hpp"

namespace weefsel {

struct SurveyParameters {
    double know_level = 0.10;
    double know_street = 0.55;
    double know_places = 0.25;
    double pleasant_level = 0.38;
    double pleasant_trust = 0.50;
    double helpful_level = 0.22;
    double helpful_trust = 0.62;
    double home_level = 0.12;
    double home_belonging = 0.85;
    double answer_noise = 0.18;
    double six_emotional = 0;
    double six_social = 1.18;
    double six_step = 1.35;
    double six_slope = 1.5;
    double contact_hours = 0.25;
    double healthy_level = 4.2;
    double healthy_frailty = 11.5;
    double healthy_distress = 9.0;
    double distressed_from = 0.36;
    double carer_from = 8;
    double overloaded_from = 0.5;
    double friends_full = 4;
    double institutional_full = 400;
    double interview_mood = 0.7;
    double eleven_spread = 1.6;
    double eleven_slope = 1.5;
    double ucla_some = 0.3;
    double ucla_often = 1.8;
    double ucla_slope = 1.5;
    double distress_noise = 0.07;
    double distress_mood = 0.6;
};

inline constexpr std::array survey_declared = [] {
    using P = SurveyParameters;
    using sim::declare;
    using enum sim::Evidence;
    using namespace studies;
    return std::array{
        declare("know_level", &P::know_level, {0, 1}, "1",
                "Item 'people here know each other': value for somebody who knows nobody.",
                {assumption,
                 "26 % agree that people here hardly know each other (cbs.nl/nl-nl/cijfers/detail/85146NED)",
                 neighbourhood_survey}),
        declare("know_street", &P::know_street, {0, 1}, "1",
                "Rise of it from knowing nobody of the street by face to knowing everybody.",
                {assumption, "as above", neighbourhood_survey}),
        declare("know_places", &P::know_places, {0, 1}, "1",
                "Rise of it from no regular place to a full habit of going to one.",
                {assumption, "as above", neighbourhood_survey}),
        declare("pleasant_level", &P::pleasant_level, {0, 1}, "1",
                "Item 'people here get on pleasantly': value without any trust in neighbours.",
                {assumption, "75 % agree (cbs.nl/nl-nl/cijfers/detail/85146NED)", neighbourhood_survey}),
        declare("pleasant_trust", &P::pleasant_trust, {0, 1}, "1", "Rise of it per unit of trust.",
                {assumption, "as above", neighbourhood_survey}),
        declare("helpful_level", &P::helpful_level, {0, 1}, "1",
                "Item 'a neighbourhood where people help': value without trust.",
                {assumption, "61 % agree (cbs.nl/nl-nl/cijfers/detail/85146NED)", neighbourhood_survey}),
        declare("helpful_trust", &P::helpful_trust, {0, 1}, "1", "Rise of it per unit of trust.",
                {assumption, "as above", neighbourhood_survey}),
        declare("home_level", &P::home_level, {0, 1}, "1",
                "Item 'I feel at home with the people here': value without belonging.",
                {assumption, "62 % agree (cbs.nl/nl-nl/cijfers/detail/85146NED)", neighbourhood_survey}),
        declare("home_belonging", &P::home_belonging, {0, 1}, "1", "Rise of it per unit of belonging.",
                {assumption, "as above", neighbourhood_survey}),
        declare("answer_noise", &P::answer_noise, {0, 1}, "1",
                "Spread of one person's answers around the own view.",
                {assumption, "test-retest of single items", repeated_interviews}),
        declare("six_emotional", &P::six_emotional, {-5, 5}, "1",
                "Form of six items: logit of the share of the scale of emotional loneliness at which half "
                "agree to "
                "the middle one of its three items.",
                {assumption,
                 "set by hand to 9-10.7 % strongly lonely (cbs.nl/nl-nl/cijfers/detail/85766NED), and to how "
                 "many at little contact",
                 repeated_interviews}),
        declare("six_social", &P::six_social, {-5, 5}, "1", "The same of the three social items.",
                {assumption, "as above", repeated_interviews}),
        declare("six_step", &P::six_step, {0, 3}, "1",
                "Distance from one of three items to the next, on that logit.",
                {assumption, "as above", repeated_interviews}),
        declare("six_slope", &P::six_slope, {0.2, 10}, "1",
                "Rise of the logit of agreeing to an item per unit of that logit.",
                {assumption, "test-retest of single items", repeated_interviews}),
        declare(
            "contact_hours", &P::contact_hours, {0.1, 10}, "h",
            "Length of one contact; calls and messages count in the surveys.",
            {assumption, "a quarter of an hour, as for contact with neighbours; calls too", contact_diary}),
        declare(
            "healthy_level", &P::healthy_level, {-5, 10}, "1",
            "Logit of calling one's health good, without frailty or distress.",
            {assumption, "70-79 % of adults (rivm.nl/resultaten-gezondheidsmonitor-volwassenen-en-ouderen)",
             repeated_interviews}),
        declare("healthy_frailty", &P::healthy_frailty, {0, 30}, "1", "Fall of it per unit of frailty.",
                {assumption, "as above", repeated_interviews}),
        declare("healthy_distress", &P::healthy_distress, {0, 10}, "1", "Fall of it per unit of distress.",
                {assumption, "as above", repeated_interviews}),
        declare(
            "distressed_from", &P::distressed_from, {0, 1}, "1",
            "Distress from which somebody is at high risk of anxiety or depression.",
            {assumption, "6-10 % of adults (rivm.nl/resultaten-gezondheidsmonitor-volwassenen-en-ouderen)",
             repeated_interviews}),
        declare("carer_from", &P::carer_from, {0, 100}, "h/month",
                "Informal care from which somebody counts as a carer.",
                {expert,
                 "three months or longer, or eight hours a week "
                 "(cbs.nl/nl-nl/longread/statistische-trends/2024/vader-en-moeder-op-leeftijd)"}),
        declare(
            "overloaded_from", &P::overloaded_from, {0, 1}, "1",
            "Overload from which a carer counts as heavily burdened.",
            {assumption,
             "15-20 % of carers (cbs.nl/nl-nl/longread/statistische-trends/2024/vader-en-moeder-op-leeftijd)",
             helper_panel}),
        declare("friends_full", &P::friends_full, {1, 20}, "1",
                "Friends here at which the personal sphere counts as full.",
                {literature,
                 "4-5 good contacts protect "
                 "(volksgezondheidenzorg.info/onderwerp/eenzaamheid/cijfers-context/oorzaken-en-gevolgen)"}),
        declare(
            "institutional_full", &P::institutional_full, {10, 5000}, "h/month",
            "Hosted hours and direct hours of professionals per 1000 residents at which the institutional "
            "sphere counts as full.",
            {assumption, "anchor of an index", model_choice}),
        declare(
            "interview_mood", &P::interview_mood, {0, 2}, "1",
            "Spread of the mood of the day on the logit of loneliness, shared by all items of an interview.",
            {assumption, "answers agree at about 0.78 within weeks with 0.5-0.9", repeated_interviews}),
        declare("eleven_spread", &P::eleven_spread, {0, 4}, "1",
                "Thresholds of the eleven items of De Jong Gierveld lie evenly from minus to plus this.",
                {assumption, "LASA 2019: items lie about half as far apart", repeated_interviews}),
        declare("eleven_slope", &P::eleven_slope, {0.2, 10}, "1",
                "Rise of the logit of a lonely answer to one of them per unit of that logit.",
                {assumption, "as for six items", repeated_interviews}),
        declare("ucla_some", &P::ucla_some, {-4, 4}, "1",
                "Logit of loneliness at which half say 'some of the time' or more to an item of UCLA-3.",
                {expert,
                 "43 % of people over 60 say so to one of three or more (HRS 2002, "
                 "pmc.ncbi.nlm.nih.gov/articles/PMC4383762)"}),
        declare("ucla_often", &P::ucla_often, {-4, 6}, "1", "The same for 'often'.",
                {assumption, "so that the mean is about 4 of 3-9", repeated_interviews}),
        declare("ucla_slope", &P::ucla_slope, {0.2, 10}, "1", "Rise of both per unit of that logit.",
                {assumption, "as for six items", repeated_interviews}),
        declare("distress_noise", &P::distress_noise, {0, 0.5}, "1",
                "Error of one answered score of distress (0-27), as a share of its range.",
                {assumption, "two points of 27", repeated_interviews}),
        declare(
            "distress_mood", &P::distress_mood, {0, 1}, "1",
            "Correlation of that error with the mood of the interview, which colours answers on loneliness "
            "too.",
            {assumption, "one interview, one mood; by hand", repeated_interviews}),
    };
}();

}  // namespace weefsel
