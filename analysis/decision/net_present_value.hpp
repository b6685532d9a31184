#pragma once
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

/// Value now of an amount that is spread over `year` (from 1), as a factor.
double discount_factor(int year, double rate);

/// What of a saving becomes cash: `share` of it, `lag` years later. A lag between two years divides it
/// over both in a straight line; what would fall after the last year is left out, and before the first
/// nothing was saved. Throws sim::InvariantError for a share outside 0 to 1 or a negative lag.
std::vector<double> cashable(std::span<const double> saving_by_year, double share, double lag);

}  // namespace weefsel::analysis
