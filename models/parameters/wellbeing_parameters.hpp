#pragma once
#include <array>

#include "models/parameters/studies.hpp"
#include "sim/parameter.hpp"

namespace weefsel {

/// In double as declared, in float for loops over columns (sim::narrowed).
template <class Real>
struct WellbeingParametersOf {
    Real loneliness_rate = 0.25;
    Real loneliness_level = -2.71;
    Real loneliness_social = 0.72;
    Real loneliness_contact = 0.45;
    Real loneliness_contact_social = 0.55;
    Real loneliness_contact_usual = 2.3;
    Real loneliness_casual = 0.30;
    Real loneliness_partner = 0.90;
    Real loneliness_partner_social = 0.55;
    Real drift_spread = 1.28;
    Real drift_halflife = 18;
    Real event_bereavement = 1.2;
    Real event_separation = 0.8;
    Real event_work_lost = 0.4;
    Real event_retirement = 0.0;
    Real event_illness = 0.4;
    Real event_moving = 0.3;
    Real event_children_left = 0.1;
    Real loneliness_frailty = 2.2;
    Real loneliness_insecurity = 4.0;
    Real loneliness_education = 0.12;
    Real loneliness_origin_europe = 0.25;
    Real loneliness_origin_outside = 0.5;
    Real loneliness_old_age = 0.82;
    Real loneliness_old_from = 80;
    Real loneliness_age = 0.14;
    Real loneliness_age_usual = 50;
    Real contagion = 0.0;
    Real outside_hours = 4.4;
    Real outside_spread = 1.6;
    Real family_hours = 3.5;
    Real family_spread = 1.7;
    Real family_rural = 0.9;
    Real outside_age = 0.18;
    Real outside_age_from = 25;
    Real displacement = 0.18;
    Real institutional_rate = 0.01;
    Real institutional_low = 0.44;
    Real institutional_middle = 0.60;
    Real institutional_high = 0.80;
    Real institutional_spread = 0.15;
    Real institutional_support = 0.010;
    Real distress_rate = 0.4;
    Real distress_level = -2.25;
    Real distress_loneliness = 1.4;
    Real distress_insecurity = 0.9;
    Real distress_overload = 1.2;
    Real distress_widowed = 0.8;
    Real distress_waiting = 0.35;
    Real distress_nuisance = 1.5;
    Real distress_age = 0.09;
    Real distress_urban = 0.22;
    Real distress_usual = 0.15;
    Real frailty_loneliness = 0.12;
    Real frailty_distress = 0.25;
    Real frailty_insecurity = 0.9;
    Real frailty_most = 0.95;
    Real insecurity_rate = 0.009;
    Real insecurity_usual = 0.25;
    Real insecurity_rise = 0.25;
    Real insecurity_low_income = 0.52;
    Real insecurity_poverty = 1.7;
    Real insecurity_middle_income = 0.16;
    Real insecurity_high_income = 0.11;
    Real insecurity_spread = 0.6;
    Real insecurity_owned = 0.8;
    Real insecurity_wealth = 1.6;
    Real insecurity_student = 3.0;
    Real insecurity_origin_outside = 0.4;
};
using WellbeingParameters = WellbeingParametersOf<double>;

inline constexpr std::array wellbeing_declared = [] {
    using P = WellbeingParameters;
    using sim::declare;
    using enum sim::Evidence;
    using namespace studies;
    return std::array{
        declare("loneliness_rate", &P::loneliness_rate, {0.05, 1}, "1/month",
                "Share of the way to its target that loneliness goes in a month.",
                {assumption, "three quarters of a change within five months", resident_panel}),
        declare("loneliness_level", &P::loneliness_level, {-8, 5}, "1",
                "Mean personal level of loneliness on the logit scale.",
                {assumption, "set by hand to the shares of lonely and severely lonely adults (GGD 2016-2022)",
                 resident_panel}),
        declare("loneliness_social", &P::loneliness_social, {-3, 3}, "1",
                "How much higher that level is for social loneliness.",
                {literature,
                 "43 % socially, 31 % emotionally lonely in 2016 "
                 "(volksgezondheidenzorg.info/onderwerp/eenzaamheid/cijfers-context/huidige-situatie)"}),
        declare(
            "loneliness_contact", &P::loneliness_contact, {0, 2}, "1",
            "Fall of the logit of emotional loneliness per ln(1 + h a month of contact outside the house).",
            {assumption,
             "concave return: more often stops mattering "
             "(vu.nl/en/news/2023/connection-with-neighbourhood-determines-livability)",
             resident_panel}),
        declare("loneliness_contact_social", &P::loneliness_contact_social, {0, 2}, "1",
                "The same of social loneliness.",
                {assumption,
                 "larger than for emotional loneliness (Weiss 1973); who has little contact is also another "
                 "person, see population.contact_loneliness",
                 resident_panel}),
        declare("loneliness_contact_usual", &P::loneliness_contact_usual, {0, 5}, "1",
                "ln(1 + h a month of contact) at which contact neither adds nor takes.",
                {assumption, "about the mean", model_choice}),
        declare("loneliness_casual", &P::loneliness_casual, {0, 2}, "1",
                "Fall of the logit per ln(1 + number of casual friends outside the house).",
                {assumption,
                 "4-5 good contacts protect, extra add less "
                 "(volksgezondheidenzorg.info/onderwerp/eenzaamheid/cijfers-context/oorzaken-en-gevolgen)",
                 resident_panel}),
        declare("loneliness_partner", &P::loneliness_partner, {0, 3}, "1",
                "Fall of the logit of emotional loneliness with a partner.",
                {literature,
                 "severe: married 10 %, never married 17 % "
                 "(eenzaam.nl/over-eenzaamheid/feiten-en-cijfers-rond-eenzaamheid)"}),
        declare("loneliness_partner_social", &P::loneliness_partner_social, {0, 3}, "1",
                "The same of social loneliness.",
                {literature,
                 "living without a partner goes with emotional loneliness, OR 2.16, with social only of men, "
                 "1.94 (doi 10.1186/s12877-021-02058-4), sign"}),
        declare(
            "drift_spread", &P::drift_spread, {0, 2}, "1",
            "Spread of what comes and goes in somebody's loneliness, on the logit scale. 0: it is a trait "
            "for life and life events.",
            {literature,
             "47 % of the lonely recover, 11 % of others become lonely between two waves (HRS, doi "
             "10.1016/j.jagp.2023.02.046, docs/trials-figures.md)"}),
        declare("drift_halflife", &P::drift_halflife, {3, 60}, "month",
                "Time in which what came, life events too, is halved.",
                {assumption, "9-36, weakly identified by rank order over one to seven years",
                 repeated_interviews}),
        declare("event_bereavement", &P::event_bereavement, {0, 3}, "1",
                "Rise of the logit when the partner dies; fades with drift_halflife. 0: off.",
                {literature,
                 "severe: widowed 18 %, married 10 % "
                 "(eenzaam.nl/over-eenzaamheid/feiten-en-cijfers-rond-eenzaamheid); size assumed"}),
        declare("event_separation", &P::event_separation, {0, 3}, "1",
                "The same when a couple parts, of both.",
                {literature,
                 "severe: divorced 22 %, married 10 % "
                 "(eenzaam.nl/over-eenzaamheid/feiten-en-cijfers-rond-eenzaamheid); size assumed"}),
        declare("event_work_lost", &P::event_work_lost, {0, 2}, "1",
                "The same when work ends before retirement.", {assumption, "sign", resident_panel}),
        declare("event_retirement", &P::event_retirement, {-1, 1}, "1", "The same at retirement.",
                {assumption, "studies differ in sign; off", resident_panel}),
        declare("event_illness", &P::event_illness, {0, 2}, "1",
                "The same when an adult without any care is indicated for some.",
                {literature,
                 "62 % with against 35 % without disability "
                 "(joop.bnnvara.nl/nieuws/vier-op-tien-nederlanders-eenzaam), sign"}),
        declare("event_moving", &P::event_moving, {0, 2}, "1",
                "The same for adults on moving here from elsewhere.", {assumption, "sign", resident_panel}),
        declare("event_children_left", &P::event_children_left, {-1, 1}, "1",
                "The same of parents when the last child leaves home.",
                {assumption, "small, either sign", resident_panel}),
        declare("loneliness_frailty", &P::loneliness_frailty, {0, 6}, "1",
                "Rise of the logit per unit of frailty.",
                {literature,
                 "62 % with against 35 % without disability "
                 "(joop.bnnvara.nl/nieuws/vier-op-tien-nederlanders-eenzaam)"}),
        declare("loneliness_insecurity", &P::loneliness_insecurity, {0, 6}, "1",
                "Rise of the logit per unit of existential insecurity; 0 switches it off.",
                {literature,
                 "women of 25-44 with low against high education, 65 against 42 % "
                 "(mijnsociaalwerk.nl/magazine-artikelen/eenzaamheid-in-nederland), part of which runs "
                 "through worries about money"}),
        declare("loneliness_education", &P::loneliness_education, {0, 2}, "1",
                "Rise of the logit at low education and fall at high, beside insecurity; 0 switches it off.",
                {literature,
                 "women of 25-44: 65 % lonely at low, 42 % at high education "
                 "(mijnsociaalwerk.nl/magazine-artikelen/eenzaamheid-in-nederland), part of which runs "
                 "through insecurity"}),
        declare(
            "loneliness_origin_europe", &P::loneliness_origin_europe, {0, 2}, "1",
            "Rise of the logit for an origin in the rest of Europe, beside insecurity; 0 switches it off.",
            {assumption, "half of that for an origin outside Europe", resident_panel}),
        declare(
            "loneliness_origin_outside", &P::loneliness_origin_outside, {0, 2}, "1",
            "Rise of the logit for an origin outside Europe, beside insecurity; 0 switches it off.",
            {assumption,
             "sign: born abroad, fewer feel at home or know people (cbs.nl/nl-nl/cijfers/detail/85147NED)",
             resident_panel}),
        declare("loneliness_old_age", &P::loneliness_old_age, {0, 2}, "1",
                "Rise of the logit per ten years of age above 80: contacts of the same age die; 0 switches "
                "it off.",
                {literature,
                 "66 % lonely at 85 and over, 54 % at 75-84 "
                 "(volksgezondheidenzorg.info/onderwerp/eenzaamheid/cijfers-context/huidige-situatie); "
                 "beyond frailty: assumed"}),
        declare("loneliness_old_from", &P::loneliness_old_from, {60, 110}, "year",
                "Age from which loneliness_old_age counts.",
                {assumption,
                 "by hand: 66 % lonely at 85 and over, 54 % at 75-84 "
                 "(volksgezondheidenzorg.info/onderwerp/eenzaamheid/cijfers-context/huidige-situatie)",
                 resident_panel}),
        declare("loneliness_age", &P::loneliness_age, {0, 0.5}, "1",
                "Fall of the logit per ten years of age above loneliness_age_usual. 0: off.",
                {literature,
                 "the rise late in life goes with income, health and being single (Luhmann & Hawkley 2016, "
                 "doi 10.1037/dev0000117); severe 10.3 % at 18-64, 9.5 % from 65 (GGD 2016)"}),
        declare("loneliness_age_usual", &P::loneliness_age_usual, {18, 80}, "year",
                "Age at which it, and distress_age, neither add nor take.",
                {assumption, "about the mean of adults", model_choice}),
        declare(
            "contagion", &P::contagion, {0, 0.036}, "1",
            "Rise of the logit per point of mean loneliness of the ties; 0 switches contagion off.",
            {literature,
             "0 to a third of Cacioppo, Fowler & Christakis 2009, doi 10.1037/a0016076; gain 2.75 b < 0.1"}),
        declare("outside_hours", &P::outside_hours, {0, 100}, "h/month",
                "Median contact with friends outside the neighbourhood.",
                {assumption,
                 "72-80 % weekly contact with friends "
                 "(cbs.nl/nl-nl/longread/statistische-trends/2019/sociaal-contact-kwantiteit-en-kwaliteit)",
                 contact_diary}),
        declare("outside_spread", &P::outside_spread, {0, 3}, "1",
                "Spread of it between people, on the log scale.",
                {assumption, "4-6 % have less than weekly contact with anybody (CBS)", contact_diary}),
        declare("family_hours", &P::family_hours, {0, 30}, "h/month",
                "Median contact with each close relative outside the neighbourhood.",
                {assumption,
                 "80-86 % weekly contact with family "
                 "(cbs.nl/nl-nl/longread/statistische-trends/2019/sociaal-contact-kwantiteit-en-kwaliteit)",
                 contact_diary}),
        declare("family_spread", &P::family_spread, {0, 3}, "1",
                "Spread of it between people, on the log scale.",
                {assumption, "as for friends", contact_diary}),
        declare(
            "family_rural", &P::family_rural, {0, 2}, "1",
            "Rise of the log of that contact from very urban to not urban surroundings: kin live nearer. 0: "
            "off.",
            {assumption,
             "parents and children live nearer to each other outside the large cities, sign; no figures were "
             "found",
             linked_registers}),
        declare("outside_age", &P::outside_age, {0, 0.5}, "1",
                "Fall of the log of that contact per ten years of age above 25; 0 switches it off.",
                {literature,
                 "weekly contact with friends 96 % at 15-24, just under 70 % at 55 and over "
                 "(blikopnieuws.nl/nieuws/281162): sign; that alone asks for 0.2 or more, which would make "
                 "the old too lonely"}),
        declare("outside_age_from", &P::outside_age_from, {10, 80}, "year",
                "Age from which outside_age counts.",
                {assumption,
                 "by hand: weekly contact with friends is most at 15-24 (blikopnieuws.nl/nieuws/281162)",
                 contact_diary}),
        declare("displacement", &P::displacement, {0, 1}, "1",
                "Hours of contact outside that an hour of contact here displaces.",
                {assumption, "time is finite; set by hand to weekly contact with friends; sweep 0-1",
                 contact_diary}),
        declare("institutional_rate", &P::institutional_rate, {0, 1}, "1/month",
                "Rate at which institutional trust returns to its usual level.",
                {assumption, "years, not months", resident_panel}),
        declare("institutional_low", &P::institutional_low, {0, 1}, "1",
                "Usual institutional trust, low education.",
                {literature, "trust rises steeply with education (nu.nl/binnenland/5784507, CBS)"}),
        declare("institutional_middle", &P::institutional_middle, {0, 1}, "1", "The same, middle education.",
                {literature, "as institutional_low (nu.nl/binnenland/5784507, CBS)"}),
        declare("institutional_high", &P::institutional_high, {0, 1}, "1", "The same, high education.",
                {literature, "as institutional_low (nu.nl/binnenland/5784507, CBS)"}),
        declare("institutional_spread", &P::institutional_spread, {0, 0.4}, "1",
                "Spread between people of one education in the trust in institutions with which they come.",
                {assumption, "set by hand; people differ more than groups do", resident_panel}),
        declare("institutional_support", &P::institutional_support, {0, 0.2}, "1/h",
                "Rise of institutional trust per hour of effective support, times what is missing to 1.",
                {assumption, "being helped builds trust; size unknown", support_trial}),
        declare("distress_rate", &P::distress_rate, {0.05, 1}, "1/month",
                "Share of the way to its target that distress goes in a month.",
                {literature,
                 "four weeks of calls already act on it (Kahlon 2021, doi 10.1001/jamapsychiatry.2021.0113), "
                 "quicker than loneliness"}),
        declare("distress_level", &P::distress_level, {-6, 2}, "1", "Level of the logit of distress.",
                {assumption,
                 "6-10 % at high risk of anxiety or depression "
                 "(rivm.nl/resultaten-gezondheidsmonitor-volwassenen-en-ouderen)",
                 resident_panel}),
        declare("distress_loneliness", &P::distress_loneliness, {0, 4}, "1",
                "Rise of the logit from not lonely to the top of the scale.",
                {literature,
                 "a moderate effect on depression (Erzen & Cikrikci 2018, doi 10.1177/0020764018776349), "
                 "halved"}),
        declare("distress_insecurity", &P::distress_insecurity, {0, 4}, "1",
                "Rise of the logit per unit of insecurity.",
                {literature,
                 "half of the gap in distress between incomes runs along other ways than loneliness "
                 "(distantreader.org/stacks/cord/cord-0021958-u7xqn6wd.txt)"}),
        declare(
            "distress_overload", &P::distress_overload, {0, 4}, "1",
            "Rise of the logit for an overloaded carer.",
            {expert,
             "19 % of carers are heavily burdened "
             "(cbs.nl/nl-nl/longread/statistische-trends/2024/vader-en-moeder-op-leeftijd); size by hand"}),
        declare("distress_widowed", &P::distress_widowed, {0, 4}, "1",
                "Rise of the logit in the 24 months after widowhood.",
                {assumption, "life events, sign; no size was found", resident_panel}),
        declare("distress_waiting", &P::distress_waiting, {0, 4}, "1",
                "Rise of the logit while waiting for care.", {assumption, "sign", resident_panel}),
        declare(
            "distress_nuisance", &P::distress_nuisance, {0, 4}, "1",
            "Rise of the logit per unit of nuisance of the own street above the usual. 0: off.",
            {literature,
             "greening of lots, 41 % fewer depressed (South 2018, doi 10.1001/jamanetworkopen.2018.0298); "
             "three quarters of what a programme did to mental health ran through quality and disorder of "
             "the place (White 2017, doi 10.1093/aje/kwx086)"}),
        declare("distress_urban", &P::distress_urban, {0, 1}, "1",
                "Fall of the logit from very urban to not urban surroundings. 0: off.",
                {literature,
                 "mood and anxiety disorders are commoner in urban surroundings (Peen 2010, doi "
                 "10.1111/j.1600-0447.2009.01438.x), size by hand"}),
        declare("distress_age", &P::distress_age, {0, 1}, "1",
                "Fall of the logit per ten years of age above loneliness_age_usual. 0: off.",
                {literature,
                 "emotions grow steadier with age, at equal health too (Carstensen 2011, doi "
                 "10.1037/a0021285); high distress 7.3 % at 18-64, 5.0 % from 65 (GGD 2016)"}),
        declare(
            "distress_usual", &P::distress_usual, {0, 0.5}, "1",
            "Distress at which frailty grows at its usual pace and contacts with the GP are the published "
            "means.",
            {assumption, "by hand", model_choice}),
        declare("frailty_loneliness", &P::frailty_loneliness, {0, 1}, "1",
                "Relative rise of the growth of frailty per third of the loneliness scale above its middle "
                "third.",
                {literature,
                 "dementia HR 1.31 (doi 10.1038/s44220-024-00328-9), heart disease RR 1.29 (Valtorta 2016, "
                 "doi 10.1136/heartjnl-2015-308790), residual"}),
        declare("frailty_distress", &P::frailty_distress, {0, 2}, "1",
                "Relative rise of the growth of frailty per unit of distress above 0.15.",
                {assumption, "residual", resident_panel}),
        declare("frailty_insecurity", &P::frailty_insecurity, {0, 2}, "1",
                "Relative rise of the growth of frailty per unit of insecurity above 0.2.",
                {assumption, "gradient of health with income, residual", resident_panel}),
        declare("frailty_most", &P::frailty_most, {0.3, 0.99}, "1", "The most that frailty grows to.",
                {assumption, "by hand", model_choice}),
        declare("insecurity_rate", &P::insecurity_rate, {0, 0.2}, "1/month",
                "Rate at which insecurity returns to its own level (0.009: 10 % a year).",
                {assumption, "as designed: relapse of 10 % a year", resident_panel}),
        declare("insecurity_usual", &P::insecurity_usual, {0, 0.5}, "1",
                "Insecurity at which frailty grows at its usual pace.",
                {assumption, "by hand", model_choice}),
        declare("insecurity_rise", &P::insecurity_rise, {0.01, 1}, "1/month",
                "Rate at which insecurity rises to the level that a shock brings.",
                {assumption, "by hand", resident_panel}),
        declare("insecurity_low_income", &P::insecurity_low_income, {0, 1}, "1",
                "Median insecurity, low income.",
                {assumption, "shape: poverty is concentrated in the lowest incomes (CBS)", linked_registers}),
        declare("insecurity_poverty", &P::insecurity_poverty, {0, 5}, "1",
                "Rise of its logit for low incomes per unit by which the share of them at or just above the "
                "social minimum is larger here than in the country. 0: low incomes are alike everywhere.",
                {assumption, "as if a poor resident had 0.65 where another of low income has 0.25",
                 linked_registers}),
        declare("insecurity_middle_income", &P::insecurity_middle_income, {0, 1}, "1",
                "Median insecurity, middle income.", {assumption, "as above", linked_registers}),
        declare("insecurity_high_income", &P::insecurity_high_income, {0, 1}, "1",
                "Median insecurity, high income.", {assumption, "as above", linked_registers}),
        declare("insecurity_spread", &P::insecurity_spread, {0, 2}, "1",
                "Spread between people, on the logit scale.", {assumption, "by hand", linked_registers}),
        declare(
            "insecurity_owned", &P::insecurity_owned, {0, 3}, "1",
            "Fall of its logit for who comes to live in an owned home: housing costs that are sure, wealth "
            "to fall back on. 0: off.",
            {literature,
             "outside the home too owners have fourteen times the wealth of tenants "
             "(volkskrant.nl/nieuws-achtergrond/"
             "vermogenskloof-tussen-huurders-en-woningbezitters-blijft-verder-groeien~b99bbab6, CBS); owners "
             "are more content with their housing (Elsinga & Hoekstra 2005, doi 10.1007/s10901-005-9023-4), "
             "sign"}),
        declare(
            "insecurity_wealth", &P::insecurity_wealth, {0, 3}, "1",
            "Further fall of it there, per unit of the logarithm of the mean value of homes here over the "
            "country's. 0: off.",
            {assumption, "the home is the wealth of most households (CBS), sign", linked_registers}),
        declare("insecurity_student", &P::insecurity_student, {0, 3}, "1",
                "Fall of it for who comes here as a student: a low income now, parents and prospects behind "
                "it. 0: off.",
                {assumption, "student quarters are poor in income and not in wellbeing (GGD 2016), sign",
                 linked_registers}),
        declare("insecurity_origin_outside", &P::insecurity_origin_outside, {0, 3}, "1",
                "Rise of it for an origin outside Europe: discrimination in work and housing, less wealth at "
                "equal income. 0: off.",
                {literature,
                 "field experiments on hiring in the Netherlands (Thijssen 2020, doi "
                 "10.1007/s12134-020-00795-w), sign"}),
    };
}();

}  // namespace weefsel
