#include "models/scenario/impute_figures.hpp"

#include <algorithm>
#include <cmath>
#include <span>

#include "models/scenario/figure_coordinates.hpp"

namespace weefsel {
namespace {

using enum Figure;
/// Figures that make one whole together; the last of three is what the others leave.
struct Whole {
    std::array<Figure, 3> parts;
    bool complete;  ///< they have sum 1, not below it
};
constexpr std::array wholes{Whole{{single, without_children, with_children}, true},
                            Whole{{origin_europe, origin_outside_europe, origin_netherlands}, true},
                            Whole{{education_low, education_middle, education_high}, true},
                            Whole{{owned, social_rent, private_rent}, true},
                            Whole{{married, divorced, widowed}, false},
                            Whole{{low_income, high_income, Figure::count}, false}};

constexpr double decimals = 1e4;         // of a share
constexpr double size_decimals = 100;    // of persons a household
constexpr double spread_of_step = 1e-3;  // of a coordinate, for the slope of a figure
constexpr std::size_t most_named = 3;

double rounded(Figure f, double value) {
    if (f == urbanity)
        return std::clamp(std::round(value), declared_of(f).range.low, declared_of(f).range.high);
    if (f == home_value) return std::round(value);
    const double of = f == household_size ? size_decimals : decimals;
    return std::round(value * of) / of;
}

/// Missing parts of a whole: what given parts leave, in proportion to the imputed ones.
void share_what_is_left(const Whole& whole, const FigureValues& values, FigureValues& full) {
    double given = 0, replaced = 0;
    std::vector<Figure> missing;
    for (Figure f : whole.parts) {
        if (f == Figure::count) continue;
        if (const auto& v = at(values, f)) {
            given += *v;
            replaced += *at(full, f);
        } else {
            missing.push_back(f);
        }
    }
    const bool counts = given > 1;  // households by type, where they are given
    if (missing.empty() || counts) return;
    const double times = std::max(0.0, 1 - given) / std::max(1 - replaced, 1 / decimals);
    double left = 1 - given;
    for (Figure f : missing) {
        auto& v = at(full, f);
        v = std::clamp(rounded(f, *v * times), 0.0, std::max(left, 0.0));
        if (whole.complete && f == missing.back()) v = std::max(left, 0.0);
        left -= *v;
    }
}

/// The same with those members of a whole filled of which others are given: a table may have low incomes
/// alone.
FigureValues wholes_filled(const FigureValues& values) {
    const auto some_missing = [&](const Whole& whole) {
        const auto given = [&](Figure f) { return f != Figure::count && at(values, f); };
        const auto missing = [&](Figure f) { return f != Figure::count && !at(values, f); };
        return !whole.complete && std::any_of(whole.parts.begin(), whole.parts.end(), given) &&
               std::any_of(whole.parts.begin(), whole.parts.end(), missing);
    };
    if (std::none_of(wholes.begin(), wholes.end(), some_missing)) return values;
    const auto& relations = figure_relations();
    const auto normal = sim::conditional_normal(relations.mean, relations.covariance, coordinates_of(values));
    const auto full = beside_given(values, figures_at(normal.mean));
    auto out = values;
    for (const auto& whole : wholes)
        if (some_missing(whole))
            for (Figure f : whole.parts)
                if (f != Figure::count && !at(out, f)) at(out, f) = at(full, f);
    return out;
}

/// A conditional normal distribution and what figures are at its mean.
struct Conditional {
    sim::ConditionalNormal normal;
    std::vector<bool> moved;  ///< by the municipality, one a coordinate

