#pragma once
#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "models/parameters/professional_parameters.hpp"

/// Groups that money or a role can be meant for: a group is one enumerator and one row of `goals_declared`.
namespace weefsel {

/// The group that an earmarked line serves; `everyone` when it has no goal.
enum class Goal : std::uint8_t { everyone, youth, elderly, carers, low_income, lonely, newcomers, count };
inline constexpr std::size_t goals = static_cast<std::size_t>(Goal::count);

/// What of a resident decides who belongs to which group.
struct GroupTraits {
    int age;  ///< years
    bool adult;
    bool low_income;
    bool from_elsewhere;  ///< origin outside the Netherlands
    float care_given;     ///< h a week
    float loneliness;     ///< 0..11
};

struct GoalDeclared {
    std::string_view name;  ///< in scenarios
    bool (*has)(const GroupTraits&, const ProfessionalParameters&);
};

/// By Goal.
inline constexpr std::array<GoalDeclared, goals> goals_declared{{
    {"everyone", [](const GroupTraits& t, const ProfessionalParameters&) { return t.adult; }},
    {"youth",
     [](const GroupTraits& t, const ProfessionalParameters&) {
         constexpr int youngest = 12, grown_up = 24;
         return t.age >= youngest && t.age < grown_up;
     }},
    {"elderly",
     [](const GroupTraits& t, const ProfessionalParameters&) {
         constexpr int old = 65;
         return t.age >= old;
     }},
    {"carers",
     [](const GroupTraits& t, const ProfessionalParameters& p) {
         return t.care_given >= static_cast<float>(p.carers_from);
     }},
    {"low_income",
     [](const GroupTraits& t, const ProfessionalParameters&) { return t.adult && t.low_income; }},
    {"lonely",
     [](const GroupTraits& t, const ProfessionalParameters& p) {
         return t.adult && t.loneliness >= static_cast<float>(p.lonely_from);
     }},
    {"newcomers",
     [](const GroupTraits& t, const ProfessionalParameters&) { return t.adult && t.from_elsewhere; }},
}};

constexpr const GoalDeclared& declared(Goal goal) { return goals_declared[static_cast<std::size_t>(goal)]; }

}  // namespace weefsel
