#pragma once
#include "models/parameters/care_parameters.hpp"

namespace weefsel {

/// Prices of care, and what of a saving becomes cash.
inline constexpr std::array care_money_declared = [] {
    using P = CareParameters;
    using D = sim::Declaration<P>;
    using enum sim::Evidence;
    return std::array{
        D{"price_gp_contact",
          &P::price_gp_contact,
          {10, 100},
          "EUR",
          "Cost of a GP contact; insurers.",
          {literature, "192 a person (2021) / 5.1 contacts (FACTS B), CPI 100.0 to 118.0 (CBS, recalled)"}},
        D{"price_nursing",
          &P::price_nursing,
          {2000, 40000},
          "EUR/year",
          "District nursing of one client on a day; insurers.",
          {literature,
           "3.089 bn (2022) / 214,855 on a day (FACTS A3, B), CPI 110.0 to 118.0 (CBS, recalled)"}},
        D{"price_wmo",
          &P::price_wmo,
          {500, 20000},
          "EUR/year",
          "Wmo support of one client; municipality.",
          {literature, "4,690 a client (2023, mixed years; FACTS B), CPI 114.2 to 118.0 (CBS, recalled)"}},
        D{"price_youth",
          &P::price_youth,
          {2000, 60000},
          "EUR/year",
          "Youth care of one client on a day; municipality.",
          {literature, "5.5 bn (2019) / 307,795 on a day (FACTS A3, B), CPI 96.2 to 118.0 (CBS, recalled)"}},
        D{"price_mental",
          &P::price_mental,
          {1000, 40000},
          "EUR/year",
          "Mental health care of one client on a day; insurers.",
          {literature,
           "259 a person (2022; FACTS B) / 3 % on a day (assumed), CPI 110.0 to 118.0 (CBS, recalled)"}},
        D{"price_hospital",
          &P::price_hospital,
          {0, 10000},
          "EUR/year",
          "Hospital and other insured care (medicines, aids) of one resident, mean over all ages; insurers. "
          "It follows "
          "age as GP contacts do, and nothing else: no rate of admission by frailty is sourced, so policy "
          "moves it only "
          "through who lives here.",
          {literature,
           "2,841 a person (2022) less GP 211, nursing 175 and mental care 259 (FACTS B), CPI 110.0 to 118.0 "
           "(CBS, "
           "recalled)"}},
        D{"price_residential",
          &P::price_residential,
          {50000, 150000},
          "EUR/year",
          "Residential care of one client; state.",
          {literature, "100,000 (2022; FACTS B: sweep 70,000-110,000), CPI 110.0 to 118.0 (CBS, recalled)"}},
        D{"own_wmo",
          &P::own_wmo,
          {0, 500},
          "EUR/year",
          "Own contribution to Wmo support; residents.",
          {expert, "20.60 a month in 2024 (abonnementstarief, recalled)"}},
        D{"own_residential",
          &P::own_residential,
          {0, 40000},
          "EUR/year",
          "Own contribution to residential care; residents.",
          {expert, "depends on income and capital; rounded, taken as of 2024"}},
        D{"price_informal_hour",
          &P::price_informal_hour,
          {0, 60},
          "EUR/h",
          "Value of an hour of informal care; residents.",
          {literature, "14 (2014; FACTS B, Kostenhandleiding 2015), CPI 90.0 to 118.0 (CBS, recalled)"}},
        D{"price_volunteer_hour",
          &P::price_volunteer_hour,
          {0, 60},
          "EUR/h",
          "Value of an hour of volunteering; residents.",
          {assumption, "as an hour of informal care"}},
        D{"cashable_municipality",
          &P::cashable_municipality,
          {0, 1},
          "1",
          "Share of a difference in the municipality's cost of care that becomes cash; the rest is staff, "
          "buildings and "
          "contracts that stay.",
          {assumption, "MODEL 5.9: 0.3, swept 0-1"}},
        D{"cashable_insurers",
          &P::cashable_insurers,
          {0, 1},
          "1",
          "The same for insurers.",
          {assumption, "MODEL 5.9: 0.3, swept 0-1"}},
        D{"cashable_state",
          &P::cashable_state,
          {0, 1},
          "1",
          "The same for the state.",
          {assumption, "MODEL 5.9: 0.3, swept 0-1"}},
        D{"cashable_after",
          &P::cashable_after,
          {0, 120},
          "month",
          "Time after which that share is cash.",
          {assumption, "MODEL 5.9: 24 months"}},
    };
}();

}  // namespace weefsel
