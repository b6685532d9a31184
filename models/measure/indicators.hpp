#pragma once
#include <array>
#include <cstdint>
#include <vector>

#include "models/parameters/survey_parameters.hpp"
#include "models/world/month_record.hpp"
#include "models/world/neighbourhood.hpp"
#include "sim/observable.hpp"

namespace weefsel {

/// The indicators, in the order in which result files hold them.
enum class Indicator : std::uint8_t {
    population,
    social_cohesion,
    lonely,
    severely_lonely,
    isolated,
    close_ties,
    friends,
    acquaintances,
    clustering,
    bridging_age,
    bridging_income,
    bridging_origin,
    tie_turnover,
    participation,
    volunteering,
    informal_care,
    carers_overloaded,
    trust_neighbours,
    belonging,
    institutional_trust,
    healthy,
    distressed,
    youth_offending,
    residents_reached,
    same_worker_after_3_years,
    staff_exit,
    gp_contacts,
    district_nursing,
    wmo,
    youth_care,
    mental_care,
    residential_care,
    waiting,
    initiatives,
    professionals,
    reach_index,
    sphere_personal,
    sphere_communal,
    sphere_institutional,
    lonely_6,
    strongly_lonely_6,
    largest_component,
    assortativity_age,
    assortativity_loneliness,
    count
};
inline constexpr std::size_t indicator_count = static_cast<std::size_t>(Indicator::count);

const std::vector<sim::Observable>& observables();

/// Numerators and denominators of all indicators for one population.
struct Tally {
    std::array<double, indicator_count> numerator{};
    std::array<double, indicator_count> denominator{};
    void add(Indicator i, double n, double d) {
        numerator[static_cast<std::size_t>(i)] += n;
        denominator[static_cast<std::size_t>(i)] += d;
    }
};

/// Groupings of residents for which indicators of people are measured too, once a year.
struct Grouping {
    const char* name;
    std::vector<const char*> groups;
};
const std::vector<Grouping>& groupings();
/// Group of a resident in a grouping, or -1 (children).
int group_of(const Residents& residents, ResidentId who, std::size_t grouping);

/// Schedule step 10: measures the month; every twelfth month the yearly indicators too, and then
/// `by_group` (all groups of all groupings in order) if it is not empty. Changes nothing.
void observe(Neighbourhood& n, const MonthRecord& made, const SurveyParameters& p,
             const sim::RandomSource& draws, sim::Month now, Tally& all, std::vector<Tally>& by_group);

}  // namespace weefsel
