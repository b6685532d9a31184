#include "models/indicators.hpp"
#include "sim/error.hpp"

namespace weefsel {

const std::vector<sim::Observable>& observables() {
    using enum sim::Better;
    using enum sim::Measured;
    static const std::vector<sim::Observable> list{
        {"population", "1", neither, monthly, "Residents", "Inwoners", "count of residents", true},
        {"social_cohesion", "1", higher, yearly, "Social cohesion, 0-10", "Sociale cohesie, 0-10",
         "virtual survey of residents of 15 and over: four statements of the national safety monitor"},
        {"lonely", "1", lower, monthly, "Lonely adults", "Eenzame volwassenen",
         "share of adults with 3 or more on the De Jong Gierveld scale of 11 items"},
        {"severely_lonely", "1", lower, monthly, "Severely lonely adults", "Ernstig eenzame volwassenen",
         "share of adults with 9 or more on that scale"},
        {"isolated", "1", lower, monthly, "Isolated adults", "Geïsoleerde volwassenen",
         "share of adults with nobody in the neighbourhood closer than an acquaintance (50 h)"},
        {"close_ties", "1", higher, monthly, "Close ties here", "Hechte banden hier",
         "mean number of ties of 200 h and more per adult"},
        {"friends", "1", higher, monthly, "Friends here", "Vrienden hier",
         "mean number of ties of 90 h and more per adult"},
        {"acquaintances", "1", higher, monthly, "Acquaintances here", "Kennissen hier",
         "mean number of people known, but not as casual friends, per adult"},
        {"clustering", "1", neither, yearly, "Friends who know each other", "Vrienden die elkaar kennen",
         "local clustering of ties of 50 h and more outside the family, mean over residents with two or "
         "more"},
        {"bridging_age", "1", higher, yearly, "Ties across age groups", "Banden tussen leeftijden",
         "share of ties of 50 h and more outside the family between age bands"},
        {"bridging_income", "1", higher, yearly, "Ties across incomes", "Banden tussen inkomens",
         "the same between income classes"},
        {"bridging_origin", "1", higher, yearly, "Ties across origins", "Banden tussen herkomsten",
         "the same between origin groups"},
        {"tie_turnover", "1/year", neither, yearly, "Turnover of ties", "Verloop van banden",
         "ties ended in the year per tie at its end"},
        {"participation", "1", higher, monthly, "Taking part", "Meedoen",
         "share of adults who went to an activity at a meeting place this month"},
        {"volunteering", "1", higher, monthly, "Volunteering", "Vrijwilligerswerk",
         "share of residents of 15 and over who volunteer"},
        {"informal_care", "1", neither, monthly, "Informal carers", "Mantelzorgers",
         "share of adults who give informal care"},
        {"carers_overloaded", "1", lower, monthly, "Overloaded carers", "Overbelaste mantelzorgers",
         "share of informal carers who are heavily burdened"},
        {"trust_neighbours", "1", higher, monthly, "Trust in neighbours", "Vertrouwen in buurtgenoten",
         "mean over adults, 0-1"},
        {"belonging", "1", higher, monthly, "Belonging", "Thuis voelen", "mean over adults, 0-1"},
        {"institutional_trust", "1", higher, monthly, "Trust in institutions", "Vertrouwen in instanties",
         "mean over adults, 0-1"},
        {"healthy", "1", higher, yearly, "Good perceived health", "Goede ervaren gezondheid",
         "share of adults expected to call their health good"},
        {"distressed", "1", lower, monthly, "Distressed adults", "Volwassenen met psychische klachten",
         "share of adults at high risk of anxiety or depression"},
        {"youth_offending", "1/1000/year", lower, monthly, "Youth offending", "Jeugdcriminaliteit",
         "offences of young people of 12-22, per 1000 of them a year"},
        {"residents_reached", "1", higher, monthly, "Reached by professionals", "Bereikt door professionals",
         "share of residents in contact with a professional in the last 12 months"},
        {"same_worker_after_3_years", "1", higher, monthly, "Same worker after 3 years",
         "Zelfde werker na 3 jaar",
         "share of the fte of posts whose worker has been there for 36 months or more"},
        {"staff_exit", "1/year", neither, monthly, "Professionals who leave", "Vertrekkende professionals",
         "professionals who left their post in the month, times 12, per professional at work; who is placed "
         "elsewhere "
         "when the money ends counts too"},
        {"gp_contacts", "1/year", lower, monthly, "GP contacts a resident", "Huisartscontacten per inwoner",
         "contacts of the month times 12 per resident"},
        {"district_nursing", "1/1000", lower, monthly, "District nursing", "Wijkverpleging",
         "clients per 1000 residents"},
        {"wmo", "1/1000", lower, monthly, "Wmo support", "Wmo-ondersteuning", "clients per 1000 residents"},
        {"youth_care", "1/1000", lower, monthly, "Youth care", "Jeugdhulp", "clients per 1000 residents"},
        {"mental_care", "1/1000", lower, monthly, "Mental health care", "Geestelijke gezondheidszorg",
         "clients per 1000 residents"},
        {"residential_care", "1/1000", lower, monthly, "Residential care", "Verpleeghuiszorg",
         "clients per 1000 residents"},
        {"waiting", "1/1000", lower, monthly, "Waiting for care", "Wachtend op zorg",
         "residents waiting per 1000 residents"},
        {"initiatives", "1", higher, monthly, "Residents' initiatives", "Bewonersinitiatieven",
         "initiatives alive", true},
        {"professionals", "1", neither, monthly, "Professionals at work (fte)",
         "Professionals aan het werk (fte)", "fte of filled posts", true},
        {"reach_index", "1", neither, yearly, "Reach of low incomes", "Bereik van lage inkomens",
         "share of low incomes among adults taking part against their share of adults; 1: representative"},
        {"sphere_personal", "1", higher, yearly, "Personal sphere, 0-10", "Persoonlijke sfeer, 0-10",
         "friends here against what counts as full, mean over adults"},
        {"sphere_communal", "1", higher, yearly, "Communal sphere, 0-10", "Gemeenschappelijke sfeer, 0-10",
         "half for taking part, half for volunteering, mean over adults"},
        {"sphere_institutional", "1", higher, yearly, "Institutional sphere, 0-10",
         "Institutionele sfeer, 0-10",
         "hosted hours and direct hours of professionals per 1000 residents against what counts as full"},
        {"lonely_6", "1", lower, yearly, "Lonely (six items)", "Eenzaam (zes vragen)",
         "virtual survey of residents of 15 and over: 2 or more on the De Jong Gierveld form of six items of "
         "the statistics office; not to be compared with the form of 11 items"},
        {"strongly_lonely_6", "1", lower, yearly, "Strongly lonely (six items)", "Sterk eenzaam (zes vragen)",
         "the same with 5 or more"},
        {"largest_component", "1", higher, yearly, "In the largest network", "In het grootste netwerk",
         "share of residents in the largest group of their neighbourhood that hangs together by ties of 50 h "
         "and more, family included"},
        {"assortativity_age", "1", neither, yearly, "Ties within an age", "Banden binnen een leeftijd",
         "correlation of the ages at both ends of ties of 50 h and more outside the family, within a "
         "neighbourhood"},
        {"assortativity_loneliness", "1", neither, yearly, "Lonely tied to lonely", "Eenzamen onder elkaar",
         "the same of loneliness"},
    };
    sim::require(list.size() == indicator_count, "every indicator is declared once, in order");
    return list;
}

const std::vector<Grouping>& groupings() {
    static const std::vector<Grouping> list{
        {"age", {"18-34", "35-49", "50-64", "65-74", "75+"}},
        {"income", {"low", "middle", "high"}},
        {"origin", {"netherlands", "europe", "outside_europe"}},
        {"education", {"low", "middle", "high"}},
    };
    return list;
}

int group_of(const Residents& r, ResidentId who, std::size_t grouping) {
    constexpr int adult = 18;
    const int age = r.age[who];
    if (age < adult) return -1;
    switch (grouping) {
        case 0:
            return age < 35 ? 0 : age < 50 ? 1 : age < 65 ? 2 : age < 75 ? 3 : 4;
        case 1:
            return static_cast<int>(r.income[who]);
        case 2:
            return static_cast<int>(r.origin[who]);
        default:
            return static_cast<int>(r.education[who]);
    }
}

}  // namespace weefsel
