#include "models/scenario/figure_draws.hpp"

#include <algorithm>
#include <cmath>
#include <string>

#include "models/scenario/figure_coordinates.hpp"
#include "models/scenario/impute_figures.hpp"
#include "models/world/streams.hpp"
#include "sim/conditional_normal.hpp"
#include "sim/name_key.hpp"
#include "sim/random_source.hpp"

namespace weefsel {
namespace {

constexpr double least_drawn_share = 1e-4;  // the last decimal of an imputed share

bool stands_in(const std::vector<std::string>& names, Figure f) {
    return std::find(names.begin(), names.end(), declared_of(f).name) != names.end();
}

/// What streets and dwellings there are does not depend on the draw.
bool is_drawn(Coordinate c) {
    using enum Coordinate;
    return c != household_size && c != single && c != without_children && c != vacancy && c != urbanity;
}

std::uint64_t municipality_key(const NeighbourhoodFigures& figures) {
    constexpr std::size_t prefix = 2, digits = 4;
    const bool coded = figures.code.size() >= prefix + digits;
    return sim::name_key("GM" + (coded ? figures.code.substr(prefix, digits) : figures.municipality));
}

/// Standard normal numbers, one a missing coordinate.
std::vector<double> deviates(const NeighbourhoodFigures& figures, const std::vector<std::size_t>& missing,
                             std::size_t draw, std::uint32_t seed) {
    const sim::RandomSource source(seed, 0);
    const auto normal = [&](std::uint64_t of, std::size_t k) {
        const auto words = source.block(Stream::imputed_figure, sim::mix64(of + k), sim::Month{0},
                                        static_cast<std::uint32_t>(draw));
        return static_cast<double>(sim::normal_quantile(sim::open_uniform_of(words[0])));
    };
    std::vector<double> out;
    for (const auto k : missing) {
        const double alike = figure_relations().explained[k];
        out.push_back(std::sqrt(alike) * normal(municipality_key(figures), k) +
                      std::sqrt(1 - alike) * normal(site_key(figures), k));
    }
    return out;
}

/// Changes of all coordinates: a draw from their distribution given the figures that were not imputed.
std::array<double, coordinate_count> changes(const NeighbourhoodFigures& figures, Coordinates of,
                                             std::size_t draw, std::uint32_t seed) {
    std::vector<bool> moved(coordinate_count);
    for (std::size_t k = 0; k < coordinate_count; ++k)
        for (Figure f : figures_of(static_cast<Coordinate>(k))) {
            if (stands_in(figures.imputed, f)) of[k].reset();
            if (stands_in(figures.imputed_with_municipality, f)) moved[k] = true;
        }
    const auto& relations = figure_relations();
    auto normal = sim::conditional_normal(relations.mean, relations.covariance, of);
    narrow_by_municipality(normal, moved);
    const auto root = sim::lower_root(normal.covariance);
    const auto z = deviates(figures, normal.missing, draw, seed);
    std::array<double, coordinate_count> out{};
    for (std::size_t i = 0; i < z.size(); ++i)
        for (std::size_t j = 0; j <= i; ++j) out[normal.missing[i]] += root[i * z.size() + j] * z[j];
    return out;
}

}  // namespace

NeighbourhoodFigures drawn_figures(const NeighbourhoodFigures& figures, double spread, std::size_t draw,
                                   std::size_t draws, std::uint32_t seed) {
    if (draws <= 1 || spread <= 0 || figures.imputed.empty()) return figures;
    auto given = values_of(figures);
    const auto of = coordinates_of(given, least_drawn_share);
    const auto change = changes(figures, of, draw, seed);
    std::array<double, coordinate_count> at_draw{};
    for (std::size_t k = 0; k < coordinate_count; ++k) {
        const auto c = static_cast<Coordinate>(k);
        at_draw[k] = of[k].value_or(0) + (is_drawn(c) ? spread * change[k] : 0);
        for (Figure f : figures_of(c))
            if (is_drawn(c) && stands_in(figures.imputed, f)) at(given, f).reset();
    }
    auto out = figures;
    set_figures(out, beside_given(given, figures_at(at_draw)));
    return out;
}

std::vector<NeighbourhoodFigures> drawn_neighbourhoods(const Scenario& scenario, std::size_t draw) {
    std::vector<NeighbourhoodFigures> out;
    for (const auto& figures : scenario.neighbourhoods)
        out.push_back(drawn_figures(figures, scenario.parameters.population.imputation_spread, draw,
                                    static_cast<std::size_t>(scenario.draws), scenario.seed));
    return out;
}

}  // namespace weefsel
