#pragma once
#include <array>

#include "sim/parameter.hpp"

namespace weefsel {

/// In double as declared, in float for loops over columns (sim::narrowed).
template <class Real>
struct DemographyParametersOf {
    Real death_frailty = 3.2;
    Real death_severely_lonely = 1.05;
    Real death_in_residential_care = 2.0;
    Real frailty_at_20 = 0.03;
    Real frailty_growth = 0.033;
    Real frailty_spread = 0.5;
    Real norm_months = 36;
    Real frailty_women = 1.05;
    Real frailty_education = 0.2;
    Real frailty_men = 0.95;
    Real birth_scale = 1.0;
    Real birth_partnered = 1.3;
    Real birth_single = 0.3;
    Real born_male = 0.512;
    Real leave_home = 1.0;
    Real leave_home_at_18 = 0.09;
    Real leave_home_at_22 = 0.18;
    Real leave_home_at_30 = 0.30;
    Real stay_when_leaving = 0.08;
    Real couples = 1.0;
    Real couple_at_20 = 0.10;
    Real couple_at_30 = 0.16;
    Real couple_at_45 = 0.07;
    Real couple_at_65 = 0.012;
    Real partner_moves_in = 0.5;
    Real couple_here = 0.10;
    Real couple_known = 5.0;
    Real couple_same_origin = 0.85;
    Real couple_age_spread = 36;
    Real separation = 1.0;
    Real separation_young = 0.045;
    Real separation_old = 0.006;
    Real widowhood = 1.0;
    Real moves = 1.0;
    Real move_under_25 = 0.30;
    Real move_25_to_34 = 0.17;
    Real move_35_to_49 = 0.075;
    Real move_50_to_64 = 0.050;
    Real move_65_and_over = 0.040;
    Real move_private_rent = 1.8;
    Real move_social_rent = 0.9;
    Real move_owned = 0.7;
    Real move_belonging = 1.0;
    Real move_nuisance = 0.5;
    Real moved_contact = 0.7;
};
using DemographyParameters = DemographyParametersOf<double>;

inline constexpr std::array demography_declared = [] {
    using P = DemographyParameters;
    using sim::declare;
    using enum sim::Evidence;
    return std::array{
        declare("death_frailty", &P::death_frailty, {0, 3.8}, "1",
                "Rise of the log hazard of death with the share of deficits above what is usual at that age.",
                {literature, "MODEL 5.2; frailty index studies (Kojima 2018, range)"}),
        declare(
            "death_severely_lonely", &P::death_severely_lonely, {1.0, 1.26}, "1",
            "Residual hazard ratio of death for severe loneliness; with the way through frailty the total is "
            "about 1.10.",
            {literature, "FACTS C: HR 1.10 (1.06-1.14), upper bound 1.26"}),
        declare("death_in_residential_care", &P::death_in_residential_care, {1, 6}, "1",
                "Hazard ratio of death in residential care, beyond frailty: who is admitted is near the end.",
                {expert, "stays of two to three years"}),
        declare("frailty_at_20", &P::frailty_at_20, {0.01, 0.08}, "1", "Usual share of deficits at age 20.",
                {literature, "deficit accumulation, Mitnitski & Rockwood"}),
        declare("frailty_growth", &P::frailty_growth, {0.02, 0.045}, "1/year",
                "Usual growth of the share of deficits.", {literature, "MODEL 5.8: 3-4 % a year"}),
        declare("frailty_spread", &P::frailty_spread, {0.1, 1}, "1",
                "Spread of frailty between people of one age, on the log scale.",
                {assumption, "frailty index is right-skewed; spread set by hand"}),
        declare("frailty_education", &P::frailty_education, {0, 0.8}, "1",
                "Log of the share of deficits from 25 with low education over that with middle, and with "
                "middle over "
                "that with high, for who is first here. 0: off.",
                {literature,
                 "healthy life expectancy differs by 14 years between low and high education (CBS); most of "
                 "it is "
                 "income and insecurity, size by hand"}),
        declare("norm_months", &P::norm_months, {12, 240}, "month",
                "Months of the burn-in, with weights that fade, over which mortality by frailty and "
                "loneliness is set so "
                "that lives are as long as in the life table. At first nobody has been selected by "
                "surviving, so early "
                "months must not count for long.",
                {assumption, "long enough for chance to even out, short beside the burn-in"}),
        declare("frailty_women", &P::frailty_women, {1, 1.1}, "1", "Deficits of women against both sexes.",
                {literature, "about a tenth more than men at every age (Mitnitski et al. 2005)"}),
        declare("frailty_men", &P::frailty_men, {0.9, 1}, "1", "Deficits of men against both sexes.",
                {literature, "about a tenth fewer than women at every age (Mitnitski et al. 2005)"}),
        declare("birth_scale", &P::birth_scale, {0, 1.5}, "1",
                "Fertility against the national age-specific rates; 0: nobody is born.",
                {measured, "UN WPP 2019, Netherlands 2015-2020, TFR 1.66"}),
        declare("birth_partnered", &P::birth_partnered, {1, 2}, "1",
                "Fertility of women with a partner against all women of their age.",
                {assumption, "keeps the total with 70 % partnered"}),
        declare("birth_single", &P::birth_single, {0, 1}, "1",
                "Fertility of women without a partner against all women of their age.",
                {assumption, "keeps the total with 70 % partnered"}),
        declare("born_male", &P::born_male, {0.4, 0.6}, "1", "Share of newborns who are boys.",
                {measured, "sex ratio at birth 1.05 (UN WPP 2019, Netherlands)"}),
        declare("leave_home", &P::leave_home, {0, 2}, "1",
                "Factor on the hazards of leaving the parental home; 0: nobody does.",
                {assumption, "a switch"}),
        declare("leave_home_at_18", &P::leave_home_at_18, {0, 1}, "1/year",
                "Hazard of leaving the parental home at 17 to 19.",
                {expert, "half has left at about 23 (CBS)"}),
        declare("leave_home_at_22", &P::leave_home_at_22, {0, 1}, "1/year",
                "Hazard of leaving the parental home at 20 to 24.",
                {expert, "half has left at about 23 (CBS)"}),
        declare("leave_home_at_30", &P::leave_home_at_30, {0, 1}, "1/year",
                "Hazard of leaving the parental home from 25.", {expert, "half has left at about 23 (CBS)"}),
        declare("stay_when_leaving", &P::stay_when_leaving, {0, 1}, "1",
                "Chance that who leaves a household takes an empty dwelling in the same neighbourhood.",
                {assumption, "57 % stay in the municipality (FACTS A3), few in the buurt"}),
        declare("couples", &P::couples, {0, 2}, "1",
                "Factor on the hazards of forming a couple; 0: nobody does.", {assumption, "a switch"}),
        declare("couple_at_20", &P::couple_at_20, {0, 1}, "1/year", "Hazard of forming a couple at 18 to 24.",
                {assumption, "keeps the share of couples near the start"}),
        declare("couple_at_30", &P::couple_at_30, {0, 1}, "1/year", "Hazard of forming a couple at 25 to 39.",
                {assumption, "keeps the share of couples near the start"}),
        declare("couple_at_45", &P::couple_at_45, {0, 1}, "1/year", "Hazard of forming a couple at 40 to 59.",
                {assumption, "keeps the share of couples near the start"}),
        declare("couple_at_65", &P::couple_at_65, {0, 1}, "1/year", "Hazard of forming a couple from 60.",
                {assumption, "keeps the share of couples near the start"}),
        declare("partner_moves_in", &P::partner_moves_in, {0, 1}, "1",
                "Chance that the new partner moves in; otherwise the resident leaves to the partner.",
                {assumption, "symmetry between the two dwellings"}),
        declare(
            "couple_here", &P::couple_here, {0, 0.9}, "1",
            "Share of the residents who form a couple that do so with another resident; 0: all partners come "
            "from elsewhere.",
            {assumption,
             "most partners are met elsewhere; a few per cent of the country lives in reach of a walk"}),
        declare("couple_known", &P::couple_known, {1, 50}, "1",
                "How many times likelier a resident becomes the partner of somebody who has a tie with them.",
                {assumption, "sign: couples form among those who meet"}),
        declare("couple_same_origin", &P::couple_same_origin, {0, 1}, "1",
                "Share of partners from elsewhere who have the same origin; the others have any.",
                {expert, "partner choice within the origin group, CBS, recalled and rounded"}),
        declare("couple_age_spread", &P::couple_age_spread, {0, 240}, "month",
                "Standard deviation of the difference in age with a partner from elsewhere.",
                {assumption, "a few years"}),
        declare("separation", &P::separation, {0, 2}, "1",
                "Factor on the hazards of separation; 0: no couple parts.", {assumption, "a switch"}),
        declare("separation_young", &P::separation_young, {0, 0.2}, "1/year",
                "Hazard of separation of couples below 40.",
                {expert, "CBS: 1 % of marriages, about 3-5 % of other couples a year"}),
        declare("separation_old", &P::separation_old, {0, 0.1}, "1/year",
                "Hazard of separation of couples from 60; between 40 and 60 the mean of both.",
                {expert, "CBS"}),
        declare("widowhood", &P::widowhood, {0, 1}, "1",
                "1: who loses a partner by death is widowed, with what that does to loneliness and distress; "
                "below "
                "0.5 the loss has no effect of its own.",
                {assumption, "a switch"}),
        declare("moves", &P::moves, {0, 2}, "1",
                "Factor on the hazards that a household moves out; 0: none does.", {assumption, "a switch"}),
        declare("move_under_25", &P::move_under_25, {0, 1}, "1/year",
                "Hazard that a household moves out, oldest member below 25.",
                {expert, "10.6 % of residents move a year (FACTS A3), steeply falling with age"}),
        declare("move_25_to_34", &P::move_25_to_34, {0, 1}, "1/year", "The same, 25 to 34.",
                {expert, "see move_under_25"}),
        declare("move_35_to_49", &P::move_35_to_49, {0, 1}, "1/year", "The same, 35 to 49.",
                {expert, "see move_under_25"}),
        declare("move_50_to_64", &P::move_50_to_64, {0, 1}, "1/year", "The same, 50 to 64.",
                {expert, "see move_under_25"}),
        declare("move_65_and_over", &P::move_65_and_over, {0, 1}, "1/year", "The same, 65 and over.",
                {expert, "see move_under_25"}),
        declare("move_private_rent", &P::move_private_rent, {0.2, 4}, "1",
                "Factor for a dwelling in private rent.", {expert, "private tenants move most"}),
        declare("move_social_rent", &P::move_social_rent, {0.2, 4}, "1",
                "Factor for a dwelling in social rent.", {expert, "private tenants move most"}),
        declare("move_owned", &P::move_owned, {0.2, 4}, "1", "Factor for an owned dwelling.",
                {expert, "private tenants move most"}),
        declare("move_belonging", &P::move_belonging, {0, 3}, "1",
                "Fall of the log hazard of moving with mean belonging above one half.",
                {assumption, "sign: attached people stay"}),
        declare(
            "move_nuisance", &P::move_nuisance, {0, 3}, "1",
            "Rise of the log hazard of moving per unit of nuisance of the street above the usual. 0: off.",
            {assumption, "who is bothered by the neighbourhood wants to leave it, sign"}),
        declare(
            "moved_contact", &P::moved_contact, {0, 1}, "1",
            "Part of the contact between friends that goes on at first when one of them moves out; from "
            "there "
            "it "
            "fades with `network.halflife_friend`. 0: it ends at once.",
            {assumption, "as contact across neighbourhoods (`exchange`); MODEL 5.2: local ties end slowly"}),
    };
}();

}  // namespace weefsel
