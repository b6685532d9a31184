#pragma once
#include <array>

#include "sim/parameter.hpp"

namespace weefsel {

struct WellbeingParameters {
    double loneliness_rate = 0.25;
    double loneliness_level = 0.4;
    double loneliness_contact = 0.45;
    double loneliness_casual = 0.30;
    double loneliness_partner = 0.75;
    double loneliness_widowed = 0.8;
    double loneliness_frailty = 2.2;
    double loneliness_insecurity = 1.1;
    double contagion = 0.0;
    double outside_hours = 14;
    double outside_spread = 0.8;
    double displacement = 0.4;
    double trust_usual = 0.55;
    double trust_rate = 0.03;
    double trust_per_encounter = 0.004;
    double trust_per_negative = 0.05;
    double trust_per_help = 0.02;
    double trust_across_groups = 0.002;
    double belonging_rate = 0.04;
    double belonging_level = -0.9;
    double belonging_years = 0.35;
    double belonging_known = 0.35;
    double belonging_trust = 1.2;
    double belonging_turnover = 2.0;
    double institutional_rate = 0.01;
    double institutional_low = 0.42;
    double institutional_middle = 0.52;
    double institutional_high = 0.64;
    double institutional_support = 0.010;
    double distress_rate = 0.25;
    double distress_level = -2.4;
    double distress_loneliness = 1.4;
    double distress_insecurity = 1.4;
    double distress_overload = 1.2;
    double distress_widowed = 0.8;
    double distress_waiting = 0.35;
    double distress_support = 0.15;
    double frailty_loneliness = 0.12;
    double frailty_distress = 0.25;
    double frailty_insecurity = 0.25;
    double insecurity_rate = 0.009;
    double insecurity_low_income = 0.42;
    double insecurity_middle_income = 0.16;
    double insecurity_high_income = 0.06;
    double insecurity_spread = 0.6;
};

inline constexpr std::array wellbeing_declared = [] {
    using P = WellbeingParameters;
    using D = sim::Declaration<P>;
    using enum sim::Evidence;
    return std::array{
        D{"loneliness_rate", &P::loneliness_rate, {0.05, 1}, "1/month", "Share of the way to its target that loneliness goes in a month.", {expert, "MODEL 5.8"}},
        D{"loneliness_level", &P::loneliness_level, {-5, 5}, "1", "Mean personal level of loneliness on the logit scale.", {assumption, "set by hand to the shares of lonely and severely lonely adults (GGD 2022)"}},
        D{"loneliness_contact", &P::loneliness_contact, {0, 2}, "1", "Fall of the logit of loneliness per ln(1 + h a month with friends and close ties).", {assumption, "concave return (FACTS C [75], D [113])"}},
        D{"loneliness_casual", &P::loneliness_casual, {0, 2}, "1", "Fall of the logit per ln(1 + number of casual friends).", {assumption, "4-5 good contacts protect, extra add less (FACTS D [113])"}},
        D{"loneliness_partner", &P::loneliness_partner, {0, 3}, "1", "Fall of the logit with a partner.", {literature, "severe: married 10 %, never married 17 % (FACTS A1)"}},
        D{"loneliness_widowed", &P::loneliness_widowed, {0, 3}, "1", "Rise of the logit in the 24 months after widowhood.", {literature, "severe: widowed 18 % (FACTS A1)"}},
        D{"loneliness_frailty", &P::loneliness_frailty, {0, 6}, "1", "Rise of the logit per unit of frailty.", {literature, "62 % with against 35 % without disability (FACTS A1)"}},
        D{"loneliness_insecurity", &P::loneliness_insecurity, {0, 4}, "1", "Rise of the logit per unit of existential insecurity.", {literature, "low against high education, 65 against 42 % (FACTS A1)"}},
        D{"contagion", &P::contagion, {0, 0.036}, "1", "Rise of the logit per point of mean loneliness of the ties; 0 switches contagion off.", {literature, "0 to a third of Cacioppo, Fowler & Christakis 2009; gain 2.75 b < 0.1"}},
        D{"outside_hours", &P::outside_hours, {0, 100}, "h/month", "Median contact with friends and close ties outside the neighbourhood.", {assumption, "about 85 % of close ties live elsewhere (MODEL 2)"}},
        D{"outside_spread", &P::outside_spread, {0, 2}, "1", "Spread of it between people, on the log scale.", {assumption, "network sizes are right-skewed"}},
        D{"displacement", &P::displacement, {0, 1}, "1", "Hours of contact outside that an hour of contact here displaces.", {assumption, "time is finite; sweep 0-1"}},
        D{"trust_usual", &P::trust_usual, {0, 1}, "1", "Level to which trust in neighbours returns without encounters.", {assumption, "58-66 % trust others (FACTS A2)"}},
        D{"trust_rate", &P::trust_rate, {0, 1}, "1/month", "Rate of that return.", {assumption, "years, not months"}},
        D{"trust_per_encounter", &P::trust_per_encounter, {0, 0.1}, "1", "Rise of trust per good encounter, times what is missing to 1.", {assumption, "sign: Pettigrew & Tropp 2006"}},
        D{"trust_per_negative", &P::trust_per_negative, {0, 0.5}, "1", "Fall of trust per bad encounter, times trust.", {assumption, "bad weighs more than good"}},
        D{"trust_per_help", &P::trust_per_help, {0, 0.2}, "1", "Rise of trust in a month in which help was received, times what is missing to 1.", {assumption, "reciprocity"}},
        D{"trust_across_groups", &P::trust_across_groups, {0, 0.1}, "1", "Additional rise per good encounter across origin groups.", {literature, "contact lowers prejudice, r about -0.2 (FACTS E), small"}},
        D{"belonging_rate", &P::belonging_rate, {0, 1}, "1/month", "Share of the way to its target that belonging goes in a month.", {assumption, "years, not months"}},
        D{"belonging_level", &P::belonging_level, {-5, 5}, "1", "Level of the logit of belonging.", {assumption, "62 % feel at home (FACTS A2)"}},
        D{"belonging_years", &P::belonging_years, {0, 2}, "1", "Rise of the logit per ln(1 + years lived here).", {assumption, "length of stay is the steadiest predictor (Kasarda & Janowitz 1974)"}},
        D{"belonging_known", &P::belonging_known, {0, 2}, "1", "Rise of the logit per ln(1 + casual friends here).", {assumption, "Kasarda & Janowitz 1974, sign"}},
        D{"belonging_trust", &P::belonging_trust, {0, 5}, "1", "Rise of the logit per unit of trust in neighbours.", {assumption, "sign"}},
        D{"belonging_turnover", &P::belonging_turnover, {0, 10}, "1", "Fall of the logit per share of the street's dwellings that changed hands in a year.", {assumption, "residential instability, Sampson 1997, sign"}},
        D{"institutional_rate", &P::institutional_rate, {0, 1}, "1/month", "Rate at which institutional trust returns to its usual level.", {assumption, "years, not months"}},
        D{"institutional_low", &P::institutional_low, {0, 1}, "1", "Usual institutional trust, low education.", {literature, "trust rises steeply with education (FACTS A2 [28])"}},
        D{"institutional_middle", &P::institutional_middle, {0, 1}, "1", "The same, middle education.", {literature, "FACTS A2 [28]"}},
        D{"institutional_high", &P::institutional_high, {0, 1}, "1", "The same, high education.", {literature, "FACTS A2 [28]"}},
        D{"institutional_support", &P::institutional_support, {0, 0.2}, "1/h", "Rise of institutional trust per hour of effective support, times what is missing to 1.", {assumption, "being helped builds trust; size unknown"}},
        D{"distress_rate", &P::distress_rate, {0.05, 1}, "1/month", "Share of the way to its target that distress goes in a month.", {assumption, "as loneliness"}},
        D{"distress_level", &P::distress_level, {-6, 2}, "1", "Level of the logit of distress.", {assumption, "6-10 % at high risk of anxiety or depression (FACTS A3)"}},
        D{"distress_loneliness", &P::distress_loneliness, {0, 4}, "1", "Rise of the logit from not lonely to the top of the scale.", {literature, "r about 0.5 with depressive symptoms (FACTS C), halved"}},
        D{"distress_insecurity", &P::distress_insecurity, {0, 4}, "1", "Rise of the logit per unit of insecurity.", {literature, "51 % of the gap in distress runs along other ways than loneliness (FACTS C [69])"}},
        D{"distress_overload", &P::distress_overload, {0, 4}, "1", "Rise of the logit for an overloaded carer.", {expert, "burdened carers (FACTS A2)"}},
        D{"distress_widowed", &P::distress_widowed, {0, 4}, "1", "Rise of the logit in the 24 months after widowhood.", {expert, "life events"}},
        D{"distress_waiting", &P::distress_waiting, {0, 4}, "1", "Rise of the logit while waiting for care.", {assumption, "sign"}},
        D{"distress_support", &P::distress_support, {0, 1}, "1", "Fall of the logit per ln(1 + h of effective support this month).", {literature, "social prescribing: null by intention to treat, effect in those with 3 visits or more (FACTS C [47]); small"}},
        D{"frailty_loneliness", &P::frailty_loneliness, {0, 1}, "1", "Relative rise of the growth of frailty per third of the loneliness scale above its middle third.", {literature, "dementia HR 1.31, CHD RR 1.29 (FACTS C), residual"}},
        D{"frailty_distress", &P::frailty_distress, {0, 2}, "1", "Relative rise of the growth of frailty per unit of distress above 0.15.", {assumption, "residual"}},
        D{"frailty_insecurity", &P::frailty_insecurity, {0, 2}, "1", "Relative rise of the growth of frailty per unit of insecurity above 0.2.", {assumption, "gradient of health with income, residual"}},
        D{"insecurity_rate", &P::insecurity_rate, {0, 0.2}, "1/month", "Rate at which insecurity returns to its own level (0.009: 10 % a year).", {literature, "MODEL 5.6: relapse 10 % a year"}},
        D{"insecurity_low_income", &P::insecurity_low_income, {0, 1}, "1", "Median insecurity, low income.", {assumption, "shape: poverty is concentrated in the lowest incomes (FACTS A3)"}},
        D{"insecurity_middle_income", &P::insecurity_middle_income, {0, 1}, "1", "Median insecurity, middle income.", {assumption, "as above"}},
        D{"insecurity_high_income", &P::insecurity_high_income, {0, 1}, "1", "Median insecurity, high income.", {assumption, "as above"}},
        D{"insecurity_spread", &P::insecurity_spread, {0, 2}, "1", "Spread between people, on the logit scale.", {assumption, "by hand"}},
    };
}();

}  // namespace weefsel
