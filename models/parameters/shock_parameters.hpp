#pragma once
#include <array>

#include "models/parameters/studies.hpp"
#include "sim/parameter.hpp"

namespace weefsel {

struct ShockParameters {
    double pandemic_visits = 0.6;
    double energy_place_cost = 1.0;
    double refugee_alone = 0.6;
    double refugee_homes = 0.5;
    double refugee_insecurity = 0.6;
    double refugee_distrust = 0.15;
    double refugee_contacts = 0.3;
    double refugee_men_alone = 0.75;
    double refugee_with_partner = 0.7;
    double refugee_fathers_first = 0.8;
    double refugee_mothers_alone = 0.8;
    double refugee_second_child = 0.65;
    double refugee_third_child = 0.35;
    double refugee_fourth_child = 0.15;
    double refugee_years_alone = 27;
    double refugee_parents_from = 25;
    double refugee_parents_years = 20;
    double refugee_partner_younger = 4;
    double refugee_partner_years = 6;
    double refugee_parent_from = 20;
    double refugee_low_educated = 0.5;
    double refugee_middle_educated = 0.3;
    double new_street_apart = 60;
    double new_street_across = 20;
    double new_home_along = 6;
};

inline constexpr std::array shock_declared = [] {
    using P = ShockParameters;
    using sim::declare;
    using enum sim::Evidence;
    using namespace studies;
    return std::array{
        declare(
            "pandemic_visits", &P::pandemic_visits, {0, 1}, "1",
            "Share of private contact with people of other households that is given up at the full size of a "
            "pandemic; a scenario may say it itself (`visits_limited`).",
            {assumption, "one or two guests a day were allowed, and part was made up for by telephone",
             contact_diary}),
        declare(
            "energy_place_cost", &P::energy_place_cost, {0, 3}, "1",
            "Rise of the cost of an hour in a building at the full size of an energy crisis, relative: the "
            "same "
            "money pays for fewer hours.",
            {assumption,
             "sign; energy is about a tenth of the cost of a building, prices rose two- to threefold; "
             "maintenance fell short after cuts (Roosendaal)",
             grant_register}),
        declare("refugee_alone", &P::refugee_alone, {0, 1}, "1",
                "Share of the households of refugees that are one person.",
                {assumption, "most who get a permit come alone, families follow", linked_registers}),
        declare(
            "refugee_homes", &P::refugee_homes, {0, 1}, "1",
            "Share of the dwellings that stand empty that refugees may take in a month; for the others homes "
            "are built.",
            {assumption, "municipalities have to house them among others who wait", linked_registers}),
        declare("refugee_insecurity", &P::refugee_insecurity, {0, 1}, "1",
                "Insecurity at arrival; from there it returns to that of a low income.",
                {assumption, "an income at the social minimum, and nothing owned", resident_panel}),
        declare("refugee_distrust", &P::refugee_distrust, {0, 1}, "1",
                "Trust in institutions at arrival below what is usual at the same education; it recovers.",
                {assumption, "sign; years of waiting, institutions of another country", resident_panel}),
        declare("refugee_contacts", &P::refugee_contacts, {0, 1}, "1",
                "Contacts and kin outside the neighbourhood, relative to other residents.",
                {assumption, "friends and kin were left behind", network_survey}),
        declare("refugee_men_alone", &P::refugee_men_alone, {0, 1}, "1",
                "Share of refugees who come alone who are men.",
                {assumption, "after who gets a permit in the Netherlands: most are men below 35 alone",
                 linked_registers}),
        declare("refugee_with_partner", &P::refugee_with_partner, {0, 1}, "1",
                "Share of families of refugees with both parents.",
                {assumption, "after who gets a permit in the Netherlands", linked_registers}),
        declare("refugee_fathers_first", &P::refugee_fathers_first, {0, 1}, "1",
                "Share of families with both parents in which the man is the head.",
                {assumption, "after who gets a permit in the Netherlands", linked_registers}),
        declare("refugee_mothers_alone", &P::refugee_mothers_alone, {0, 1}, "1",
                "Share of lone parents among refugees who are women.",
                {assumption, "after who gets a permit in the Netherlands", linked_registers}),
        declare(
            "refugee_second_child", &P::refugee_second_child, {0, 1}, "1",
            "Share of families of refugees with a second child.",
            {assumption, "after who gets a permit in the Netherlands: families are young and have children",
             linked_registers}),
        declare("refugee_third_child", &P::refugee_third_child, {0, 1}, "1", "Share with a third child.",
                {assumption, "as refugee_second_child", linked_registers}),
        declare("refugee_fourth_child", &P::refugee_fourth_child, {0, 1}, "1", "Share with a fourth child.",
                {assumption, "as refugee_second_child", linked_registers}),
        declare("refugee_years_alone", &P::refugee_years_alone, {0, 60}, "year",
                "Years above 18 among which the ages of who come alone lie, most of them low.",
                {assumption, "after who gets a permit in the Netherlands: 18-44, most of them young",
                 linked_registers}),
        declare("refugee_parents_from", &P::refugee_parents_from, {18, 50}, "year",
                "Age of the youngest heads of families.",
                {assumption, "after who gets a permit in the Netherlands: 25-44", linked_registers}),
        declare("refugee_parents_years", &P::refugee_parents_years, {0, 30}, "year",
                "Years above that among which the ages of heads lie.",
                {assumption, "after who gets a permit in the Netherlands: 25-44", linked_registers}),
        declare("refugee_partner_younger", &P::refugee_partner_younger, {0, 20}, "year",
                "How much younger than the head the youngest partner is.",
                {assumption, "by hand", linked_registers}),
        declare("refugee_partner_years", &P::refugee_partner_years, {0, 15}, "year",
                "Years above that among which the ages of partners lie.",
                {assumption, "by hand", linked_registers}),
        declare("refugee_parent_from", &P::refugee_parent_from, {15, 40}, "year",
                "Age of the head at which the oldest child can be born.",
                {assumption, "by hand", linked_registers}),
        declare("refugee_low_educated", &P::refugee_low_educated, {0, 1}, "1",
                "Share of refugees with low education.",
                {assumption, "after who gets a permit in the Netherlands", linked_registers}),
        declare("refugee_middle_educated", &P::refugee_middle_educated, {0, 1}, "1",
                "Share of refugees with middle education.",
                {assumption, "after who gets a permit in the Netherlands", linked_registers}),
        declare("new_street_apart", &P::new_street_apart, {10, 500}, "m",
                "From the edge of the neighbourhood to a new street.", {assumption, "by hand", model_choice}),
        declare("new_street_across", &P::new_street_across, {5, 100}, "m",
                "Between the two sides of a new street.",
                {assumption, "usual profile of a street", model_choice}),
        declare("new_home_along", &P::new_home_along, {2, 50}, "m",
                "Length of a new street that a dwelling takes, on either side by turns.",
                {assumption, "by hand", model_choice}),
    };
}();

}  // namespace weefsel
