#pragma once
#include <array>

#include "models/parameters/studies.hpp"
#include "sim/parameter.hpp"

namespace weefsel {

/// How month 0 is made from the figures of a neighbourhood. The burn-in lets ties find their own
/// regime, so those on first ties decide how soon, not where it settles.
struct PopulationParameters {
    double loneliness_level_spread = 1.15;
    double loneliness_social_spread = 1.4;
    double help_norm_rural = 0.6;
    double contact_shared = 0.8;
    double contact_loneliness = 0.45;
    double contact_social = 0.85;
    double lone_parent_share = 0.21;
    double young_at_home = 0.65;
    double adult_at_home = 0.06;
    double age_gap_spread = 3;
    double same_sex_couples = 0.02;
    double elder_is_male = 0.75;
    double lone_parent_female = 0.83;
    double first_birth_age = 29.5;
    double first_birth_spread = 4.5;
    double birth_spacing = 2.7;
    double mixed_origin = 0.10;
    double retirement_age = 67;
    double student_share = 0.7;
    double student_share_low_income = 0.97;
    double student_share_low = 0.25;
    double work_low = 0.60;
    double work_middle = 0.80;
    double work_high = 0.88;
    double work_low_income = -0.15;
    double work_turnover = 0.05;
    double mean_stay_years = 10;
    double suited_share_elderly = 0.25;
    double suited_share_other = 0.08;
    double vacancy_on_offer = 0.25;
    double tenure_clustering = 1.0;
    double public_space_low = 0.3;
    double public_space_high = 0.8;
    double mobility_young = 4.0;
    double mobility_middle = 0.9;
    double mobility_old = 0.35;
    double partner_hours = 400;
    double parent_child_hours = 300;
    double sibling_hours = 200;
    double kin_here = 0.30;
    double kin_here_outside_europe = 0.60;
    double kin_by_stay = 0.5;
    double kin_hours = 120;
    double friends_here = 3.0;
    double friend_distance = 300;
    double friend_age_gap = 10;
    double friend_education = 0.5;
    double friend_origin = 0.8;
    double friend_life_stage = 0.5;
    double friend_hours_low = 40;
    double friend_hours_mean = 60;
    double friends_from_age = 4;
    double fellow_members_here = 0.7;
    double fellow_member_hours = 30;
    double neighbour_share = 0.5;
    double neighbour_hours_low = 8;
    double neighbour_hours_high = 40;
    double contact_per_tie_hour = 0.02;
    double imputation_spread = 1;
};

inline constexpr std::array population_declared = [] {
    using P = PopulationParameters;
    using sim::declare;
    using enum sim::Evidence;
    using namespace studies;
    return std::array{
        declare("loneliness_level_spread", &P::loneliness_level_spread, {0, 4}, "1",
                "Standard deviation of the fixed personal level of loneliness, on the logit scale.",
                {assumption, "from the shares of lonely and severely lonely adults (GGD 2016-2022)",
                 repeated_interviews}),
        declare("loneliness_social_spread", &P::loneliness_social_spread, {0, 3}, "1",
                "Standard deviation of what is fixed for life of social loneliness alone.",
                {assumption, "the two parts are related and not the same (De Jong Gierveld 2006)",
                 repeated_interviews}),
        declare("help_norm_rural", &P::help_norm_rural, {0, 3}, "1",
                "Rise of the logit of the norm of helping from very urban to not urban surroundings: mutual "
                "aid of "
                "the village. 0: off.",
                {assumption,
                 "sign only: half of villagers can ask more than five others for help (SCP 2015), no "
                 "comparison with towns was found",
                 helper_panel}),
        declare("contact_shared", &P::contact_shared, {0, 0.99}, "1",
                "Loading of contact with friends, contact with relatives and sociability on one personal "
                "habit of "
                "contact.",
                {assumption,
                 "who sees little of friends sees little of family too: 4-6 % see nobody weekly (CBS)",
                 contact_diary}),
        declare("contact_loneliness", &P::contact_loneliness, {0, 0.99}, "1",
                "Correlation of that habit with the personal level of loneliness, with the sign turned.",
                {assumption,
                 "most of the gap between little and much contact is selection; loneliness makes people "
                 "withdraw (Cacioppo & Hawkley 2009)",
                 contact_diary}),
        declare("contact_social", &P::contact_social, {0, 0.99}, "1",
                "The same with what is fixed of social loneliness alone.",
                {assumption,
                 "strong social loneliness 46 against 13 %, emotional 23 against 9 %, at little and much "
                 "contact (CBS)",
                 contact_diary}),
        declare("lone_parent_share", &P::lone_parent_share, {0, 1}, "1",
                "Share of households with children that have one parent, where the figures allow it.",
                {expert,
                 "23 % of households with children in 2023 (cbs.nl/nl-nl/cijfers/detail/71487ned), somewhat "
                 "less where figures are scarce"}),
        declare("young_at_home", &P::young_at_home, {0, 1}, "1",
                "Most of the residents of 15-24 that can live as a child with their parents.",
                {expert,
                 "79 % at 19, 37 % at 24 live with a parent (blikopnieuws.nl/nieuws/270853, CBS 2017); "
                 "rounded over 15-24"}),
        declare("adult_at_home", &P::adult_at_home, {0, 1}, "1",
                "Most of the residents of 25-44 that can live as a child with their parents.",
                {assumption, "mostly 25-29", linked_registers}),
        declare("age_gap_spread", &P::age_gap_spread, {0, 10}, "year",
                "Noise on ages before partners are paired by age.",
                {assumption, "mean gap of partners 2-3 years", linked_registers}),
        declare(
            "same_sex_couples", &P::same_sex_couples, {0, 0.2}, "1", "Share of couples of one sex.",
            {expert,
             "17 in a thousand of the married "
             "(rozegolf.net/2021/03/30/twintigduizend-paren-van-gelijk-geslacht-trouwden-sinds-2001, CBS)"}),
        declare("elder_is_male", &P::elder_is_male, {0, 1}, "1",
                "Chance that the elder of a couple is the man.",
                {expert,
                 "men marry three years older on average "
                 "(cbs.nl/nl-nl/longread/statistische-trends/2019/"
                 "ruim-twintig-jaar-geregistreerd-partnerschap); the share by hand"}),
        declare("lone_parent_female", &P::lone_parent_female, {0, 1}, "1",
                "Share of lone parents who are women.",
                {expert,
                 "85 % in 2001 (nrc.nl/nieuws/2001/11/02/sterke-toename-eenoudergezinnen-7563489-a1315318, "
                 "CBS), less since"}),
        declare("first_birth_age", &P::first_birth_age, {20, 40}, "year",
                "Mean age of mothers at the first birth.",
                {expert, "29.4 until 2013, 29.9 in 2018 (blikopnieuws.nl/nieuws/273355, CBS)"}),
        declare("first_birth_spread", &P::first_birth_spread, {0, 8}, "year",
                "Spread of the age at the first birth.",
                {assumption, "fertility schedule UN WPP 2019, Netherlands", linked_registers}),
        declare("birth_spacing", &P::birth_spacing, {1, 6}, "year", "Years between births of one mother.",
                {assumption, "usual spacing 2-3 years", linked_registers}),
        declare("mixed_origin", &P::mixed_origin, {0, 1}, "1",
                "Share of members of a household whose origin is drawn apart from that of their household.",
                {assumption, "households are mostly of one origin", linked_registers}),
        declare("retirement_age", &P::retirement_age, {60, 75}, "year",
                "Age from which residents are retired.",
                {measured,
                 "AOW age 2024 (ed.nl/binnenland/aow-leeftijd-blijft-ook-in-2027-op-67-jaar~aaf044d55)"}),
        declare("student_share", &P::student_share, {0, 1}, "1",
                "Share of those of 18-24 with middle or high education who study.",
                {assumption, "just over half of 18-24 is in education", linked_registers}),
        declare("student_share_low_income", &P::student_share_low_income, {0, 1}, "1",
                "The same of those with a low income: who lives on little at that age mostly studies.",
                {assumption, "most of those under 25 with a low income are students (CBS), by hand",
                 linked_registers}),
        declare("student_share_low", &P::student_share_low, {0, 1}, "1",
                "Share of those of 18-24 with low education who study.",
                {assumption, "below the mean", linked_registers}),
        declare("work_low", &P::work_low, {0, 1}, "1", "Share of adults with low education who work.",
                {expert,
                 "net participation 58 % in 2025 at 15-74 (cbs.nl/nl-nl/cijfers/detail/85266NED); of those "
                 "below retirement, rounded"}),
        declare("work_middle", &P::work_middle, {0, 1}, "1",
                "Share of adults with middle education who work.",
                {expert, "between low and high (cbs.nl/nl-nl/cijfers/detail/85266NED); rounded"}),
        declare("work_high", &P::work_high, {0, 1}, "1", "Share of adults with high education who work.",
                {expert,
                 "86 % with a master in 2023 "
                 "(cbs.nl/nl-nl/visualisaties/dashboard-arbeidsmarkt/werkenden/"
                 "arbeidsparticipatie-naar-onderwijsniveau); of those below retirement, rounded"}),
        declare("work_low_income", &P::work_low_income, {-0.6, 0}, "1",
                "Change of the share who work in households of low income.",
                {assumption, "sign only", linked_registers}),
        declare("work_turnover", &P::work_turnover, {0, 0.5}, "1/year",
                "Chance that whether somebody of working age works is drawn anew at a birthday. 0: it is for "
                "life.",
                {assumption,
                 "some 1 % of those who work lose it for a year or longer, more with little education",
                 linked_registers}),
        declare("mean_stay_years", &P::mean_stay_years, {1, 30}, "year",
                "Mean years that a household has lived in its dwelling at month 0.",
                {literature,
                 "10.6 % of residents move in a year "
                 "(cbs.nl/nl-nl/achtergrond/2017/47/1-8-miljoen-binnenlandse-verhuizingen-in-2016)"}),
        declare("suited_share_elderly", &P::suited_share_elderly, {0, 1}, "1",
                "Share of dwellings fit for old age where somebody of 65 or over lives.",
                {assumption, "about a quarter", neighbourhood_survey}),
        declare("suited_share_other", &P::suited_share_other, {0, 1}, "1",
                "Share of dwellings fit for old age elsewhere.",
                {assumption, "flats with a lift", neighbourhood_survey}),
        declare(
            "vacancy_on_offer", &P::vacancy_on_offer, {0, 1}, "1",
            "Share of vacant dwellings that is between two households; the rest is not for living in and is "
            "left out.",
            {assumption, "friction vacancy", linked_registers}),
        declare("tenure_clustering", &P::tenure_clustering, {0, 5}, "1",
                "How much dwellings of one tenure stand in the same streets; 0: mixed.",
                {assumption, "estates are built by the street", linked_registers}),
        declare("public_space_low", &P::public_space_low, {0, 1}, "1",
                "Lowest quality of a street's public space.",
                {assumption, "spread between streets", neighbourhood_survey}),
        declare("public_space_high", &P::public_space_high, {0, 1}, "1",
                "Highest quality of a street's public space.",
                {assumption, "spread between streets", neighbourhood_survey}),
        declare("mobility_young", &P::mobility_young, {0, 10}, "1",
                "Weight among those who move in of households whose oldest member is under 35.",
                {expert,
                 "27 % move at 25, 20 % at 30 "
                 "(cbs.nl/nl-nl/longread/statistische-trends/2020/"
                 "een-analyse-van-het-verhuisgedrag-van-zestigers)"}),
        declare("mobility_middle", &P::mobility_middle, {0, 10}, "1", "The same, 35-54.",
                {expert,
                 "10 % move at 40, 6 % at 50 "
                 "(cbs.nl/nl-nl/longread/statistische-trends/2020/"
                 "een-analyse-van-het-verhuisgedrag-van-zestigers); reference of the three weights"}),
        declare("mobility_old", &P::mobility_old, {0, 10}, "1", "The same, 55 and over.",
                {expert,
                 "4 % move at 65 "
                 "(cbs.nl/nl-nl/longread/statistische-trends/2020/"
                 "een-analyse-van-het-verhuisgedrag-van-zestigers)"}),
        declare(
            "partner_hours", &P::partner_hours, {0, 500}, "h", "First strength of a tie between partners.",
            {literature, "closest above 200 h (Hall 2018, doi 10.1177/0265407518761225); cap of the model"}),
        declare("parent_child_hours", &P::parent_child_hours, {0, 500}, "h",
                "First strength of a tie between parent and child in one dwelling.",
                {assumption, "close", network_survey}),
        declare("sibling_hours", &P::sibling_hours, {0, 500}, "h",
                "First strength of a tie between children in one dwelling.",
                {assumption, "close", network_survey}),
        declare("kin_here", &P::kin_here, {0, 2}, "1",
                "Households of kin elsewhere in the neighbourhood, a household.",
                {assumption, "85 % of close ties live outside, by hand", linked_registers}),
        declare("kin_here_outside_europe", &P::kin_here_outside_europe, {0, 2}, "1",
                "The same for households with an origin outside Europe.",
                {assumption, "kin live closer", linked_registers}),
        declare("kin_by_stay", &P::kin_by_stay, {0, 1}, "1",
                "How much kin here at month 0 follow length of stay: 0 not at all, 1 in proportion to it; "
                "the mean "
                "stays.",
                {assumption, "by origin and length of stay, by hand", linked_registers}),
        declare("kin_hours", &P::kin_hours, {0, 500}, "h",
                "First strength of a tie with kin elsewhere in the "
                "neighbourhood.",
                {assumption, "between friend and close", network_survey}),
        declare("fellow_members_here", &P::fellow_members_here, {0, 10}, "1",
                "Mean first ties with fellow members of a club, church or course in the neighbourhood, a "
                "resident.",
                {assumption, "about what the warm-up settles at", network_survey}),
        declare(
            "fellow_member_hours", &P::fellow_member_hours, {2, 200}, "h",
            "Mean hours of such a tie at the start.",
            {assumption, "a season together, below the layer of casual friends (Hall 2018)", network_survey}),
        declare("friends_here", &P::friends_here, {0, 12}, "1",
                "Mean first friends in the neighbourhood, a resident.",
                {assumption, "15 sympathy ties (Dunbar), about 85 % of close ties outside, by hand",
                 network_survey}),
        declare("friend_distance", &P::friend_distance, {20, 5000}, "m",
                "Distance over which the chance of a first friendship falls by a factor e.",
                {literature,
                 "contact falls with distance, exponent -1.6 (doi 10.3929/ethz-a-005916565); scale assumed"}),
        declare("friend_age_gap", &P::friend_age_gap, {1, 50}, "year",
                "Difference in age over which the chance of a first friendship falls by a factor e.",
                {expert,
                 "age second to ethnicity (McPherson, Smith-Lovin & Cook 2001, docslib.org/doc/12532149); "
                 "size by hand"}),
        declare("friend_education", &P::friend_education, {0, 4}, "1",
                "Fall of the log chance of a first friendship per level of education.",
                {expert,
                 "education below ethnicity and age (McPherson, Smith-Lovin & Cook 2001, "
                 "docslib.org/doc/12532149); size by hand"}),
        declare("friend_origin", &P::friend_origin, {0, 4}, "1",
                "Fall of the log chance of a first friendship between origin groups.",
                {expert,
                 "race and ethnicity divide most (McPherson, Smith-Lovin & Cook 2001, "
                 "docslib.org/doc/12532149); size by hand"}),
        declare("friend_life_stage", &P::friend_life_stage, {0, 4}, "1",
                "Fall of the log chance of a first friendship between stages of life.",
                {assumption, "sign only", network_survey}),
        declare("friend_hours_low", &P::friend_hours_low, {0, 400}, "h",
                "Least first strength of a friendship.",
                {literature, "40-60 h to a casual friend (Hall 2018, doi 10.1177/0265407518761225)"}),
        declare("friend_hours_mean", &P::friend_hours_mean, {0, 400}, "h",
                "Mean strength of first friendships above the least.",
                {assumption, "median near 80-100 h", network_survey}),
        declare("friends_from_age", &P::friends_from_age, {0, 18}, "year",
                "Age from which residents have friends.", {assumption, "school begins", network_survey}),
        declare("neighbour_share", &P::neighbour_share, {0, 1}, "1",
                "Chance that two dwellings next to each other have a tie at month 0.",
                {literature,
                 "58-66 % see neighbours weekly "
                 "(cbs.nl/nl-nl/longread/statistische-trends/2019/sociaal-contact-kwantiteit-en-kwaliteit)"}),
        declare("neighbour_hours_low", &P::neighbour_hours_low, {0, 400}, "h",
                "Least first strength of such a tie.",
                {assumption, "acquaintance from 10 h", network_survey}),
        declare("neighbour_hours_high", &P::neighbour_hours_high, {0, 400}, "h",
                "Largest first strength of such a tie.",
                {assumption, "below casual friend, 50 h", network_survey}),
        declare(
            "contact_per_tie_hour", &P::contact_per_tie_hour, {0, 0.2}, "1/month",
            "Hours of contact a month that carry one hour of strength, for the contact of the month before "
            "month 0.",
            {literature, "as network.carried_by_contact (Hall 2018, doi 10.1177/0265407518761225)"}),
        declare("imputation_spread", &P::imputation_spread, {0, 2}, "1",
                "How much imputed figures of a neighbourhood differ between draws, times their standard "
                "deviation; 0: not at all.",
                {measured, "errors out of sample (docs/figures.md)"}),
    };
}();

}  // namespace weefsel
