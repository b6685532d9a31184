#pragma once
#include <array>

#include "models/parameters/studies.hpp"
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
    using namespace studies;
    return std::array{
        declare("death_frailty", &P::death_frailty, {0, 3.8}, "1",
                "Rise of the log hazard of death with the share of deficits above what is usual at that age.",
                {literature,
                 "HR 1.28 per 0.1 to 1.04 per 0.01 of the index, a log of 2.5 to 3.8 (Kojima 2018, doi "
                 "10.1093/ageing/afx162)"}),
        declare(
            "death_severely_lonely", &P::death_severely_lonely, {1.0, 1.26}, "1",
            "Residual hazard ratio of death for severe loneliness; with the way through frailty the total is "
            "about 1.10.",
            {literature,
             "HR 1.10, 1.06-1.14 (pmc.ncbi.nlm.nih.gov/articles/PMC9685120), upper bound 1.26 "
             "(researchgate.net/publication/273910450)"}),
        declare("death_in_residential_care", &P::death_in_residential_care, {1, 6}, "1",
                "Hazard ratio of death in residential care, beyond frailty: who is admitted is near the end.",
                {expert,
                 "752 deaths a week among some 125,000 residents, a stay of three years "
                 "(cbs.nl/nl-nl/nieuws/2020/18/"
                 "sterfte-in-verpleeg-en-verzorgingshuizen-daalt-vertraagd-verder)"}),
        declare("frailty_at_20", &P::frailty_at_20, {0.01, 0.08}, "1", "Usual share of deficits at age 20.",
                {literature,
                 "mean 0.19 at 57-88 and 3.5 % a year, carried back to 20 (LASA, "
                 "pmc.ncbi.nlm.nih.gov/articles/PMC5589777)"}),
        declare("frailty_growth", &P::frailty_growth, {0.02, 0.045}, "1/year",
                "Usual growth of the share of deficits.",
                {literature,
                 "3 % a year (doi 10.1186/1471-2318-2-1), 3.5 % in the Netherlands (LASA, "
                 "pmc.ncbi.nlm.nih.gov/articles/PMC5589777)"}),
        declare("frailty_spread", &P::frailty_spread, {0.1, 1}, "1",
                "Spread of frailty between people of one age, on the log scale.",
                {assumption, "frailty index is right-skewed; spread set by hand", resident_panel}),
        declare(
            "frailty_education", &P::frailty_education, {0, 0.8}, "1",
            "Log of the share of deficits from 25 with low education over that with middle, and with "
            "middle over "
            "that with high, for who is first here. 0: off.",
            {literature,
             "healthy life expectancy 56.6 and 70.3 years at low and high education "
             "(cbs.nl/nl-nl/cijfers/detail/84842NED); most of it is income and insecurity, size by hand"}),
        declare("norm_months", &P::norm_months, {12, 240}, "month",
                "Months of the burn-in, with weights that fade, over which mortality by frailty and "
                "loneliness is set so "
                "that lives are as long as in the life table. At first nobody has been selected by "
                "surviving, so early "
                "months must not count for long.",
                {assumption, "long enough for chance to even out, short beside the burn-in", model_choice}),
        declare("frailty_women", &P::frailty_women, {1, 1.1}, "1", "Deficits of women against both sexes.",
                {literature,
                 "0.20 against 0.17 of men (LASA, pmc.ncbi.nlm.nih.gov/articles/PMC5589777); at every age, "
                 "Mitnitski 2005, doi 10.1111/j.1532-5415.2005.00506.x"}),
        declare("frailty_men", &P::frailty_men, {0.9, 1}, "1", "Deficits of men against both sexes.",
                {literature,
                 "0.17 against 0.20 of women (LASA, pmc.ncbi.nlm.nih.gov/articles/PMC5589777); at every age, "
                 "Mitnitski 2005, doi 10.1111/j.1532-5415.2005.00506.x"}),
        declare("birth_scale", &P::birth_scale, {0, 1.5}, "1",
                "Fertility against the national age-specific rates; 0: nobody is born.",
                {measured, "UN WPP 2019, Netherlands 2015-2020, TFR 1.66 (population.un.org/wpp/)"}),
        declare("birth_partnered", &P::birth_partnered, {1, 2}, "1",
                "Fertility of women with a partner against all women of their age.",
                {assumption, "keeps the total with 70 % partnered", linked_registers}),
        declare("birth_single", &P::birth_single, {0, 1}, "1",
                "Fertility of women without a partner against all women of their age.",
                {assumption, "keeps the total with 70 % partnered", linked_registers}),
        declare("born_male", &P::born_male, {0.4, 0.6}, "1", "Share of newborns who are boys.",
                {measured, "sex ratio at birth 1.05, UN WPP 2019, Netherlands (population.un.org/wpp/)"}),
        declare("leave_home", &P::leave_home, {0, 2}, "1",
                "Factor on the hazards of leaving the parental home; 0: nobody does.",
                {assumption, "a switch", model_choice}),
        declare("leave_home_at_18", &P::leave_home_at_18, {0, 1}, "1/year",
                "Hazard of leaving the parental home at 17 to 19.",
                {expert,
                 "8 % of 18-year-olds left home in 2019 "
                 "(punt.avans.nl/2023/05/studenten-blijven-langer-bij-ouders-wonen, CBS)"}),
        declare("leave_home_at_22", &P::leave_home_at_22, {0, 1}, "1/year",
                "Hazard of leaving the parental home at 20 to 24.",
                {expert,
                 "one in six of 18-30 left home in 2020 "
                 "(punt.avans.nl/2023/05/studenten-blijven-langer-bij-ouders-wonen, CBS); 37 % are at home "
                 "at 24 (blikopnieuws.nl/nieuws/270853)"}),
        declare("leave_home_at_30", &P::leave_home_at_30, {0, 1}, "1/year",
                "Hazard of leaving the parental home from 25.",
                {expert,
                 "37 % are at home at 24, 17 % at 27 (blikopnieuws.nl/nieuws/270853 and "
                 "kamers.nl/nieuws/429:jongeren-steeds-later-op-zichzelf, CBS)"}),
        declare("stay_when_leaving", &P::stay_when_leaving, {0, 1}, "1",
                "Chance that who leaves a household takes an empty dwelling in the same neighbourhood.",
                {assumption,
                 "57 % stay in the municipality "
                 "(cbs.nl/nl-nl/achtergrond/2017/47/1-8-miljoen-binnenlandse-verhuizingen-in-2016), few in "
                 "the buurt",
                 linked_registers}),
        declare("couples", &P::couples, {0, 2}, "1",
                "Factor on the hazards of forming a couple; 0: nobody does.",
                {assumption, "a switch", model_choice}),
        declare("couple_at_20", &P::couple_at_20, {0, 1}, "1/year", "Hazard of forming a couple at 18 to 24.",
                {assumption, "keeps the share of couples near the start", linked_registers}),
        declare("couple_at_30", &P::couple_at_30, {0, 1}, "1/year", "Hazard of forming a couple at 25 to 39.",
                {assumption, "keeps the share of couples near the start", linked_registers}),
        declare("couple_at_45", &P::couple_at_45, {0, 1}, "1/year", "Hazard of forming a couple at 40 to 59.",
                {assumption, "keeps the share of couples near the start", linked_registers}),
        declare("couple_at_65", &P::couple_at_65, {0, 1}, "1/year", "Hazard of forming a couple from 60.",
                {assumption, "keeps the share of couples near the start", linked_registers}),
        declare("partner_moves_in", &P::partner_moves_in, {0, 1}, "1",
                "Chance that the new partner moves in; otherwise the resident leaves to the partner.",
                {assumption, "symmetry between the two dwellings", model_choice}),
        declare(
            "couple_here", &P::couple_here, {0, 0.9}, "1",
            "Share of the residents who form a couple that do so with another resident; 0: all partners come "
            "from elsewhere.",
            {assumption,
             "most partners are met elsewhere; a few per cent of the country lives in reach of a walk",
             linked_registers}),
        declare("couple_known", &P::couple_known, {1, 50}, "1",
                "How many times likelier a resident becomes the partner of somebody who has a tie with them.",
                {assumption, "sign: couples form among those who meet", network_survey}),
        declare("couple_same_origin", &P::couple_same_origin, {0, 1}, "1",
                "Share of partners from elsewhere who have the same origin; the others have any.",
                {expert, "16 % of couples are mixed (blikopnieuws.nl/nieuws/249445, CBS 2016)"}),
        declare("couple_age_spread", &P::couple_age_spread, {0, 240}, "month",
                "Standard deviation of the difference in age with a partner from elsewhere.",
                {assumption, "a few years", linked_registers}),
        declare("separation", &P::separation, {0, 2}, "1",
                "Factor on the hazards of separation; 0: no couple parts.",
                {assumption, "a switch", model_choice}),
        declare("separation_young", &P::separation_young, {0, 0.2}, "1/year",
                "Hazard of separation of couples below 40.",
                {expert,
                 "a quarter of first couples parts in five years (blikopnieuws.nl/economie/270875, CBS), "
                 "8-10 in a thousand marriages a year"}),
        declare("separation_old", &P::separation_old, {0, 0.1}, "1/year",
                "Hazard of separation of couples from 60; between 40 and 60 the mean of both.",
                {expert,
                 "8-10 in a thousand marriages a year at all ages "
                 "(nrc.nl/nieuws/2022/07/12/"
                 "golf-coronascheidingen-blijft-uit-aantal-scheidingen-opnieuw-afgenomen-a4136307, CBS), "
                 "fewer the longer they last"}),
        declare("widowhood", &P::widowhood, {0, 1}, "1",
                "1: who loses a partner by death is widowed, with what that does to loneliness and distress; "
                "below "
                "0.5 the loss has no effect of its own.",
                {assumption, "a switch", model_choice}),
        declare("moves", &P::moves, {0, 2}, "1",
                "Factor on the hazards that a household moves out; 0: none does.",
                {assumption, "a switch", model_choice}),
        declare("move_under_25", &P::move_under_25, {0, 1}, "1/year",
                "Hazard that a household moves out, oldest member below 25.",
                {expert,
                 "20-25 % of residents move at 21-23 "
                 "(cbs.nl/nl-nl/longread/statistische-trends/2020/"
                 "een-analyse-van-het-verhuisgedrag-van-zestigers); households more, by hand"}),
        declare("move_25_to_34", &P::move_25_to_34, {0, 1}, "1/year", "The same, 25 to 34.",
                {expert,
                 "27 % of residents move at 25, 14 % at 35 "
                 "(cbs.nl/nl-nl/longread/statistische-trends/2020/"
                 "een-analyse-van-het-verhuisgedrag-van-zestigers)"}),
        declare("move_35_to_49", &P::move_35_to_49, {0, 1}, "1/year", "The same, 35 to 49.",
                {expert,
                 "10 % of residents move at 40 "
                 "(cbs.nl/nl-nl/longread/statistische-trends/2020/"
                 "een-analyse-van-het-verhuisgedrag-van-zestigers)"}),
        declare("move_50_to_64", &P::move_50_to_64, {0, 1}, "1/year", "The same, 50 to 64.",
                {expert,
                 "6 % of residents move at 50, 4 % at 60 "
                 "(cbs.nl/nl-nl/longread/statistische-trends/2020/"
                 "een-analyse-van-het-verhuisgedrag-van-zestigers)"}),
        declare("move_65_and_over", &P::move_65_and_over, {0, 1}, "1/year", "The same, 65 and over.",
                {expert,
                 "4 % of residents move at 65-70 "
                 "(cbs.nl/nl-nl/longread/statistische-trends/2020/"
                 "een-analyse-van-het-verhuisgedrag-van-zestigers)"}),
        declare("move_private_rent", &P::move_private_rent, {0.2, 4}, "1",
                "Factor for a dwelling in private rent.",
                {expert,
                 "tenants move more than owners, 470,000 against 380,000 in two years of fewer homes "
                 "(blikopnieuws.nl/nieuws/272368, WoON 2018); private above social by hand"}),
        declare("move_social_rent", &P::move_social_rent, {0.2, 4}, "1",
                "Factor for a dwelling in social rent.",
                {expert, "as move_private_rent (blikopnieuws.nl/nieuws/272368)"}),
        declare("move_owned", &P::move_owned, {0.2, 4}, "1", "Factor for an owned dwelling.",
                {expert, "as move_private_rent (blikopnieuws.nl/nieuws/272368)"}),
        declare("move_belonging", &P::move_belonging, {0, 3}, "1",
                "Fall of the log hazard of moving with mean belonging above one half.",
                {assumption, "sign: attached people stay", neighbourhood_survey}),
        declare(
            "move_nuisance", &P::move_nuisance, {0, 3}, "1",
            "Rise of the log hazard of moving per unit of nuisance of the street above the usual. 0: off.",
            {assumption, "who is bothered by the neighbourhood wants to leave it, sign",
             neighbourhood_survey}),
        declare("moved_contact", &P::moved_contact, {0, 1}, "1",
                "Part of the contact between friends that goes on at first when one of them moves out; from "
                "there "
                "it "
                "fades with `network.halflife_friend`. 0: it ends at once.",
                {assumption, "as contact across neighbourhoods (`exchange`): local ties end slowly",
                 network_survey}),
    };
}();

}  // namespace weefsel
