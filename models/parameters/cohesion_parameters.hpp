#pragma once
#include <array>

#include "models/parameters/studies.hpp"
#include "sim/parameter.hpp"

namespace weefsel {

/// Social cohesion: trust in neighbours, belonging, collective efficacy and nuisance. In double as declared,
/// in float for loops over columns (sim::narrowed).
template <class Real>
struct CohesionParametersOf {
    Real trust_usual = 0.66;
    Real trust_spread = 0.2;
    Real trust_rate = 0.03;
    Real trust_per_encounter = 0.002;
    Real trust_per_known = 0.001;
    Real trust_per_negative = 0.01;
    Real trust_per_help = 0.01;
    Real trust_per_help_given = 0.005;
    Real trust_per_support = 0.002;
    Real trust_per_refusal = 0.02;
    Real trust_per_closed_place = 0.02;
    Real trust_per_turnover = 0.01;
    Real belonging_rate = 0.04;
    Real belonging_level = -0.55;
    Real belonging_years = 0.35;
    Real belonging_known = 0.35;
    Real belonging_trust = 1.2;
    Real belonging_turnover = 2.0;
    Real belonging_insecurity = 1.55;
    Real belonging_nuisance = 0.5;
    Real belonging_rural = 1.7;
    Real trust_rural = 0.28;
    Real efficacy_trust = 0.5;
    Real efficacy_usual = 0.62;
    Real nuisance_rate = 0.08;
    Real nuisance_usual = 0.2;
    Real nuisance_insecurity = 2.0;
    Real nuisance_young = 10;
    Real nuisance_public_space = 1.0;
    Real nuisance_efficacy = 2.0;
};
using CohesionParameters = CohesionParametersOf<double>;

inline constexpr std::array cohesion_declared = [] {
    using P = CohesionParameters;
    using sim::declare;
    using enum sim::Evidence;
    using namespace studies;
    return std::array{
        declare("trust_usual", &P::trust_usual, {0, 1}, "1",
                "Mean level to which trust in neighbours returns without experience.",
                {assumption, "58-66 % trust others (nu.nl/binnenland/5784507, CBS)", resident_panel}),
        declare("trust_spread", &P::trust_spread, {0, 0.3}, "1",
                "Spread of that level between people, for life. 0: all return to the same.",
                {assumption, "people differ more than places do; 0.1-0.3", resident_panel}),
        declare("trust_rate", &P::trust_rate, {0, 1}, "1/month", "Rate of that return.",
                {assumption, "years, not months", resident_panel}),
        declare("trust_per_encounter", &P::trust_per_encounter, {0, 0.1}, "1",
                "Rise of trust per good encounter, times what is missing to 1. 0: off.",
                {assumption, "sign: Pettigrew & Tropp 2006", resident_panel}),
        declare(
            "trust_per_known", &P::trust_per_known, {0, 0.05}, "1",
            "Additional rise per good encounter with somebody one knows. 0: off.",
            {assumption, "contact with friends weighs more (Pettigrew & Tropp 2006), sign", resident_panel}),
        declare("trust_per_negative", &P::trust_per_negative, {0, 0.5}, "1",
                "Fall of trust per bad encounter, times trust. 0: off.",
                {assumption,
                 "bad weighs more than good, less than makes the usual encounter one that lowers trust",
                 resident_panel}),
        declare("trust_per_help", &P::trust_per_help, {0, 0.2}, "1",
                "Rise of trust in a month in which help was received, times what is missing to 1.",
                {assumption, "reciprocity", resident_panel}),
        declare("trust_per_help_given", &P::trust_per_help_given, {0, 0.1}, "1",
                "Rise of trust in a month in which help was given, times what is missing to 1. 0: off.",
                {assumption, "who helps comes to know and trust those helped, sign", resident_panel}),
        declare("trust_per_support", &P::trust_per_support, {0, 0.05}, "1/h",
                "Rise of trust in neighbours per hour of effective support by a professional, times what is "
                "missing to 1. 0: off.",
                {assumption, "what professional.neighbour_trust_loss_on_leave can take has come first",
                 support_trial}),
        declare("trust_per_refusal", &P::trust_per_refusal, {0, 0.2}, "1",
                "Fall of trust in a month in which help was refused, times trust. 0: off.",
                {assumption, "as much as help received, the other way", resident_panel}),
        declare("trust_per_closed_place", &P::trust_per_closed_place, {0, 0.2}, "1",
                "Fall of trust, times trust, in a month in which a regular place is closed, per unit of the "
                "habit that is left. 0: off.",
                {assumption,
                 "sign; attachment goes with some kinds of places, not with others (docs/trials.md, R33)",
                 place_trial}),
        declare(
            "trust_per_turnover", &P::trust_per_turnover, {0, 0.2}, "1",
            "Fall of trust a month, times trust, per share of the street's dwellings that changed hands in "
            "a year. 0: off.",
            {assumption, "residential instability, Sampson 1997, sign", resident_panel}),
        declare("belonging_rate", &P::belonging_rate, {0, 1}, "1/month",
                "Share of the way to its target that belonging goes in a month.",
                {assumption, "years, not months", resident_panel}),
        declare("belonging_level", &P::belonging_level, {-5, 5}, "1", "Level of the logit of belonging.",
                {assumption, "62 % feel at home (cbs.nl/nl-nl/cijfers/detail/85146NED)", resident_panel}),
        declare("belonging_years", &P::belonging_years, {0, 2}, "1",
                "Rise of the logit per ln(1 + years lived here).",
                {assumption, "length of stay is the steadiest predictor (Kasarda & Janowitz 1974)",
                 resident_panel}),
        declare("belonging_known", &P::belonging_known, {0, 2}, "1",
                "Rise of the logit per ln(1 + casual friends here).",
                {assumption, "Kasarda & Janowitz 1974, sign", resident_panel}),
        declare("belonging_trust", &P::belonging_trust, {0, 5}, "1",
                "Rise of the logit per unit of trust in neighbours.", {assumption, "sign", resident_panel}),
        declare("belonging_turnover", &P::belonging_turnover, {0, 10}, "1",
                "Fall of the logit per share of the street's dwellings that changed hands in a year.",
                {assumption, "residential instability, Sampson 1997, sign", resident_panel}),
        declare("belonging_nuisance", &P::belonging_nuisance, {0, 4}, "1",
                "Fall of the logit per unit of nuisance of the street above the usual. 0: off.",
                {assumption, "who feels unsafe feels less at home, sign", resident_panel}),
        declare(
            "belonging_insecurity", &P::belonging_insecurity, {0, 10}, "1",
            "Fall of the logit per unit of insecurity: who worries about money feels less at home. 0: off.",
            {literature,
             "lowest income fifth 8-10 points less at home than all (cbs.nl/nl-nl/cijfers/detail/85146NED "
             "and 85147NED), size by hand"}),
        declare("belonging_rural", &P::belonging_rural, {0, 5}, "1",
                "Rise of the logit from very urban to not urban surroundings. 0: off.",
                {literature,
                 "cohesion 5.9 in very urban and 7.1 in rural surroundings "
                 "(vzinfo.nl/leefomgeving/gezondheidsbevorderende-leefomgeving/sociale-leefomgeving), size "
                 "by hand"}),
        declare("trust_rural", &P::trust_rural, {0, 0.45}, "1",
                "Rise of the usual trust in neighbours from very urban to not urban surroundings. 0: off.",
                {literature,
                 "as belonging_rural "
                 "(vzinfo.nl/leefomgeving/gezondheidsbevorderende-leefomgeving/sociale-leefomgeving)"}),
        declare("efficacy_trust", &P::efficacy_trust, {0, 1}, "1",
                "Part of trust in collective efficacy; the rest is belonging.",
                {assumption, "half: cohesion and trust of neighbours (Sampson 1997)", neighbourhood_survey}),
        declare("nuisance_rate", &P::nuisance_rate, {0.01, 1}, "1/month",
                "Share of the way to its level that the nuisance of a street goes in a month.",
                {assumption, "about a year", neighbourhood_survey}),
        declare(
            "nuisance_usual", &P::nuisance_usual, {0.02, 0.6}, "1",
            "Nuisance of a street where insecurity, public space and collective efficacy are usual and no "
            "young people have offended.",
            {assumption, "about one in five often bothered by neighbours or youth, by hand",
             neighbourhood_survey}),
        declare("nuisance_insecurity", &P::nuisance_insecurity, {0, 6}, "1",
                "Rise of the logit of nuisance per unit of mean insecurity above the usual. 0: off.",
                {assumption, "concentrated disadvantage, Sampson 1997, sign", neighbourhood_survey}),
        declare("nuisance_young", &P::nuisance_young, {0, 40}, "1",
                "Rise of the logit per young resident who has offended, to adults of the street. 0: off.",
                {assumption, "sign", neighbourhood_survey}),
        declare("nuisance_public_space", &P::nuisance_public_space, {0, 4}, "1",
                "Fall of the logit per unit of quality of public space above one half. 0: off.",
                {literature,
                 "cleaned lots: fewer crimes and less worry nearby (Branas 2018, doi "
                 "10.1073/pnas.1718503115), sign"}),
        declare(
            "nuisance_efficacy", &P::nuisance_efficacy, {0, 8}, "1",
            "Fall of the logit per unit of collective efficacy of the street's adults above the usual. 0: "
            "off.",
            {assumption,
             "strongest predictor of violence across Chicago (Sampson 1997); cross-section, so small here",
             neighbourhood_survey}),
        declare("efficacy_usual", &P::efficacy_usual, {0.2, 0.9}, "1",
                "Collective efficacy at which it neither raises nor lowers nuisance.",
                {assumption, "by hand", model_choice}),
    };
}();

}  // namespace weefsel
