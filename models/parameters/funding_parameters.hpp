#pragma once
#include <array>

#include "sim/parameter.hpp"

namespace weefsel {

struct FundingParameters {
    double form_effects = 1;
    double discount_rate = 0.0225;
    double neutral_reporting_share = 0.15;
    double decision_lead_months = 2;
    double reasonable_notice_months = 6;
    double price_rise = 0.025;
    double cut_depth = 0.3;
    double carry_use = 0.05;
    double tender_cost = 0.05;
    double renewal_cost = 0.01;
    double trust_start = 0.5;
    double trust_months = 60;
    double trust_lost_at_tender = 0.3;
    double trust_hiring = 0.2;
    double trust_referral = 0.3;
    double connector_trust = 0.1;
    double quality_spread = 0.3;
    double review_noise = 0.3;
    double review_bar = 0;
    double scale_up = 0.3;
    double reorganisation_break = 0.7;
    double cost_opbouwwerker = 90000;
    double cost_jongerenwerker = 85000;
    double cost_maatschappelijk_werker = 92000;
    double cost_sociaal_werker = 88000;
    double cost_buurtsportcoach = 80000;
    double cost_connector = 95000;
    double cost_building_hour = 45;
    double cost_outdoor_hour = 10;
    double cost_support_hour = 60;
};

inline constexpr sim::Source fte_cost_source{
    sim::Evidence::expert,
    "FACTS B: employer cost with overhead 80-100 thousand, CAO Sociaal Werk scale 8-9"};

inline constexpr std::array funding_declared{
    sim::Declaration<FundingParameters>{
        "form_effects",
        &FundingParameters::form_effects,
        {0, 1},
        "1",
        "1: lines run on their own terms. Below one half: every line runs on the same neutral terms, so that "
        "the form of money acts on nothing.",
        {sim::Evidence::assumption, "switch"}},
    sim::Declaration<FundingParameters>{"discount_rate",
                                        &FundingParameters::discount_rate,
                                        {0, 0.1},
                                        "1/year",
                                        "Real discount rate.",
                                        {sim::Evidence::literature, "Werkgroep discontovoet 2020"}},
    sim::Declaration<FundingParameters>{
        "neutral_reporting_share",
        &FundingParameters::neutral_reporting_share,
        {0, 0.5},
        "1",
        "Share of paid hours for bids and accountability when form_effects is off.",
        {sim::Evidence::assumption, "midway between 0.10 and 0.20 (FACTS, priors)"}},
    sim::Declaration<FundingParameters>{
        "decision_lead_months",
        &FundingParameters::decision_lead_months,
        {0, 12},
        "month",
        "Time before the end of a grant at which its renewal is decided; a longer notice in the terms brings "
        "the decision forward.",
        {sim::Evidence::assumption, "MODEL 5.7: decided in the last months"}},
    sim::Declaration<FundingParameters>{
        "reasonable_notice_months",
        &FundingParameters::reasonable_notice_months,
        {0, 24},
        "month",
        "Reasonable notice before a subsidy of three years or more is cut or ended, whatever its form.",
        {sim::Evidence::expert, "Awb 4:51 names no length; half a year is common (0-12)"}},
    sim::Declaration<FundingParameters>{
        "price_rise",
        &FundingParameters::price_rise,
        {0, 0.1},
        "1/year",
        "Rise of wages and prices; a grant that follows only a share of it loses the rest in real terms.",
        {sim::Evidence::assumption, "about the wage rise of 2000-2023"}},
    sim::Declaration<FundingParameters>{"cut_depth",
                                        &FundingParameters::cut_depth,
                                        {0, 1},
                                        "1",
                                        "Share of a line that one cut takes away, lasting.",
                                        {sim::Evidence::assumption, "swept 0-1"}},
    sim::Declaration<FundingParameters>{
        "carry_use",
        &FundingParameters::carry_use,
        {0, 1},
        "1/month",
        "Share of the unspent money of a post that whoever works there uses in a month as extra hours, where "
        "unspent money may be carried. A share of the balance keeps expected money exactly computable.",
        {sim::Evidence::assumption, "swept 0-1"}},
    sim::Declaration<FundingParameters>{
        "tender_cost",
        &FundingParameters::tender_cost,
        {0, 0.3},
        "1",
        "Cost of a tender to both sides, as a share of a year's grant, granted and spent on top of it.",
        {sim::Evidence::assumption, "within the overheads of 10-30 % on project costs (FACTS C)"}},
    sim::Declaration<FundingParameters>{"renewal_cost",
                                        &FundingParameters::renewal_cost,
                                        {0, 0.3},
                                        "1",
                                        "Cost of a renewed contract, as a share of a year's grant.",
                                        {sim::Evidence::assumption, "a fifth of a tender"}},
    sim::Declaration<FundingParameters>{
        "trust_start",
        &FundingParameters::trust_start,
        {0, 1},
        "1",
        "Trust between municipality and organisation when the burn-in begins.",
        {sim::Evidence::assumption, "midway"}},
    sim::Declaration<FundingParameters>{
        "trust_months",
        &FundingParameters::trust_months,
        {6, 240},
        "month",
        "Time under contract in which trust covers 63 % of what it lacked.",
        {sim::Evidence::assumption, "direction: Movisie on contracts of several years"}},
    sim::Declaration<FundingParameters>{
        "trust_lost_at_tender",
        &FundingParameters::trust_lost_at_tender,
        {0, 1},
        "1",
        "Share of trust lost when all money is put out to tender; in proportion for one line of several.",
        {sim::Evidence::assumption, "direction: Movisie on contracts of several years"}},
    sim::Declaration<FundingParameters>{"trust_hiring",
                                        &FundingParameters::trust_hiring,
                                        {0, 0.8},
                                        "1",
                                        "Share by which full trust shortens a vacancy.",
                                        {sim::Evidence::assumption, "small, swept from 0"}},
    sim::Declaration<FundingParameters>{
        "trust_referral",
        &FundingParameters::trust_referral,
        {0, 1},
        "1",
        "Share of the unmet needs of residents whom no professional knows that are not passed on where there "
        "is no trust between municipality and organisation; with full trust all are passed on.",
        {sim::Evidence::assumption, "direction: MODEL 5.7, joint problem solving; small, swept from 0"}},
    sim::Declaration<FundingParameters>{"connector_trust",
                                        &FundingParameters::connector_trust,
                                        {0, 1},
                                        "1/year",
                                        "Share of what partnership trust lacks that one paid fte of an "
                                        "independent connector covers in a year.",
                                        {sim::Evidence::assumption, "direction: MODEL 5.7; swept from 0"}},
    sim::Declaration<FundingParameters>{"quality_spread",
                                        &FundingParameters::quality_spread,
                                        {0, 0.6},
                                        "1",
                                        "Standard deviation of ln q, the quality of activities.",
                                        {sim::Evidence::assumption, "MODEL 2: 0-0.6"}},
    sim::Declaration<FundingParameters>{"review_noise",
                                        &FundingParameters::review_noise,
                                        {0, 2},
                                        "1",
                                        "Standard deviation of the error with which a review sees ln q.",
                                        {sim::Evidence::assumption, "as large as the spread itself"}},
    sim::Declaration<FundingParameters>{
        "review_bar",
        &FundingParameters::review_bar,
        {-2, 2},
        "1",
        "A reviewed activity whose seen ln q is below this is stopped and another begun.",
        {sim::Evidence::assumption, "the weaker half"}},
    sim::Declaration<FundingParameters>{
        "scale_up",
        &FundingParameters::scale_up,
        {0, 1},
        "1",
        "Chance that an activity which a review stops makes room for one that is seen to work better on "
        "another line, instead of for a new one.",
        {sim::Evidence::assumption, "MODEL 5.7: what works may be scaled up; swept from 0"}},
    sim::Declaration<FundingParameters>{
        "reorganisation_break",
        &FundingParameters::reorganisation_break,
        {0, 1},
        "1",
        "Share of habits, initiatives and bonds at the places concerned that a reorganisation from above "
        "breaks.",
        {sim::Evidence::assumption, "direction: seeds (steering from above can break what exists)"}},
    sim::Declaration<FundingParameters>{"cost_opbouwwerker",
                                        &FundingParameters::cost_opbouwwerker,
                                        {40000, 200000},
                                        "EUR/year",
                                        "One fte of a community worker (opbouwwerker), overhead included.",
                                        fte_cost_source},
    sim::Declaration<FundingParameters>{"cost_jongerenwerker",
                                        &FundingParameters::cost_jongerenwerker,
                                        {40000, 200000},
                                        "EUR/year",
                                        "One fte of a youth worker (jongerenwerker), overhead included.",
                                        fte_cost_source},
    sim::Declaration<FundingParameters>{
        "cost_maatschappelijk_werker",
        &FundingParameters::cost_maatschappelijk_werker,
        {40000, 200000},
        "EUR/year",
        "One fte of a caseworker (maatschappelijk werker), overhead included.",
        fte_cost_source},
    sim::Declaration<FundingParameters>{"cost_sociaal_werker",
                                        &FundingParameters::cost_sociaal_werker,
                                        {40000, 200000},
                                        "EUR/year",
                                        "One fte of a social worker (sociaal werker), overhead included.",
                                        fte_cost_source},
    sim::Declaration<FundingParameters>{"cost_buurtsportcoach",
                                        &FundingParameters::cost_buurtsportcoach,
                                        {40000, 200000},
                                        "EUR/year",
                                        "One fte of a sports coach (buurtsportcoach), overhead included.",
                                        fte_cost_source},
    sim::Declaration<FundingParameters>{"cost_connector",
                                        &FundingParameters::cost_connector,
                                        {40000, 200000},
                                        "EUR/year",
                                        "One fte of an independent connector, overhead included.",
                                        fte_cost_source},
    sim::Declaration<FundingParameters>{
        "cost_building_hour",
        &FundingParameters::cost_building_hour,
        {0, 500},
        "EUR/h",
        "One hour in which a meeting place in a building is open.",
        {sim::Evidence::expert, "FACTS B: 45-173 thousand a house a year, at some 40 h a week"}},
    sim::Declaration<FundingParameters>{
        "cost_outdoor_hour",
        &FundingParameters::cost_outdoor_hour,
        {0, 500},
        "EUR/h",
        "One hour in which a place in the open air (school yard, park, garden) is kept lively.",
        {sim::Evidence::assumption, "upkeep and materials, no building"}},
    sim::Declaration<FundingParameters>{"cost_support_hour",
                                        &FundingParameters::cost_support_hour,
                                        {0, 500},
                                        "EUR/h",
                                        "One hour of support to a place that others run.",
                                        {sim::Evidence::assumption, "90 thousand a fte at 1,500 h a year"}},
};

}  // namespace weefsel
