#pragma once
#include "models/parameters/care_parameters.hpp"
#include "models/parameters/cohesion_parameters.hpp"
#include "models/parameters/company_parameters.hpp"
#include "models/parameters/demography_parameters.hpp"
#include "models/parameters/exchange_parameters.hpp"
#include "models/parameters/funding_parameters.hpp"
#include "models/parameters/help_parameters.hpp"
#include "models/parameters/meeting_place_parameters.hpp"
#include "models/parameters/network_parameters.hpp"
#include "models/parameters/place_kinds.hpp"
#include "models/parameters/population_parameters.hpp"
#include "models/parameters/professional_parameters.hpp"
#include "models/parameters/roles.hpp"
#include "models/parameters/shock_parameters.hpp"
#include "models/parameters/support_parameters.hpp"
#include "models/parameters/survey_parameters.hpp"
#include "models/parameters/wellbeing_parameters.hpp"
#include "sim/parameter.hpp"

namespace weefsel {

/// All parameters of the model, by theme. A theme's name is the first part of the full name; the tables by
/// kind of place and by role share that of meeting places and of professionals.
struct Parameters {
    PopulationParameters population;
    DemographyParameters demography;
    MeetingPlaceParameters meeting_place;
    PlaceKindParameters place_kind = usual_meeting;
    NetworkParameters network;
    HelpParameters help;
    ProfessionalParameters professional;
    WorkHoursParameters work_hours = usual_hours;
    HostSkillParameters host_skill = usual_host_skill;
    SupportParameters support;
    FundingParameters funding;
    WellbeingParameters wellbeing;
    CompanyParameters company;
    CohesionParameters cohesion;
    CareParameters care;
    ShockParameters shock;
    SurveyParameters survey;
    ExchangeParameters exchange;
};

/// The declarations, bound to `parameters` (which must outlive the table).
inline sim::ParameterTable table_of(Parameters& parameters) {
    sim::ParameterTable table;
    table.add("population", parameters.population, population_declared);
    table.add("demography", parameters.demography, demography_declared);
    table.add("meeting_place", parameters.meeting_place, meeting_place_declared);
    table.add("meeting_place", parameters.place_kind, usual_meeting, place_kind_rows, place_kind_columns);
    table.add("network", parameters.network, network_declared);
    table.add("help", parameters.help, help_declared);
    table.add("professional", parameters.professional, professional_declared);
    table.add("professional", parameters.work_hours, usual_hours, role_rows, work_hours_columns);
    table.add("professional", parameters.host_skill, usual_host_skill, role_rows, host_skill_columns);
    table.add("support", parameters.support, support_declared);
    table.add("funding", parameters.funding, funding_declared);
    table.add("wellbeing", parameters.wellbeing, wellbeing_declared);
    table.add("company", parameters.company, company_declared);
    table.add("cohesion", parameters.cohesion, cohesion_declared);
    table.add("care", parameters.care, care_declared);
    table.add("shock", parameters.shock, shock_declared);
    table.add("survey", parameters.survey, survey_declared);
    table.add("exchange", parameters.exchange, exchange_declared);
    static_assert(
        sizeof(Parameters) ==
            sizeof(PopulationParameters) + sizeof(DemographyParameters) + sizeof(MeetingPlaceParameters) +
                sizeof(PlaceKindParameters) + sizeof(NetworkParameters) + sizeof(HelpParameters) +
                sizeof(ProfessionalParameters) + sizeof(WorkHoursParameters) + sizeof(HostSkillParameters) +
                sizeof(SupportParameters) + sizeof(FundingParameters) + sizeof(CompanyParameters) +
                sizeof(WellbeingParameters) + sizeof(CohesionParameters) + sizeof(CareParameters) +
                sizeof(ShockParameters) + sizeof(SurveyParameters) + sizeof(ExchangeParameters),
        "a theme is missing from table_of");
    return table;
}

}  // namespace weefsel
