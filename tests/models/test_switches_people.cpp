#include "switch_table.hpp"

namespace weefsel::test_switches_people {

// What one parameter switches off in demography, feelings and health (MODEL 5.2 and 5.8).

namespace {

const std::string strain = "resident.frailty";
const std::string of_insecurity = "resident.insecurity resident.distress resident.frailty";
const std::string all_of_loneliness = "resident.emotional_loneliness resident.distress resident.frailty";

void in_the_country(MonthInParts& m, Parameters&) { m.n.norms.rural[0] = 1.0F; }
void streets_change_hands(MonthInParts& m, Parameters&) {
    for (auto& turnover : m.n.streets.turnover) turnover = 0.2F;
}
void all_places_closed(MonthInParts& m, Parameters&) {
    for (auto& hours : m.n.places.own_hours) hours = 0.0F;
    for (auto& hours : m.n.lines.place_hours) hours.fill(0.0F);
}
void all_have_offended(MonthInParts& m, Parameters&) {
    for (auto& n : m.n.residents.episodes(EventKind::offending)) n = 1;
}
void lately_widowed(MonthInParts& m, Parameters&) {
    everybody(m, [](Residents& r, ResidentId who) { r.widowed[who] = 30; });
}
void families_with_little_time(MonthInParts& m, Parameters& p) {
    nothing_falls(m, p);
    // Whoever has no free time noted gets it anew, as on a birthday.
    everybody(m, [](Residents& r, ResidentId who) { r.free_hours[who] = 0.0F; });
}
void somebody_in_residence(MonthInParts& m, Parameters& p) {
    nothing_falls(m, p);
    const ResidentId who{0};
    REQUIRE(m.n.residents.present[who]);
    m.n.residents.care_use[who] |= 16U;
    ++m.n.care.in_use[4];
}

void a_partner_dies(MonthInParts& m, Parameters& p) {
    nothing_falls(m, p);
    auto& r = m.n.residents;
    for (std::size_t i = 0; i < r.rows(); ++i) {
        const ResidentId who{static_cast<std::uint16_t>(i)};
        if (!r.present[who] || !r.partner[who].exists()) continue;
        r.left(EventKind::death)[who] = 1e-9F;
        return;
    }
}
void households_move_out(MonthInParts& m, Parameters& p) {
    nothing_falls(m, p);
    for (std::size_t i = 0; i < m.n.dwellings.rows(); i += 10)
        m.n.dwellings.move_left[DwellingId{static_cast<std::uint16_t>(i)}] = 1e-9F;
}
void friends_move_out(MonthInParts& m, Parameters& p) {
    p.network.outside_after_move = 1;
    households_move_out(m, p);
}
void newcomers_in_a_poor_neighbourhood(MonthInParts& m, Parameters& p) {
    households_move_out(m, p);
    m.n.norms.poorer[0] = 0.5F;
    m.n.norms.vacancy_months[0] = 1.0F;
}
/// All of 45. An attribute of the inflow is sex + 2 education + 6 origin + 18 income.
void newcomers_with_little_schooling(MonthInParts& m, Parameters& p) {
    newcomers_in_a_poor_neighbourhood(m, p);
    for (auto& months : m.n.inflow.age_months) months = 45 * 12;
    for (auto& a : m.n.inflow.attributes) a = static_cast<std::uint8_t>(a - 2 * (a / 2 % 3));
}
void newcomers_in_a_dear_village(MonthInParts& m, Parameters& p) {
    households_move_out(m, p);
    m.n.norms.wealth[0] = 0.5F;
    for (auto& tenure : m.n.dwellings.tenure) tenure = Tenure::owned;
    m.n.norms.rural[0] = 1.0F;
    m.n.norms.vacancy_months[0] = 1.0F;
}
void everybody_falls_ill(MonthInParts& m, Parameters& p) {
    nothing_falls(m, p);
    everybody(m, [](Residents& r, ResidentId who) { r.left(EventKind::wmo)[who] = 1e-9F; });
}
void coping_people(MonthInParts& m, Parameters& p) {
    nothing_falls(m, p);
    everybody(m, [](Residents& r, ResidentId who) { r.coping[who] = 0.5F; });
}

const std::vector<Switch> switches{
    {"frailty in deaths", "demography.death_frailty", 0, "live_and_die", "resident.left.death", "",
     nothing_falls},
    {"severe loneliness in deaths", "demography.death_severely_lonely", 1, "live_and_die",
     "resident.left.death", "", nothing_falls},
    {"deaths in residential care", "demography.death_in_residential_care", 1, "live_and_die",
     "resident.left.death", "", somebody_in_residence},
    {"births", "demography.birth_scale", 0, "live_and_die", "resident.left.birth", "", nothing_falls},
    {"leaving home", "demography.leave_home", 0, "live_and_die", "resident.left.leave_home", "",
     nothing_falls},
    {"forming a couple", "demography.couples", 0, "live_and_die", "resident.left.couple", "", nothing_falls},
    {"couples among residents", "demography.couple_here", 0, "live_and_die", "resident.left.couple", "",
     nothing_falls},
    {"separation", "demography.separation", 0, "live_and_die", "resident.left.separation", "", nothing_falls},
    {"nuisance drives people out", "demography.move_nuisance", 0, "live_and_die", "dwelling.move_left", "",
     nothing_falls},
    {"moving out", "demography.moves", 0, "live_and_die", "dwelling.move_left", "", nothing_falls},
    {"widowhood", "demography.widowhood", 0, "live_and_die", "resident.widowed", "resident.drift",
     a_partner_dies},
    {"contact with friends who moved out", "demography.moved_contact", 0, "live_and_die",
     "resident.moved_contact", "", households_move_out},
    {"poverty makes low incomes less secure", "wellbeing.insecurity_poverty", 0, "live_and_die",
     "resident.insecurity_base", "resident.insecurity resident.distress", newcomers_in_a_poor_neighbourhood},
    {"who feels at home stays", "demography.move_belonging", 0, "live_and_die", "dwelling.move_left", "",
     nothing_falls},
    {"a child takes time", "network.free_less_with_child", 0, "live_and_die", "resident.free_hours", "",
     families_with_little_time},
    {"frailty takes time", "network.free_less_when_frail", 0, "live_and_die", "resident.free_hours", "",
     families_with_little_time},
    {"friends who moved out stay friends", "network.outside_after_move", 0, "live_and_die",
     "resident.outside_friends", "resident.moved_contact", friends_move_out},
    {"an owned home is security", "wellbeing.insecurity_owned", 0, "live_and_die", "resident.insecurity_base",
     of_insecurity, newcomers_in_a_dear_village},
    {"a dear home is more", "wellbeing.insecurity_wealth", 0, "live_and_die", "resident.insecurity_base",
     of_insecurity, newcomers_in_a_dear_village},
    {"students are poor for a while", "wellbeing.insecurity_student", 0, "live_and_die",
     "resident.insecurity_base", of_insecurity, newcomers_in_a_dear_village},
    {"the city strains", "wellbeing.distress_urban", 0, "feel", "resident.distress", "resident.frailty",
     in_the_country},
    {"age calms", "wellbeing.distress_age", 0, "feel", "resident.distress", "resident.frailty"},
    {"age makes less lonely", "wellbeing.loneliness_age", 0, "feel", "resident.loneliness",
     all_of_loneliness},
    {"discrimination is insecurity", "wellbeing.insecurity_origin_outside", 0, "live_and_die",
     "resident.insecurity_base", of_insecurity, newcomers_in_a_dear_village},
    {"kin live near a village", "wellbeing.family_rural", 0, "live_and_die", "resident.family_habit", "",
     newcomers_in_a_dear_village},
    {"a village helps", "population.help_norm_rural", 0, "live_and_die", "resident.help_norm", "",
     newcomers_in_a_dear_village},
    {"schooling and frailty", "demography.frailty_education", 0, "live_and_die", "resident.frailty", "",
     newcomers_with_little_schooling},
    {"faces in the street of arrival", "network.known_on_arrival", 0, "live_and_die", "resident.known_street",
     "", newcomers_in_a_poor_neighbourhood},

    {"company against emotional loneliness", "company.emotional", 0, "feel", "resident.loneliness",
     all_of_loneliness},
    {"company against social loneliness", "company.social", 0, "feel", "resident.loneliness",
     all_of_loneliness},
    {"bad encounters spoil company", "company.bad_encounter", 0, "feel", "resident.company_kept",
     "resident.loneliness " + all_of_loneliness},
    {"volunteering is company", "company.volunteering", 0, "feel", "resident.company_kept",
     "resident.loneliness " + all_of_loneliness},
    {"a professional is company", "company.professional", 0, "feel", "resident.company_kept",
     "resident.loneliness " + all_of_loneliness},
    {"volunteers are esteemed", "company.esteem", 0, "feel", "resident.loneliness", all_of_loneliness},
    {"travel costs money", "company.travel_insecurity", 0, "get_about", "resident.mobility"},
    {"travel costs effort", "company.travel_frailty", 0, "get_about", "resident.mobility"},
    {"support against emotional loneliness", "support.emotional", 0, "feel", "resident.loneliness",
     all_of_loneliness, coping_people},
    {"support against social loneliness", "support.social", 0, "feel", "resident.loneliness",
     all_of_loneliness, coping_people},
    {"support against distress", "support.distress", 0, "feel", "resident.distress", strain, coping_people},
    {"nuisance of the street in distress", "wellbeing.distress_nuisance", 0, "feel", "resident.distress",
     strain},
    {"contagion of loneliness", "wellbeing.contagion", 0, "feel", "resident.loneliness", all_of_loneliness,
     nullptr, 0.03},
    {"contact against loneliness", "wellbeing.loneliness_contact", 0, "feel", "resident.loneliness",
     all_of_loneliness},
    {"casual friends against loneliness", "wellbeing.loneliness_casual", 0, "feel", "resident.loneliness",
     all_of_loneliness},
    {"a partner against loneliness", "wellbeing.loneliness_partner", 0, "feel", "resident.loneliness",
     all_of_loneliness},
    {"contact against social loneliness", "wellbeing.loneliness_contact_social", 0, "feel",
     "resident.loneliness", all_of_loneliness},
    {"a partner against social loneliness", "wellbeing.loneliness_partner_social", 0, "feel",
     "resident.loneliness", all_of_loneliness},
    {"what comes and goes in loneliness", "wellbeing.drift_spread", 0, "live_and_die,feel", "resident.drift",
     "resident.loneliness resident.emotional_loneliness resident.distress resident.frailty"},
    {"relatives elsewhere against loneliness", "wellbeing.family_hours", 0, "feel", "resident.loneliness",
     all_of_loneliness},
    {"bereavement in loneliness", "wellbeing.event_bereavement", 0, "live_and_die", "resident.drift", "",
     a_partner_dies},
    {"moving here in loneliness", "wellbeing.event_moving", 0, "live_and_die", "resident.drift", "",
     households_move_out},
    {"falling ill in loneliness", "wellbeing.event_illness", 0, "seek_care", "resident.drift", "",
     everybody_falls_ill},
    {"frailty in loneliness", "wellbeing.loneliness_frailty", 0, "feel", "resident.loneliness",
     all_of_loneliness},
    {"insecurity in loneliness", "wellbeing.loneliness_insecurity", 0, "feel", "resident.loneliness",
     all_of_loneliness},
    {"contact here displaces contact elsewhere", "wellbeing.displacement", 0, "feel", "resident.loneliness",
     all_of_loneliness},

    {"trust by encounters", "cohesion.trust_per_encounter", 0, "trust_and_belong", "resident.trust",
     "resident.belonging"},
    {"trust lost by bad encounters", "cohesion.trust_per_negative", 0, "trust_and_belong", "resident.trust",
     "resident.belonging"},
    {"trust by help", "cohesion.trust_per_help", 0, "trust_and_belong", "resident.trust",
     "resident.belonging"},
    {"trust by known people", "cohesion.trust_per_known", 0, "trust_and_belong", "resident.trust",
     "resident.belonging"},
    {"trust by helping", "cohesion.trust_per_help_given", 0, "trust_and_belong", "resident.trust",
     "resident.belonging"},
    {"trust by support", "cohesion.trust_per_support", 0, "trust_and_belong", "resident.trust",
     "resident.belonging"},
    {"trust lost where help was refused", "cohesion.trust_per_refusal", 0, "trust_and_belong",
     "resident.trust", "resident.belonging"},
    {"trust lost with a place", "cohesion.trust_per_closed_place", 0, "trust_and_belong", "resident.trust",
     "resident.belonging", all_places_closed},
    {"trust lost where neighbours leave", "cohesion.trust_per_turnover", 0, "trust_and_belong",
     "resident.trust", "resident.belonging", streets_change_hands},
    {"belonging and nuisance", "cohesion.belonging_nuisance", 0, "trust_and_belong", "resident.belonging"},
    {"insecurity makes nuisance", "cohesion.nuisance_insecurity", 0, "watch_streets", "street.nuisance"},
    {"young offenders make nuisance", "cohesion.nuisance_young", 0, "watch_streets", "street.nuisance", "",
     all_have_offended},
    {"public space against nuisance", "cohesion.nuisance_public_space", 0, "watch_streets",
     "street.nuisance"},
    {"collective efficacy against nuisance", "cohesion.nuisance_efficacy", 0, "watch_streets",
     "street.nuisance"},
    {"trust in the country", "cohesion.trust_rural", 0, "trust_and_belong", "resident.trust",
     "resident.belonging", in_the_country},
    {"belonging in the country", "cohesion.belonging_rural", 0, "trust_and_belong", "resident.belonging", "",
     in_the_country},
    {"belonging by years lived here", "cohesion.belonging_years", 0, "trust_and_belong",
     "resident.belonging"},
    {"belonging by friends here", "cohesion.belonging_known", 0, "trust_and_belong", "resident.belonging"},
    {"belonging by trust", "cohesion.belonging_trust", 0, "trust_and_belong", "resident.belonging"},
    {"belonging and a street that changes hands", "cohesion.belonging_turnover", 0, "trust_and_belong",
     "resident.belonging", "", streets_change_hands},
    {"belonging and insecurity", "cohesion.belonging_insecurity", 0, "trust_and_belong",
     "resident.belonging"},

    {"loneliness in distress", "wellbeing.distress_loneliness", 0, "feel", "resident.distress", strain},
    {"insecurity in distress", "wellbeing.distress_insecurity", 0, "feel", "resident.distress", strain},
    {"overload of carers in distress", "wellbeing.distress_overload", 0, "feel", "resident.distress", strain},
    {"widowhood in distress", "wellbeing.distress_widowed", 0, "feel", "resident.distress", strain,
     lately_widowed},
    {"waiting in distress", "wellbeing.distress_waiting", 0, "feel", "resident.distress", strain, all_wait},
    {"trust returns to the usual", "cohesion.trust_rate", 0, "trust_and_belong", "resident.trust",
     "resident.belonging"},
    {"trust in institutions returns to the usual", "wellbeing.institutional_rate", 0, "trust_and_belong",
     "resident.institutional_trust"},
    {"relapse into insecurity", "wellbeing.insecurity_rate", 0, "feel", "resident.insecurity",
     all_of_loneliness},
    {"loneliness in frailty", "wellbeing.frailty_loneliness", 0, "feel", "resident.frailty"},
    {"distress in frailty", "wellbeing.frailty_distress", 0, "feel", "resident.frailty"},
    {"insecurity in frailty", "wellbeing.frailty_insecurity", 0, "feel,live_and_die", "resident.frailty"},
};
const bool in_table = noted(switches);

}  // namespace

TEST_CASE("demography, feelings and health: each parameter takes away its own mechanism and nothing else") {
    REQUIRE(in_table);
    for (const auto& s : switches) removes_its_effect_and_nothing_else(s);
}

}  // namespace weefsel::test_switches_people
