#pragma once
#include <cstddef>
#include <cstdint>

#include "analysis/results/result_table.hpp"
#include "analysis/results/results_file.hpp"

namespace weefsel::analysis {

/// What a year of severe loneliness less costs, by option: columns option, verdict; prevented (person-years
/// of adults, at the reference's numbers of adults) and extra_cost (EUR: granted minus returned and cost of
/// care of all payers, hours that residents give and care in added years of life left out) with intervals
/// over worlds, both present value (health_care_rates); cost_per_year (EUR) with a BCa interval, NaN unless
/// `prevented` is clearly above 0; pairs. Verdict: cost, saves_and_prevents, costs_and_harms, saves_and_harms
/// (the interval of `prevented` leaves out 0), no_clear_difference. Severe loneliness alone: never to be
/// added to other measures of health, which overlap with it. No rows where one of the figures was not
/// measured. `seed`: of the bootstrap.
ResultTable lonely_years_table(const Cube& cube, const Names& names, std::uint32_t seed);

}  // namespace weefsel::analysis
