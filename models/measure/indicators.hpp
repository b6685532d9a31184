#pragma once
#include <array>
#include <cstdint>
#include <vector>

#include "models/measure/survey/answered_loneliness.hpp"
#include "models/parameters/survey_parameters.hpp"
#include "models/world/month_record.hpp"
#include "models/world/neighbourhood.hpp"
#include "sim/observable.hpp"

namespace weefsel {

/// The indicators, in the order in which result files hold them. A new one is named here and declared in the
/// list below; observe.cpp measures it.
enum class Indicator : std::uint8_t {
    population,
    social_cohesion,
    lonely,
    severely_lonely,
    isolated,
    close_ties,
    friends,
    acquaintances,
    clustering,
    bridging_age,
    bridging_income,
    bridging_origin,
    tie_turnover,
    participation,
    volunteering,
    informal_care,
    carers_overloaded,
    trust_neighbours,
    belonging,
    institutional_trust,
    healthy,
    distressed,
    youth_offending,
    residents_reached,
    same_worker_after_3_years,
    staff_exit,
    gp_contacts,
    district_nursing,
    wmo,
    youth_care,
    mental_care,
    residential_care,
    waiting,
    initiatives,
    professionals,
    reach_index,
    sphere_personal,
    sphere_communal,
    sphere_institutional,
    lonely_6,
    strongly_lonely_6,
    largest_component,
    assortativity_age,
    assortativity_loneliness,
    count
};
inline constexpr std::size_t indicator_count = static_cast<std::size_t>(Indicator::count);

/// What each is, in the same order: result files, tables, thresholds, help and the report read it from here.
inline constexpr auto indicator_list = [] {
    using enum sim::Better;
    using enum sim::Measured;
    using sim::Observable;
    using sim::Scale;
    // Half a percentage point is what a municipal monitor can see at best.
    constexpr double half_a_point = 0.005, tenth_of_a_score = 0.1;
    return std::array<sim::Observable, indicator_count>{
        Observable{"population", "1", neither, monthly, "Residents", "Inwoners", "count of residents",
                   "aantal inwoners", true}
            .as(Scale::positive),
        Observable{
            "social_cohesion", "1", higher, yearly, "Social cohesion, 0-10", "Sociale cohesie, 0-10",
            "virtual survey of residents of 15 and over: four statements of the national safety monitor",
            "vragenlijst onder inwoners van 15 jaar en ouder: vier stellingen van de Veiligheidsmonitor"}
            .as(Scale::score)
            .called("social cohesion", "sociale cohesie")
            .noticed_from(tenth_of_a_score, 1),
        Observable{
            "lonely", "1", lower, monthly, "Lonely adults", "Eenzame volwassenen",
            "share of adults who would answer 3 or more of the 11 items of De Jong Gierveld as lonely people "
            "do",
            "deel van de volwassenen dat op 3 of meer van de 11 vragen van De Jong Gierveld eenzaam zou "
            "antwoorden"}
            .as(Scale::share)
            .called("loneliness", "eenzaamheid")
            .counting("who are lonely", "die eenzaam zijn")
            .noticed_from(half_a_point),
        Observable{"severely_lonely", "1", lower, monthly, "Severely lonely adults",
                   "Ernstig eenzame volwassenen", "share of adults who would answer 9 or more of them so",
                   "deel van de volwassenen dat op 9 of meer van die vragen zo zou antwoorden"}
            .as(Scale::share)
            .called("severe loneliness", "ernstige eenzaamheid")
            .counting("who are severely lonely", "die ernstig eenzaam zijn")
            .noticed_from(half_a_point, 2),
        Observable{"isolated", "1", lower, monthly, "Isolated adults", "Geïsoleerde volwassenen",
                   "share of adults with nobody in the neighbourhood closer than an acquaintance (50 h)",
                   "deel van de volwassenen dat in de buurt niemand beter kent dan een kennis (50 uur)"}
            .as(Scale::share)
            .called("isolation", "isolement")
            .counting("who know nobody well in the neighbourhood", "die niemand in de buurt goed kennen")
            .noticed_from(half_a_point),
        Observable{"close_ties", "1", higher, monthly, "Close ties here", "Hechte banden hier",
                   "mean number of ties of 200 h and more per adult",
                   "gemiddeld aantal banden van 200 uur of meer per volwassene"}
            .as(Scale::positive)
            .called("close ties", "hechte banden"),
        Observable{"friends", "1", higher, monthly, "Friends here", "Vrienden hier",
                   "mean number of ties of 90 h and more per adult",
                   "gemiddeld aantal banden van 90 uur of meer per volwassene"}
            .as(Scale::positive),
        Observable{
            "acquaintances", "1", higher, monthly, "People known here", "Bekenden hier",
            "mean number of people in the street and at regular places whom an adult knows at least by "
            "face, friends among them",
            "gemiddeld aantal mensen in de straat en op vaste plekken dat een volwassene ten minste van "
            "gezicht kent, vrienden inbegrepen"}
            .as(Scale::positive),
        Observable{
            "clustering", "1", neither, yearly, "Friends who know each other", "Vrienden die elkaar kennen",
            "local clustering of ties of 50 h and more outside the family, mean over residents with two or "
            "more",
            "hoe vaak twee vrienden (50 uur of meer, geen familie) van dezelfde inwoner elkaar kennen; "
            "gemiddelde over inwoners met twee of meer"}
            .as(Scale::share),
        Observable{"bridging_age", "1", higher, yearly, "Ties across age groups", "Banden tussen leeftijden",
                   "share of ties of 50 h and more outside the family between age bands",
                   "deel van de banden van 50 uur of meer, buiten familie, tussen leeftijdsgroepen"}
            .as(Scale::share),
        Observable{"bridging_income", "1", higher, yearly, "Ties across incomes", "Banden tussen inkomens",
                   "the same between income classes", "hetzelfde tussen inkomensgroepen"}
            .as(Scale::share),
        Observable{"bridging_origin", "1", higher, yearly, "Ties across origins", "Banden tussen herkomsten",
                   "the same between origin groups", "hetzelfde tussen herkomstgroepen"}
            .as(Scale::share),
        Observable{"tie_turnover", "1/year", neither, yearly, "Turnover of ties", "Verloop van banden",
                   "ties ended in the year per tie at its end",
                   "banden die in het jaar eindigden, per band aan het eind van het jaar"}
            .as(Scale::positive)
            .called("ties lost in a year", "verloren banden per jaar"),
        Observable{"participation", "1", higher, monthly, "Taking part", "Meedoen",
                   "share of adults who went to an activity at a meeting place this month",
                   "deel van de volwassenen dat deze maand naar een activiteit op een ontmoetingsplek ging"}
            .as(Scale::share)
            .called("participation", "deelname aan activiteiten")
            .counting("who go to an activity", "die naar een activiteit gaan")
            .noticed_from(half_a_point, 3),
        Observable{"volunteering", "1", higher, monthly, "Volunteering", "Vrijwilligerswerk",
                   "share of residents of 15 and over who volunteer",
                   "deel van de inwoners van 15 jaar en ouder dat vrijwilligerswerk doet"}
            .as(Scale::share)
            .called("volunteering", "vrijwilligerswerk")
            .counting("who volunteer", "die vrijwilligerswerk doen")
            .noticed_from(half_a_point),
        Observable{"informal_care", "1", neither, monthly, "Informal carers", "Mantelzorgers",
                   "share of adults who give informal care", "deel van de volwassenen dat mantelzorg geeft"}
            .as(Scale::share)
            .called("informal care", "mantelzorg")
            .counting("who give informal care", "die mantelzorg geven")
            .noticed_from(half_a_point),
        Observable{"carers_overloaded", "1", lower, monthly, "Overloaded carers", "Overbelaste mantelzorgers",
                   "share of informal carers who are heavily burdened",
                   "deel van de mantelzorgers dat zwaar belast is"}
            .as(Scale::share)
            .called("overloaded carers", "overbelaste mantelzorgers")
            .noticed_from(half_a_point),
        Observable{"trust_neighbours", "1", higher, monthly, "Trust in neighbours",
                   "Vertrouwen in buurtgenoten", "mean over adults, 0-1", "gemiddelde over volwassenen, 0-1"}
            .as(Scale::unit_score),
        Observable{"belonging", "1", higher, monthly, "Belonging", "Zich thuis voelen",
                   "mean over adults, 0-1", "gemiddelde over volwassenen, 0-1"}
            .as(Scale::unit_score),
        Observable{"institutional_trust", "1", higher, monthly, "Trust in institutions",
                   "Vertrouwen in instanties", "mean over adults, 0-1", "gemiddelde over volwassenen, 0-1"}
            .as(Scale::unit_score),
        Observable{"healthy", "1", higher, yearly, "Good perceived health", "Goede ervaren gezondheid",
                   "share of adults expected to call their health good",
                   "deel van de volwassenen dat de eigen gezondheid naar verwachting goed noemt"}
            .as(Scale::share)
            .called("perceived good health", "goede ervaren gezondheid")
            .counting("who call their health good", "die hun gezondheid goed noemen")
            .noticed_from(half_a_point),
        Observable{"distressed", "1", lower, monthly, "Distressed adults",
                   "Volwassenen met psychische klachten",
                   "share of adults at high risk of anxiety or depression",
                   "deel van de volwassenen met een hoog risico op angst of depressie"}
            .as(Scale::share)
            .called("distress", "psychische klachten")
            .counting("who are distressed", "die psychische klachten hebben")
            .noticed_from(half_a_point),
        Observable{"youth_offending", "1/1000/year", lower, monthly, "Youth offending", "Jeugdcriminaliteit",
                   "offences of young people of 12-22, per 1000 of them a year",
                   "delicten van jongeren van 12 tot en met 22 jaar, per 1000 van hen per jaar"}
            .as(Scale::positive),
        Observable{"residents_reached", "1", higher, monthly, "Reached by professionals",
                   "Bereikt door professionals",
                   "share of residents in contact with a professional in the last 12 months",
                   "deel van de inwoners dat in de laatste 12 maanden contact had met een professional"}
            .as(Scale::share)
            .called("residents reached", "bereikte inwoners")
            .counting("who know a professional", "die contact hebben met een professional")
            .noticed_from(half_a_point),
        Observable{"same_worker_after_3_years", "1", higher, monthly, "Same worker after 3 years",
                   "Zelfde beroepskracht na 3 jaar",
                   "share of the fte of posts whose worker has been there for 36 months or more",
                   "deel van de formatie (fte) met een beroepskracht die er 36 maanden of langer werkt"}
            .as(Scale::share)
            .called("same worker after 3 years", "zelfde beroepskracht na 3 jaar"),
        Observable{"staff_exit", "1/year", neither, monthly, "Professionals who leave",
                   "Vertrekkende professionals",
                   "professionals who left their post in the month, times 12, per professional at work; who "
                   "is placed "
                   "elsewhere when the money ends counts too",
                   "professionals die in de maand weggingen, maal 12, per werkende professional; wie na het "
                   "einde van "
                   "het geld elders een plek kreeg, telt ook mee"}
            .as(Scale::positive),
        Observable{"gp_contacts", "1/year", lower, monthly, "GP contacts a resident",
                   "Huisartscontacten per inwoner", "contacts of the month times 12 per resident",
                   "contacten in de maand, maal 12, per inwoner"}
            .as(Scale::positive),
        Observable{"district_nursing", "1/1000", lower, monthly, "District nursing", "Wijkverpleging",
                   "clients per 1000 residents", "cliënten per 1000 inwoners"}
            .as(Scale::per_thousand),
        Observable{"wmo", "1/1000", lower, monthly, "Wmo support", "Wmo-ondersteuning",
                   "clients per 1000 residents", "cliënten per 1000 inwoners"}
            .as(Scale::per_thousand),
        Observable{"youth_care", "1/1000", lower, monthly, "Youth care", "Jeugdhulp",
                   "clients per 1000 residents", "cliënten per 1000 inwoners"}
            .as(Scale::per_thousand),
        Observable{"mental_care", "1/1000", lower, monthly, "Mental health care",
                   "Geestelijke gezondheidszorg", "clients per 1000 residents", "cliënten per 1000 inwoners"}
            .as(Scale::per_thousand),
        Observable{"residential_care", "1/1000", lower, monthly, "Residential care", "Verpleeghuiszorg",
                   "clients per 1000 residents", "cliënten per 1000 inwoners"}
            .as(Scale::per_thousand),
        Observable{"waiting", "1/1000", lower, monthly, "Waiting for care", "Wachtend op zorg",
                   "residents waiting per 1000 residents", "wachtende inwoners per 1000 inwoners"}
            .as(Scale::per_thousand),
        Observable{"initiatives", "1", higher, monthly, "Residents' initiatives", "Bewonersinitiatieven",
                   "initiatives alive", "aantal initiatieven dat bestaat", true}
            .as(Scale::positive)
            .called("initiatives", "bewonersinitiatieven"),
        Observable{"professionals", "1", neither, monthly, "Professionals at work (fte)",
                   "Professionals aan het werk (fte)", "fte of filled posts",
                   "fte van de posten waar iemand werkt", true}
            .as(Scale::positive),
        Observable{
            "reach_index", "1", neither, yearly, "Reach of low incomes", "Bereik van lage inkomens",
            "share of low incomes among adults taking part against their share of adults; 1: representative",
            "aandeel lage inkomens onder wie meedoet, gedeeld door hun aandeel onder alle volwassenen; 1: "
            "een "
            "afspiegeling"}
            .as(Scale::positive),
        Observable{"sphere_personal", "1", higher, yearly, "Personal sphere, 0-10",
                   "Persoonlijke sfeer, 0-10", "friends here against what counts as full, mean over adults",
                   "vrienden in de buurt, afgezet tegen wat als vol telt; gemiddelde over volwassenen"}
            .as(Scale::score),
        Observable{"sphere_communal", "1", higher, yearly, "Communal sphere, 0-10",
                   "Gemeenschappelijke sfeer, 0-10",
                   "half for taking part, half for volunteering, mean over adults",
                   "half voor meedoen, half voor vrijwilligerswerk; gemiddelde over volwassenen"}
            .as(Scale::score),
        Observable{
            "sphere_institutional", "1", higher, yearly, "Institutional sphere, 0-10",
            "Institutionele sfeer, 0-10",
            "hosted hours and direct hours of professionals per 1000 residents against what counts as full",
            "uren met een gastheer en directe uren van professionals per 1000 inwoners, afgezet tegen wat "
            "als "
            "vol telt"}
            .as(Scale::score),
        Observable{
            "lonely_6", "1", lower, yearly, "Lonely (six items)", "Eenzaam (zes vragen)",
            "virtual survey of residents of 15 and over: 2 or more on the De Jong Gierveld form of six items "
            "of "
            "the statistics office; not to be compared with the form of 11 items",
            "vragenlijst onder inwoners van 15 jaar en ouder: 2 of hoger op de korte schaal van De Jong "
            "Gierveld (zes vragen, CBS); niet te vergelijken met de schaal van 11 vragen"}
            .as(Scale::share)
            .noticed_from(half_a_point),
        Observable{"strongly_lonely_6", "1", lower, yearly, "Strongly lonely (six items)",
                   "Sterk eenzaam (zes vragen)", "the same with 5 or more", "hetzelfde met 5 of hoger"}
            .as(Scale::share)
            .noticed_from(half_a_point),
        Observable{
            "largest_component", "1", higher, yearly, "In the largest network", "In het grootste netwerk",
            "share of residents in the largest group of their neighbourhood that hangs together by ties of "
            "50 h "
            "and more, family included",
            "deel van de inwoners in de grootste groep van hun buurt die via banden van 50 uur of meer "
            "samenhangt, familie inbegrepen"}
            .as(Scale::share),
        Observable{
            "assortativity_age", "1", neither, yearly, "Ties within an age", "Banden tussen leeftijdgenoten",
            "correlation of the ages at both ends of ties of 50 h and more outside the family, within a "
            "neighbourhood",
            "samenhang (correlatie) van de leeftijden aan beide kanten van banden van 50 uur of meer, buiten "
            "familie, binnen een buurt"}
            .as(Scale::correlation),
        Observable{"assortativity_loneliness", "1", neither, yearly, "Lonely tied to lonely",
                   "Banden tussen eenzame mensen", "the same of loneliness", "hetzelfde voor eenzaamheid"}
            .as(Scale::correlation),
    };
}();
static_assert(!indicator_list.back().name.empty(), "every indicator is declared");

inline const std::vector<sim::Observable>& observables() {
    static const std::vector<sim::Observable> list(indicator_list.begin(), indicator_list.end());
    return list;
}

/// Numerators and denominators of all indicators for one population.
struct Tally {
    std::array<double, indicator_count> numerator{};
    std::array<double, indicator_count> denominator{};
    void add(Indicator i, double n, double d) {
        numerator[static_cast<std::size_t>(i)] += n;
        denominator[static_cast<std::size_t>(i)] += d;
    }
};

/// Groupings of residents for which indicators of people are measured too, once a year.
struct Grouping {
    const char* name;
    std::vector<const char*> groups;
};
const std::vector<Grouping>& groupings();
/// Group of a resident in a grouping, or -1 (children).
int group_of(const Residents& residents, ResidentId who, std::size_t grouping);

/// Schedule step 10: measures the month; every twelfth month the yearly indicators too, and then
/// `by_group` (all groups of all groupings in order) if it is not empty. Changes nothing.
void observe(Neighbourhood& n, const MonthRecord& made, const AnsweredLoneliness& answered,
             const SurveyParameters& p, const sim::RandomSource& draws, sim::Month now, Tally& all,
             std::vector<Tally>& by_group);

/// The same of the residents marked with 1 (a mark for each row), whatever the month: the indicators of
/// people, those of a year too.
void observe_marked(const Neighbourhood& n, const std::vector<std::uint8_t>& marks,
                    const AnsweredLoneliness& answered, const SurveyParameters& p,
                    const sim::RandomSource& draws, sim::Month now, Tally& tally);

}  // namespace weefsel
