#pragma once
#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace weefsel::analysis {

/// How much a year's amount loses for each year that it comes later, as a share (0.0225 is 2.25 %).
struct DiscountRates {
    double costs = 0;
    double effects = 0;
};

constexpr DiscountRates nominal_rates{0, 0};
/// Werkgroep discontovoet 2020, Ministerie van Financiën: the standard for public investment.
constexpr DiscountRates public_investment_rates{0.0225, 0.0225};
/// Zorginstituut Nederland 2024, Richtlijn voor economische evaluaties in de gezondheidszorg.
constexpr DiscountRates health_care_rates{0.03, 0.015};

/// When in its year an amount counts as paid. The middle is right for what is spread over the year.
enum class Moment { start, middle, end };

/// Value now of an amount in `year` (from 1), as a factor.
double discount_factor(int year, double rate, Moment moment = Moment::middle);

/// Value now of yearly amounts, the first in year 1. Unit: that of the amounts.
double present_value(std::span<const double> by_year, double rate, Moment moment = Moment::middle);

/// Value now for each payer of amounts by (year, payer). Throws sim::InvariantError when the amounts
/// do not fill whole years.
std::vector<double> present_values(std::span<const double> by_year_and_payer, std::size_t payers, double rate,
                                   Moment moment = Moment::middle);

/// Costs and effects, each at its own rate. Effects may be in another unit (say years of life).
struct PresentCostsAndEffects {
    double costs;
    double effects;
};
PresentCostsAndEffects present_costs_and_effects(std::span<const double> costs,
                                                 std::span<const double> effects, DiscountRates rates,
                                                 Moment moment = Moment::middle);

/// First year (from 1) from which the sum of discounted net amounts (gains minus costs) stays at 0 or
/// above until the end; none when it ends below 0. A year that is positive for a while only is no answer.
std::optional<int> break_even_year(std::span<const double> net_by_year, double rate,
                                   Moment moment = Moment::middle);

/// A line of a council's budget: a year, undiscounted.
struct BudgetYear {
    int year;
    std::vector<double> by_payer;
    double total;
    double cumulated;  ///< from the first line of the table
};

/// The lines of `years` years from `first` on, fewer when the amounts by (year, payer) end before.
std::vector<BudgetYear> budget_table(std::span<const double> by_year_and_payer, std::size_t payers,
                                     int first = 1, std::size_t years = 4);

/// What of a saving becomes cash: `share` of it, `lag` years later. A lag between two years divides it
/// over both in a straight line; what would fall after the last year is left out, and before the first
/// nothing was saved. Throws sim::InvariantError for a share outside 0 to 1 or a negative lag.
std::vector<double> cashable(std::span<const double> saving_by_year, double share, double lag);

}  // namespace weefsel::analysis
