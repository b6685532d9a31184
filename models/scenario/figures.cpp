#include "models/scenario/figures.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <span>

#include "models/scenario/household_plan.hpp"
#include "models/scenario/impute_figures.hpp"
#include "models/world/household_state.hpp"
#include "sim/dutch_number.hpp"
#include "sim/numeric.hpp"

namespace weefsel {
namespace {

/// Published counts are rounded to fives.
constexpr double rounding = 2.5;
constexpr double tolerance = 0.01;
constexpr double negligible = 1e-9;       // no more than the last digits of a sum: left as it is
constexpr double share_tolerance = 0.02;  // shares are published in whole per cents

/// Households of the country by number of persons (1, 2, ..., 10), thousandths, by type.
/// Source: FACTS A3 (totals, CBS 1-1-2024); sizes within a type assumed; mean 2.11.
constexpr std::array<double, largest_household> single_by_size{399, 0, 0, 0, 0, 0, 0, 0, 0, 0};
constexpr std::array<double, largest_household> without_by_size{0,   272, 9,   2.5,  0.8,
                                                                0.3, 0.2, 0.1, 0.05, 0.05};
constexpr std::array<double, largest_household> with_by_size{0, 46, 105, 116, 36, 9, 2.5, 1, 0.35, 0.15};
/// Children at home in a household with children at least, on average; and the share of 15-24 that
/// is such a child, where types of households must be filled. Source: assumption.
constexpr double children_a_family = 1.4;
constexpr double young_at_home = 0.45;
constexpr double most_children_a_family = 4;

constexpr std::array age_figures{Figure::age_0_14, Figure::age_15_24, Figure::age_25_44, Figure::age_45_64,
                                 Figure::age_65_over};
constexpr std::array type_figures{Figure::single, Figure::without_children, Figure::with_children};
constexpr std::array origins{Figure::origin_netherlands, Figure::origin_europe,
                             Figure::origin_outside_europe};
constexpr std::array educations{Figure::education_low, Figure::education_middle, Figure::education_high};
constexpr std::array tenures{Figure::owned, Figure::social_rent, Figure::private_rent};

bool is_type(Figure f) {
    return std::find(type_figures.begin(), type_figures.end(), f) != type_figures.end();
}

struct Maker {
    FigureValues values;
    const FigureValues& around;
    bool published;
    std::vector<FigureProblem>& problems;
    NeighbourhoodFigures out;

    [[nodiscard]] const FigureDeclared& declared(Figure f) const {
        return figures_declared[static_cast<std::size_t>(f)];
    }
    void wrong(Figure where, const std::string& text) { problems.push_back({where, text}); }

    [[nodiscard]] double number(Figure f) const { return at(values, f).value_or(0); }

    /// What is given so far, with the ages and the size of households that were made of it.
    [[nodiscard]] FigureValues known() const {
        FigureValues all = values;
        for (std::size_t a = 0; a < out.age.size(); ++a) at(all, age_figures[a]) = out.age[a];
        if (out.household_size > 0) at(all, Figure::household_size) = out.household_size;
        return all;
    }

    /// Puts what the other figures say in the place of each that is missing, and says so.
    void impute() {
        for (const auto& figure : imputed_figures(known(), around)) {
            const auto f = figure.figure;
            if (at(values, f) || is_type(f) || f == Figure::household_size) continue;
            at(values, f) = figure.value;
            const auto value = fmt::format("{:.4g}", figure.value),
                       spread =
                           fmt::format(fmt::runtime(figure.spread < 10 ? "{:.2g}" : "{:.0f}"), figure.spread);
            out.filled.push_back(
                {fmt::format("{}: imputed {} (standard deviation {}) from {}{}", declared(f).name, value,
                             spread, figure.from.en,
                             figure.from_municipality ? ", and from the municipality" : ""),
                 fmt::format("{}: geschat op {} (standaardafwijking {}) uit {}{}", declared(f).name,
                             sim::dutch_number(value), sim::dutch_number(spread), figure.from.nl,
                             figure.from_municipality ? ", en uit de gemeente" : "")});
            out.imputed.emplace_back(declared(f).name);
            if (figure.from_municipality) out.imputed_with_municipality.emplace_back(declared(f).name);
        }
    }

