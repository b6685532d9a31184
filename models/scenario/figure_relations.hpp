#pragma once
#include <array>
#include <cstddef>

#include "models/scenario/figures.hpp"

namespace weefsel {

/// A figure, or figures that make one whole, on a scale without ends: logits of shares, logarithms of ratios
/// of shares, of sizes and of values; urbanity as it is.
enum class Coordinate {
    age_0_14,  ///< each of the age bands: ln of its ratio to 25-44
    age_15_24,
    age_45_64,
    age_65_over,
    women,             ///< logit
    household_size,    ///< ln of persons above 0.9
    single,            ///< ln of the ratio to households with children
    without_children,  ///< the same
    origin_europe,     ///< ln of the ratio to origin the Netherlands
    origin_outside_europe,
    married,  ///< ln of the ratio to never married
    divorced,
    widowed,
    low_income,  ///< ln of the ratio to the share between the two
    high_income,
    poverty,            ///< logit
    education_high,     ///< logit
    education_low,      ///< ln of the ratio to middle
    owned,              ///< logit
    social_rent,        ///< ln of the ratio to private rent
    multi_family,       ///< logit
    vacancy,            ///< logit
    urbanity,           ///< class
    density,            ///< ln of residents a hectare
    home_value,         ///< ln of the ratio to the country
    social_assistance,  ///< logit
    count
};
inline constexpr std::size_t coordinate_count = static_cast<std::size_t>(Coordinate::count);

/// How figures of neighbourhoods hang together: one normal distribution of all coordinates, which fills
/// whatever a row lacks from whatever it has.
///
/// Fitted to figures alone, never to what anybody measured of health or loneliness, by
/// analysis/python/fits/figure_relations.py on tables of the statistics office (Kerncijfers wijken en
/// buurten, CC BY 4.0): all wijken of 2022 but those of the municipalities held out, buurten of Amsterdam
/// (2020, with the origin of their wijk of 2016), Utrecht (2023) and Baarn (2024), and the country as
/// figures_declared has it. Evidence: measured for each column; what two columns have to do with each other
/// that no table has side by side (income with household types, marital state, flats and social assistance)
/// is an assumption: that they are independent given the columns that they share a table with. Errors out of
/// sample: docs/figures.md.
struct FigureRelations {
    std::array<double, coordinate_count> mean;
    std::array<double, coordinate_count*(coordinate_count + 1) / 2> covariance;  ///< lower triangle by row
    /// Of what a municipality as a whole differs from its conditional mean, the share that its rows have too.
    std::array<double, coordinate_count> carried;
    /// Share of the conditional variance of rows that this explains.
    std::array<double, coordinate_count> explained;
};

const FigureRelations& figure_relations();

}  // namespace weefsel
