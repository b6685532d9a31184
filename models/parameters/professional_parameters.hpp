#pragma once
#include <array>

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
    double trust_loss_on_leave = 0.05;
    double focus = 0.1;
    double contact_hours = 3;
    double continuity = 40;
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
};

inline constexpr std::array professional_declared{
    sim::Declaration<ProfessionalParameters>{
        "exit_hazard",
        &ProfessionalParameters::exit_hazard,
        {0, 1},
        "1/year",
        "Base hazard of leaving a post, equal for all forms of money.",
        {sim::Evidence::literature, "FACTS C: 12 % (employer, five years) to 31 % (job change) a year"}},
    sim::Declaration<ProfessionalParameters>{
        "exit_before_end",
        &ProfessionalParameters::exit_before_end,
        {1, 4},
        "1",
        "Factor on the hazard of leaving in the last months before an end that is not yet decided.",
        {sim::Evidence::assumption, "FACTS, priors: 2 (1-4); mechanism: Movisie on leavers"}},
    sim::Declaration<ProfessionalParameters>{"exit_window_months",
                                             &ProfessionalParameters::exit_window_months,
                                             {0, 24},
                                             "month",
                                             "Time before an undecided end in which people leave sooner.",
                                             {sim::Evidence::assumption, "MODEL 5.6: the last six months"}},
    sim::Declaration<ProfessionalParameters>{
        "redeployed",
        &ProfessionalParameters::redeployed,
        {0, 0.9},
        "1",
        "Share of professionals who are placed elsewhere when their grant is not renewed.",
        {sim::Evidence::assumption, "FACTS, priors: 0.6 (0.2-0.9)"}},
    sim::Declaration<ProfessionalParameters>{
        "vacancy_months",
        &ProfessionalParameters::vacancy_months,
        {1, 12},
        "month",
        "Time between a leaver and the successor, before trust shortens it.",
        {sim::Evidence::assumption, "FACTS, priors: 3 (1-6)"}},
    sim::Declaration<ProfessionalParameters>{
        "hours_month",
        &ProfessionalParameters::hours_month,
        {80, 160},
        "h/month",
        "Hours worked in a month for one fte.",
        {sim::Evidence::expert, "36 h a week less leave and illness: some 1,500 h a year"}},
    sim::Declaration<ProfessionalParameters>{
        "partner_share",
        &ProfessionalParameters::partner_share,
        {0, 0.4},
        "1",
        "Share of hours after reporting that goes to work with partners.",
        {sim::Evidence::assumption, "swept 0-0.4"}},
    sim::Declaration<ProfessionalParameters>{
        "learning_months",
        &ProfessionalParameters::learning_months,
        {0, 18},
        "month",
        "Time in which a new worker comes to know the neighbourhood and reaches full productivity.",
        {sim::Evidence::assumption, "FACTS, priors: 9 (3-18)"}},
    sim::Declaration<ProfessionalParameters>{
        "learning_start",
        &ProfessionalParameters::learning_start,
        {0, 1},
        "1",
        "Productivity of a worker in the first month, as a share of full.",
        {sim::Evidence::assumption, "swept 0-1"}},
    sim::Declaration<ProfessionalParameters>{
        "caseload_norm",
        &ProfessionalParameters::caseload_norm,
        {10, 400},
        "1",
        "Residents in contact with one fte above which work suffers and leaving rises.",
        {sim::Evidence::assumption, "swept"}},
    sim::Declaration<ProfessionalParameters>{
        "caseload_exit",
        &ProfessionalParameters::caseload_exit,
        {0, 3},
        "1",
        "Rise of the hazard of leaving for a caseload of twice the norm.",
        {sim::Evidence::assumption, "direction: MODEL 5.6"}},
    sim::Declaration<ProfessionalParameters>{
        "handover_share",
        &ProfessionalParameters::handover_share,
        {0.2, 1},
        "1",
        "Share of a resident's bond with a professional that passes to the successor.",
        {sim::Evidence::assumption, "FACTS, priors: tie weight lost 0.5 (0.2-0.8)"}},
    sim::Declaration<ProfessionalParameters>{
        "trust_loss_on_leave",
        &ProfessionalParameters::trust_loss_on_leave,
        {0, 0.3},
        "1",
        "Institutional trust lost by a resident with a full bond whose professional leaves.",
        {sim::Evidence::assumption, "direction: MODEL 5.6"}},
    sim::Declaration<ProfessionalParameters>{"focus",
                                             &ProfessionalParameters::focus,
                                             {0, 0.3},
                                             "1",
                                             "Gain in efficacy of work that is earmarked for one goal.",
                                             {sim::Evidence::assumption, "MODEL 5.6: 0.1 (0-0.3)"}},
    sim::Declaration<ProfessionalParameters>{
        "contact_hours",
        &ProfessionalParameters::contact_hours,
        {0.5, 10},
        "h",
        "Direct time that one contact with one resident takes.",
        {sim::Evidence::assumption, "an hour's talk with preparation and travel"}},
    sim::Declaration<ProfessionalParameters>{
        "continuity",
        &ProfessionalParameters::continuity,
        {0, 200},
        "1",
        "How much likelier a resident with a full bond is seen again, relative.",
        {sim::Evidence::assumption, "set to some 100 residents a fte-year (FACTS, priors 50-200)"}},
    sim::Declaration<ProfessionalParameters>{
        "efficacy_start",
        &ProfessionalParameters::efficacy_start,
        {0, 1},
        "1",
        "Efficacy of a contact without any bond, e0.",
        {sim::Evidence::assumption, "MODEL 5.6; continuity matters (FACTS C [81])"}},
    sim::Declaration<ProfessionalParameters>{
        "bond_gain",
        &ProfessionalParameters::bond_gain,
        {0, 1},
        "1",
        "Rise of a bond per contact, times what is missing to 1.",
        {sim::Evidence::assumption, "effect of social prescribing from three visits on (FACTS C [47])"}},
    sim::Declaration<ProfessionalParameters>{"bond_fade",
                                             &ProfessionalParameters::bond_fade,
                                             {0, 0.5},
                                             "1/month",
                                             "Share of a bond that fades in a month.",
                                             {sim::Evidence::assumption, "half in two years"}},
    sim::Declaration<ProfessionalParameters>{
        "outreach_trust",
        &ProfessionalParameters::outreach_trust,
        {0, 5},
        "1",
        "How much likelier a resident with full institutional trust is reached than one with none, on the "
        "log scale, without outreach.",
        {sim::Evidence::assumption, "usual suspects (MODEL 5.6)"}},
    sim::Declaration<ProfessionalParameters>{
        "money_effect",
        &ProfessionalParameters::money_effect,
        {0, 0.05},
        "1/h",
        "Share of insecurity that an hour of effective money casework takes away.",
        {sim::Evidence::assumption, "MODEL 5.6: 0.02 (0-0.05)"}},
    sim::Declaration<ProfessionalParameters>{
        "connect_success",
        &ProfessionalParameters::connect_success,
        {0, 1},
        "1",
        "Chance that connecting two open people of one kind becomes a tie.",
        {sim::Evidence::assumption, "as an introduction by a friend"}},
    sim::Declaration<ProfessionalParameters>{"connect_hours",
                                             &ProfessionalParameters::connect_hours,
                                             {0, 40},
                                             "h",
                                             "Hours of a tie made by connecting two residents.",
                                             {sim::Evidence::assumption, "two afternoons"}},
    sim::Declaration<ProfessionalParameters>{
        "collective_share",
        &ProfessionalParameters::collective_share,
        {0, 1},
        "1",
        "Hours with a host at a place per direct hour of collective work.",
        {sim::Evidence::assumption, "the rest prepares"}},
    sim::Declaration<ProfessionalParameters>{
        "invite_chance",
        &ProfessionalParameters::invite_chance,
        {0, 1},
        "1",
        "Chance that a contact in outreach or casework ends in an invitation to a place.",
        {sim::Evidence::assumption, "by hand"}},
    sim::Declaration<ProfessionalParameters>{
        "one_pot_voice",
        &ProfessionalParameters::one_pot_voice,
        {0, 1},
        "1",
        "v: how far one-pot lines divide their hours over groups of residents by need instead of by who is "
        "heard, where no hours go to giving a voice; at 1 who is heard makes no difference.",
        {sim::Evidence::assumption, "MODEL 5.6: 0.3 (0-1)"}},
    sim::Declaration<ProfessionalParameters>{
        "redivision_most",
        &ProfessionalParameters::redivision_most,
        {1, 20},
        "1",
        "Most that the share of a group in what is heard counts as a multiple (or part) of its share in "
        "need.",
        {sim::Evidence::assumption, "by hand: no group gets everything or nothing"}},
    sim::Declaration<ProfessionalParameters>{"need_usual",
                                             &ProfessionalParameters::need_usual,
                                             {0, 2},
                                             "1",
                                             "Need for casework of somebody without distress, insecurity or "
                                             "frailty, beside the sum of those three.",
                                             {sim::Evidence::assumption, "by hand"}},
    sim::Declaration<ProfessionalParameters>{
        "need_silent",
        &ProfessionalParameters::need_silent,
        {0, 1},
        "1",
        "Weight in casework of somebody without a signal, as a share of somebody with one.",
        {sim::Evidence::assumption, "by hand"}},
    sim::Declaration<ProfessionalParameters>{
        "outreach_anybody",
        &ProfessionalParameters::outreach_anybody,
        {0, 2},
        "1",
        "Weight in outreach and connecting of somebody who is not lonely, beside loneliness (0-1) and, in "
        "outreach, insecurity.",
        {sim::Evidence::assumption, "by hand"}},
    sim::Declaration<ProfessionalParameters>{
        "outreach_known_less",
        &ProfessionalParameters::outreach_known_less,
        {0, 1},
        "1",
        "How much less outreach goes to somebody with a full bond, for it looks for whom nobody knows.",
        {sim::Evidence::assumption, "direction: MODEL 5.6, outreach to residents nobody reaches"}},
    sim::Declaration<ProfessionalParameters>{"in_contact_from",
                                             &ProfessionalParameters::in_contact_from,
                                             {0.02, 1},
                                             "1",
                                             "Bond from which a resident counts in the caseload of a post.",
                                             {sim::Evidence::assumption, "half of what one contact gives"}},
    sim::Declaration<ProfessionalParameters>{
        "voice_share",
        &ProfessionalParameters::voice_share,
        {0, 0.5},
        "1",
        "Share of direct hours spent on giving a voice to who is not heard, on lines that do not set it "
        "themselves (`voice`).",
        {sim::Evidence::assumption, "equal for all forms of money; swept 0-0.5"}},
    sim::Declaration<ProfessionalParameters>{
        "voice_hours",
        &ProfessionalParameters::voice_hours,
        {1, 500},
        "h/month",
        "Hours on giving a voice, per 1000 residents a month, that take away 63 % of what keeps people from "
        "being heard and reached.",
        {sim::Evidence::assumption, "by hand: one fte for 6,000 residents"}},
    sim::Declaration<ProfessionalParameters>{
        "reach_language",
        &ProfessionalParameters::reach_language,
        {0, 3},
        "1",
        "How much less likely a resident with an origin outside Europe is reached without outreach or voice, "
        "on the log scale (distance of language).",
        {sim::Evidence::assumption, "direction: usual suspects (MODEL 5.6)"}},
    sim::Declaration<ProfessionalParameters>{
        "reach_income",
        &ProfessionalParameters::reach_income,
        {0, 3},
        "1",
        "How much less likely a resident with a low income is reached, at equal need, without outreach or "
        "voice, on the log scale.",
        {sim::Evidence::assumption,
         "direction: usual suspects (MODEL 5.6); Big Local, better-off gain most "
         "(FACTS C [51])"}},
    sim::Declaration<ProfessionalParameters>{
        "recurring_share",
        &ProfessionalParameters::recurring_share,
        {0, 1},
        "1",
        "Share of the hours of collective work that answers signals which recur with a shared activity.",
        {sim::Evidence::assumption, "within what collective_share leaves for preparing; swept from 0"}},
    sim::Declaration<ProfessionalParameters>{
        "recurring_from",
        &ProfessionalParameters::recurring_from,
        {1, 200},
        "1",
        "Signals standing three months in the group that a post serves from which they recur enough for a "
        "shared activity.",
        {sim::Evidence::assumption, "a small group"}},
    sim::Declaration<ProfessionalParameters>{"caseload_efficacy",
                                             &ProfessionalParameters::caseload_efficacy,
                                             {0, 1},
                                             "1",
                                             "Share of efficacy lost at a caseload of twice the norm.",
                                             {sim::Evidence::assumption, "direction: FACTS C [84]"}},
    sim::Declaration<ProfessionalParameters>{"bond_forgotten",
                                             &ProfessionalParameters::bond_forgotten,
                                             {0, 0.1},
                                             "1",
                                             "Bond below which a professional is no longer known.",
                                             {sim::Evidence::assumption, "by hand"}},
    sim::Declaration<ProfessionalParameters>{
        "carers_from",
        &ProfessionalParameters::carers_from,
        {1, 100},
        "h/month",
        "Care given from which somebody is a carer for a line with that goal.",
        {sim::Evidence::assumption, "by hand"}},
    sim::Declaration<ProfessionalParameters>{
        "lonely_from",
        &ProfessionalParameters::lonely_from,
        {0, 11},
        "1",
        "Loneliness from which an adult is lonely for a line with that goal.",
        {sim::Evidence::assumption,
         "by hand: halfway from lonely (3 of 11) to severely lonely (9 of 11), which are what surveys "
         "count"}},
};

}  // namespace weefsel