    /// Persons a household where no table has them.
    [[nodiscard]] double imputed_size() const {
        for (const auto& figure : imputed_figures(known(), around))
            if (figure.figure == Figure::household_size) return figure.value;
        return number(Figure::household_size);
    }

    bool need(Figure f) {
        if (at(values, f)) return true;
        wrong(f, fmt::format("{} is missing", declared(f).name));
        return false;
    }

    /// Shares of one whole: all or none are given. Publications may have owned homes alone.
    void all_or_none(const std::array<Figure, 3>& group) {
        const auto given = [&](Figure f) { return at(values, f).has_value(); };
        if (std::none_of(group.begin(), group.end(), given)) return;
        const bool owned_alone =
            given(Figure::owned) && !given(Figure::social_rent) && !given(Figure::private_rent);
        if (published && group == tenures && owned_alone) return;
        for (Figure f : group)
            if (!given(f))
                wrong(group[0],
                      fmt::format("{} is missing, for its counterparts are given", declared(f).name));
    }

    /// Shares of one whole, sum 1.
    void shares(const std::array<Figure, 3>& group, std::array<double*, 3> members) {
        double sum = 0;
        for (std::size_t i = 0; i < group.size(); ++i) sum += *members[i] = number(group[i]);
        if (std::abs(sum - 1) > share_tolerance)
            wrong(group[0], fmt::format("{}, {} and {} have sum {:.3f} (must be 1)", declared(group[0]).name,
                                        declared(group[1]).name, declared(group[2]).name, sum));
        if (sum > 0 && std::abs(sum - 1) > negligible)
            for (double* m : members) *m /= sum;
    }

    void residents() {
        if (!need(Figure::residents)) return;
        const double n = *at(values, Figure::residents);
        out.residents = static_cast<int>(std::lround(n));
        if (out.residents <= 0) wrong(Figure::residents, "no residents (0): there is nobody to simulate");
        if (out.residents > residents_at_most)
            wrong(Figure::residents,
                  fmt::format(
                      "{} residents in one neighbourhood (at most {}: split it, as a wijk into its buurten)",
                      out.residents, residents_at_most));
    }

    void ages() {
        constexpr const auto& bands = age_figures;
        double sum = 0;
        bool complete = true;
        for (std::size_t a = 0; a < bands.size(); ++a) {
            if (!published) complete = need(bands[a]) && complete;
            out.age[a] = at(values, bands[a]).value_or(0);
            sum += out.age[a];
        }
        if (!complete) return;
        const double n = out.residents;
        if (sum <= 0) {
            for (std::size_t a = 0; a < bands.size(); ++a)
                sum += out.age[a] = at(around, bands[a]).value_or(1);
            out.filled.push_back(
                {"age bands: shares of the municipality", "leeftijden: verdeling van de gemeente"});
        } else if (std::abs(sum - n) >
                   std::max(tolerance * n, rounding * static_cast<double>(bands.size() + 1))) {
            if (!published)
                wrong(Figure::residents,
                      fmt::format(
                          "age bands have sum {:.0f}, residents are {:.0f} (they must agree within 1 %)", sum,
                          n));
        }
        if (published && std::abs(sum - n) > tolerance * n)
            out.filled.push_back(
                {fmt::format("age bands: sum {:.0f} scaled to {:.0f} residents", sum, n),
                 fmt::format("leeftijden: som {:.0f}, herschaald naar {:.0f} inwoners", sum, n)});
        if (std::abs(sum - n) > negligible * n)
            for (double& a : out.age) a *= n / sum;
    }

