#include "analysis/sensitivity/given_data.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "analysis/sensitivity/sobol_indices.hpp"
#include "analysis/statistics/central_tendency.hpp"
#include "analysis/statistics/unknown.hpp"
#include "sim/error.hpp"
#include "sim/random_source.hpp"

namespace weefsel::analysis {
namespace {

enum class Stream : std::uint8_t { deal };
constexpr std::size_t fewest_rows = 16;

/// The class of each row, and how many rows each has.
struct Classes {
    std::vector<std::size_t> of_row;
    std::vector<std::size_t> rows;
};

std::size_t classes_wanted(std::size_t rows) {
    constexpr std::size_t fewest = 4, most = 100;
    return std::clamp<std::size_t>(static_cast<std::size_t>(std::lround(std::sqrt(rows))), fewest, most);
}

Classes classes_of(const std::vector<double>& values, bool unordered) {
    const std::size_t n = values.size(), wanted = classes_wanted(n);
    std::vector<std::size_t> order(n);
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return values[a] < values[b]; });
    std::size_t distinct = 1;
    for (std::size_t i = 1; i < n; ++i) distinct += values[order[i]] != values[order[i - 1]] ? 1 : 0;
    const bool each_value = unordered || distinct <= wanted;
    Classes out{std::vector<std::size_t>(n), {0}};
    for (std::size_t i = 0; i < n; ++i) {
        const bool new_value = i > 0 && values[order[i]] != values[order[i - 1]];
        const bool full = i * wanted >= out.rows.size() * n;  // of those that all classes so far should have
        if (new_value && (each_value || full)) out.rows.push_back(0);
        out.of_row[order[i]] = out.rows.size() - 1;
        ++out.rows.back();
    }
    return out;
}

double between(const Classes& classes, const std::vector<double>& centred, std::vector<double>& means) {
    means.assign(classes.rows.size(), 0.0);
    for (std::size_t i = 0; i < centred.size(); ++i) means[classes.of_row[i]] += centred[i];
    double out = 0;
    for (std::size_t c = 0; c < means.size(); ++c) {
        means[c] /= static_cast<double>(classes.rows[c]);
        out += means[c] * means[c] * static_cast<double>(classes.rows[c]);
    }
    return out;
}

/// 1 - mean square within / mean square in all, from the sum of squares between classes.
double share(double squares_between, double squares, std::size_t n, std::size_t classes) {
    const double within = (squares - squares_between) / static_cast<double>(n - classes);
    return 1 - within / (squares / static_cast<double>(n - 1));
}

Interval estimate(const Classes& classes, const std::vector<double>& centred, double squares) {
    constexpr double normal = 1.959964;
    const std::size_t n = centred.size(), m = classes.rows.size();
    std::vector<double> means;
    const double found = share(between(classes, centred, means), squares, n, m);
    const auto count = static_cast<double>(n);
    const double variance = squares / count, correction = (count - 1) / static_cast<double>(n - m);
    double influence = 0;
    for (std::size_t i = 0; i < n; ++i) {
        const double apart = centred[i] - means[classes.of_row[i]];
        const double moves = (correction * apart * apart - (1 - found) * centred[i] * centred[i]) / variance;
        influence += moves * moves;
    }
    const double error = std::sqrt(influence) / count;
    return {found, found - normal * error, found + normal * error, n};
}

std::vector<double> dealt(std::vector<double> values, const sim::RandomSource& draws, std::uint32_t nth) {
    for (std::size_t i = values.size(); i-- > 1;) {
        const auto number = draws.block(Stream::deal, i, sim::Month{0}, nth)[0];
        std::swap(values[i], values[(std::uint64_t{number} * (i + 1)) >> 32U]);
    }
    return values;
}

Interval spread_of(std::vector<double> values, std::size_t n) {
    std::sort(values.begin(), values.end());
    constexpr double tail = 0.025;
    const auto at = [&](double p) {
        return values[static_cast<std::size_t>(std::lround(p * static_cast<double>(values.size() - 1)))];
    };
    return {mean_of(values), at(tail), at(1 - tail), n};
}

}  // namespace

GivenData given_data_indices(std::span<const double> points, std::span<const double> outputs,
                             std::size_t factors, const std::vector<bool>& unordered, std::uint32_t seed) {
    sim::require(factors > 0 && points.size() == outputs.size() * factors && unordered.size() == factors,
                 "every output has a point");
    std::vector<std::size_t> rows;
    std::vector<double> centred;
    for (std::size_t r = 0; r < outputs.size(); ++r)
        if (std::isfinite(outputs[r])) {
            rows.push_back(r);
            centred.push_back(outputs[r]);
        }
    const std::size_t n = rows.size();
    GivenData out;
    if (n < fewest_rows)
        out.reason = "fewer than 16 rows have a value";
    else if (hardly_varies(centred))
        out.reason = "the output does not vary";
    const Interval none{unknown, unknown, unknown, n};
    out.first.assign(factors, none);
    out.permuted = out.first;
    if (!out.reason.empty()) return out;
    const double centre = mean_of(centred);
    double squares = 0;
    for (double& v : centred) {
        v -= centre;
        squares += v * v;
    }
    if (!(squares > 0) || !std::isfinite(squares)) {
        out.reason = "the output does not vary";
        return out;
    }
    std::vector<Classes> classes;
    for (std::size_t j = 0; j < factors; ++j) {
        std::vector<double> values;
        for (const auto r : rows) values.push_back(points[r * factors + j]);
        classes.push_back(classes_of(values, unordered[j]));
    }
    // Of values that nearly all stand alone nobody can say how much they vary.
    constexpr std::size_t fewest_within = 8;
    const auto tells = [&](std::size_t j) {
        const auto m = classes[j].rows.size();
        return m > 1 && n >= m + fewest_within;
    };
    std::vector<std::vector<double>> by_chance(factors);
    const sim::RandomSource draws(seed, 0);
    std::vector<double> means;
    for (std::uint32_t p = 0; p < given_data_permutations; ++p) {
        const auto other = dealt(centred, draws, p);
        for (std::size_t j = 0; j < factors; ++j)
            if (tells(j))
                by_chance[j].push_back(
                    share(between(classes[j], other, means), squares, n, classes[j].rows.size()));
    }
    for (std::size_t j = 0; j < factors; ++j) {
        if (classes[j].rows.size() == 1) out.first[j] = {0, 0, 0, n};  // what does not vary explains nothing
        if (!tells(j)) continue;
        out.first[j] = estimate(classes[j], centred, squares);
        out.permuted[j] = spread_of(by_chance[j], n);
    }
    return out;
}

}  // namespace weefsel::analysis
