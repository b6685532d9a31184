#pragma once
#include <array>
#include <optional>
#include <span>

#include "models/scenario/figure_relations.hpp"
#include "models/scenario/figures.hpp"

namespace weefsel {

using Coordinates = std::array<std::optional<double>, coordinate_count>;

/// Shares as published are in whole per cents: none is taken as less than this, or as more than 1 less this.
inline constexpr double least_published_share = 0.005;

/// Figures on scales without ends, as far as all that a coordinate needs is given. Ages and households by
/// type are counts in any unit, all else as figures_declared says.
Coordinates coordinates_of(const FigureValues& values, double least_share = least_published_share);

/// Back again: what can be imputed, with households by type as shares of all households. `of` has a number
/// for every coordinate. No share is rounded; those of one whole have sum 1.
FigureValues figures_at(std::span<const double> of);

/// Figures that a coordinate is made of; none for one that is not imputed (ages, density).
std::span<const Figure> figures_of(Coordinate coordinate);

/// `ages`, `home_value`: the figure or group of figures that a coordinate belongs to, for people to read; a
/// figure by its key.
struct GroupName {
    std::string_view en, nl;
};
GroupName group_name(Coordinate coordinate);

}  // namespace weefsel
