#pragma once
#include <cstddef>
#include <cstdint>
#include <vector>

#include "models/question/scenario.hpp"
#include "models/world/neighbourhood_figures.hpp"

namespace weefsel {

/// The figures of one of `draws` sets of assumptions; of one: as stated. Imputed figures differ from those
/// stated by a draw from their conditional normal distribution, times `spread` (0: as stated): all of one
/// neighbourhood together, and neighbourhoods of one municipality alike as far as municipalities differ from
/// what their figures say. Given figures stay, and so do sizes and types of households, vacancy and urbanity:
/// the streets are the same in every draw. A function of seed, draw and neighbourhood alone.
NeighbourhoodFigures drawn_figures(const NeighbourhoodFigures& figures, double spread, std::size_t draw,
                                   std::size_t draws, std::uint32_t seed);

/// The same for every neighbourhood of a scenario, with its number of draws, its seed and its
/// `population.imputation_spread`.
std::vector<NeighbourhoodFigures> drawn_neighbourhoods(const Scenario& scenario, std::size_t draw);

}  // namespace weefsel