    [[nodiscard]] double variance(std::size_t i, std::size_t j) const {
        return normal.covariance[i * normal.missing.size() + j];
    }
};

Conditional conditional_on(const Coordinates& row, const Coordinates& around) {
    const auto& relations = figure_relations();
    Conditional out{sim::conditional_normal(relations.mean, relations.covariance, row),
                    std::vector<bool>(coordinate_count)};
    Coordinates alike{};
    for (std::size_t k = 0; k < coordinate_count; ++k)
        if (row[k]) alike[k] = around[k];
    const auto expected = sim::conditional_normal(relations.mean, relations.covariance, alike);
    for (const auto k : out.normal.missing) {
        if (!around[k]) continue;
        out.moved[k] = true;
        out.normal.mean[k] += relations.carried[k] * (*around[k] - expected.mean[k]);
    }
    narrow_by_municipality(out.normal, out.moved);
    return out;
}

/// Change of every figure per unit of each missing coordinate.
std::vector<FigureValues> slopes_at(const sim::ConditionalNormal& normal) {
    std::vector<FigureValues> out;
    for (const auto k : normal.missing) {
        auto above = normal.mean, below = normal.mean;
        above[k] += spread_of_step;
        below[k] -= spread_of_step;
        auto high = figures_at(above);
        const auto low = figures_at(below);
        for (std::size_t f = 0; f < figure_count; ++f)
            if (high[f]) *high[f] = (*high[f] - *low[f]) / (2 * spread_of_step);
        out.push_back(high);
    }
    return out;
}

double spread_at(const Conditional& conditional, const std::vector<FigureValues>& slopes, Figure f) {
    double variance = 0;
    for (std::size_t i = 0; i < slopes.size(); ++i)
        for (std::size_t j = 0; j < slopes.size(); ++j)
            variance += *at(slopes[i], f) * *at(slopes[j], f) * conditional.variance(i, j);
    return std::sqrt(std::max(variance, 0.0));
}

/// Groups of given figures by how much the figure changes when they change by a standard deviation.
Note carried_by(const sim::ConditionalNormal& normal, const std::vector<FigureValues>& slopes, Figure f) {
    std::vector<std::pair<GroupName, double>> weights;
    for (std::size_t g = 0; g < normal.given.size(); ++g) {
        const auto k = normal.given[g];
        double slope = 0;
        for (std::size_t m = 0; m < slopes.size(); ++m)
            slope += *at(slopes[m], f) * normal.slope[m * normal.given.size() + g];
        const double weight = slope * slope * figure_relations().covariance[k * (k + 1) / 2 + k];
        const auto name = group_name(static_cast<Coordinate>(k));
        if (weights.empty() || weights.back().first.en != name.en) weights.emplace_back(name, 0);
        weights.back().second += weight;
    }
    std::stable_sort(weights.begin(), weights.end(),
                     [](const auto& a, const auto& b) { return a.second > b.second; });
    weights.resize(std::min(weights.size(), most_named));
    Note out;
    for (std::size_t k = 0; k < weights.size(); ++k) {
        const bool first = k == 0, last = k + 1 == weights.size();
        out.en += (first ? "" : last ? " and " : ", ") + std::string(weights[k].first.en);
        out.nl += (first ? "" : last ? " en " : ", ") + std::string(weights[k].first.nl);
    }
    return out;
}

}  // namespace

FigureValues beside_given(const FigureValues& values, FigureValues full) {
    for (std::size_t f = 0; f < figure_count; ++f)
        if (full[f] && !values[f]) full[f] = rounded(static_cast<Figure>(f), *full[f]);
    for (const auto& whole : wholes) share_what_is_left(whole, values, full);
    for (std::size_t f = 0; f < figure_count; ++f)
        if (values[f]) full[f].reset();
    return full;
}

void narrow_by_municipality(sim::ConditionalNormal& normal, const std::vector<bool>& moved) {
    const std::size_t n = normal.missing.size();
    for (std::size_t i = 0; i < n; ++i) {
        if (!moved[normal.missing[i]]) continue;
        const double left = std::sqrt(1 - figure_relations().explained[normal.missing[i]]);
        for (std::size_t j = 0; j < n; ++j) {
            normal.covariance[i * n + j] *= left;
            normal.covariance[j * n + i] *= left;
        }
    }
}

std::vector<ImputedFigure> imputed_figures(const FigureValues& values, const FigureValues& around) {
    const auto conditional = conditional_on(coordinates_of(values), coordinates_of(wholes_filled(around)));
    const auto slopes = slopes_at(conditional.normal);
    const auto full = beside_given(values, figures_at(conditional.normal.mean));
    std::vector<ImputedFigure> out;
    for (std::size_t k = 0; k < coordinate_count; ++k)
        for (Figure f : figures_of(static_cast<Coordinate>(k))) {
            const bool there =
                std::any_of(out.begin(), out.end(), [&](const auto& i) { return i.figure == f; });
            if (there || !at(full, f)) continue;
            out.push_back({f, *at(full, f), spread_at(conditional, slopes, f),
                           carried_by(conditional.normal, slopes, f), conditional.moved[k]});
        }
    return out;
}

}  // namespace weefsel
