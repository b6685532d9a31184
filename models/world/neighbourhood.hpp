#pragma once
#include <cstdint>
#include <vector>

#include "models/world/care_state.hpp"
#include "models/world/funding_state.hpp"
#include "models/world/household_state.hpp"
#include "models/world/initiative_state.hpp"
#include "models/world/life_table.hpp"
#include "models/world/people_count.hpp"
#include "models/world/place_state.hpp"
#include "models/world/professional_state.hpp"
#include "models/world/provision_state.hpp"
#include "models/world/resident_state.hpp"
#include "models/world/tie_state.hpp"
#include "sim/about.hpp"

namespace weefsel {

/// Constants that are fixed once on the burn-in and shared by all options, so that policy can move
/// what they normalise.
struct Norms {
    std::vector<double> death_expected;  ///< see norm_of_death: deaths by the life table
    std::vector<double> death_weighted;  ///< the same times the multipliers of frailty and loneliness
    std::vector<float> vacancy_months;   ///< one element: mean months a dwelling stands empty
    std::vector<float> rural;            ///< one element: 0 very urban .. 1 not urban
    std::vector<float> poorer;           ///< one element: poor among low incomes, above the country's share
    std::vector<float> wealth;           ///< one element: ln of the mean value of homes over the country's
    template <class V>
    void visit(V&& v) {
        v(sim::About{"norm.death_expected", "1", sim::zero_and_up,
                     "Per ten years of age and sex: deaths by the life table, fading sum over the warm-up."},
          death_expected);
        v(sim::About{"norm.death_weighted", "1", sim::zero_and_up,
                     "The same, times the multipliers of frailty and loneliness."},
          death_weighted);
        v(sim::About{"norm.vacancy_months", "month", sim::zero_and_up,
                     "One number: mean time that a dwelling stands empty."},
          vacancy_months);
        v(sim::About{"norm.rural",
                     "1",
                     {0, 1},
                     "How little urban the neighbourhood is: 0 very urban, 1 not urban."},
          rural);
        v(sim::About{"norm.poorer",
                     "1",
                     {-1, 1},
                     "Share of the low incomes that lives at or just above the social minimum, above that of "
                     "the country."},
          poorer);
        v(sim::About{"norm.wealth", "1", sim::any_value,
                     "Logarithm of the mean value of homes, over that of the country."},
          wealth);
    }
};

/// Entry of the norms of death for an age and sex, and how many there are.
constexpr std::size_t norm_of_death(int age, Sex sex) {
    constexpr int band_years = 10, sexes = 2;
    return static_cast<std::size_t>(sexes * (age / band_years) + static_cast<int>(sex));
}
inline constexpr std::size_t norms_of_death = norm_of_death(oldest_age, Sex::male) + 1;

/// What of a neighbourhood goes into who comes to live there.
struct Area {
    float poorer = 0;  ///< see Norms
    float rural = 0;
    float wealth = 0;
};
inline Area area_of(const Norms& norms) { return {norms.poorer[0], norms.rural[0], norms.wealth[0]}; }

/// The state of one neighbourhood: its themes, nothing else.
struct Neighbourhood {
    Residents residents;
    Dwellings dwellings;
    Streets streets;
    InflowProfile inflow;
    Ties ties;
    Places places;
    Initiatives initiatives;
    Posts posts;
    FundingLines lines;
    Provisions provisions;
    Care care;
    PeopleCount people;
    Norms norms;
    std::vector<std::uint16_t> free_rows;  ///< rows of residents that can be used again

    template <class V>
    void visit(V&& v) {
        residents.visit(v);
        dwellings.visit(v);
        streets.visit(v);
        inflow.visit(v);
        ties.visit(v);
        places.visit(v);
        initiatives.visit(v);
        posts.visit(v);
        lines.visit(v);
        provisions.visit(v);
        care.visit(v);
        people.visit(v);
        norms.visit(v);
        v(sim::About{"neighbourhood.free_rows", "1", sim::zero_and_up,
                     "Rows of residents that can be used again."},
          free_rows);
    }
};

}  // namespace weefsel
