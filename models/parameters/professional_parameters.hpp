#pragma once
#include <array>

#include "models/parameters/studies.hpp"
#include "sim/parameter.hpp"

namespace weefsel {

struct ProfessionalParameters {
    // Staff: who works where, and for how many hours.
    double exit_hazard = 0.18;
    double exit_before_end = 2;
    double exit_window_months = 6;
    double redeployed = 0.6;
    double vacancy_months = 3;
    double hours_month = 125;
    double partner_share = 0.10;
    double learning_months = 9;
    double learning_start = 0.5;
    double caseload_norm = 60;
    double caseload_exit = 0.5;
    // What becomes of the hours.
    double handover_share = 0.5;
    double trust_loss_on_leave = 0.10;
    double neighbour_trust_loss_on_leave = 0.02;
    double focus = 0.1;
    double contact_hours = 3;
    double continuity = 20;
    double efficacy_start = 0.4;
    double bond_gain = 0.2;
    double bond_fade = 0.03;
    double outreach_trust = 1.5;
    double money_effect = 0.02;
    double connect_success = 0.25;
    double connect_hours = 6;
    double collective_share = 0.7;
    double invite_chance = 0.5;
    double one_pot_voice = 0.3;
    double redivision_most = 4;
    double need_usual = 0.2;
    double need_silent = 0.05;
    double outreach_anybody = 0.1;
    double outreach_known_less = 0.8;
    double in_contact_from = 0.1;
    double voice_share = 0.05;
    double voice_hours = 20;
    double reach_language = 0.3;
    double reach_income = 0.2;
    double recurring_share = 0.2;
    double recurring_from = 5;
    double caseload_efficacy = 0.3;
    double bond_forgotten = 0.02;
    double carers_from = 10;
    double lonely_from = 5.5;
    double dependency = 0;
    double dependency_from = 12;
    double pay_halfway = 0.1;
    double pay_exit = 0.3;
    double pay_vacancy = 0.3;
    double crisis_calls = 0;
    double crisis_calls_earmarked = 0.5;
};

inline constexpr std::array professional_declared = [] {
    using P = ProfessionalParameters;
    using sim::declare;
    using enum sim::Evidence;
    using namespace studies;
    return std::array{
        declare(
            "exit_hazard", &P::exit_hazard, {0, 1}, "1/year",
            "Base hazard of leaving a post, equal for all forms of money.",
            {literature,
             "12 % leave the employer a year over five years (managersonline.nl/tellafriend/nieuws/21548), "
             "31 % change jobs (socialevraagstukken.nl/noodklok-voor-vertrekkende-sociaal-werkers)"}),
        declare("exit_before_end", &P::exit_before_end, {1, 4}, "1",
                "Factor on the hazard of leaving in the last months before an end that is not yet decided.",
                {assumption, "prior: 2 (1-4); mechanism: Movisie on leavers", personnel_records}),
        declare("exit_window_months", &P::exit_window_months, {0, 24}, "month",
                "Time before an undecided end in which people leave sooner.",
                {assumption, "by hand: the last six months", personnel_records}),
        declare("redeployed", &P::redeployed, {0, 0.9}, "1",
                "Share of professionals who are placed elsewhere when their grant is not renewed.",
                {assumption, "prior: 0.6 (0.2-0.9)", personnel_records}),
        declare("vacancy_months", &P::vacancy_months, {1, 12}, "month",
                "Time between a leaver and the successor, before trust shortens it.",
                {assumption, "prior: 3 (1-6)", personnel_records}),
        declare("hours_month", &P::hours_month, {80, 160}, "h/month", "Hours worked in a month for one fte.",
                {expert,
                 "36 h a week (nedflex.nl/kennisbank/sociaal-werk-cao) less leave and illness: some 1,500 h "
                 "a year"}),
        declare("partner_share", &P::partner_share, {0, 0.4}, "1",
                "Share of hours after reporting that goes to work with partners.",
                {assumption, "swept 0-0.4", time_registration}),
        declare("learning_months", &P::learning_months, {0, 18}, "month",
                "Time in which a new worker comes to know the neighbourhood and reaches full productivity.",
                {assumption, "prior: 9 (3-18)", personnel_records}),
        declare("learning_start", &P::learning_start, {0, 1}, "1",
                "Productivity of a worker in the first month, as a share of full.",
                {assumption, "swept 0-1", personnel_records}),
        declare("caseload_norm", &P::caseload_norm, {10, 400}, "1",
                "Residents in contact with one fte above which work suffers and leaving rises.",
                {assumption, "swept", time_registration}),
        declare("caseload_exit", &P::caseload_exit, {0, 3}, "1",
                "Rise of the hazard of leaving for a caseload of twice the norm.",
                {assumption, "direction only", personnel_records}),
        declare(
            "handover_share", &P::handover_share, {0.2, 1}, "1",
            "Share of a resident's bond with a professional who resigned that passes to the successor, and "
            "chance that a trajectory goes on.",
            {assumption, "prior: tie weight lost 0.5 (0.2-0.8)", support_trial}),
        declare(
            "trust_loss_on_leave", &P::trust_loss_on_leave, {0, 0.3}, "1",
            "Institutional trust lost by a resident with a full bond whose professional leaves and is known "
            "to no successor.",
            {assumption, "direction only", support_trial}),
        declare("neighbour_trust_loss_on_leave", &P::neighbour_trust_loss_on_leave, {0, 0.3}, "1",
                "Trust in neighbours lost by a resident with a full bond whose professional leaves. 0: off.",
                {assumption, "less than trust in institutions; sign", support_trial}),
        declare("focus", &P::focus, {0, 0.3}, "1", "Gain in efficacy of work that is earmarked for one goal.",
                {assumption, "by hand: 0.1 (0-0.3)", support_trial}),
        declare("contact_hours", &P::contact_hours, {0.5, 10}, "h",
                "Direct time that one contact with one resident takes, preparation and travel included.",
                {assumption, "an hour's talk with preparation and travel", time_registration}),
        declare("continuity", &P::continuity, {0, 200}, "1",
                "How much likelier a resident with a full bond is seen again, relative.",
                {assumption, "set to some 100 residents a fte-year, prior 50-200", time_registration}),
        declare("efficacy_start", &P::efficacy_start, {0, 1}, "1",
                "Efficacy of a contact without any bond, e0.",
                {assumption, "by hand; continuity matters (doi 10.3399/BJGP.2021.0340)", support_trial}),
        declare(
            "bond_gain", &P::bond_gain, {0, 1}, "1",
            "Rise of a bond per contact, times what is missing to 1.",
            {assumption,
             "effect of social prescribing from three visits on (pmc.ncbi.nlm.nih.gov/articles/PMC6846279)",
             support_trial}),
        declare("bond_fade", &P::bond_fade, {0, 0.5}, "1/month", "Share of a bond that fades in a month.",
                {assumption, "half in two years", time_registration}),
        declare("outreach_trust", &P::outreach_trust, {0, 5}, "1",
                "How much likelier a resident with full institutional trust is reached than one with none, "
                "on the "
                "log scale, without outreach.",
                {assumption, "usual suspects", time_registration}),
        declare("money_effect", &P::money_effect, {0, 0.05}, "1/h",
                "Share of insecurity that an hour of effective money casework takes away.",
                {assumption, "by hand: 0.02 (0-0.05)", support_trial}),
        declare("connect_success", &P::connect_success, {0, 1}, "1",
                "Chance that connecting two open people of one kind becomes a tie.",
                {assumption, "as an introduction by a friend", support_trial}),
        declare("connect_hours", &P::connect_hours, {0, 40}, "h",
                "Hours of a tie made by connecting two residents.",
                {assumption, "two afternoons", support_trial}),
        declare("collective_share", &P::collective_share, {0, 1}, "1",
                "Hours with a host at a place per direct hour of collective work.",
                {assumption, "the rest prepares", time_registration}),
        declare("invite_chance", &P::invite_chance, {0, 1}, "1",
                "Chance that a contact in outreach or casework ends in an invitation to a place.",
                {assumption, "by hand", support_trial}),
        declare("one_pot_voice", &P::one_pot_voice, {0, 1}, "1",
                "v: how far one-pot lines divide their hours over groups of residents by need instead of by "
                "who is "
                "heard, where no hours go to giving a voice; at 1 who is heard makes no difference.",
                {assumption, "by hand: 0.3 (0-1)", support_trial}),
        declare(
            "redivision_most", &P::redivision_most, {1, 20}, "1",
            "Most that the share of a group in what is heard counts as a multiple (or part) of its share in "
            "need.",
            {assumption, "by hand: no group gets everything or nothing", model_choice}),
        declare("need_usual", &P::need_usual, {0, 2}, "1",
                "Need for casework of somebody without distress, insecurity or "
                "frailty, beside the sum of those three.",
                {assumption, "by hand", time_registration}),
        declare("need_silent", &P::need_silent, {0, 1}, "1",
                "Weight in casework of somebody without a signal, as a share of somebody with one.",
                {assumption, "by hand", time_registration}),
        declare("outreach_anybody", &P::outreach_anybody, {0, 2}, "1",
                "Weight in outreach and connecting of somebody who is not lonely, beside loneliness (0-1) "
                "and, in "
                "outreach, insecurity.",
                {assumption, "by hand", time_registration}),
        declare(
            "outreach_known_less", &P::outreach_known_less, {0, 1}, "1",
            "How much less outreach goes to somebody with a full bond, for it looks for whom nobody knows.",
            {assumption, "direction: outreach to residents nobody reaches", time_registration}),
        declare("in_contact_from", &P::in_contact_from, {0.02, 1}, "1",
                "Bond from which a resident counts in the caseload of a post.",
                {assumption, "half of what one contact gives", model_choice}),
        declare(
            "voice_share", &P::voice_share, {0, 0.5}, "1",
            "Share of direct hours spent on giving a voice to who is not heard, on lines that do not set it "
            "themselves (`voice`).",
            {assumption, "equal for all forms of money; swept 0-0.5", model_choice}),
        declare("voice_hours", &P::voice_hours, {1, 500}, "h/month",
                "Hours on giving a voice, per 1000 residents a month, that take away 63 % of what keeps "
                "people from "
                "being heard and reached.",
                {assumption, "by hand: one fte for 6,000 residents", support_trial}),
        declare("reach_language", &P::reach_language, {0, 3}, "1",
                "How much less likely a resident with an origin outside Europe is reached without outreach "
                "or voice, "
                "on the log scale (distance of language).",
                {assumption, "direction: usual suspects", time_registration}),
        declare(
            "reach_income", &P::reach_income, {0, 3}, "1",
            "How much less likely a resident with a low income is reached, at equal need, without "
            "outreach or "
            "voice, on the log scale.",
            {assumption, "direction: usual suspects; Big Local, better-off gain most (doi 10.3310/GRMA6711)",
             time_registration}),
        declare(
            "recurring_share", &P::recurring_share, {0, 1}, "1",
            "Share of the hours of collective work that answers signals which recur with a shared activity.",
            {assumption, "within what collective_share leaves for preparing; swept from 0", support_trial}),
        declare("recurring_from", &P::recurring_from, {1, 200}, "1",
                "Signals standing three months in the group that a post serves from which they recur enough "
                "for a "
                "shared activity.",
                {assumption, "a small group", time_registration}),
        declare("caseload_efficacy", &P::caseload_efficacy, {0, 1}, "1",
                "Share of efficacy lost at a caseload of twice the norm.",
                {assumption, "direction only", time_registration}),
        declare("bond_forgotten", &P::bond_forgotten, {0, 0.1}, "1",
                "Bond below which a professional is no longer known.", {assumption, "by hand", model_choice}),
        declare("carers_from", &P::carers_from, {1, 100}, "h/month",
                "Care given from which somebody is a carer for a line with that goal.",
                {assumption, "by hand", model_choice}),
        declare("lonely_from", &P::lonely_from, {0, 11}, "1",
                "Loneliness from which an adult is lonely for a line with that goal.",
                {assumption,
                 "by hand: halfway from lonely (3 of 11) to severely lonely (9 of 11), which are what "
                 "surveys count",
                 model_choice}),
        declare(
            "dependency", &P::dependency, {0, 0.5}, "1",
            "Share of efficacy lost with a client held long by one worker, who learns less to do without. "
            "0: off.",
            {assumption, "no trial sizes it; swept from 0", support_trial}),
        declare("dependency_from", &P::dependency_from, {3, 60}, "month",
                "Months in contact with one worker from which it grows; at twice as many it is full.",
                {assumption, "twice a trajectory of six months", support_trial}),
        declare("pay_halfway", &P::pay_halfway, {0.01, 1}, "1",
                "Pay above the tariff, as a share of it, at which half of what pay can do is reached.",
                {assumption, "about one step of a collective agreement or two", personnel_records}),
        declare("pay_exit", &P::pay_exit, {0, 0.8}, "1",
                "Share of the hazard of leaving that pay far above the tariff takes away. 0: off.",
                {assumption, "direction: argued of adequate pay for frontline work; swept from 0",
                 personnel_records}),
        declare("pay_vacancy", &P::pay_vacancy, {0, 0.8}, "1",
                "Share by which pay far above the tariff shortens a vacancy. 0: off.",
                {assumption, "direction: argued of adequate pay for frontline work; swept from 0",
                 personnel_records}),
        declare(
            "crisis_calls", &P::crisis_calls, {0, 1}, "1",
            "Share of the hours of group work at a place whose doors are closed by a crisis that workers "
            "of one pot spend on visits and calls in its stead. 0: off.",
            {assumption, "direction: told of social work in the pandemic; swept from 0", time_registration}),
        declare("crisis_calls_earmarked", &P::crisis_calls_earmarked, {0, 1}, "1",
                "The same of workers of an earmarked line, as a share of that: what the goal of their money "
                "allows, and only for its group.",
                {assumption, "direction: told of pots tied to goals of their own; swept from 0",
                 time_registration}),
    };
}();

}  // namespace weefsel
