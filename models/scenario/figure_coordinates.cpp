#include "models/scenario/figure_coordinates.hpp"

#include <algorithm>
#include <cmath>

#include "sim/numeric.hpp"

namespace weefsel {
namespace {

constexpr double below_least_size = 0.9;  ///< persons: a household has at least one
constexpr double least_density = 0.01;    ///< residents a hectare

using enum Figure;
constexpr std::array women_only{women};
constexpr std::array size_only{household_size};
constexpr std::array types{single, without_children, with_children};
constexpr std::array origin_shares{origin_netherlands, origin_europe, origin_outside_europe};
constexpr std::array states{married, divorced, widowed};
constexpr std::array incomes{low_income, high_income};
constexpr std::array poverty_only{poverty};
constexpr std::array high_education{education_high};
constexpr std::array other_education{education_low, education_middle};
constexpr std::array owned_only{owned};
constexpr std::array rents{social_rent, private_rent};
constexpr std::array flats{multi_family};
constexpr std::array empty_homes{vacancy};
constexpr std::array urbanity_only{urbanity};
constexpr std::array value_only{home_value};
constexpr std::array assistance_only{social_assistance};

struct CoordinateDeclared {
    GroupName group;
    std::span<const Figure> figures;  ///< that are imputed with it
};
constexpr std::array<CoordinateDeclared, coordinate_count> coordinates_declared{{
    {{"ages", "leeftijden"}, {}},
    {{"ages", "leeftijden"}, {}},
    {{"ages", "leeftijden"}, {}},
    {{"ages", "leeftijden"}, {}},
    {{"women", "women"}, women_only},
    {{"household_size", "household_size"}, size_only},
    {{"household types", "typen huishoudens"}, types},
    {{"household types", "typen huishoudens"}, types},
    {{"origin", "herkomst"}, origin_shares},
    {{"origin", "herkomst"}, origin_shares},
    {{"marital state", "burgerlijke staat"}, states},
    {{"marital state", "burgerlijke staat"}, states},
    {{"marital state", "burgerlijke staat"}, states},
    {{"income", "inkomen"}, incomes},
    {{"income", "inkomen"}, incomes},
    {{"poverty", "poverty"}, poverty_only},
    {{"education", "opleiding"}, high_education},
    {{"education", "opleiding"}, other_education},
    {{"tenure", "huur of koop"}, owned_only},
    {{"tenure", "huur of koop"}, rents},
    {{"multi_family", "multi_family"}, flats},
    {{"vacancy", "vacancy"}, empty_homes},
    {{"urbanity", "urbanity"}, urbanity_only},
    {{"density", "dichtheid"}, {}},
    {{"home_value", "home_value"}, value_only},
    {{"social_assistance", "social_assistance"}, assistance_only},
}};

/// Puts coordinates of one set of figures, where they are given.
struct Reader {
    const FigureValues& values;
    double least;
    Coordinates out{};

    std::optional<double>& put(Coordinate c) { return out[static_cast<std::size_t>(c)]; }
    [[nodiscard]] bool given(std::span<const Figure> figures) const {
        return std::all_of(figures.begin(), figures.end(),
                           [&](Figure f) { return at(values, f).has_value(); });
    }
    [[nodiscard]] double number(Figure f) const { return *at(values, f); }

    void logit(Coordinate c, Figure f) {
        if (!at(values, f)) return;
        const double share = std::clamp(number(f), least, 1 - least);
        put(c) = sim::log_of(share / (1 - share));
    }
    /// Logs of parts against `base`, in the order of `to`, after none is below the least share of their sum.
    template <std::size_t N>
    void ratios(const std::array<Coordinate, N>& to, const std::array<double, N>& parts, double base) {
        double sum = base;
        for (double part : parts) sum += part;
        if (sum <= 0) return;
        const double below = std::max(base / sum, least);
        for (std::size_t k = 0; k < N; ++k) put(to[k]) = sim::log_of(std::max(parts[k] / sum, least) / below);
    }

