#pragma once
#include <array>

#include "sim/parameter.hpp"

namespace weefsel {

/// Direct hours of a post by role and by what they go to, in parts: what counts is a part against the sum of
/// the six of a role. In the order of Role and WorkMode.
struct WorkHoursParameters {
    double hours_opbouwwerker_casework = 0.05;
    double hours_opbouwwerker_outreach = 0.20;
    double hours_opbouwwerker_connecting = 0.20;
    double hours_opbouwwerker_money = 0;
    double hours_opbouwwerker_collective = 0.25;
    double hours_opbouwwerker_initiatives = 0.30;
    double hours_jongerenwerker_casework = 0.15;
    double hours_jongerenwerker_outreach = 0.30;
    double hours_jongerenwerker_connecting = 0.10;
    double hours_jongerenwerker_money = 0;
    double hours_jongerenwerker_collective = 0.40;
    double hours_jongerenwerker_initiatives = 0.05;
    double hours_maatschappelijk_werker_casework = 0.65;
    double hours_maatschappelijk_werker_outreach = 0.05;
    double hours_maatschappelijk_werker_connecting = 0.05;
    double hours_maatschappelijk_werker_money = 0.25;
    double hours_maatschappelijk_werker_collective = 0;
    double hours_maatschappelijk_werker_initiatives = 0;
    double hours_sociaal_werker_casework = 0.35;
    double hours_sociaal_werker_outreach = 0.20;
    double hours_sociaal_werker_connecting = 0.15;
    double hours_sociaal_werker_money = 0.10;
    double hours_sociaal_werker_collective = 0.15;
    double hours_sociaal_werker_initiatives = 0.05;
    double hours_buurtsportcoach_casework = 0;
    double hours_buurtsportcoach_outreach = 0.15;
    double hours_buurtsportcoach_connecting = 0.10;
    double hours_buurtsportcoach_money = 0;
    double hours_buurtsportcoach_collective = 0.65;
    double hours_buurtsportcoach_initiatives = 0.10;
    double hours_connector_casework = 0;
    double hours_connector_outreach = 0.10;
    double hours_connector_connecting = 0.40;
    double hours_connector_money = 0;
    double hours_connector_collective = 0.10;
    double hours_connector_initiatives = 0.40;
};

inline constexpr std::array work_hours_declared = [] {
    using P = WorkHoursParameters;
    constexpr sim::Source by_hand{sim::Evidence::assumption, "from role descriptions, by hand"};
    const auto part = [&](std::string_view name, double P::*member, std::string_view prose) {
        return sim::Declaration<P>{name, member, {0, 1}, "1", prose, by_hand};
    };
    return std::array{
        part("hours_opbouwwerker_casework", &P::hours_opbouwwerker_casework,
             "Part of the direct hours of an opbouwwerker that goes to casework."),
        part("hours_opbouwwerker_outreach", &P::hours_opbouwwerker_outreach,
             "Part of the direct hours of an opbouwwerker that goes to outreach."),
        part("hours_opbouwwerker_connecting", &P::hours_opbouwwerker_connecting,
             "Part of the direct hours of an opbouwwerker that goes to connecting residents."),
        part("hours_opbouwwerker_money", &P::hours_opbouwwerker_money,
             "Part of the direct hours of an opbouwwerker that goes to casework on money."),
        part("hours_opbouwwerker_collective", &P::hours_opbouwwerker_collective,
             "Part of the direct hours of an opbouwwerker that goes to collective work."),
        part("hours_opbouwwerker_initiatives", &P::hours_opbouwwerker_initiatives,
             "Part of the direct hours of an opbouwwerker that goes to residents' initiatives."),
        part("hours_jongerenwerker_casework", &P::hours_jongerenwerker_casework,
             "Part of the direct hours of a jongerenwerker that goes to casework."),
        part("hours_jongerenwerker_outreach", &P::hours_jongerenwerker_outreach,
             "Part of the direct hours of a jongerenwerker that goes to outreach."),
        part("hours_jongerenwerker_connecting", &P::hours_jongerenwerker_connecting,
             "Part of the direct hours of a jongerenwerker that goes to connecting residents."),
        part("hours_jongerenwerker_money", &P::hours_jongerenwerker_money,
             "Part of the direct hours of a jongerenwerker that goes to casework on money."),
        part("hours_jongerenwerker_collective", &P::hours_jongerenwerker_collective,
             "Part of the direct hours of a jongerenwerker that goes to collective work."),
        part("hours_jongerenwerker_initiatives", &P::hours_jongerenwerker_initiatives,
             "Part of the direct hours of a jongerenwerker that goes to residents' initiatives."),
        part("hours_maatschappelijk_werker_casework", &P::hours_maatschappelijk_werker_casework,
             "Part of the direct hours of a maatschappelijk werker that goes to casework."),
        part("hours_maatschappelijk_werker_outreach", &P::hours_maatschappelijk_werker_outreach,
             "Part of the direct hours of a maatschappelijk werker that goes to outreach."),
        part("hours_maatschappelijk_werker_connecting", &P::hours_maatschappelijk_werker_connecting,
             "Part of the direct hours of a maatschappelijk werker that goes to connecting residents."),
        part("hours_maatschappelijk_werker_money", &P::hours_maatschappelijk_werker_money,
             "Part of the direct hours of a maatschappelijk werker that goes to casework on money."),
        part("hours_maatschappelijk_werker_collective", &P::hours_maatschappelijk_werker_collective,
             "Part of the direct hours of a maatschappelijk werker that goes to collective work."),
        part("hours_maatschappelijk_werker_initiatives", &P::hours_maatschappelijk_werker_initiatives,
             "Part of the direct hours of a maatschappelijk werker that goes to residents' initiatives."),
        part("hours_sociaal_werker_casework", &P::hours_sociaal_werker_casework,
             "Part of the direct hours of a sociaal werker that goes to casework."),
        part("hours_sociaal_werker_outreach", &P::hours_sociaal_werker_outreach,
             "Part of the direct hours of a sociaal werker that goes to outreach."),
        part("hours_sociaal_werker_connecting", &P::hours_sociaal_werker_connecting,
             "Part of the direct hours of a sociaal werker that goes to connecting residents."),
        part("hours_sociaal_werker_money", &P::hours_sociaal_werker_money,
             "Part of the direct hours of a sociaal werker that goes to casework on money."),
        part("hours_sociaal_werker_collective", &P::hours_sociaal_werker_collective,
             "Part of the direct hours of a sociaal werker that goes to collective work."),
        part("hours_sociaal_werker_initiatives", &P::hours_sociaal_werker_initiatives,
             "Part of the direct hours of a sociaal werker that goes to residents' initiatives."),
        part("hours_buurtsportcoach_casework", &P::hours_buurtsportcoach_casework,
             "Part of the direct hours of a buurtsportcoach that goes to casework."),
        part("hours_buurtsportcoach_outreach", &P::hours_buurtsportcoach_outreach,
             "Part of the direct hours of a buurtsportcoach that goes to outreach."),
        part("hours_buurtsportcoach_connecting", &P::hours_buurtsportcoach_connecting,
             "Part of the direct hours of a buurtsportcoach that goes to connecting residents."),
        part("hours_buurtsportcoach_money", &P::hours_buurtsportcoach_money,
             "Part of the direct hours of a buurtsportcoach that goes to casework on money."),
        part("hours_buurtsportcoach_collective", &P::hours_buurtsportcoach_collective,
             "Part of the direct hours of a buurtsportcoach that goes to collective work."),
        part("hours_buurtsportcoach_initiatives", &P::hours_buurtsportcoach_initiatives,
             "Part of the direct hours of a buurtsportcoach that goes to residents' initiatives."),
        part("hours_connector_casework", &P::hours_connector_casework,
             "Part of the direct hours of a connector that goes to casework."),
        part("hours_connector_outreach", &P::hours_connector_outreach,
             "Part of the direct hours of a connector that goes to outreach."),
        part("hours_connector_connecting", &P::hours_connector_connecting,
             "Part of the direct hours of a connector that goes to connecting residents."),
        part("hours_connector_money", &P::hours_connector_money,
             "Part of the direct hours of a connector that goes to casework on money."),
        part("hours_connector_collective", &P::hours_connector_collective,
             "Part of the direct hours of a connector that goes to collective work."),
        part("hours_connector_initiatives", &P::hours_connector_initiatives,
             "Part of the direct hours of a connector that goes to residents' initiatives."),
    };
}();

}  // namespace weefsel
