#pragma once
#include <array>

#include "models/parameters/studies.hpp"
#include "sim/parameter.hpp"

namespace weefsel {

/// In double as declared, in float for loops over columns (sim::narrowed).
template <class Real>
struct CareParametersOf {
    Real gp_scale = 1.0;
    Real gp_contacts_under_5 = 3.5;
    Real gp_contacts_5_to_17 = 2.3;
    Real gp_contacts_18_to_44 = 3.6;
    Real gp_contacts_45_to_64 = 4.4;
    Real gp_contacts_65_to_74 = 6.0;
    Real gp_contacts_75_to_84 = 8.9;
    Real gp_contacts_85_and_over = 13.3;
    Real gp_contacts_mean = 4.4;
    Real gp_frailty = 2.0;
    Real gp_distress = 0.6;
    Real gp_insecurity = 0.6;
    Real gp_signal = 1.0;
    Real gp_lonely = 0.005;
    Real gp_waiting = 0.3;
    Real gp_referral = 0.0;
    Real found_need = 0.3;
    Real nursing_level = 0.0014;
    Real nursing_frailty = 6.0;
    Real nursing_informal = 0.5;
    Real nursing_months = 5;
    Real wmo_level = 0.0013;
    Real wmo_frailty = 6.5;
    Real wmo_informal = 0.5;
    Real wmo_months = 36;
    Real youth_level = 0.0072;
    Real youth_strain = 1.5;
    Real youth_support = 0.2;
    Real youth_months = 10;
    Real mental_level = 0.0029;
    Real mental_distress = 2.4;
    Real mental_months = 9;
    Real residential_level = -10.9;
    Real residential_frailty = 9.0;
    Real residential_no_partner = 0.5;
    Real residential_breakdown = 0.7;
    Real residential_severely_lonely = 0.55;
    Real residential_unsuited = 0.25;
    Real residential_support = 0.05;
    Real capacity_limits = 1;
    Real capacity_slack = 0.05;
    Real offending_level = 0.010;
    Real offending_strain = 1.2;
    Real offending_reach = 1.0;
    Real offending_peers = 0.4;
    Real offending_nuisance = 0.5;
    Real price_gp_contact = 44;
    Real price_nursing = 15400;
    Real price_wmo = 4850;
    Real price_youth = 21900;
    Real price_mental = 9300;
    Real price_hospital = 2350;
    Real price_residential = 107000;
    Real own_wmo = 247;
    Real own_residential = 10000;
    Real price_informal_hour = 18;
    Real price_volunteer_hour = 18;
    Real cashable_municipality = 0.3;
    Real cashable_insurers = 0.3;
    Real cashable_state = 0.3;
    Real cashable_after = 24;
};
using CareParameters = CareParametersOf<double>;

inline constexpr std::array care_declared = [] {
    using P = CareParameters;
    using sim::declare;
    using enum sim::Evidence;
    using namespace studies;
    return std::array{
        declare("gp_scale", &P::gp_scale, {0.5, 2}, "1", "GP contacts against the national means by age.",
                {measured,
                 "4.4 contacts a person in 2017 (Nivel, "
                 "staatvenz.nl/kerncijfers/huisartscontact-aantal-contacten-persoon)"}),
        declare("gp_contacts_under_5", &P::gp_contacts_under_5, {0, 30}, "1/year",
                "Contacts a year with the GP at ages below 5; hospital care follows them.",
                {measured, "Nivel 2017 (staatvenz.nl/kerncijfers/huisartscontact-aantal-contacten-persoon)"}),
        declare("gp_contacts_5_to_17", &P::gp_contacts_5_to_17, {0, 30}, "1/year",
                "Contacts a year with the GP at ages 5-17; hospital care follows them.",
                {measured, "Nivel 2017 (staatvenz.nl/kerncijfers/huisartscontact-aantal-contacten-persoon)"}),
        declare("gp_contacts_18_to_44", &P::gp_contacts_18_to_44, {0, 30}, "1/year",
                "Contacts a year with the GP at ages 18-44; hospital care follows them.",
                {measured, "Nivel 2017 (staatvenz.nl/kerncijfers/huisartscontact-aantal-contacten-persoon)"}),
        declare("gp_contacts_45_to_64", &P::gp_contacts_45_to_64, {0, 30}, "1/year",
                "Contacts a year with the GP at ages 45-64; hospital care follows them.",
                {measured, "Nivel 2017 (staatvenz.nl/kerncijfers/huisartscontact-aantal-contacten-persoon)"}),
        declare("gp_contacts_65_to_74", &P::gp_contacts_65_to_74, {0, 30}, "1/year",
                "Contacts a year with the GP at ages 65-74; hospital care follows them.",
                {measured, "Nivel 2017 (staatvenz.nl/kerncijfers/huisartscontact-aantal-contacten-persoon)"}),
        declare("gp_contacts_75_to_84", &P::gp_contacts_75_to_84, {0, 30}, "1/year",
                "Contacts a year with the GP at ages 75-84; hospital care follows them.",
                {measured, "Nivel 2017 (staatvenz.nl/kerncijfers/huisartscontact-aantal-contacten-persoon)"}),
        declare("gp_contacts_85_and_over", &P::gp_contacts_85_and_over, {0, 30}, "1/year",
                "Contacts a year with the GP at ages 85 and over; hospital care follows them.",
                {measured, "Nivel 2017 (staatvenz.nl/kerncijfers/huisartscontact-aantal-contacten-persoon)"}),
        declare("gp_contacts_mean", &P::gp_contacts_mean, {1, 10}, "1/year",
                "Contacts of a resident of the Netherlands, to which price_hospital belongs.",
                {measured,
                 "4.4 contacts a person in 2017 (Nivel, "
                 "staatvenz.nl/kerncijfers/huisartscontact-aantal-contacten-persoon)"}),
        declare("gp_frailty", &P::gp_frailty, {0, 6}, "1",
                "Rise of log contacts per unit of frailty above the usual at that age.",
                {assumption, "frailty index predicts use; size by hand", linked_registers}),
        declare("gp_distress", &P::gp_distress, {0, 3}, "1",
                "Relative rise of contacts per unit of distress.", {assumption, "sign", linked_registers}),
        declare("gp_insecurity", &P::gp_insecurity, {0, 3}, "1/year",
                "Psychosocial contacts per unit of insecurity.",
                {literature,
                 "about 30 % of consultations have a social background "
                 "(henw.org/artikelen/wat-te-doen-aan-de-sociale-oorzaken-van-ziekte)"}),
        declare("gp_signal", &P::gp_signal, {0, 6}, "1/year", "Psychosocial contacts while a need is unmet.",
                {assumption, "the GP hears what nobody else hears", linked_registers}),
        declare("gp_lonely", &P::gp_lonely, {0, 0.03}, "1",
                "Relative rise of contacts at the top of the loneliness scale.",
                {literature, "fully adjusted +0.5 % (doi 10.3389/ijph.2021.581286)"}),
        declare("gp_waiting", &P::gp_waiting, {0, 2}, "1",
                "Relative rise of contacts while waiting for other care.",
                {assumption, "spill-over, sign", linked_registers}),
        declare(
            "found_need", &P::found_need, {0, 2}, "1",
            "Relative rise of the hazard of indicated care in a month in which a professional looks: need "
            "is found sooner. 0: off.",
            {literature,
             "admissions rose before they fell (Sure Start, ifs.org.uk/publications/14188), sign; size by "
             "hand"}),
        declare(
            "gp_referral", &P::gp_referral, {0, 1}, "1",
            "Chance that a contact with the GP refers an unmet need to social work (welzijn op recept): it "
            "then stands "
            "as a signal of three months does.",
            {literature,
             "the trial was null (Glasgow trial, pmc.ncbi.nlm.nih.gov/articles/PMC6846279): 0 by default"}),
        declare("nursing_level", &P::nursing_level, {0, 0.01}, "1/month",
                "Hazard of needing district nursing without frailty.",
                {assumption,
                 "set to 3.3 % users a year, 1.2 % on a day (staatvenz.nl/kerncijfers/wijkverpleging)",
                 linked_registers}),
        declare("nursing_frailty", &P::nursing_frailty, {0, 12}, "1", "Rise of its log per unit of frailty.",
                {assumption, "set to the age gradient", linked_registers}),
        declare("nursing_informal", &P::nursing_informal, {0, 1}, "1",
                "Share of the hazard that full informal care takes away.",
                {assumption, "studies of substitution differ; sweep", linked_registers}),
        declare(
            "nursing_months", &P::nursing_months, {1, 24}, "month", "Mean length of district nursing.",
            {literature, "579,000 users a year, 215,000 on a day (staatvenz.nl/kerncijfers/wijkverpleging)"}),
        declare("wmo_level", &P::wmo_level, {0, 0.01}, "1/month",
                "Hazard of needing Wmo support without frailty.",
                {assumption, "set to 65 clients per 1000 (cbs.nl/nl-nl/cijfers/detail/86050NED)",
                 linked_registers}),
        declare("wmo_frailty", &P::wmo_frailty, {0, 12}, "1", "Rise of its log per unit of frailty.",
                {assumption, "set to the age gradient", linked_registers}),
        declare("wmo_informal", &P::wmo_informal, {0, 1}, "1",
                "Share of the hazard that full informal care takes away.",
                {assumption, "as district nursing", linked_registers}),
        declare("wmo_months", &P::wmo_months, {6, 120}, "month", "Mean length of Wmo support.",
                {assumption, "indications run for years", linked_registers}),
        declare("youth_level", &P::youth_level, {0, 0.03}, "1/month",
                "Hazard of needing youth care below 23, without strain.",
                {assumption, "set to 10.6 % a year (longreads.cbs.nl/jeugdmonitor-2024/jeugdzorg)",
                 linked_registers}),
        declare("youth_strain", &P::youth_strain, {0, 5}, "1",
                "Rise of its log per unit of family strain (insecurity and distress of the parents).",
                {assumption, "sign", linked_registers}),
        declare("youth_support", &P::youth_support, {0, 1}, "1",
                "Fall of its log per ln(1 + friends of the parents here).",
                {assumption, "family support, sign", linked_registers}),
        declare("youth_months", &P::youth_months, {2, 36}, "month", "Mean length of youth care.",
                {literature,
                 "474,000 a year against 308,000 on a day (longreads.cbs.nl/jeugdmonitor-2024/jeugdzorg)"}),
        declare("mental_level", &P::mental_level, {0, 0.02}, "1/month",
                "Hazard of needing mental health care without distress.",
                {assumption, "set to 5.1 % a year (cbs.nl/nl-nl/cijfers/detail/81827ned)", linked_registers}),
        declare("mental_distress", &P::mental_distress, {0, 6}, "1", "Rise of its log per unit of distress.",
                {assumption, "lowest income decile 8.4 % (cbs.nl/nl-nl/cijfers/detail/81827ned)",
                 linked_registers}),
        declare("mental_months", &P::mental_months, {2, 36}, "month", "Mean length of mental health care.",
                {assumption, "trajectories of most of a year; no mean was found", linked_registers}),
        declare(
            "residential_level", &P::residential_level, {-14, -4}, "1",
            "Log hazard a month of an indication for residential care, without frailty.",
            {assumption,
             "set to 7 residents per 1000 (actiz.nl/hoe-staat-het-met-de-wachtlijsten-voor-verpleeghuizen)",
             linked_registers}),
        declare("residential_frailty", &P::residential_frailty, {0, 16}, "1",
                "Rise of it per unit of frailty.",
                {assumption, "set to 10-11 % of those of 80 and over, by hand", linked_registers}),
        declare("residential_no_partner", &P::residential_no_partner, {0, 2}, "1",
                "Rise of it without a partner.",
                {literature,
                 "living apart HR 1.97 (karger.com/dee/article/3/1/426/103101), shared with what informal "
                 "care does"}),
        declare("residential_breakdown", &P::residential_breakdown, {0, 2}, "1",
                "Rise of it when help is needed and no carer is left.",
                {literature,
                 "carer distress predicts admission after need and age (springermedizin.de/15209914), size "
                 "assumed"}),
        declare("residential_severely_lonely", &P::residential_severely_lonely, {0, 0.76}, "1",
                "Rise of it with severe loneliness, residual.",
                {literature,
                 "OR 1.46 (1.3-2.1) as answered (pmc.ncbi.nlm.nih.gov/articles/PMC6481549, halved); answers "
                 "err, so that of the state is larger"}),
        declare("residential_unsuited", &P::residential_unsuited, {0, 2}, "1",
                "Rise of it in a dwelling that does not suit old age.",
                {assumption, "sign", linked_registers}),
        declare("residential_support", &P::residential_support, {0, 0.5}, "1/h",
                "Fall of it per hour of professional support this month.",
                {assumption, "sign", support_trial}),
        declare("capacity_limits", &P::capacity_limits, {0, 1}, "1",
                "From one half: providers have the places they are sized to, and people wait. Below: nobody "
                "waits.",
                {assumption, "switch", model_choice}),
        declare("capacity_slack", &P::capacity_slack, {-0.3, 1}, "1",
                "Places of every care line above the mean use at the end of the burn-in, relative.",
                {assumption, "providers are sized to what was used", model_choice}),
        declare("offending_level", &P::offending_level, {0, 0.1}, "1/year",
                "Offending at 12-22 without strain and without youth work.",
                {literature,
                 "14 per 1000 before closures in London "
                 "(ifs.org.uk/articles/how-cuts-youth-clubs-affected-teen-crime-and-education)"}),
        declare("offending_strain", &P::offending_strain, {0, 5}, "1",
                "Rise of its log per unit of insecurity.", {assumption, "sign", linked_registers}),
        declare("offending_reach", &P::offending_reach, {0, 2}, "1",
                "Fall of its log for young people who go to a place or know a youth worker.",
                {literature,
                 "closures: 14 to 16 per 1000 over all youth "
                 "(ifs.org.uk/articles/how-cuts-youth-clubs-affected-teen-crime-and-education), of whom some "
                 "one in six went there"}),
        declare("offending_peers", &P::offending_peers, {0, 2}, "1",
                "Rise of the log hazard of offending when all ties of one's own age have offended before.",
                {assumption, "peers; swept from 0", linked_registers}),
        declare("offending_nuisance", &P::offending_nuisance, {0, 2}, "1",
                "Rise of the log hazard of offending per unit of nuisance of the own street. 0: off.",
                {assumption,
                 "collective efficacy goes with violence across Chicago (Sampson 1997); cross-section, so "
                 "small here",
                 linked_registers}),
        declare("price_gp_contact", &P::price_gp_contact, {10, 100}, "EUR", "Cost of a GP contact; insurers.",
                {literature,
                 "192 a person (2021, cbs.nl/nl-nl/cijfers/detail/81827NED) / 5.1 contacts (Nivel), CPI "
                 "100.0 to 118.0 (teltel.nl/, CBS)"}),
        declare("price_nursing", &P::price_nursing, {2000, 40000}, "EUR/year",
                "District nursing of one client on a day; insurers.",
                {literature,
                 "3.089 bn (2022, monitorlangdurigezorg.nl/kerncijfers/uitgaven-en-volume) / 214,855 on a "
                 "day (staatvenz.nl/kerncijfers/wijkverpleging), CPI 110.0 to 118.0 (teltel.nl/, CBS)"}),
        declare("price_wmo", &P::price_wmo, {500, 20000}, "EUR/year",
                "Wmo support of one client; municipality.",
                {literature,
                 "4,690 a client (2023, cbs.nl/nl-nl/cijfers/detail/84580NED over 86050NED, mixed years), "
                 "CPI 114.2 to 118.0 (teltel.nl/, CBS)"}),
        declare("price_youth", &P::price_youth, {2000, 60000}, "EUR/year",
                "Youth care of one client on a day; municipality.",
                {literature,
                 "5.5 bn (2019, jeugdautoriteit.nl/publicaties/de-stand-van-de-jeugdzorg) / 307,795 on a day "
                 "(longreads.cbs.nl/jeugdmonitor-2024/jeugdzorg), CPI 96.2 to 118.0 (teltel.nl/, CBS)"}),
        declare("price_mental", &P::price_mental, {1000, 40000}, "EUR/year",
                "Mental health care of one client on a day; insurers.",
                {literature,
                 "259 a person (2022, cbs.nl/nl-nl/cijfers/detail/81827ned) / 3 % on a day (assumed), CPI "
                 "110.0 to 118.0 (teltel.nl/, CBS)"}),
        declare(
            "price_hospital", &P::price_hospital, {0, 10000}, "EUR/year",
            "Hospital and other insured care (medicines, aids) of one resident, mean over all ages; "
            "insurers. "
            "It follows "
            "age as GP contacts do, and nothing else: no rate of admission by frailty is sourced, so policy "
            "moves it only "
            "through who lives here.",
            {literature,
             "2,841 a person (2022, cbs.nl/nl-nl/cijfers/detail/81827ned) less GP 211, nursing 175 and "
             "mental care 259, CPI 110.0 to 118.0 (teltel.nl/, CBS)"}),
        declare("price_residential", &P::price_residential, {50000, 150000}, "EUR/year",
                "Residential care of one client; state.",
                {literature,
                 "100,000 (2022: 13.18 bn, zorgcijfersdatabank.nl/, over 122,445 residents, "
                 "actiz.nl/hoe-staat-het-met-de-wachtlijsten-voor-verpleeghuizen; sweep 70,000-110,000), CPI "
                 "110.0 to 118.0 (teltel.nl/, CBS)"}),
        declare("own_wmo", &P::own_wmo, {0, 500}, "EUR/year", "Own contribution to Wmo support; residents.",
                {expert, "20.60 a month in 2024 (drimmelen.nl/abonnementstarief-wmo)"}),
        declare("own_residential", &P::own_residential, {0, 40000}, "EUR/year",
                "Own contribution to residential care; residents.",
                {assumption, "depends on income and capital; rounded, taken as of 2024; no mean was found",
                 linked_registers}),
        declare(
            "price_informal_hour", &P::price_informal_hour, {0, 60}, "EUR/h",
            "Value of an hour of informal care; residents.",
            {assumption,
             "14 in 2014 by the cost manual of 2015, which was not seen; CPI 90.0 to 118.0 (teltel.nl/, CBS)",
             helper_panel}),
        declare("price_volunteer_hour", &P::price_volunteer_hour, {0, 60}, "EUR/h",
                "Value of an hour of volunteering; residents.",
                {assumption, "as an hour of informal care", helper_panel}),
        declare(
            "cashable_municipality", &P::cashable_municipality, {0, 1}, "1",
            "Share of a difference in the municipality's cost of care that becomes cash; the rest is staff, "
            "buildings and "
            "contracts that stay.",
            {assumption, "by hand: 0.3, swept 0-1", grant_register}),
        declare("cashable_insurers", &P::cashable_insurers, {0, 1}, "1", "The same for insurers.",
                {assumption, "by hand: 0.3, swept 0-1", grant_register}),
        declare("cashable_state", &P::cashable_state, {0, 1}, "1", "The same for the state.",
                {assumption, "by hand: 0.3, swept 0-1", grant_register}),
        declare("cashable_after", &P::cashable_after, {0, 120}, "month",
                "Time after which that share is cash.", {assumption, "by hand: 24 months", model_choice}),
    };
}();

}  // namespace weefsel
