#pragma once
#include <array>

#include "sim/parameter.hpp"

/// The studies and data that would settle what is assumed: every parameter of the grade "assumption" names
/// one. A name without its data says what to collect; docs/odd/studies.md counts how many numbers each would
/// settle.
namespace weefsel::studies {

inline constexpr sim::Study resident_panel{"resident panel",
                                           "The same residents asked in two waves or more: loneliness (both "
                                           "parts), distress, belonging, trust, money "
                                           "worries, health, and what happened in between."};
inline constexpr sim::Study repeated_interviews{
    "repeated interviews",
    "The same people asked all scales again within weeks, so that error and mood part from what lasts."};
inline constexpr sim::Study network_survey{
    "network survey",
    "Personal networks by name generator, a year or more apart: who, how known, how near, since when, hours, "
    "and which ties ended."};
inline constexpr sim::Study contact_diary{
    "contact diary", "Diaries of contacts and hours: with whom, where, how long, pleasant or not."};
inline constexpr sim::Study visitor_counts{
    "visitor counts",
    "Counts at meeting places by kind, with who comes back, from how far and with whom they came."};
inline constexpr sim::Study helper_panel{"helper panel",
                                         "Volunteers, carers, residents' initiatives and those they help, in "
                                         "two waves: who asked, hours, load, why "
                                         "they began and stopped."};
inline constexpr sim::Study neighbourhood_survey{
    "neighbourhood survey",
    "A survey of residents by street, with the state of homes and public space: knowing people, feeling at "
    "home, nuisance, wish to move."};
inline constexpr sim::Study linked_registers{
    "linked registers",
    "Registers linked by person: household, kin, moves, work, income, use of care, police contacts, death."};
inline constexpr sim::Study time_registration{"time registration",
                                              "Registration by professionals of hours and contacts: with "
                                              "whom, how long, how often again, what followed."};
inline constexpr sim::Study personnel_records{"personnel records",
                                              "Records of welfare organisations: entry, exit, contract, "
                                              "vacancy, caseload and place of work, by month."};
inline constexpr sim::Study grant_register{
    "grant register",
    "A register of grants and contracts of municipalities with the accounts behind them: terms, renewal, "
    "tenders, cuts, what an hour and a place cost."};
inline constexpr sim::Study support_trial{
    "support trial",
    "A trial that randomises what professionals do: contacts, an invitation, casework on money, a group, a "
    "planned end or a sudden one."};
inline constexpr sim::Study place_trial{
    "place trial",
    "A trial, or openings and closings in a random order: hours, hosts, quality and kind of meeting places."};
inline constexpr sim::Study funding_comparison{
    "funding comparison",
    "Organisations that went from one form of money to another at different times, or by lot, followed with "
    "their work and residents."};
inline constexpr sim::Study model_choice{"none: a choice",
                                         "A switch, a cap, a threshold of what is counted or remembered, or "
                                         "a point of reference: no data settle it."};

inline constexpr std::array all{
    resident_panel, repeated_interviews,  network_survey,   contact_diary,      visitor_counts,
    helper_panel,   neighbourhood_survey, linked_registers, time_registration,  personnel_records,
    grant_register, support_trial,        place_trial,      funding_comparison, model_choice};

}  // namespace weefsel::studies
