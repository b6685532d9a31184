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
    double reach = 100;
    double focus = 0.1;
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
        {0.2, 0.9},
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
        {0.2, 0.8},
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
    sim::Declaration<ProfessionalParameters>{"reach",
                                             &ProfessionalParameters::reach,
                                             {50, 200},
                                             "1/year",
                                             "Residents reached by one fte in a year.",
                                             {sim::Evidence::assumption, "FACTS, priors: 100 (50-200)"}},
    sim::Declaration<ProfessionalParameters>{"focus",
                                             &ProfessionalParameters::focus,
                                             {0, 0.3},
                                             "1",
                                             "Gain in efficacy of work that is earmarked for one goal.",
                                             {sim::Evidence::assumption, "MODEL 5.6: 0.1 (0-0.3)"}},
};

}  // namespace weefsel