    void households() {
        const double size = std::max(1.0, imputed_size());
        auto& h = at(values, Figure::households);
        if (!published && !need(Figure::households)) return;
        if (!h || *h <= 0) {
            if (!published) wrong(Figure::households, "no households (0) for the residents there are");
            const double from_size =
                std::clamp(std::round(out.residents / size), 1.0, static_cast<double>(out.residents));
            h = from_size;
            out.filled.push_back(
                {fmt::format("households: {:.0f}, from household_size {:.2f}", from_size, size),
                 fmt::format("households: {:.0f}, uit household_size {}", from_size,
                             sim::dutch_number(fmt::format("{:.2f}", size)))});
        }
        const double adults = std::max(1.0, std::floor(out.residents - out.age[0]));
        if (published && *h > adults && *h <= out.residents) {
            const double fewer = std::clamp(std::round(out.residents / size), 1.0, adults);
            out.filled.push_back(
                {fmt::format("households: {:.0f} for {:.0f} residents of 15 and over, taken as {:.0f} from "
                             "household_size {:.2f}",
                             *h, adults, fewer, size),
                 fmt::format(
                     "households: {:.0f} voor {:.0f} inwoners van 15 jaar en ouder; genomen is {:.0f}, "
                     "uit household_size {}",
                     *h, adults, fewer, sim::dutch_number(fmt::format("{:.2f}", size)))});
            h = fewer;
        }
        out.households = static_cast<int>(std::lround(*h));
        if (out.households > out.residents)
            wrong(Figure::households,
                  fmt::format("more households ({}) than residents ({})", out.households, out.residents));
        out.household_size = static_cast<double>(out.residents) / std::max(out.households, 1);
        if (out.residents > largest_household * out.households)
            wrong(Figure::households,
                  fmt::format("{} residents in {} households (a household has at most {} members)",
                              out.residents, out.households, largest_household));
    }

    /// Types of households from the size of households: the national sizes, tilted to this mean.
    void types_from_size() {
        const double mean = static_cast<double>(out.residents) / out.households;
        std::array<double, 3> type{};
        double low = 1e-6, high = 1e6;
        for (int round = 0; round < 200; ++round) {
            const double tilt = std::sqrt(low * high);
            double weight = 1, sum = 0, persons = 0;
            type = {};
            for (std::size_t s = 0; s < single_by_size.size(); ++s, weight *= tilt) {
                const std::array<double, 3> here{weight * single_by_size[s], weight * without_by_size[s],
                                                 weight * with_by_size[s]};
                for (std::size_t t = 0; t < 3; ++t) {
                    type[t] += here[t];
                    sum += here[t];
                    persons += here[t] * static_cast<double>(s + 1);
                }
            }
            for (double& t : type) t *= out.households / sum;
            (persons / sum < mean ? low : high) = tilt;
        }
        const double children = out.age[0] + young_at_home * out.age[1];
        const double with = std::max(std::min(type[2], children / children_a_family),
                                     std::ceil(out.age[0] / most_children_a_family));
        type[1] += type[2] - with;
        if (type[1] < 0) {
            type[0] += type[1];
            type[1] = 0;
        }
        type[0] = std::max(0.0, type[0]);
        const double too_many = type[0] + 2 * type[1] + with - (out.residents - out.age[0]);
        const double apart = std::clamp(too_many, 0.0, type[1]);  // partners of 15 and over run out
        out.single = type[0] + apart;
        out.without_children = type[1] - apart;
        out.with_children = with;
        for (Figure f : type_figures) out.imputed.emplace_back(declared(f).name);
        out.filled.push_back(
            {fmt::format("single, without_children, with_children: national types at {:.2f} persons a "
                         "household",
                         mean),
             fmt::format("single, without_children, with_children: landelijke verdeling bij {} personen per "
                         "huishouden",
                         sim::dutch_number(fmt::format("{:.2f}", mean)))});
    }

    void types() {
        if (out.households <= 0) return;
        constexpr const auto& kinds = type_figures;
        bool complete = true;
        double sum = 0;
        for (Figure f : kinds) {
            if (!published) complete = need(f) && complete;
            complete = complete && at(values, f).has_value();
            sum += at(values, f).value_or(0);
        }
        if (published && (!complete || sum <= 0)) return types_from_size();
        if (!complete) return;
        out.single = *at(values, Figure::single);
        out.without_children = *at(values, Figure::without_children);
        out.with_children = *at(values, Figure::with_children);
        if (std::abs(sum - out.households) > std::max(tolerance * out.households, rounding * 4))
            wrong(Figure::households, fmt::format("single, without_children and with_children have sum "
                                                  "{:.0f}, households are {} (they must "
                                                  "agree within 1 %)",
                                                  sum, out.households));
        const double least = out.single + 2 * out.without_children + 2 * out.with_children;
        if (least > out.residents * (1 + tolerance) + rounding * 6)
            wrong(Figure::households, fmt::format("households need at least {:.0f} persons, residents are {}",
                                                  least, out.residents));
        const double room = out.single + largest_household * (out.without_children + out.with_children);
        if (room < out.residents * (1 - tolerance) - rounding * 6)
            wrong(Figure::households,
                  fmt::format("households have room for {:.0f} persons at most, residents are {}", room,
                              out.residents));
        const double adults = out.residents - out.age[0];
        if (out.single + 2 * out.without_children + out.with_children >
            adults * (1 + tolerance) + rounding * 6)
            wrong(Figure::households,
                  fmt::format("households need {:.0f} persons of 15 and over, there are {:.0f}",
                              out.single + 2 * out.without_children + out.with_children, adults));
        if (out.age[0] > (largest_household - 2) * out.with_children + rounding * 4)
            wrong(Figure::households,
                  fmt::format("{:.0f} residents of 0-14 do not fit in {:.0f} households with children",
                              out.age[0], out.with_children));
    }

