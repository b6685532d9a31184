#include "analysis/decision/net_present_value.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "sim/error.hpp"

namespace weefsel::analysis {
namespace {

std::size_t whole_years(std::span<const double> by_year_and_payer, std::size_t payers) {
    sim::require(payers > 0 && by_year_and_payer.size() % payers == 0, "amounts fill whole years");
    return by_year_and_payer.size() / payers;
}

}  // namespace

double discount_factor(int year, double rate, Moment moment) {
    const double into = moment == Moment::start ? 0.0 : moment == Moment::middle ? 0.5 : 1.0;
    return std::pow(1 + rate, -(year - 1 + into));
}

double present_value(std::span<const double> by_year, double rate, Moment moment) {
    return present_values(by_year, 1, rate, moment).front();
}

std::vector<double> present_values(std::span<const double> by_year_and_payer, std::size_t payers, double rate,
                                   Moment moment) {
    std::vector<double> out(payers, 0.0);
    const std::size_t years = whole_years(by_year_and_payer, payers);
    for (std::size_t y = 0; y < years; ++y) {
        const double factor = discount_factor(static_cast<int>(y) + 1, rate, moment);
        for (std::size_t k = 0; k < payers; ++k) out[k] += factor * by_year_and_payer[y * payers + k];
    }
    return out;
}

PresentCostsAndEffects present_costs_and_effects(std::span<const double> costs,
                                                 std::span<const double> effects, DiscountRates rates,
                                                 Moment moment) {
    return {present_value(costs, rates.costs, moment), present_value(effects, rates.effects, moment)};
}

std::optional<int> break_even_year(std::span<const double> net_by_year, double rate, Moment moment) {
    std::optional<int> since;
    double sum = 0;
    for (std::size_t y = 0; y < net_by_year.size(); ++y) {
        const int year = static_cast<int>(y) + 1;
        sum += discount_factor(year, rate, moment) * net_by_year[y];
        if (!(sum >= 0))
            since.reset();
        else if (!since)
            since = year;
    }
    return since;
}

std::vector<BudgetYear> budget_table(std::span<const double> by_year_and_payer, std::size_t payers, int first,
                                     std::size_t years) {
    sim::require(first >= 1, "years are counted from 1");
    const std::size_t from = static_cast<std::size_t>(first) - 1;
    const std::size_t to = std::min(from + years, whole_years(by_year_and_payer, payers));
    std::vector<BudgetYear> out;
    double cumulated = 0;
    for (std::size_t y = from; y < to; ++y) {
        const auto row = by_year_and_payer.subspan(y * payers, payers);
        const double total = std::accumulate(row.begin(), row.end(), 0.0);
        cumulated += total;
        out.push_back({static_cast<int>(y) + 1, {row.begin(), row.end()}, total, cumulated});
    }
    return out;
}

std::vector<double> cashable(std::span<const double> saving_by_year, double share, double lag) {
    sim::require(share >= 0 && share <= 1, "the cashable part is a share");
    sim::require(lag >= 0, "cash comes no sooner than the saving");
    const double whole = std::floor(lag);
    const double later = lag - whole;  // part that waits one year more
    std::vector<double> out(saving_by_year.size(), 0.0);
    for (std::size_t y = 0; y < out.size(); ++y) {
        const double cash = share * saving_by_year[y];
        const double year = static_cast<double>(y) + whole;
        if (year < static_cast<double>(out.size())) out[static_cast<std::size_t>(year)] += (1 - later) * cash;
        if (year + 1 < static_cast<double>(out.size()))
            out[static_cast<std::size_t>(year) + 1] += later * cash;
    }
    return out;
}

}  // namespace weefsel::analysis
