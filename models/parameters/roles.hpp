#pragma once
#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "models/parameters/funding_parameters.hpp"
#include "models/parameters/goals.hpp"
#include "models/parameters/place_kinds.hpp"
#include "models/parameters/studies.hpp"
#include "sim/parameter.hpp"

/// Roles of professionals: a role is one enumerator, one row of `roles_declared` and its cost.
namespace weefsel {

enum class Role : std::uint8_t {
    opbouwwerker,
    jongerenwerker,
    maatschappelijk_werker,
    sociaal_werker,
    buurtsportcoach,
    connector,
    count
};
inline constexpr std::size_t roles = static_cast<std::size_t>(Role::count);

/// What a post's direct hours go to. The first five are contacts with single residents.
enum class WorkMode : std::uint8_t { casework, outreach, connecting, money, collective, initiatives, count };
inline constexpr std::size_t work_modes = static_cast<std::size_t>(WorkMode::count);
inline constexpr std::size_t contact_modes = 5;

/// Direct hours by WorkMode, in parts: what counts is a part against the sum of the six. Every number is a
/// parameter.
struct HoursByMode {
    double casework, outreach, connecting, money, collective, initiatives;

    [[nodiscard]] constexpr std::array<double, work_modes> by_mode() const {
        return {casework, outreach, connecting, money, collective, initiatives};
    }
};

/// What an hour as a host is worth at a place, by role. Every number is a parameter.
struct HostSkill {
    double with_groups;  ///< against the best host of a mixed group
    double with_young;   ///< against a youth worker, to the young
};

struct RoleDeclared {
    std::string_view name;  ///< in scenarios and in names of parameters
    std::string_view in_prose;
    std::string_view a_nl, a_en;        ///< in a sentence
    Goal goal;                          ///< whom it is there for, whatever the money says; or everyone
    std::array<PlaceKind, 3> works_in;  ///< kinds of places where it works with groups, best first
    double FundingParameters::*cost;    ///< of an fte, EUR a year
    bool between_organisations;         ///< partnership trust follows from it
    HoursByMode hours;                  ///< as the parameters have it unless they are set
    HostSkill host;                     ///< likewise
};

// clang-format off
/// By Role.
inline constexpr std::array<RoleDeclared, roles> roles_declared{{
    {.name = "opbouwwerker", .in_prose = "opbouwwerker",
     .a_nl = "een opbouwwerker", .a_en = "a community worker",
     .goal = Goal::everyone, .works_in = {PlaceKind::buurthuis, PlaceKind::buurtkamer, PlaceKind::library},
     .cost = &FundingParameters::cost_opbouwwerker, .between_organisations = false,
     .hours = {.casework = 0.05, .outreach = 0.20, .connecting = 0.20, .money = 0,
               .collective = 0.25, .initiatives = 0.30},
     .host = {.with_groups = 1, .with_young = 0.4}},
    {.name = "jongerenwerker", .in_prose = "jongerenwerker",
     .a_nl = "een jongerenwerker", .a_en = "a youth worker",
     .goal = Goal::youth, .works_in = {PlaceKind::youth_centre, PlaceKind::buurthuis, PlaceKind::school_yard},
     .cost = &FundingParameters::cost_jongerenwerker, .between_organisations = false,
     .hours = {.casework = 0.15, .outreach = 0.30, .connecting = 0.10, .money = 0,
               .collective = 0.40, .initiatives = 0.05},
     .host = {.with_groups = 0.8, .with_young = 1}},
    {.name = "maatschappelijk_werker", .in_prose = "maatschappelijk werker",
     .a_nl = "een maatschappelijk werker", .a_en = "a social caseworker",
     .goal = Goal::everyone, .works_in = {PlaceKind::buurthuis, PlaceKind::buurtkamer, PlaceKind::library},
     .cost = &FundingParameters::cost_maatschappelijk_werker, .between_organisations = false,
     .hours = {.casework = 0.65, .outreach = 0.05, .connecting = 0.05, .money = 0.25,
               .collective = 0, .initiatives = 0},
     .host = {.with_groups = 0.6, .with_young = 0.3}},
    {.name = "sociaal_werker", .in_prose = "sociaal werker",
     .a_nl = "een sociaal werker", .a_en = "a social worker",
     .goal = Goal::everyone, .works_in = {PlaceKind::buurthuis, PlaceKind::buurtkamer, PlaceKind::library},
     .cost = &FundingParameters::cost_sociaal_werker, .between_organisations = false,
     .hours = {.casework = 0.35, .outreach = 0.20, .connecting = 0.15, .money = 0.10,
               .collective = 0.15, .initiatives = 0.05},
     .host = {.with_groups = 0.8, .with_young = 0.4}},
    {.name = "buurtsportcoach", .in_prose = "buurtsportcoach",
     .a_nl = "een buurtsportcoach", .a_en = "a sports coach",
     .goal = Goal::everyone, .works_in = {PlaceKind::sports_club, PlaceKind::park, PlaceKind::buurthuis},
     .cost = &FundingParameters::cost_buurtsportcoach, .between_organisations = false,
     .hours = {.casework = 0, .outreach = 0.15, .connecting = 0.10, .money = 0,
               .collective = 0.65, .initiatives = 0.10},
     .host = {.with_groups = 0.8, .with_young = 0.5}},
    {.name = "connector", .in_prose = "connector",
     .a_nl = "een onafhankelijke verbinder", .a_en = "an independent connector",
     .goal = Goal::everyone, .works_in = {PlaceKind::buurthuis, PlaceKind::buurtkamer, PlaceKind::library},
     .cost = &FundingParameters::cost_connector, .between_organisations = true,
     .hours = {.casework = 0, .outreach = 0.10, .connecting = 0.40, .money = 0,
               .collective = 0.10, .initiatives = 0.40},
     .host = {.with_groups = 0.9, .with_young = 0.3}},
}};
// clang-format on

constexpr const RoleDeclared& declared(Role role) { return roles_declared[static_cast<std::size_t>(role)]; }

using WorkHoursParameters = std::array<HoursByMode, roles>;
inline constexpr WorkHoursParameters usual_hours = [] {
    WorkHoursParameters usual{};
    for (std::size_t k = 0; k < roles; ++k) usual[k] = roles_declared[k].hours;
    return usual;
}();

inline constexpr std::array<sim::TableRow, roles> role_rows = [] {
    std::array<sim::TableRow, roles> rows{};
    for (std::size_t k = 0; k < roles; ++k) rows[k] = {roles_declared[k].name, roles_declared[k].in_prose};
    return rows;
}();

inline constexpr std::array work_hours_columns = [] {
    using P = HoursByMode;
    constexpr sim::Source by_hand{sim::Evidence::assumption, "from role descriptions, by hand",
                                  studies::time_registration};
    const auto part = [&](std::string_view name, double P::*member, std::string_view prose) {
        return sim::Declaration<P>{name, member, {0, 1}, "1", prose, by_hand};
    };
    return std::array{
        part("hours_{row}_casework", &P::casework,
             "Part of the direct hours of a {row} that goes to casework."),
        part("hours_{row}_outreach", &P::outreach,
             "Part of the direct hours of a {row} that goes to outreach."),
        part("hours_{row}_connecting", &P::connecting,
             "Part of the direct hours of a {row} that goes to connecting residents."),
        part("hours_{row}_money", &P::money,
             "Part of the direct hours of a {row} that goes to casework on money."),
        part("hours_{row}_collective", &P::collective,
             "Part of the direct hours of a {row} that goes to collective work."),
        part("hours_{row}_initiatives", &P::initiatives,
             "Part of the direct hours of a {row} that goes to residents' initiatives."),
    };
}();

using HostSkillParameters = std::array<HostSkill, roles>;
inline constexpr HostSkillParameters usual_host_skill = [] {
    HostSkillParameters usual{};
    for (std::size_t k = 0; k < roles; ++k) usual[k] = roles_declared[k].host;
    return usual;
}();

inline constexpr std::array host_skill_columns = [] {
    using P = HostSkill;
    constexpr sim::Source by_hand{sim::Evidence::assumption, "from role descriptions, by hand",
                                  studies::place_trial};
    return std::array{
        sim::Declaration<P>{
            "host_{row}",
            &P::with_groups,
            {0, 1},
            "1",
            "What an hour of a {row} as a host of a mixed group is, against the best host. 0: "
            "nothing.",
            by_hand},
        sim::Declaration<P>{"host_{row}_with_young",
                            &P::with_young,
                            {0, 1},
                            "1",
                            "What an hour of a {row} as a host is to the young, against a youth worker. 0: "
                            "nothing.",
                            by_hand},
    };
}();

}  // namespace weefsel
