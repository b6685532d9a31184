#include "analysis/statistics/bootstrap.hpp"

#include <algorithm>
#include <boost/math/distributions/normal.hpp>
#include <cmath>
#include <limits>
#include <numeric>
#include <tuple>
#include <utility>

#include "analysis/statistics/unknown.hpp"
#include "sim/error.hpp"
#include "sim/random_source.hpp"

namespace weefsel::analysis {
namespace {

enum class Stream : std::uint8_t { resample };

/// Stands where a simulation has its replicate, so that no replicate shares numbers with a resample.
constexpr std::uint32_t key_of_bootstrap = 0xB0075727U;

/// The item at each place of resample `b`.
void draw_items(const sim::RandomSource& draws, std::size_t b, std::vector<std::size_t>& items) {
    constexpr std::size_t words = std::tuple_size_v<sim::Block>;
    sim::Block block{};
    for (std::size_t i = 0; i < items.size(); ++i) {
        if (i % words == 0)
            block = draws.block(Stream::resample, b, sim::Month{0}, static_cast<std::uint32_t>(i / words));
        // The high half of word * n: an integer below n from the top bits.
        items[i] = static_cast<std::size_t>((std::uint64_t{block[i % words]} * items.size()) >> 32U);
    }
}

/// The value at rank share * (number + 1), in a straight line between ranks; the extremes beyond them.
double quantile(const std::vector<double>& ascending, double share) {
    const double rank = share * static_cast<double>(ascending.size() + 1);
    if (rank <= 1) return ascending.front();
    if (rank >= static_cast<double>(ascending.size())) return ascending.back();
    const auto below = static_cast<std::size_t>(rank);
    const double part = rank - static_cast<double>(below);
    return ascending[below - 1] + part * (ascending[below] - ascending[below - 1]);
}

bool has_interval(const Bootstrap& b) {
    const auto finite = [](double v) { return std::isfinite(v); };
    return b.items >= 2 && !b.resampled.empty() &&
           std::all_of(b.resampled.begin(), b.resampled.end(), finite);
}

Interval between(const Bootstrap& b, double low, double high) {
    return {b.estimate, quantile(b.resampled, low), quantile(b.resampled, high), b.items};
}

Interval no_interval(const Bootstrap& b) { return {b.estimate, unknown, unknown, b.items}; }

/// A sixth of the skewness of the influence values; 0 when nothing varies.
double acceleration(const std::vector<double>& influence) {
    const double mean =
        std::accumulate(influence.begin(), influence.end(), 0.0) / static_cast<double>(influence.size());
    double squares = 0, cubes = 0;
    for (const double v : influence) {
        squares += (v - mean) * (v - mean);
        cubes += (v - mean) * (v - mean) * (v - mean);
    }
    return squares > 0 ? cubes / (6 * std::pow(squares, 1.5)) : 0;
}

/// The slope of the statistic in the weight of each item, from a sample, repeated when it is small, with
/// one item more and with one less. Leaving items out of the sample itself is too coarse for ratios: for ten
/// cities it gave the acceleration the wrong sign.
std::vector<double> influence_of(const std::vector<std::size_t>& all, const Statistic& statistic) {
    constexpr std::size_t enough = 64;  // items of which one hardly shifts the rest
    const std::size_t times = 1 + enough / all.size();
    std::vector<std::size_t> repeated;
    for (std::size_t k = 0; k < times; ++k) repeated.insert(repeated.end(), all.begin(), all.end());
    const auto n = static_cast<double>(repeated.size());
    const double weight = 1 / (n + 1) + 1 / (n - 1);  // gained from one less to one more
    std::vector<double> out;
    std::vector<std::size_t> items;
    for (std::size_t i = 0; i < all.size(); ++i) {
        items = repeated;
        items.push_back(i);
        const double with = statistic(items);
        items.pop_back();
        items[i] = items.back();  // order plays no part
        items.pop_back();
        out.push_back((with - statistic(items)) / weight);
    }
    return out;
}

std::vector<std::size_t> all_of(std::size_t items) {
    std::vector<std::size_t> out(items);
    std::iota(out.begin(), out.end(), std::size_t{0});
    return out;
}

/// Share of the resamples below the estimate, those equal to it half.
double share_below(const Bootstrap& b) {
    const auto [from, to] = std::equal_range(b.resampled.begin(), b.resampled.end(), b.estimate);
    const double twice = static_cast<double>((from - b.resampled.begin()) + (to - b.resampled.begin()));
    return twice / 2 / static_cast<double>(b.resampled.size());
}

}  // namespace

Bootstrap bootstrap(std::size_t items, const Statistic& statistic, std::uint32_t seed,
                    std::size_t resamples) {
    const auto one = [&](std::span<const std::size_t> some, std::span<double> values) {
        values[0] = statistic(some);
    };
    Bootstrap out = std::move(bootstrap_together(items, 1, one, seed, resamples).front());
    if (items > 0) out.influence = influence_of(all_of(items), statistic);
    return out;
}

std::vector<Bootstrap> bootstrap_together(std::size_t items, std::size_t count, const Statistics& statistics,
                                          std::uint32_t seed, std::size_t resamples) {
    std::vector<Bootstrap> out(count);
    std::vector<double> values(count, unknown);
    if (items > 0) statistics(all_of(items), values);
    for (std::size_t s = 0; s < count; ++s) {
        out[s].estimate = values[s];
        out[s].items = items;
        out[s].resampled.reserve(resamples);
    }
    if (items == 0) return out;

    const sim::RandomSource draws(seed, key_of_bootstrap);
    std::vector<std::size_t> drawn(items);
    for (std::size_t b = 0; b < resamples; ++b) {
        draw_items(draws, b, drawn);
        statistics(drawn, values);
        // NaN would break the order; has_interval finds infinity as well.
        for (std::size_t s = 0; s < count; ++s)
            out[s].resampled.push_back(std::isnan(values[s]) ? std::numeric_limits<double>::infinity()
                                                             : values[s]);
    }
    for (auto& b : out) std::sort(b.resampled.begin(), b.resampled.end());
    return out;
}

Bootstrap bootstrap_mean(std::span<const double> values, std::uint32_t seed, std::size_t resamples) {
    const auto mean = [&](std::span<const std::size_t> items) {
        // From the first value, so that equal values have exactly their own mean.
        double sum = 0;
        for (const auto i : items) sum += values[i] - values[0];
        return values[0] + sum / static_cast<double>(items.size());
    };
    return bootstrap(values.size(), mean, seed, resamples);
}

Bootstrap bootstrap_ratio(std::span<const double> above, std::span<const double> below, std::uint32_t seed,
                          std::size_t resamples) {
    sim::require(above.size() == below.size(), "bootstrap of a ratio: pairs have two members");
    const auto ratio = [&](std::span<const std::size_t> items) {
        double numerator = 0, denominator = 0;
        for (const auto i : items) {
            numerator += above[i];
            denominator += below[i];
        }
        return numerator / denominator;
    };
    return bootstrap(above.size(), ratio, seed, resamples);
}

Interval percentile_interval(const Bootstrap& b, double level) {
    if (!has_interval(b)) return no_interval(b);
    return between(b, (1 - level) / 2, (1 + level) / 2);
}

Interval bca_interval(const Bootstrap& b, double level) {
    const auto finite = [](double v) { return std::isfinite(v); };
    if (!has_interval(b) || b.influence.empty() ||
        !std::all_of(b.influence.begin(), b.influence.end(), finite))
        return no_interval(b);
    const double below = share_below(b);
    if (below <= 0 || below >= 1) return no_interval(b);
    const boost::math::normal normal;
    const double bias = boost::math::quantile(normal, below);
    const double a = acceleration(b.influence);
    const auto corrected = [&](double share) {
        const double z = bias + boost::math::quantile(normal, share);
        return boost::math::cdf(normal, bias + z / (1 - a * z));
    };
    return between(b, corrected((1 - level) / 2), corrected((1 + level) / 2));
}

}  // namespace weefsel::analysis