    void rest() {
        const std::size_t before = problems.size();
        for (const auto& group : {origins, educations, tenures}) all_or_none(group);
        if (problems.size() > before) return;
        impute();
        set_figures(out, values);
        shares(origins, {&out.origin_netherlands, &out.origin_europe, &out.origin_outside_europe});
        shares(educations, {&out.education_low, &out.education_middle, &out.education_high});
        shares(tenures, {&out.owned, &out.social_rent, &out.private_rent});
        if (out.married + out.divorced + out.widowed > 1 + share_tolerance)
            wrong(Figure::married, "married, divorced and widowed have a sum above 1");
        if (out.low_income + out.high_income > 1 + share_tolerance)
            wrong(Figure::low_income, "low_income and high_income have a sum above 1");
        out.high_income = std::min(out.high_income, 1 - out.low_income);
        out.land_hectares = at(values, Figure::land_hectares).value_or(0);
        const double dwellings = at(values, Figure::dwellings).value_or(0);
        out.dwellings = std::max(static_cast<int>(std::lround(dwellings)), out.households);
        if (dwellings > 0 && dwellings < out.households)
            out.filled.push_back(
                {fmt::format("dwellings: {:.0f} for {} households, taken as one for each household",
                             dwellings, out.households),
                 fmt::format("dwellings: {:.0f} voor {} huishoudens; genomen is één per huishouden",
                             dwellings, out.households)});
    }
};

/// Whole households that hold all residents exist; a last judgement, for what no single rule sees.
void check_plan(const NeighbourhoodFigures& figures, std::vector<FigureProblem>& problems) {
    try {
        static_cast<void>(population::plan_households(figures, PopulationParameters{}));
    } catch (const sim::InvariantError&) {
        problems.push_back(
            {Figure::households,
             "households, their types and the age bands contradict each other: no set of households "
             "holds these residents"});
    }
}

}  // namespace

float rurality(const NeighbourhoodFigures& figures) {
    constexpr float very_urban = 1.0F, classes = 4.0F;  // urbanity runs from 1 to 5
    return (static_cast<float>(figures.urbanity) - very_urban) / classes;
}

float wealth_of_homes(const NeighbourhoodFigures& figures) {
    const double country = *declared_of(Figure::home_value).national;
    return static_cast<float>(sim::log_of(figures.home_value / country));
}

float poorer_than_country(const NeighbourhoodFigures& figures) {
    const auto share = [](double poor, double low) { return low > 0 ? std::min(poor / low, 1.0) : 0.0; };
    const auto national = [](Figure f) { return *figures_declared[static_cast<std::size_t>(f)].national; };
    return static_cast<float>(share(figures.poverty, figures.low_income) -
                              share(national(Figure::poverty), national(Figure::low_income)));
}

NeighbourhoodFigures complete_figures(FigureValues values, const FigureValues& around, bool published,
                                      std::vector<FigureProblem>& problems) {
    const std::size_t before = problems.size();
    Maker maker{values, around, published, problems, {}};
    maker.residents();
    if (problems.size() > before) return maker.out;
    maker.ages();
    maker.households();
    if (problems.size() == before || maker.out.households > 0) maker.types();
    maker.rest();
    if (problems.size() == before) check_plan(maker.out, problems);
    return maker.out;
}

}  // namespace weefsel