    void people() {
        using C = Coordinate;
        constexpr std::array ages{age_0_14, age_15_24, age_45_64, age_65_over};
        if (given(ages) && at(values, age_25_44))
            ratios(std::array{C::age_0_14, C::age_15_24, C::age_45_64, C::age_65_over},
                   std::array{number(age_0_14), number(age_15_24), number(age_45_64), number(age_65_over)},
                   number(age_25_44));
        logit(C::women, women);
        if (given(types))
            ratios(std::array{C::single, C::without_children},
                   std::array{number(single), number(without_children)}, number(with_children));
        if (given(origin_shares))
            ratios(std::array{C::origin_europe, C::origin_outside_europe},
                   std::array{number(origin_europe), number(origin_outside_europe)},
                   number(origin_netherlands));
        if (given(states))
            ratios(std::array{C::married, C::divorced, C::widowed},
                   std::array{number(married), number(divorced), number(widowed)},
                   std::max(1 - number(married) - number(divorced) - number(widowed), least));
        if (given(incomes))
            ratios(std::array{C::low_income, C::high_income},
                   std::array{number(low_income), number(high_income)},
                   std::max(1 - number(low_income) - number(high_income), least));
        logit(C::poverty, poverty);
        logit(C::education_high, education_high);
        if (given(other_education))
            ratios(std::array{C::education_low}, std::array{number(education_low)}, number(education_middle));
        logit(C::social_assistance, social_assistance);
    }

    void homes() {
        using C = Coordinate;
        if (const auto size = at(values, household_size); size && *size >= 1)
            put(C::household_size) = sim::log_of(*size - below_least_size);
        logit(C::owned, owned);
        if (given(rents))
            ratios(std::array{C::social_rent}, std::array{number(social_rent)}, number(private_rent));
        logit(C::multi_family, multi_family);
        logit(C::vacancy, vacancy);
        put(C::urbanity) = at(values, urbanity);
        const auto persons = at(values, residents), land = at(values, land_hectares);
        if (persons && land && *land > 0)
            put(C::density) = sim::log_of(std::max(*persons / *land, least_density));
        if (const auto value = at(values, home_value); value && *value > 0)
            put(C::home_value) = sim::log_of(*value / *declared_of(home_value).national);
    }
};

double expit(double x) { return 1 / (1 + sim::exp_of(-x)); }

}  // namespace

Coordinates coordinates_of(const FigureValues& values, double least_share) {
    Reader reader{values, least_share, {}};
    reader.people();
    reader.homes();
    return reader.out;
}

FigureValues figures_at(std::span<const double> of) {
    using C = Coordinate;
    FigureValues out;
    const auto x = [&](C c) { return of[static_cast<std::size_t>(c)]; };
    const auto put = [&](Figure f, double v) { at(out, f) = v; };
    const auto odds = [&](C c) { return sim::exp_of(x(c)); };
    put(women, expit(x(C::women)));
    put(household_size, below_least_size + odds(C::household_size));
    const double all_types = odds(C::single) + odds(C::without_children) + 1;
    put(single, odds(C::single) / all_types);
    put(without_children, odds(C::without_children) / all_types);
    put(with_children, 1 / all_types);
    const double all_origins = 1 + odds(C::origin_europe) + odds(C::origin_outside_europe);
    put(origin_netherlands, 1 / all_origins);
    put(origin_europe, odds(C::origin_europe) / all_origins);
    put(origin_outside_europe, odds(C::origin_outside_europe) / all_origins);
    const double all_states = odds(C::married) + odds(C::divorced) + odds(C::widowed) + 1;
    put(married, odds(C::married) / all_states);
    put(divorced, odds(C::divorced) / all_states);
    put(widowed, odds(C::widowed) / all_states);
    const double all_incomes = odds(C::low_income) + 1 + odds(C::high_income);
    put(low_income, odds(C::low_income) / all_incomes);
    put(high_income, odds(C::high_income) / all_incomes);
    put(poverty, expit(x(C::poverty)));
    const double high = expit(x(C::education_high)), low = expit(x(C::education_low));
    put(education_high, high);
    put(education_low, (1 - high) * low);
    put(education_middle, (1 - high) * (1 - low));
    const double own = expit(x(C::owned)), social = expit(x(C::social_rent));
    put(owned, own);
    put(social_rent, (1 - own) * social);
    put(private_rent, (1 - own) * (1 - social));
    put(multi_family, expit(x(C::multi_family)));
    put(vacancy, expit(x(C::vacancy)));
    put(urbanity, x(C::urbanity));
    put(home_value, odds(C::home_value) * *declared_of(home_value).national);
    put(social_assistance, expit(x(C::social_assistance)));
    return out;
}

std::span<const Figure> figures_of(Coordinate coordinate) {
    return coordinates_declared[static_cast<std::size_t>(coordinate)].figures;
}

GroupName group_name(Coordinate coordinate) {
    return coordinates_declared[static_cast<std::size_t>(coordinate)].group;
}

}  // namespace weefsel
