#pragma once
#include <array>

#include "models/parameters/studies.hpp"
#include "sim/parameter.hpp"

namespace weefsel {

struct FundingParameters {
    double form_effects = 1;
    double policy_effects = 1;
    double euro_relief = 0.12;
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
    double trust_hiring = 0.3;
    double trust_referral = 0.5;
    double connector_trust = 0.1;
    double official_exit = 0.15;
    double official_takes = 0.3;
    double quality_spread = 0.3;
    double review_noise = 0.3;
    double review_bar = 0;
    double scale_up = 0.3;
    double spill_over = 0.05;
    double renewal_merit = 0.2;
    double bids = 2;
    double learning_together = 0;
    double accounting = 0;
    double aim_renewal = 0.1;
    double aim_months = 24;
    double effort_new = 0.03;
    double effort_deadline = 0;
    double effort_months = 6;
    double slack = 0.02;
    double slack_months = 24;
    double council_within = 0.25;
    double council_review = 0.2;
    double innovation_start = 0.2;
    double reorganisation_break = 0.7;
    double space_months = 12;
    double space_halflife = 8;
    double square_dwellings = 80;
    double adapting_months = 12;
    double training_halfway = 2;
    double training_quality = 0.1;
    double training_exit = 0.15;
    double leaders_halfway = 4;
    double leaders_birth = 0.3;
    double leaders_last = 0.3;
    double leaders_ask = 0.1;
    double cost_opbouwwerker = 90000;
    double cost_jongerenwerker = 85000;
    double cost_maatschappelijk_werker = 92000;
    double cost_sociaal_werker = 88000;
    double cost_buurtsportcoach = 80000;
    double cost_connector = 95000;
    double cost_building_hour = 45;
    double cost_outdoor_hour = 10;
    double cost_support_hour = 60;
    double cost_street_space = 900;
    double cost_square = 37500;
    double cost_park = 88000;
    double cost_adapted_dwelling = 800;
    double cost_transport = 600;
    double cost_training_hour = 80;
    double cost_network_leader = 3500;
};

inline constexpr sim::Source fte_cost_source{
    sim::Evidence::expert,
    "scale 8-9 of the collective agreement (nedflex.nl/kennisbank/sociaal-werk-cao), with employer's charges "
    "and overhead 80-100 thousand, by hand"};

inline constexpr std::array funding_declared = [] {
    using P = FundingParameters;
    using sim::declare;
    using enum sim::Evidence;
    using namespace studies;
    return std::array{
        declare("form_effects", &P::form_effects, {0, 1}, "1",
                "1: lines run on their own terms. Below one half: every line runs on the same neutral terms, "
                "so that "
                "the form of money acts on nothing.",
                {assumption, "switch", model_choice}),
        declare(
            "policy_effects", &P::policy_effects, {0, 1}, "1",
            "1: what money buys reaches residents. 0: it is paid for as ever, and hours of professionals, "
            "opening hours, support, all else that is bought and treatments of trials do nothing.",
            {assumption, "switch", model_choice}),
        declare("euro_relief", &P::euro_relief, {0, 2}, "1/1000 EUR",
                "Fall of the logarithm of a resident's insecurity for each thousand euros given at once.",
                {assumption, "2,584 SGD went with a fall of 78 to 53 % anxious (Ong 2019); swept from 0",
                 support_trial}),
        declare("discount_rate", &P::discount_rate, {0, 0.1}, "1/year", "Real discount rate.",
                {literature, "Werkgroep discontovoet 2020 (rwseconomie.nl/discontovoet)"}),
        declare("neutral_reporting_share", &P::neutral_reporting_share, {0, 0.5}, "1",
                "Share of paid hours for bids and accountability when form_effects is off.",
                {assumption, "midway between 0.10 and 0.20", model_choice}),
        declare("decision_lead_months", &P::decision_lead_months, {0, 12}, "month",
                "Time before the end of a grant at which its renewal is decided; a longer notice in the "
                "terms brings "
                "the decision forward.",
                {assumption, "decided in the last months", grant_register}),
        declare(
            "reasonable_notice_months", &P::reasonable_notice_months, {0, 24}, "month",
            "Reasonable notice before a subsidy of three years or more is cut or ended, whatever its form.",
            {expert,
             "Awb 4:51 names no length "
             "(pgawb.nl/pg-awb-digitaal/hoofdstuk-4/4-2-subsidies/4-2-6-intrekking-en-wijziging/"
             "artikel-451); half a year by hand (0-12)"}),
        declare(
            "price_rise", &P::price_rise, {0, 0.1}, "1/year",
            "Rise of wages and prices; a grant that follows only a share of it loses the rest in real terms.",
            {assumption, "about the wage rise of 2000-2023", grant_register}),
        declare("cut_depth", &P::cut_depth, {0, 1}, "1", "Share of a line that one cut takes away, lasting.",
                {assumption, "swept 0-1", grant_register}),
        declare(
            "carry_use", &P::carry_use, {0, 1}, "1/month",
            "Share of the unspent money of a post that whoever works there uses in a month as extra hours, "
            "where "
            "unspent money may be carried. A share of the balance keeps expected money exactly computable.",
            {assumption, "swept 0-1", time_registration}),
        declare(
            "tender_cost", &P::tender_cost, {0, 0.3}, "1",
            "Cost of a tender to both sides, as a share of a year's grant, granted and spent on top of it.",
            {assumption,
             "within the overheads of 10-30 % on project costs of foundations in the United States (2006)",
             grant_register}),
        declare("renewal_cost", &P::renewal_cost, {0, 0.3}, "1",
                "Cost of a renewed contract, as a share of a year's grant.",
                {assumption, "a fifth of a tender", grant_register}),
        declare("trust_start", &P::trust_start, {0, 1}, "1",
                "Trust between municipality and organisation when the burn-in begins.",
                {assumption, "midway", model_choice}),
        declare("trust_months", &P::trust_months, {6, 240}, "month",
                "Time under contract in which trust covers 63 % of what it lacked.",
                {assumption, "direction: Movisie on contracts of several years", funding_comparison}),
        declare(
            "trust_lost_at_tender", &P::trust_lost_at_tender, {0, 1}, "1",
            "Share of trust lost when all money is put out to tender; in proportion for one line of several.",
            {assumption, "direction: Movisie on contracts of several years", funding_comparison}),
        declare("trust_hiring", &P::trust_hiring, {0, 0.8}, "1",
                "Share by which full trust shortens a vacancy.",
                {assumption, "direction: joint problem solving; swept from 0", personnel_records}),
        declare("trust_referral", &P::trust_referral, {0, 1}, "1",
                "Share of the unmet needs of residents whom no professional knows that are not passed on "
                "where there "
                "is no trust between municipality and organisation; with full trust all are passed on.",
                {assumption, "direction: joint problem solving; swept from 0", time_registration}),
        declare("connector_trust", &P::connector_trust, {0, 1}, "1/year",
                "Share of what partnership trust lacks that one paid fte of an "
                "independent connector covers in a year.",
                {assumption, "direction only; swept from 0", funding_comparison}),
        declare(
            "official_exit", &P::official_exit, {0, 1}, "1/year",
            "Hazard that the civil servant or the manager whom partnership trust rests on leaves. 0: off.",
            {assumption, "by hand: such a post is held some seven years", personnel_records}),
        declare("official_takes", &P::official_takes, {0, 1}, "1",
                "Share of partnership trust that leaves with them, for it is between persons. 0: off.",
                {assumption, "direction: partnership is between persons; swept from 0", funding_comparison}),
        declare("quality_spread", &P::quality_spread, {0, 0.6}, "1",
                "Standard deviation of ln q, the quality of activities.",
                {assumption, "by hand: 0-0.6", funding_comparison}),
        declare("review_noise", &P::review_noise, {0, 2}, "1",
                "Standard deviation of the error with which a review sees ln q.",
                {assumption, "as large as the spread itself", funding_comparison}),
        declare("review_bar", &P::review_bar, {-2, 2}, "1",
                "A reviewed activity whose seen ln q is below this is stopped and another begun.",
                {assumption, "the weaker half", model_choice}),
        declare(
            "scale_up", &P::scale_up, {0, 1}, "1",
            "Chance that an activity which a review stops makes room for one that is seen to work better on "
            "another line, instead of for a new one.",
            {assumption, "what works may be scaled up; swept from 0", funding_comparison}),
        declare("spill_over", &P::spill_over, {0, 1}, "1",
                "Share of the distance in ln q to the best of the activities that were reviewed by which the "
                "other activities follow it. 0: off.",
                {assumption, "R27: caseworkers who saw what worked did not move to it (0); swept from 0",
                 funding_comparison}),
        declare(
            "renewal_merit", &P::renewal_merit, {0, 1}, "1",
            "How much the chance of renewal depends on quality: it rises in a straight line with the "
            "percentile of the activity among lines of the same history, from renewal - a to renewal + a, "
            "a = renewal_merit min(renewal, 1 - renewal). 0: off.",
            {assumption, "between a lottery (R27: 0) and performance alone (R26)", funding_comparison}),
        declare(
            "bids", &P::bids, {1, 5}, "1",
            "Bids among which a tender takes the one that is seen to be best, with the error of a review; "
            "of 2.5 bids, half of the tenders have three. 1: off.",
            {assumption, "by hand: a tender compares parties, a subsidy often has a single one",
             grant_register}),
        declare("learning_together", &P::learning_together, {0, 0.2}, "1",
                "Rise of ln q where municipality and organisation trust each other fully and learn together. "
                "0: off.",
                {assumption, "no trial: from 0 to R26 (+0.14 to 0.21 SD)", funding_comparison}),
        declare(
            "accounting", &P::accounting, {-0.2, 0.2}, "1",
            "Change of ln q where twice the neutral share of hours goes to accounting for results, which "
            "may sharpen the work or hollow it out. 0: off.",
            {assumption, "no trial: R27 (0), R26 (+0.14 to 0.21 SD), or the reverse", funding_comparison}),
        declare("aim_renewal", &P::aim_renewal, {0, 1}, "1",
                "Rise of the power of need in whom contacts go to, at the start of a grant: it was made for "
                "where need is. 0: off.",
                {assumption, "direction: a bid says whom it is for; swept from 0", funding_comparison}),
        declare("aim_months", &P::aim_months, {1, 120}, "month",
                "Time in which half of that knowledge of need ages, until the next grant.",
                {assumption, "need moves with people: some tenth of residents move in a year",
                 funding_comparison}),
        declare(
            "effort_new", &P::effort_new, {0, 0.3}, "1",
            "Rise of productivity at the start of a grant; it fades in a straight line. 0: off.",
            {assumption, "direction: what is new is done with more zeal; swept from 0", funding_comparison}),
        declare(
            "effort_deadline", &P::effort_deadline, {-0.2, 0.2}, "1",
            "Change of productivity in the last months before a renewal that is not yet decided: effort to "
            "be renewed, or time lost to uncertainty. 0: off.",
            {assumption, "sign not known", funding_comparison}),
        declare("effort_months", &P::effort_months, {1, 24}, "month",
                "Months after the start of a grant, and before a decision, in which that happens.",
                {assumption, "as long as people leave sooner before an end (professional.exit_window_months)",
                 funding_comparison}),
        declare("slack", &P::slack, {0, 0.3}, "1",
                "Share of productivity lost where renewal is certain; less where it is likely, none at even "
                "chances or where an end is decided. 0: off.",
                {assumption, "direction: services that need not compete (Leibenstein 1966); swept from 0",
                 funding_comparison}),
        declare("slack_months", &P::slack_months, {1, 36}, "month",
                "Months of subsidy without a break over which slack grows to that share.",
                {assumption, "by hand", funding_comparison}),
        declare(
            "council_within", &P::council_within, {0, 1}, "1",
            "Where a new council sets other goals (shock `new_council`): chance that an earmarked line in "
            "the "
            "middle of a grant gets another goal, as a share of that of a line that ends or is decided on "
            "within a year. 0: a grant that runs keeps its goal.",
            {assumption, "direction: argued of temporary money and an urge to renew; swept from 0",
             grant_register}),
        declare("council_review", &P::council_review, {0, 1}, "1",
                "Chance that a new council has a line reviewed, whatever its terms, as a share of the size "
                "of the shock. 0: off.",
                {assumption, "direction: a new council takes stock; swept from 0", grant_register}),
        declare("innovation_start", &P::innovation_start, {0, 1}, "1",
                "Share of the hours that a line puts to something new (`innovation`) that is lost to setting "
                "it up.",
                {assumption, "by hand: a new activity finds its people in some months; swept from 0",
                 time_registration}),
        declare(
            "reorganisation_break", &P::reorganisation_break, {0, 1}, "1",
            "Share of habits, initiatives and bonds at the places concerned that a reorganisation from above "
            "breaks.",
            {assumption, "direction: steering from above can break what exists", funding_comparison}),
        declare("space_months", &P::space_months, {1, 60}, "month",
                "Time in which public space that a line pays for is built.",
                {assumption, "a street is rebuilt within a year once the money is there", grant_register}),
        declare("space_halflife", &P::space_halflife, {0.5, 40}, "year",
                "Time in which half of what was built in public space is lost when nobody pays for it any "
                "more.",
                {assumption, "benches and planting last 10 to 15 years with upkeep, less without",
                 grant_register}),
        declare("square_dwellings", &P::square_dwellings, {10, 500}, "1",
                "Dwellings whose streets share one square.", {assumption, "two streets", model_choice}),
        declare("adapting_months", &P::adapting_months, {1, 60}, "month",
                "Time in which a line has all the dwellings that it buys made fit for old age.",
                {assumption, "within a year of the first grant", grant_register}),
        declare("training_halfway", &P::training_halfway, {0.1, 20}, "1000 EUR/year",
                "Training for each fte at which half of what training can do is reached.",
                {assumption, "about 2 % of the cost of a fte", support_trial}),
        declare("training_quality", &P::training_quality, {0, 0.6}, "1",
                "What training without end adds to ln q of a line's workers. 0: off.",
                {assumption,
                 "results known to workers raise outcomes in some trials (R26), evidence for supervision is "
                 "weak (Carpenter 2013); swept from 0",
                 support_trial}),
        declare("training_exit", &P::training_exit, {0, 0.5}, "1",
                "Share of the hazard of leaving that training without end takes away. 0: off.",
                {literature,
                 "training on the job: 39 % lower odds of leaving within 18 months in one of three roles, "
                 "none in two (Osborne 2020, doi 10.1016/j.childyouth.2019.104645)"}),
        declare(
            "leaders_halfway", &P::leaders_halfway, {0.2, 50}, "1",
            "Supported network leaders for each 1000 adults at which half of what they can do is reached.",
            {assumption, "one in 250 adults", support_trial}),
        declare("leaders_birth", &P::leaders_birth, {0, 3}, "1",
                "Rise of the hazard with which residents' initiatives are born where network leaders are "
                "supported without end. 0: off.",
                {assumption, "no trial sizes it; swept from 0", support_trial}),
        declare("leaders_last", &P::leaders_last, {0, 3}, "1",
                "Rise of the time that residents' initiatives last, likewise. 0: off.",
                {assumption, "no trial sizes it; swept from 0", support_trial}),
        declare("leaders_ask", &P::leaders_ask, {0, 1}, "1",
                "How far everybody is asked to volunteer by network leaders who are supported without end; 1 "
                "counts as three ties who volunteer and a host. 0: off.",
                {assumption, "most volunteers were asked; no trial sizes it; swept from 0", support_trial}),
        declare("cost_opbouwwerker", &P::cost_opbouwwerker, {40000, 200000}, "EUR/year",
                "One fte of a community worker (opbouwwerker), overhead included.", fte_cost_source),
        declare("cost_jongerenwerker", &P::cost_jongerenwerker, {40000, 200000}, "EUR/year",
                "One fte of a youth worker (jongerenwerker), overhead included.", fte_cost_source),
        declare("cost_maatschappelijk_werker", &P::cost_maatschappelijk_werker, {40000, 200000}, "EUR/year",
                "One fte of a caseworker (maatschappelijk werker), overhead included.", fte_cost_source),
        declare("cost_sociaal_werker", &P::cost_sociaal_werker, {40000, 200000}, "EUR/year",
                "One fte of a social worker (sociaal werker), overhead included.", fte_cost_source),
        declare("cost_buurtsportcoach", &P::cost_buurtsportcoach, {40000, 200000}, "EUR/year",
                "One fte of a sports coach (buurtsportcoach), overhead included.", fte_cost_source),
        declare("cost_connector", &P::cost_connector, {40000, 200000}, "EUR/year",
                "One fte of an independent connector, overhead included.", fte_cost_source),
        declare("cost_building_hour", &P::cost_building_hour, {0, 500}, "EUR/h",
                "One hour in which a meeting place in a building is open.",
                {expert,
                 "45-173 thousand a house a year (bndestem.nl/roosendaal/buurthuizen-blij-met-nieuw-plan), "
                 "at some 40 h a week"}),
        declare("cost_outdoor_hour", &P::cost_outdoor_hour, {0, 500}, "EUR/h",
                "One hour in which a place in the open air (school yard, park, garden) is kept lively.",
                {assumption, "upkeep and materials, no building", grant_register}),
        declare("cost_support_hour", &P::cost_support_hour, {0, 500}, "EUR/h",
                "One hour of support to a place that others run.",
                {assumption, "90 thousand a fte at 1,500 h a year", grant_register}),
        declare("cost_street_space", &P::cost_street_space, {0, 5000}, "EUR/year",
                "Public space before one dwelling raised by 1: building written off, and upkeep.",
                {assumption,
                 "80 m2 a dwelling: 150 EUR/m2 over 30 years and 3 EUR/m2 a year raise it by some 0.7; "
                 "Philadelphia 1,000-3,000 USD a lot (R16)",
                 grant_register}),
        declare("cost_square", &P::cost_square, {0, 500000}, "EUR/year",
                "One square raised by 1: building written off, and upkeep.",
                {assumption, "1,500 m2: 250 EUR/m2 over 25 years and 5 EUR/m2 a year raise it by some 0.6",
                 grant_register}),
        declare("cost_park", &P::cost_park, {0, 1000000}, "EUR/year",
                "Quality (ln q) of one neighbourhood park raised by 1: building written off, and upkeep.",
                {assumption, "one hectare: 60 EUR/m2 over 25 years and 2 EUR/m2 a year raise it by some 0.5",
                 grant_register}),
        declare("cost_adapted_dwelling", &P::cost_adapted_dwelling, {0, 10000}, "EUR/year",
                "One dwelling made fit for old age, written off.",
                {expert,
                 "stair lift 4-12 thousand, bathroom 15-30 thousand EUR "
                 "(gratisletselschadeclaimen.nl/schadevergoeding/aanpassingen-woning); some 12 thousand over "
                 "15 years"}),
        declare(
            "cost_transport", &P::cost_transport, {0, 10000}, "EUR/year",
            "One ride a week for a resident who gets about badly: coordination, volunteers' mileage, some "
            "taxis.",
            {assumption, "between a volunteer scheme and a regional taxi of the Wmo", grant_register}),
        declare(
            "cost_training_hour", &P::cost_training_hour, {0, 1000}, "EUR/h",
            "One hour of training of one worker: trainer, course and supervision; the hour itself is working "
            "time.",
            {assumption, "courses of 400-600 EUR a day a participant, no price list kept", grant_register}),
        declare("cost_network_leader", &P::cost_network_leader, {0, 50000}, "EUR/year",
                "One network leader: a small budget, and a coach.",
                {assumption, "1,000 EUR to spend and 40 h of a coach", grant_register}),
    };
}();

}  // namespace weefsel
