#pragma once
#include <array>

#include "sim/parameter.hpp"

namespace weefsel {

/// In double as declared, in float for loops over columns (sim::narrowed).
template <class Real>
struct HelpParametersOf {
    Real small_help = 1;
    Real need = 0.10;
    Real need_frailty = 0.8;
    Real need_insecurity = 0.25;
    Real ask = 0.4;
    Real ask_norm = 1.2;
    Real ask_shame = 1.0;
    Real help_level = -2.2;
    Real help_hours = 0.55;
    Real help_norm = 1.0;
    Real help_load = 0.35;
    Real help_reciprocity = 0.4;
    Real help_outside = 0.12;
    Real help_contact = 1.0;
    Real signal_months = 6;
    Real informal_care = 1;
    Real care_from_frailty = 0.22;
    Real care_hours = 110;
    Real care_partner = 0.75;
    Real care_child = 0.45;
    Real care_friend = 0.15;
    Real care_outside_kin = 0.10;
    Real care_others = 0.15;
    Real care_elsewhere = 0.23;
    Real care_elsewhere_hours = 40;
    Real care_elsewhere_spread = 0.7;
    Real carer_too_frail = 0.45;
    Real care_friends = 5;
    Real overload = 1;
    Real overload_from = 35;
    Real overload_spread = 25;
    Real overload_level = -1.5;
    Real overload_frailty = 1.5;
    Real breakdown = 0.10;
    Real respite = 0.5;
    Real carer_support = 1;
    Real respite_hours = 40;
    Real volunteer_start = 0.008;
    Real volunteer_asked = 2.0;
    Real volunteer_asked_ties = 3;
    Real volunteer_asked_host = 20;
    Real volunteer_stop = 0.013;
    Real volunteer_norm_low = 0.4;
    Real volunteer_norm = 1.2;
    Real volunteer_too_frail = 0.5;
    Real volunteer_overload = 2.0;
    Real volunteer_paper = 0.5;
    Real volunteer_low_education = 0.62;
    Real volunteer_high_education = 1.45;
    Real volunteer_retired = 1.15;
    Real volunteer_hours = 17;
    Real volunteer_here = 0.25;
    Real volunteer_hosting = 0.15;
    Real initiative_birth = 0.04;
    Real initiative_core = 3;
    Real initiative_end = 0.02;
    Real initiative_end_thin = 0.5;
    Real initiative_support = 0.03;
    Real initiative_takeover = 0.1;
    Real initiative_host = 6;
    Real takeover_output = 0.5;
};
using HelpParameters = HelpParametersOf<double>;

inline constexpr std::array help_declared = [] {
    using P = HelpParameters;
    using D = sim::Declaration<P>;
    using enum sim::Evidence;
    return std::array{
        D{"small_help",
          &P::small_help,
          {0, 2},
          "1",
          "Factor on the chance that small help is needed, whatever the cause. 0: nobody needs any.",
          {assumption, "switch"}},
        D{"need",
          &P::need,
          {0, 1},
          "1/month",
          "Chance that somebody in good health needs small help.",
          {assumption, "once a year"}},
        D{"need_frailty",
          &P::need_frailty,
          {0, 5},
          "1/month",
          "Rise of it per unit of frailty.",
          {assumption, "sign"}},
        D{"need_insecurity",
          &P::need_insecurity,
          {0, 5},
          "1/month",
          "Rise of it per unit of insecurity.",
          {assumption, "sign"}},
        D{"ask", &P::ask, {-5, 5}, "1", "Level of the logit of asking.", {assumption, "by hand"}},
        D{"ask_norm",
          &P::ask_norm,
          {0, 5},
          "1",
          "Rise of it from the lowest to the highest help norm.",
          {assumption, "by hand"}},
        D{"ask_shame",
          &P::ask_shame,
          {0, 5},
          "1",
          "Fall of it per unit of insecurity: shame.",
          {assumption, "sign"}},
        D{"help_level",
          &P::help_level,
          {-6, 6},
          "1",
          "Level of the logit of helping when asked.",
          {assumption, "by hand"}},
        D{"help_hours",
          &P::help_hours,
          {0, 3},
          "1",
          "Rise of it per ln(hours) of the tie.",
          {assumption, "closer ties help more"}},
        D{"help_norm",
          &P::help_norm,
          {0, 5},
          "1",
          "Rise of it from the lowest to the highest help norm.",
          {assumption, "by hand"}},
        D{"help_load",
          &P::help_load,
          {0, 3},
          "1",
          "Fall of it per time helped last month.",
          {assumption, "by hand"}},
        D{"help_reciprocity",
          &P::help_reciprocity,
          {0, 3},
          "1",
          "Rise of it for one who helped others last month.",
          {assumption, "reciprocity, generalised"}},
        D{"help_outside",
          &P::help_outside,
          {0, 1},
          "1",
          "Chance that one relative elsewhere helps when nobody here does.",
          {assumption, "distance"}},
        D{"help_contact",
          &P::help_contact,
          {0, 10},
          "h",
          "Contact that goes with helping.",
          {assumption, "one visit"}},
        D{"signal_months",
          &P::signal_months,
          {1, 24},
          "month",
          "Time after which an unmet need is no longer voiced.",
          {assumption, "by hand"}},
        D{"informal_care",
          &P::informal_care,
          {0, 1},
          "1",
          "Factor on the informal care that people give, here and elsewhere. 0: nobody gives any.",
          {assumption, "switch"}},
        D{"care_from_frailty",
          &P::care_from_frailty,
          {0.1, 0.6},
          "1",
          "Share of deficits from which help is needed month after month.",
          {literature, "frailty index: frail from 0.21-0.25 (Hoover 2013)"}},
        D{"care_hours",
          &P::care_hours,
          {20, 400},
          "h/month",
          "Help needed per unit of frailty above that.",
          {assumption, "set to 12 h a week of a mean carer (FACTS A2)"}},
        D{"care_partner",
          &P::care_partner,
          {0, 1},
          "1",
          "Share of the need that a partner gives.",
          {assumption, "partners give most"}},
        D{"care_child",
          &P::care_child,
          {0, 1},
          "1",
          "Share that an adult child or other relative here gives.",
          {assumption, "less than a partner"}},
        D{"care_friend",
          &P::care_friend,
          {0, 1},
          "1",
          "Share that a close friend here gives.",
          {assumption, "less than kin"}},
        D{"care_outside_kin",
          &P::care_outside_kin,
          {0, 0.5},
          "1",
          "Share that each relative elsewhere gives.",
          {assumption, "distance"}},
        D{"care_others",
          &P::care_others,
          {0, 0.5},
          "1",
          "Share that other ties give together, at five friends here.",
          {assumption, "networks share care"}},
        D{"care_elsewhere",
          &P::care_elsewhere,
          {0, 1},
          "1",
          "Share of people of 45-69 who care for a parent or other who lives elsewhere; half of it at 25-44.",
          {literature, "13 % of adults are carers, 24 % at 55-59 (FACTS A2)"}},
        D{"care_elsewhere_hours",
          &P::care_elsewhere_hours,
          {0, 150},
          "h/month",
          "Median time they give.",
          {literature, "12 h a week on average, skewed (FACTS A2)"}},
        D{"overload",
          &P::overload,
          {0, 1},
          "1",
          "Factor on the overload of carers. 0: no carer is ever overloaded.",
          {assumption, "switch"}},
        D{"care_elsewhere_spread",
          &P::care_elsewhere_spread,
          {0, 2},
          "1",
          "Standard deviation of the logarithm of those hours: a few give very much.",
          {literature, "burdened carers 28 h a week, others 8 (FACTS A2 [26]); by hand"}},
        D{"carer_too_frail",
          &P::carer_too_frail,
          {0, 1},
          "1",
          "Frailty from which somebody can no longer be a carer.",
          {assumption, "by hand"}},
        D{"care_friends",
          &P::care_friends,
          {1, 24},
          "1",
          "Friends of a resident in need with whom care_others is reached in full.",
          {assumption, "4-5 good contacts protect (FACTS D [113])"}},
        D{"overload_from",
          &P::overload_from,
          {10, 200},
          "h/month",
          "Care given at which half the carers are overloaded, in good health.",
          {literature, "burdened carers give 28 h a week, others 8 (FACTS A2)"}},
        D{"overload_spread",
          &P::overload_spread,
          {5, 100},
          "h/month",
          "Width of that passage.",
          {assumption, "by hand"}},
        D{"overload_level",
          &P::overload_level,
          {-6, 3},
          "1",
          "Logit of the overload of a carer without frailty who gives overload_from hours.",
          {assumption, "by hand"}},
        D{"overload_frailty",
          &P::overload_frailty,
          {0, 6},
          "1",
          "Rise of the logit of overload per unit of the carer's own frailty.",
          {assumption, "sign"}},
        D{"breakdown",
          &P::breakdown,
          {0, 1},
          "1/month",
          "Hazard that a wholly overloaded carer can go on no longer.",
          {assumption, "sign"}},
        D{"respite",
          &P::respite,
          {0, 1},
          "1",
          "Share of overload that support of an hour a week takes away.",
          {assumption, "respite and carer support"}},
        D{"carer_support",
          &P::carer_support,
          {0, 2},
          "1",
          "How far an hour of any professional's contact with a carer relieves that carer, of an hour of "
          "respite. 0: "
          "only hours that are meant for carers do.",
          {assumption, "who is seen is helped, whatever the money is called"}},
        D{"respite_hours",
          &P::respite_hours,
          {1, 400},
          "h/week",
          "Hours a week of support for the carers of a neighbourhood at which respite is full.",
          {assumption, "about one fte"}},
    };
}();

}  // namespace weefsel
