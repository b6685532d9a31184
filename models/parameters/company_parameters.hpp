#pragma once
#include <array>

#include "models/parameters/studies.hpp"
#include "sim/parameter.hpp"

namespace weefsel {

/// What hours among people do: sessions with returning faces, calls and visits, helping, residents' own
/// groups. In double as declared, in float for loops over columns (sim::narrowed).
template <class Real>
struct CompanyParametersOf {
    Real emotional = 0.35;
    Real social = 0.30;
    Real slow_share = 0.3;
    Real halflife = 8;
    Real usual = 1.2;
    Real strangers = 0.3;
    Real bad_encounter = 1.0;
    Real volunteering = 0.2;
    Real professional = 0.5;
    Real esteem = 0.1;
    Real travel_insecurity = 0.2;
    Real travel_frailty = 0.2;
    Real travel_usual = 0.91;
};
using CompanyParameters = CompanyParametersOf<double>;

inline constexpr std::array company_declared = [] {
    using P = CompanyParameters;
    using sim::declare;
    using enum sim::Evidence;
    using namespace studies;
    return std::array{
        declare("emotional", &P::emotional, {0, 0.45}, "1",
                "Fall of the logit of the emotional items of loneliness per unit of ln(1 + hours of good "
                "company a month) above the usual. 0: off.",
                {literature,
                 "a weekly group -0.1 to -0.4 SD in those who were recruited (Johnson 2020, doi "
                 "10.1093/geronb/gby132), wide on purpose"}),
        declare("social", &P::social, {0, 0.45}, "1", "The same of the social items. 0: off.",
                {assumption, "as of the emotional items, a little less: company of a group is no friend yet",
                 support_trial}),
        declare("slow_share", &P::slow_share, {0, 0.5}, "1",
                "Share of that which follows company of the last months instead of this month's.",
                {assumption, "after a group ends a third of its effect is left at six months, by hand",
                 support_trial}),
        declare("halflife", &P::halflife, {1, 24}, "month", "Half-life with which past company fades.",
                {assumption, "6 to 9 months, by hand", support_trial}),
        declare("usual", &P::usual, {0, 4}, "1",
                "ln(1 + hours) of company at which it neither adds nor takes.",
                {assumption, "about the mean, so that levels do not depend on it", model_choice}),
        declare("strangers", &P::strangers, {0, 1}, "1",
                "What an hour at a place where one is new counts of an hour among returning faces.",
                {assumption, "by hand", contact_diary}),
        declare("bad_encounter", &P::bad_encounter, {0, 4}, "h",
                "Hours of good company that a bad encounter takes away. 0: off.",
                {assumption, "bad counts twice, encounters of half an hour", contact_diary}),
        declare("volunteering", &P::volunteering, {0, 1}, "1",
                "Share of a volunteer's hours that is company. 0: off.",
                {assumption, "most volunteers work with others; part of the hours", helper_panel}),
        declare("professional", &P::professional, {0, 1}, "1",
                "What an hour with a professional counts of an hour of company. 0: off.",
                {assumption, "a talk is company too, and not of a friend", support_trial}),
        declare(
            "esteem", &P::esteem, {0, 0.5}, "1",
            "Fall of the logit of emotional loneliness and of distress for who volunteers; it is gone with "
            "the volunteering. 0: off.",
            {literature,
             "volunteers are less depressed, little in trials (Jenkinson 2013, "
             "pmc.ncbi.nlm.nih.gov/articles/PMC3766013), sign; size by hand"}),
        declare(
            "travel_insecurity", &P::travel_insecurity, {0, 1}, "1",
            "Share of contact elsewhere, and of beginning to volunteer, that the price of travel takes from "
            "who is wholly insecure. 0: off.",
            {literature, "free travel from 60 on (Reinhard 2018, doi 10.1136/jech-2017-210038), loosely"}),
        declare(
            "travel_frailty", &P::travel_frailty, {0, 1}, "1",
            "The same of the effort of travel, from who is wholly frail. 0: off.",
            {literature, "free travel from 60 on (Reinhard 2018, doi 10.1136/jech-2017-210038), loosely"}),
        declare("travel_usual", &P::travel_usual, {0.3, 1}, "1",
                "What is left of it on average: contact elsewhere is the stated one there.",
                {assumption, "about the mean", model_choice}),
    };
}();

}  // namespace weefsel
