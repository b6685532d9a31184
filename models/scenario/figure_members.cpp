#include "models/scenario/figures.hpp"

#include <cmath>

namespace weefsel {
namespace {

/// Figures that are numbers of their own, and where they stand.
struct FigureMember {
    Figure figure;
    double NeighbourhoodFigures::*at;
};
using F = NeighbourhoodFigures;
constexpr std::array members{FigureMember{Figure::women, &F::women},
                             FigureMember{Figure::single, &F::single},
                             FigureMember{Figure::without_children, &F::without_children},
                             FigureMember{Figure::with_children, &F::with_children},
                             FigureMember{Figure::household_size, &F::household_size},
                             FigureMember{Figure::origin_netherlands, &F::origin_netherlands},
                             FigureMember{Figure::origin_europe, &F::origin_europe},
                             FigureMember{Figure::origin_outside_europe, &F::origin_outside_europe},
                             FigureMember{Figure::married, &F::married},
                             FigureMember{Figure::divorced, &F::divorced},
                             FigureMember{Figure::widowed, &F::widowed},
                             FigureMember{Figure::low_income, &F::low_income},
                             FigureMember{Figure::high_income, &F::high_income},
                             FigureMember{Figure::poverty, &F::poverty},
                             FigureMember{Figure::education_low, &F::education_low},
                             FigureMember{Figure::education_middle, &F::education_middle},
                             FigureMember{Figure::education_high, &F::education_high},
                             FigureMember{Figure::owned, &F::owned},
                             FigureMember{Figure::social_rent, &F::social_rent},
                             FigureMember{Figure::private_rent, &F::private_rent},
                             FigureMember{Figure::multi_family, &F::multi_family},
                             FigureMember{Figure::vacancy, &F::vacancy},
                             FigureMember{Figure::land_hectares, &F::land_hectares},
                             FigureMember{Figure::home_value, &F::home_value},
                             FigureMember{Figure::social_assistance, &F::social_assistance}};

/// Sizes and types of households are made to fit residents; land is not imputed.
constexpr bool is_made(Figure f) {
    return f == Figure::household_size || f == Figure::single || f == Figure::without_children ||
           f == Figure::with_children || f == Figure::land_hectares;
}

}  // namespace

FigureValues values_of(const NeighbourhoodFigures& figures) {
    FigureValues values;
    at(values, Figure::residents) = figures.residents;
    for (std::size_t a = 0; a < figures.age.size(); ++a)
        values[static_cast<std::size_t>(Figure::age_0_14) + a] = figures.age[a];
    at(values, Figure::households) = figures.households;
    at(values, Figure::dwellings) = figures.dwellings;
    at(values, Figure::urbanity) = figures.urbanity;
    for (const auto& m : members) at(values, m.figure) = figures.*m.at;
    return values;
}

void set_figures(NeighbourhoodFigures& figures, const FigureValues& values) {
    for (const auto& m : members)
        if (const auto& v = at(values, m.figure); v && !is_made(m.figure)) figures.*m.at = *v;
    if (const auto& v = at(values, Figure::urbanity)) figures.urbanity = static_cast<int>(std::lround(*v));
}

}  // namespace weefsel
