#include "models/study/mend_money.hpp"

#include <fmt/format.h>

#include <cmath>
#include <optional>

#include "models/process/funding/prices.hpp"
#include "models/study/equal_money.hpp"

namespace weefsel {
namespace {

constexpr double near_enough = 1e-4;     // of the reference, before rounding
constexpr int most_rounds = 20;          // money is nearly linear in euro_year: a few do
constexpr double rounding_error = 5e-4;  // of an amount, at most
constexpr double largest_step = 100;     // EUR
constexpr double most_euro = 1e9;        // a year, as a scenario may say

/// In hundreds, tens, euros or cents: the largest that leaves the amount as it is but for a two-thousandth.
double rounded(double euro) {
    double step = largest_step;
    while (step / 2 > rounding_error * euro && step > 0.01) step /= 10;
    return std::round(euro / step) * step;
}

[[noreturn]] void refuse(const Option& option, const std::string& why) {
    throw sim::InputError(option.at, fmt::format("option \"{}\" cannot be made equal: {}", option.name, why));
}

double euros_of(const FundingLine& line, const FundingParameters& p) {
    return line.euro_year.value_or(price_of(line, p));
}

}  // namespace

std::vector<MendedLine> mended_money(const Scenario& scenario) {
    std::vector<MendedLine> out;
    if (!scenario.asks_equal_money()) return out;
    const auto by = scenario.equal_money;
    const auto& funding = scenario.parameters.funding;
    Scenario scaled = scenario;
    std::vector<bool> mended(scenario.options.size(), false);
    const MoneyForecast forecast(scenario);
    for (int round = 0; round < most_rounds; ++round) {
        const auto all = forecast.of(scaled.options);
        const auto* reference = money_reference(scaled, all);
        if (reference == nullptr) return out;
        bool near = true;
        for (std::size_t o = 0; o < all.size(); ++o) {
            mended[o] = mended[o] || unequal_money(all[o], *reference, by);
            if (!mended[o]) continue;
            auto& option = scaled.options[o];
            const auto factor = equal_factor(all[o], *reference, by);
            if (!factor || !(*factor > 0))
                refuse(option, "it is expected to cost nothing, or the reference is");
            near = near && std::abs(*factor - 1) < near_enough;
            for (auto& line : option.lines) {
                line.euro_year = *factor * euros_of(line, funding);
                if (*line.euro_year > most_euro)
                    refuse(option,
                           fmt::format("line \"{}\" would need {:.0f} euros a year; allowed is {:.0f}",
                                       line.name, *line.euro_year, most_euro));
            }
        }
        if (near) break;
    }
    for (std::size_t o = 0; o < scenario.options.size(); ++o) {
        if (!mended[o]) continue;
        for (std::size_t l = 0; l < scenario.options[o].lines.size(); ++l) {
            const double before = euros_of(scenario.options[o].lines[l], funding);
            if (before > 0) out.push_back({o, l, before, rounded(*scaled.options[o].lines[l].euro_year)});
        }
    }
    return out;
}

}  // namespace weefsel
