#pragma once
#include <array>

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
};

inline constexpr std::array shock_declared = [] {
    using P = ShockParameters;
    using D = sim::Declaration<P>;
    using enum sim::Evidence;
    return std::array{
        D{"pandemic_visits",
          &P::pandemic_visits,
          {0, 1},
          "1",
          "Share of private contact with people of other households that is given up at the full size of a "
          "pandemic; a scenario may say it itself (`visits_limited`).",
          {assumption, "one or two guests a day were allowed, and part was made up for by telephone"}},
        D{"energy_place_cost",
          &P::energy_place_cost,
          {0, 3},
          "1",
          "Rise of the cost of an hour in a building at the full size of an energy crisis, relative: the "
          "same "
          "money pays for fewer hours.",
          {assumption,
           "sign; energy is about a tenth of the cost of a building, prices rose two- to "
           "threefold; maintenance fell short after cuts (FACTS B [61])"}},
        D{"refugee_alone",
          &P::refugee_alone,
          {0, 1},
          "1",
          "Share of the households of refugees that are one person.",
          {assumption, "most who get a permit come alone, families follow"}},
        D{"refugee_homes",
          &P::refugee_homes,
          {0, 1},
          "1",
          "Share of the dwellings that stand empty that refugees may take in a month; for the others homes "
          "are built.",
          {assumption, "municipalities have to house them among others who wait"}},
        D{"refugee_insecurity",
          &P::refugee_insecurity,
          {0, 1},
          "1",
          "Insecurity at arrival; from there it returns to that of a low income.",
          {assumption, "an income at the social minimum, and nothing owned"}},
        D{"refugee_distrust",
          &P::refugee_distrust,
          {0, 1},
          "1",
          "Trust in institutions at arrival below what is usual at the same education; it recovers.",
          {assumption, "sign; years of waiting, institutions of another country"}},
        D{"refugee_contacts",
          &P::refugee_contacts,
          {0, 1},
          "1",
          "Contacts and kin outside the neighbourhood, relative to other residents.",
          {assumption, "friends and kin were left behind"}},
    };
}();

}  // namespace weefsel
