#include "analysis/statistics/effect_rows.hpp"

#include <algorithm>
#include <boost/random/sobol.hpp>
#include <cstdint>

#include "analysis/statistics/unknown.hpp"
#include "sim/error.hpp"

namespace weefsel::analysis {
namespace {

/// Values of each factor in the design, ascending: its distribution as steps of equal height.
std::vector<std::vector<double>> margins_of(std::span<const double> points, std::size_t factors) {
    std::vector<std::vector<double>> out(factors);
    for (std::size_t i = 0; i < points.size(); ++i) out[i % factors].push_back(points[i]);
    for (auto& column : out) std::sort(column.begin(), column.end());
    return out;
}

/// The value below which a share u < 1 of a margin lies.
double quantile_of(const std::vector<double>& margin, double u) {
    return margin[static_cast<std::size_t>(u * static_cast<double>(margin.size()))];
}

/// Places of a Sobol' sequence (place, coordinate), in the middle of cells as fine as their number.
std::vector<double> places_of(std::size_t factors) {
    boost::random::sobol_engine<std::uint64_t, 32> sequence(factors);
    std::vector<double> out(effect_others * factors);
    for (double& u : out) u = static_cast<double>(sequence()) / 0x1p32 + 0.5 / effect_others;
    return out;
}

double variance_of(std::span<const double> values) {
    double sum = 0, squares = 0;  // from the first value, so that a large level costs no digits
    for (const double v : values) sum += v - values[0];
    const double mean = values[0] + sum / static_cast<double>(values.size());
    for (const double v : values) squares += (v - mean) * (v - mean);
    return squares / static_cast<double>(values.size());
}

}  // namespace

EffectRows effect_rows(std::span<const double> design, std::size_t factors) {
    sim::require(factors > 0 && !design.empty() && design.size() % factors == 0,
                 "a point has a value of every factor");
    const auto margins = margins_of(design, factors);
    const auto places = places_of(factors);
    EffectRows out{factors, {}};
    out.points.reserve(factors * effect_others * effect_levels * factors);
    for (std::size_t moved = 0; moved < factors; ++moved)
        for (std::size_t place = 0; place < effect_others; ++place)
            for (std::size_t level = 0; level < effect_levels; ++level)
                for (std::size_t j = 0; j < factors; ++j) {
                    const double u = j == moved ? (static_cast<double>(level) + 0.5) / effect_levels
                                                : places[place * factors + j];
                    out.points.push_back(quantile_of(margins[j], u));
                }
    return out;
}

std::vector<double> level_means(const EffectRows& rows, std::span<const double> values) {
    sim::require(values.size() == rows.rows(), "a value for each row");
    std::vector<double> out(rows.factors * effect_levels, 0.0);
    for (std::size_t r = 0; r < values.size(); ++r)
        out[r / (effect_others * effect_levels) * effect_levels + r % effect_levels] +=
            values[r] / effect_others;
    return out;
}

EffectShares effect_shares(const EffectRows& rows, std::span<const double> values) {
    const auto means = level_means(rows, values);
    const double variance = variance_of(values);
    EffectShares out;
    for (std::size_t j = 0; j < rows.factors; ++j) {
        const auto levels = std::span(means).subspan(j * effect_levels, effect_levels);
        const double alone = variance_of(levels);
        double within = 0;
        for (std::size_t place = 0; place < effect_others; ++place) {
            const auto line = values.subspan((j * effect_others + place) * effect_levels, effect_levels);
            within += variance_of(line) / effect_others;
        }
        // A mean over places holds a share of what differs between places.
        constexpr auto places = static_cast<double>(effect_others);
        const double together = (within - alone) * places / (places - 1);
        out.first.push_back(variance > 0 ? (within - together) / variance : unknown);
        out.total.push_back(variance > 0 ? within / variance : unknown);
    }
    return out;
}

}  // namespace weefsel::analysis
