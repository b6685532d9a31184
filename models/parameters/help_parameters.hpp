#pragma once
#include <array>

#include "models/parameters/studies.hpp"
#include "sim/parameter.hpp"

namespace weefsel {

/// In double as declared, in float for loops over columns (sim::narrowed).
template <class Real>
struct HelpParametersOf {
    Real small_help = 1;
    Real need = 0.10;
    Real need_frailty = 0.8;
    Real need_insecurity = 0.25;
    Real ask = 0.4;
    Real ask_norm = 1.2;
    Real ask_shame = 1.0;
    Real help_level = -2.2;
    Real help_hours = 0.55;
    Real help_norm = 1.0;
    Real help_trust = 1.5;
    Real help_trust_usual = 0.66;
    Real help_load = 0.35;
    Real help_reciprocity = 0.4;
    Real help_outside = 0.12;
    Real help_contact = 1.0;
    Real signal_months = 6;
    Real informal_care = 1;
    Real care_from_frailty = 0.22;
    Real care_hours = 110;
    Real care_partner = 0.75;
    Real care_child = 0.45;
    Real care_friend = 0.15;
    Real care_outside_kin = 0.10;
    Real care_others = 0.15;
    Real care_elsewhere = 0.275;
    Real care_elsewhere_young = 0.35;
    Real care_elsewhere_old = 0.55;
    Real care_elsewhere_rural = 0.35;
    Real care_elsewhere_stay = 0.35;
    Real care_elsewhere_stay_usual = 12;
    Real care_elsewhere_hours = 40;
    Real care_elsewhere_spread = 0.7;
    Real carer_too_frail = 0.45;
    Real care_friends = 5;
    Real overload = 1;
    Real overload_from = 35;
    Real overload_spread = 25;
    Real overload_level = -1.5;
    Real overload_frailty = 1.5;
    Real breakdown = 0.10;
    Real respite = 0.5;
    Real carer_support = 0.4;
    Real respite_hours = 40;
    Real volunteer_start = 0.0095;
    Real volunteer_asked = 2.0;
    Real volunteer_asked_ties = 3;
    Real volunteer_asked_host = 20;
    Real volunteer_stop = 0.013;
    Real volunteer_norm_low = 0.4;
    Real volunteer_norm = 1.2;
    Real volunteer_too_frail = 0.34;
    Real volunteer_overload = 2.0;
    Real volunteer_paper = 0.5;
    Real volunteer_low_education = 0.68;
    Real volunteer_high_education = 1.38;
    Real volunteer_retired = 1.15;
    Real volunteer_insecurity = 0.5;
    Real volunteer_owner = 1.2;
    Real volunteer_parent = 1.3;
    Real volunteer_rural = 0.45;
    Real volunteer_hours = 17;
    Real volunteer_here = 0.25;
    Real volunteer_hosting = 0.15;
    Real volunteer_with_young = 0.3;
    Real initiative_birth = 0.04;
    Real initiative_core = 3;
    Real initiative_end = 0.02;
    Real initiative_end_thin = 0.5;
    Real initiative_support = 0.03;
    Real initiative_takeover = 0.1;
    Real initiative_host = 6;
    Real initiative_meetings = 2;
    Real read_network = 0.5;
    Real takeover_output = 0.5;
    Real volunteer_one_off = 0.2;
    Real volunteer_one_off_months = 6;
    Real volunteer_wear = 0;
};
using HelpParameters = HelpParametersOf<double>;

inline constexpr std::array help_declared = [] {
    using P = HelpParameters;
    using sim::declare;
    using enum sim::Evidence;
    using namespace studies;
    return std::array{
        declare("small_help", &P::small_help, {0, 2}, "1",
                "Factor on the chance that small help is needed, whatever the cause. 0: nobody needs any.",
                {assumption, "switch", model_choice}),
        declare("need", &P::need, {0, 1}, "1/month", "Chance that somebody in good health needs small help.",
                {assumption, "once a year", helper_panel}),
        declare("need_frailty", &P::need_frailty, {0, 5}, "1/month", "Rise of it per unit of frailty.",
                {assumption, "sign", helper_panel}),
        declare("need_insecurity", &P::need_insecurity, {0, 5}, "1/month",
                "Rise of it per unit of insecurity.", {assumption, "sign", helper_panel}),
        declare("ask", &P::ask, {-5, 5}, "1", "Level of the logit of asking.",
                {assumption, "by hand", helper_panel}),
        declare("ask_norm", &P::ask_norm, {0, 5}, "1", "Rise of it from the lowest to the highest help norm.",
                {assumption, "by hand", helper_panel}),
        declare("ask_shame", &P::ask_shame, {0, 5}, "1", "Fall of it per unit of insecurity: shame.",
                {assumption, "sign", helper_panel}),
        declare("help_level", &P::help_level, {-6, 6}, "1", "Level of the logit of helping when asked.",
                {assumption, "by hand", helper_panel}),
        declare("help_hours", &P::help_hours, {0, 3}, "1", "Rise of it per ln(hours) of the tie.",
                {assumption, "closer ties help more", helper_panel}),
        declare("help_norm", &P::help_norm, {0, 5}, "1",
                "Rise of it from the lowest to the highest help norm.",
                {assumption, "by hand", helper_panel}),
        declare("help_trust", &P::help_trust, {0, 5}, "1",
                "Rise of it per unit of trust in neighbours above the usual. 0: off.",
                {assumption, "who trusts neighbours helps them more (Sampson 1997), sign", helper_panel}),
        declare("help_trust_usual", &P::help_trust_usual, {0, 1}, "1",
                "Trust in neighbours at which it neither adds nor takes.",
                {assumption, "about the mean", model_choice}),
        declare("help_load", &P::help_load, {0, 3}, "1", "Fall of it per time helped last month.",
                {assumption, "by hand", helper_panel}),
        declare("help_reciprocity", &P::help_reciprocity, {0, 3}, "1",
                "Rise of it for one who helped others last month.",
                {assumption, "reciprocity, generalised", helper_panel}),
        declare("help_outside", &P::help_outside, {0, 1}, "1",
                "Chance that one relative elsewhere helps when nobody here does.",
                {assumption, "distance", helper_panel}),
        declare("help_contact", &P::help_contact, {0, 10}, "h", "Contact that goes with helping.",
                {assumption, "one visit", contact_diary}),
        declare("signal_months", &P::signal_months, {1, 24}, "month",
                "Time after which an unmet need is no longer voiced.", {assumption, "by hand", helper_panel}),
        declare("informal_care", &P::informal_care, {0, 1}, "1",
                "Factor on the informal care that people give, here and elsewhere. 0: nobody gives any.",
                {assumption, "switch", model_choice}),
        declare("care_from_frailty", &P::care_from_frailty, {0.1, 0.6}, "1",
                "Share of deficits from which help is needed month after month.",
                {literature, "frail above 0.21 (Hoover 2013, pubmed.ncbi.nlm.nih.gov/24258362)"}),
        declare("care_hours", &P::care_hours, {20, 400}, "h/month",
                "Help needed per unit of frailty above that.",
                {assumption,
                 "set to 12 h a week of a mean carer "
                 "(cbs.nl/nl-nl/longread/statistische-trends/2024/vader-en-moeder-op-leeftijd)",
                 helper_panel}),
        declare("care_partner", &P::care_partner, {0, 1}, "1", "Share of the need that a partner gives.",
                {assumption, "partners give most", helper_panel}),
        declare("care_child", &P::care_child, {0, 1}, "1",
                "Share that an adult child or other relative here gives.",
                {assumption, "less than a partner", helper_panel}),
        declare("care_friend", &P::care_friend, {0, 1}, "1", "Share that a close friend here gives.",
                {assumption, "less than kin", helper_panel}),
        declare("care_outside_kin", &P::care_outside_kin, {0, 0.5}, "1",
                "Share that each relative elsewhere gives.", {assumption, "distance", helper_panel}),
        declare("care_others", &P::care_others, {0, 0.5}, "1",
                "Share that other ties give together, at five friends here.",
                {assumption, "networks share care", helper_panel}),
        declare("care_elsewhere", &P::care_elsewhere, {0, 1}, "1",
                "Share of people of 45-69 who care for a parent or other who lives elsewhere; half of it at "
                "25-44.",
                {literature,
                 "13 % of adults are carers, 24 % at 55-59 "
                 "(cbs.nl/nl-nl/longread/statistische-trends/2024/vader-en-moeder-op-leeftijd)"}),
        declare("care_elsewhere_young", &P::care_elsewhere_young, {0, 1}, "1",
                "Factor on that chance from 25 to 44.",
                {assumption,
                 "most carers are 45 to 65 "
                 "(cbs.nl/nl-nl/longread/statistische-trends/2024/vader-en-moeder-op-leeftijd), by hand",
                 helper_panel}),
        declare("care_elsewhere_old", &P::care_elsewhere_old, {0, 1}, "1", "The same from 65 to 79.",
                {assumption,
                 "23.5 % of 55-59, 17.8 % of 65-69 care, for a partner more often (CBS 2022), by hand",
                 helper_panel}),
        declare("care_elsewhere_rural", &P::care_elsewhere_rural, {0, 2}, "1",
                "Rise of its logarithm from very urban to not urban surroundings: kin live nearer. 0: off.",
                {literature,
                 "as wellbeing.family_rural; distance rules contact and care between relatives (doi "
                 "10.1007/s10901-008-9130-0); carers 10 % in Amsterdam, 19 % in Zeeland "
                 "(pzc.nl/zeeuws-nieuws/zeeuwen-zorgen-het-vaakst-voor-een-naaste~aa4c0857)"}),
        declare("care_elsewhere_stay", &P::care_elsewhere_stay, {0, 1}, "1",
                "Rise of its logarithm per unit of ln(1 + years lived here): roots, and kin near. 0: off.",
                {literature,
                 "who lives near parents moves less (Ermisch & Mulder 2018, doi 10.1007/s10680-018-9494-0), "
                 "sign"}),
        declare("care_elsewhere_stay_usual", &P::care_elsewhere_stay_usual, {0, 60}, "year",
                "Years lived here at which that neither adds nor takes.",
                {assumption, "about the mean", model_choice}),
        declare("care_elsewhere_hours", &P::care_elsewhere_hours, {0, 150}, "h/month",
                "Median time they give.",
                {literature,
                 "12 h a week on average, skewed "
                 "(cbs.nl/nl-nl/longread/statistische-trends/2024/vader-en-moeder-op-leeftijd)"}),
        declare("overload", &P::overload, {0, 1}, "1",
                "Factor on the overload of carers. 0: no carer is ever overloaded.",
                {assumption, "switch", model_choice}),
        declare("care_elsewhere_spread", &P::care_elsewhere_spread, {0, 2}, "1",
                "Standard deviation of the logarithm of those hours: a few give very much.",
                {literature,
                 "burdened carers 28 h a week, others 8 "
                 "(onlinezorg.nl/zorgnieuws/mantelzorgers-in-nederland-vaak-zwaarbelast); by hand"}),
        declare("carer_too_frail", &P::carer_too_frail, {0, 1}, "1",
                "Frailty from which somebody can no longer be a carer.",
                {assumption, "by hand", helper_panel}),
        declare("care_friends", &P::care_friends, {1, 24}, "1",
                "Friends of a resident in need with whom care_others is reached in full.",
                {assumption,
                 "4-5 good contacts protect "
                 "(volksgezondheidenzorg.info/onderwerp/eenzaamheid/cijfers-context/oorzaken-en-gevolgen)",
                 helper_panel}),
        declare("overload_from", &P::overload_from, {10, 200}, "h/month",
                "Care given at which half the carers are overloaded, in good health.",
                {literature,
                 "burdened carers give 28 h a week, others 8 "
                 "(onlinezorg.nl/zorgnieuws/mantelzorgers-in-nederland-vaak-zwaarbelast)"}),
        declare("overload_spread", &P::overload_spread, {5, 100}, "h/month", "Width of that passage.",
                {assumption, "by hand", helper_panel}),
        declare("overload_level", &P::overload_level, {-6, 3}, "1",
                "Logit of the overload of a carer without frailty who gives overload_from hours.",
                {assumption, "by hand", helper_panel}),
        declare("overload_frailty", &P::overload_frailty, {0, 6}, "1",
                "Rise of the logit of overload per unit of the carer's own frailty.",
                {assumption, "sign", helper_panel}),
        declare("breakdown", &P::breakdown, {0, 1}, "1/month",
                "Hazard that a wholly overloaded carer can go on no longer.",
                {assumption, "sign", helper_panel}),
        declare("respite", &P::respite, {0, 1}, "1",
                "Share of overload that support of an hour a week takes away.",
                {assumption, "respite and carer support", support_trial}),
        declare(
            "carer_support", &P::carer_support, {0, 2}, "1",
            "How far an hour of any professional's contact with a carer relieves that carer, of an hour of "
            "respite. 0: "
            "only hours that are meant for carers do.",
            {assumption, "who is seen is helped, whatever the money is called", support_trial}),
        declare("respite_hours", &P::respite_hours, {1, 400}, "h/week",
                "Hours a week of support for the carers of a neighbourhood at which respite is full.",
                {assumption, "about one fte", time_registration}),
        declare("volunteer_start", &P::volunteer_start, {0, 0.2}, "1/month",
                "Chance of beginning to volunteer unasked.",
                {assumption, "set to 41-49 % a year (cbs.nl/nl-nl/cijfers/detail/85541NED)", helper_panel}),
        declare("volunteer_asked", &P::volunteer_asked, {0, 10}, "1",
                "Relative rise for one who is asked: by a tie, a host or a professional.",
                {literature,
                 "social ties bring people to volunteering (Wilson 2000, scribd.com/document/128364150), "
                 "size assumed"}),
        declare("volunteer_asked_ties", &P::volunteer_asked_ties, {1, 24}, "1",
                "Ties who volunteer from which one is asked as much as ties can ask.",
                {assumption, "by hand", helper_panel}),
        declare("volunteer_asked_host", &P::volunteer_asked_host, {1, 400}, "h/month",
                "Hours with a host at a regular place from which one is asked as much as a host can ask.",
                {assumption, "a morning a week", helper_panel}),
        declare("volunteer_stop", &P::volunteer_stop, {0, 0.2}, "1/month", "Chance of stopping.",
                {assumption, "set to 41-49 % a year", helper_panel}),
        declare("volunteer_norm_low", &P::volunteer_norm_low, {0, 2}, "1",
                "Factor on the chance to begin volunteering at the lowest help norm.",
                {assumption, "by hand: 1 at the middle norm", helper_panel}),
        declare("volunteer_norm", &P::volunteer_norm, {0, 5}, "1",
                "Rise of that factor from the lowest to the highest help norm.",
                {assumption, "by hand: 1 at the middle norm", helper_panel}),
        declare("volunteer_too_frail", &P::volunteer_too_frail, {0, 1}, "1",
                "Frailty above which a volunteer stops.", {assumption, "by hand", helper_panel}),
        declare("volunteer_overload", &P::volunteer_overload, {0, 10}, "1",
                "Relative rise of stopping for an overloaded carer.", {assumption, "sign", helper_panel}),
        declare("volunteer_paper", &P::volunteer_paper, {0, 5}, "1",
                "Relative rise of stopping where lines ask twice the usual reporting.",
                {literature,
                 "rules drive volunteers away "
                 "(eenvandaag.avrotros.nl/item/minder-mensen-doen-aan-vrijwilligerswerk), sign only"}),
        declare("volunteer_low_education", &P::volunteer_low_education, {0.2, 1}, "1",
                "Factor on beginning, low education.",
                {literature,
                 "31 % against 52 % in 2022 (CBS, Monitor brede welvaart 2023, "
                 "cbs.nl/nl-nl/dossier/dossier-brede-welvaart-en-de-sustainable-development-goals)"}),
        declare("volunteer_high_education", &P::volunteer_high_education, {1, 3}, "1",
                "Factor on beginning, high education.",
                {literature,
                 "31 % against 52 % in 2022 (CBS, Monitor brede welvaart 2023, "
                 "cbs.nl/nl-nl/dossier/dossier-brede-welvaart-en-de-sustainable-development-goals)"}),
        declare(
            "volunteer_retired", &P::volunteer_retired, {1, 3}, "1",
            "Factor on beginning of those who have retired: they have time. 1: off.",
            {literature,
             "48 % at 65-74, 40 % at 55-64 in 2022 (cbs.nl/nl-nl/cijfers/detail/85541NED), size by hand"}),
        declare("volunteer_insecurity", &P::volunteer_insecurity, {0, 1}, "1",
                "Fall of the chance to begin per unit of insecurity, relative. 0: off.",
                {literature, "volunteering takes means (Wilson 2000, scribd.com/document/128364150), sign"}),
        declare(
            "volunteer_owner", &P::volunteer_owner, {1, 3}, "1",
            "Factor on the chance to begin in an owned home.",
            {literature,
             "owners invest in their surroundings (DiPasquale & Glaeser 1999, nber.org/papers/w6363), sign"}),
        declare("volunteer_parent", &P::volunteer_parent, {1, 3}, "1",
                "Factor on it with children at school at home.",
                {literature,
                 "21 % volunteer at a school at 35-44, 7 % of all (cbs.nl/nl-nl/cijfers/detail/85541NED), "
                 "size by hand"}),
        declare("volunteer_rural", &P::volunteer_rural, {0, 2}, "1",
                "Rise of its logarithm from very urban to not urban surroundings: clubs and the village hall "
                "depend "
                "on volunteers. 0: off.",
                {assumption,
                 "sign only: no figures by urbanity were found, and villages are said to do no better "
                 "(nrc.nl/nieuws/2015/01/19/zo-gezellig-is-het-niet-in-het-dorp-1459888-a725473, SCP)",
                 helper_panel}),
        declare("volunteer_hours", &P::volunteer_hours, {1, 60}, "h/month", "Mean time of a volunteer.",
                {literature,
                 "just over 4 h a week "
                 "(nieuws.nl/algemeen/20240423/vrijwilligerswerk-terug-op-niveau-van-voor-corona)"}),
        declare(
            "volunteer_here", &P::volunteer_here, {0, 1}, "1",
            "Share of volunteers who are active at their own place in the neighbourhood, if they have one.",
            {literature,
             "neighbourhood and youth work 7.1 and 4.4 % in 2022, all 49 % "
             "(cbs.nl/nl-nl/cijfers/detail/85541NED)"}),
        declare("volunteer_hosting", &P::volunteer_hosting, {0, 1}, "1",
                "Share of a volunteer's hours spent as a host at the own place; the rest is other work.",
                {assumption, "bar, garden, board, transport take most", helper_panel}),
        declare("volunteer_with_young", &P::volunteer_with_young, {0, 1}, "1",
                "What an hour of a volunteer as a host is to the young, against one of a youth worker. 0: "
                "nothing.",
                {assumption, "by hand", helper_panel}),
        declare(
            "initiative_birth", &P::initiative_birth, {0, 1}, "1/month",
            "Hazard that three or more tied volunteers of one theme at one open place begin an initiative.",
            {assumption, "by hand", helper_panel}),
        declare("initiative_core", &P::initiative_core, {2, 10}, "1", "Core that an initiative needs.",
                {assumption, "by hand", helper_panel}),
        declare("initiative_end", &P::initiative_end, {0, 1}, "1/month",
                "Hazard that an initiative with a full core ends.",
                {assumption, "half lasts three years", helper_panel}),
        declare("initiative_end_thin", &P::initiative_end_thin, {0, 2}, "1/month",
                "Hazard that one with too small a core ends.", {assumption, "soon", helper_panel}),
        declare("initiative_support", &P::initiative_support, {0, 0.5}, "1/h",
                "Gain in births and loss of endings per hour of support a month by professionals who follow.",
                {assumption, "sign: follow, do not steer", support_trial}),
        declare("initiative_takeover", &P::initiative_takeover, {0, 0.3}, "1",
                "Relative rise of core members leaving when professionals take over.",
                {assumption, "by hand: 0.1 (0-0.3)", support_trial}),
        declare("initiative_host", &P::initiative_host, {0, 40}, "h/month",
                "Hours with a host that an initiative gives its place.",
                {assumption, "a morning a week and a half", helper_panel}),
        declare("initiative_meetings", &P::initiative_meetings, {0, 8}, "1/month",
                "Meetings of the members of an initiative: company and ties. 0: off.",
                {assumption, "every other week", helper_panel}),
        declare(
            "read_network", &P::read_network, {0, 1}, "1",
            "How far professionals divide their hours for initiatives by the network that they find: serve "
            "what runs, mobilise where little does, relieve where the load is too heavy. 0: all to what "
            "runs.",
            {assumption, "serve, mobilise or take up; no trial sizes it", support_trial}),
        declare("takeover_output", &P::takeover_output, {0, 2}, "1",
                "Relative rise of what an initiative does while professionals take it over.",
                {assumption, "short-run output up, by hand", support_trial}),
        declare(
            "volunteer_one_off", &P::volunteer_one_off, {0, 2}, "1",
            "Relative rise of beginning to volunteer at the own place in the first months of a grant of at "
            "most a year, in proportion to the share of the money and, of longer grants, to 12 / term: a "
            "task that ends appeals to who wants no lasting tie. As many stop when the grant ends. 0: off.",
            {assumption,
             "direction: the rise of 2023 to one-off volunteering "
             "(nieuws.nl/algemeen/20240423/vrijwilligerswerk-terug-op-niveau-van-voor-corona); size by hand",
             funding_comparison}),
        declare("volunteer_one_off_months", &P::volunteer_one_off_months, {1, 24}, "month",
                "Months of a grant in which more people begin.", {assumption, "by hand", funding_comparison}),
        declare("volunteer_wear", &P::volunteer_wear, {0, 3}, "1",
                "Rise of the chance of stopping for each volunteer_hours that somebody is asked to give: a "
                "growing appeal wears volunteers out. 0: off.",
                {assumption, "direction: argued of an ever greater appeal to residents; swept from 0",
                 helper_panel}),
    };
}();

}  // namespace weefsel
