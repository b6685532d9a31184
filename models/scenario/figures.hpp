#pragma once
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "models/world/neighbourhood_figures.hpp"
#include "sim/parameter.hpp"

/// From published or typed numbers to complete figures of a neighbourhood: what is missing is
/// filled and said, what contradicts itself is refused.
namespace weefsel {

enum class Figure {
    residents,
    age_0_14,
    age_15_24,
    age_25_44,
    age_45_64,
    age_65_over,
    women,
    households,
    single,
    without_children,
    with_children,
    household_size,
    origin_netherlands,
    origin_europe,
    origin_outside_europe,
    married,
    divorced,
    widowed,
    low_income,
    high_income,
    poverty,
    education_low,
    education_middle,
    education_high,
    owned,
    social_rent,
    private_rent,
    multi_family,
    vacancy,
    dwellings,
    urbanity,
    land_hectares,
    home_value,
    social_assistance,
    count
};
inline constexpr std::size_t figure_count = static_cast<std::size_t>(Figure::count);

struct FigureDeclared {
    std::string_view name;  ///< key in [neighbourhood]
    sim::Range range;
    std::string_view unit;  ///< `1` is a share, 0..1
    std::string_view prose;
    std::optional<double> national;  ///< of the country: where nothing else says it
    sim::Source source;              ///< of the default
};

inline constexpr double max_count = 1e6;
inline constexpr sim::Source no_default{sim::Evidence::measured, "no default: must be given"};
inline constexpr sim::Source from_households{sim::Evidence::measured,
                                             "CBS households 1-1-2024 (cbs.nl/nl-nl/cijfers/detail/37975)"};
inline constexpr sim::Source statline{sim::Evidence::expert,
                                      "CBS StatLine around 2023, rounded; not checked against a table"};
inline constexpr sim::Source of_wijken{
    sim::Evidence::expert, "CBS, key figures of all wijken 2022: within 2.5 points of their mean"};
inline constexpr sim::Source by_definition{sim::Evidence::measured, "by definition of the class"};

inline constexpr std::array<FigureDeclared, figure_count> figures_declared{{
    {"residents", {0, max_count}, "count", "Residents.", std::nullopt, no_default},
    {"age_0_14", {0, max_count}, "count", "Residents of 0-14 years.", std::nullopt, no_default},
    {"age_15_24", {0, max_count}, "count", "Residents of 15-24 years.", std::nullopt, no_default},
    {"age_25_44", {0, max_count}, "count", "Residents of 25-44 years.", std::nullopt, no_default},
    {"age_45_64", {0, max_count}, "count", "Residents of 45-64 years.", std::nullopt, no_default},
    {"age_65_over", {0, max_count}, "count", "Residents of 65 years and over.", std::nullopt, no_default},
    {"women", {0, 1}, "1", "Share of women.", 0.503, statline},
    {"households", {0, max_count}, "count", "Households.", std::nullopt, no_default},
    {"single", {0, max_count}, "count", "Households of one person.", std::nullopt, no_default},
    {"without_children",
     {0, max_count},
     "count",
     "Households of more persons without children.",
     std::nullopt,
     no_default},
    {"with_children",
     {0, max_count},
     "count",
     "Households with children, one-parent families included.",
     std::nullopt,
     no_default},
    {"household_size", {1, 10}, "1", "Persons a household.", 2.11, from_households},
    {"origin_netherlands", {0, 1}, "1", "Share of residents with origin the Netherlands.", 0.74, statline},
    {"origin_europe",
     {0, 1},
     "1",
     "Share of residents with an origin in the rest of Europe.",
     0.09,
     statline},
    {"origin_outside_europe",
     {0, 1},
     "1",
     "Share of residents with an origin outside Europe.",
     0.17,
     statline},
    {"married", {0, 1}, "1", "Share of residents who are married.", 0.385, statline},
    {"divorced", {0, 1}, "1", "Share of residents who are divorced.", 0.08, statline},
    {"widowed", {0, 1}, "1", "Share of residents who are widowed.", 0.047, statline},
    {"low_income",
     {0, 1},
     "1",
     "Share of persons in the lowest 40 % of income of the country.",
     0.40,
     by_definition},
    {"high_income", {0, 1}, "1", "Share of persons in the highest 20 %.", 0.20, by_definition},
    {"poverty", {0, 1}, "1", "Share of households with up to 120 % of the social minimum.", 0.13, statline},
    {"education_low", {0, 1}, "1", "Share with low education among 15-75.", 0.26, of_wijken},
    {"education_middle", {0, 1}, "1", "Share with middle education among 15-75.", 0.40, of_wijken},
    {"education_high", {0, 1}, "1", "Share with high education among 15-75.", 0.34, of_wijken},
    {"owned", {0, 1}, "1", "Share of dwellings owned by who lives there.", 0.57, of_wijken},
    {"social_rent", {0, 1}, "1", "Share of dwellings let by a housing association.", 0.28, statline},
    {"private_rent", {0, 1}, "1", "Share of dwellings let by others.", 0.15, statline},
    {"multi_family", {0, 1}, "1", "Share of dwellings in flats.", 0.36, statline},
    {"vacancy", {0, 1}, "1", "Share of dwellings that stand empty.", 0.04, statline},
    {"dwellings",
     {0, max_count},
     "count",
     "Dwellings; as many as households where fewer are given.",
     std::nullopt,
     no_default},
    {"urbanity", {1, 5}, "1", "Class of urbanity, 1 very urban to 5 not urban.", 3.0, statline},
    {"land_hectares",
     {0, max_count},
     "ha",
     "Land; 0: from the urbanity.",
     0.0,
     {sim::Evidence::assumption, "usual density of the urbanity"}},
    {"home_value",
     {1, 10000},
     "thousand EUR",
     "Mean value of dwellings at the level of 2024 (CBS, value for property tax).",
     379.0,
     statline},
    {"social_assistance",
     {0, 1},
     "1",
     "Share of residents of 15 and over on social assistance.",
     0.03,
     statline},
}};
constexpr const FigureDeclared& declared_of(Figure f) {
    return figures_declared[static_cast<std::size_t>(f)];
}

/// Numbers as far as a source has them, by Figure.
using FigureValues = std::array<std::optional<double>, figure_count>;
inline std::optional<double>& at(FigureValues& values, Figure f) {
    return values[static_cast<std::size_t>(f)];
}
inline const std::optional<double>& at(const FigureValues& values, Figure f) {
    return values[static_cast<std::size_t>(f)];
}

/// Complete figures as numbers by Figure, every one of them given.
FigureValues values_of(const NeighbourhoodFigures& figures);
/// Puts what `values` has in the place of what figures that can be imputed hold.
void set_figures(NeighbourhoodFigures& figures, const FigureValues& values);

/// What is wrong with figures, and at which of them.
struct FigureProblem {
    Figure where;
    std::string text;
};

/// Residents at most in one neighbourhood: rows have 16 bits, with room for growth.
inline constexpr int residents_at_most = 60000;

/// Share of the low incomes that lives at or just above the social minimum, above that of the country; -1
/// to 1.
float poorer_than_country(const NeighbourhoodFigures& figures);
/// How little urban it is: 0 very urban .. 1 not urban.
float rurality(const NeighbourhoodFigures& figures);
/// Logarithm of the mean value of homes, over that of the country.
float wealth_of_homes(const NeighbourhoodFigures& figures);

/// Makes complete figures: what is missing is imputed from what is there (imputed_figures). `around`: what
/// the municipality has, which helps (may be empty). `published`: numbers come from a publication with its
/// own rounding, so bands that miss a total are scaled to it and types of households that are missing follow
/// from their size; typed figures must fit and must have them. Appends what is wrong to `problems`.
NeighbourhoodFigures complete_figures(FigureValues values, const FigureValues& around, bool published,
                                      std::vector<FigureProblem>& problems);

}  // namespace weefsel
