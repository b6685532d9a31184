#pragma once
#include <cstddef>
#include <span>
#include <vector>

namespace weefsel::analysis {

/// Points at which a function is asked for what each factor does: for each factor in turn, at each of
/// `effect_others` places of all other factors, the factor at `effect_levels` even quantiles of its margin.
/// Factors are independent, each with the values of its column in a design, equally likely.
struct EffectRows {
    std::size_t factors = 0;
    std::vector<double> points;  ///< (factor, place, level; coordinate), row-major
    [[nodiscard]] std::size_t rows() const { return points.size() / factors; }
};
constexpr std::size_t effect_levels = 20, effect_others = 512;

/// `design` (row, factor), row-major. The places are the first of a Sobol' sequence, each in the middle of
/// its cell: indices of smooth functions from them are right within 0.01.
EffectRows effect_rows(std::span<const double> design, std::size_t factors);

/// The mean of one function, given its value at each of those rows, for each factor and level (factor,
/// level).
std::vector<double> level_means(const EffectRows& rows, std::span<const double> values);

/// Shares of its variance: of each factor alone (S1; chance in the mean over places is taken out, so a little
/// below 0 may come out), and with all that it does together with others (ST). NaN for a function that does
/// not vary.
struct EffectShares {
    std::vector<double> first, total;
};
EffectShares effect_shares(const EffectRows& rows, std::span<const double> values);

}  // namespace weefsel::analysis
