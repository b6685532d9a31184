#include "analysis/decision/lonely_years.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

#include "analysis/decision/net_present_value.hpp"
#include "analysis/statistics/bootstrap.hpp"
#include "analysis/statistics/unknown.hpp"
#include "analysis/statistics/variance_parts.hpp"

namespace weefsel::analysis {
namespace {

/// Where the figures stand in a cube.
struct Figures {
    std::size_t lonely, population, by_age;
    std::size_t granted, returned, care, own_hours, added_life;
};

std::optional<Figures> figures_of(const sim::ResultLayout& layout) {
    const auto age = std::find_if(layout.groupings.begin(), layout.groupings.end(),
                                  [](const auto& g) { return g.name == "age"; });
    const auto lonely = observable_named(layout, "severely_lonely"),
               population = observable_named(layout, "population");
    const auto granted = flow_named(layout, "granted"), returned = flow_named(layout, "returned"),
               care = flow_named(layout, "care_cost"), own_hours = flow_named(layout, "own_hours"),
               added_life = flow_named(layout, "care_added_life");
    if (age == layout.groupings.end() || !lonely || !population || !granted || !returned || !care ||
        !own_hours || !added_life)
        return std::nullopt;
    return Figures{*lonely,    *population, static_cast<std::size_t>(age - layout.groupings.begin()),
                   *granted,   *returned,   *care,
                   *own_hours, *added_life};
}

/// An option beside the reference, by world.
class LonelyYears {
public:
    LonelyYears(const Cube& cube, const Figures& at, std::size_t option, std::size_t reference)
        : cube_(cube), at_(at), option_(option), reference_(reference) {}

    [[nodiscard]] std::vector<double> prevented() const {
        std::vector<double> out(worlds());
        for (int year = 1; year <= cube_.layout().years(); ++year) {
            const double weight = discount_factor(year, health_care_rates.effects);
            const auto mine = year_values(cube_, at_.lonely, option_, year),
                       other = year_values(cube_, at_.lonely, reference_, year);
            for (std::size_t w = 0; w < out.size(); ++w)
                out[w] += weight * (other[w] - mine[w]) * adults(w, year);
        }
        return out;
    }
    [[nodiscard]] std::vector<double> extra_cost() const {
        std::vector<double> out(worlds());
        for (int year = 1; year <= cube_.layout().years(); ++year) {
            const double weight = discount_factor(year, health_care_rates.costs);
            for (std::size_t w = 0; w < out.size(); ++w)
                out[w] += weight * (cost(option_, w, year) - cost(reference_, w, year));
        }
        return out;
    }

private:
    [[nodiscard]] std::size_t worlds() const { return cube_.shape().worlds(); }
    [[nodiscard]] std::size_t row(std::size_t option, std::size_t world, int year) const {
        return (option * worlds() + world) * static_cast<std::size_t>(cube_.layout().years()) +
               static_cast<std::size_t>(year - 1);
    }
    /// Of the reference, at the end of the year.
    [[nodiscard]] double adults(std::size_t world, int year) const {
        const std::size_t groups = cube_.layout().groupings[at_.by_age].groups.size();
        const auto* first =
            &cube_.by_group(at_.by_age, at_.population)[row(reference_, world, year) * groups];
        double all = 0;
        for (std::size_t g = 0; g < groups; ++g) all += static_cast<double>(first[g]);
        return all;
    }
    [[nodiscard]] double flow(std::size_t which, std::size_t option, std::size_t world, int year) const {
        const std::size_t payers = cube_.layout().payers.size();
        const auto* first = &cube_.money(which)[row(option, world, year) * payers];
        double all = 0;
        for (std::size_t k = 0; k < payers; ++k) all += static_cast<double>(first[k]);
        return all;
    }
    [[nodiscard]] double cost(std::size_t option, std::size_t world, int year) const {
        const auto of = [&](std::size_t which) { return flow(which, option, world, year); };
        return of(at_.granted) - of(at_.returned) + of(at_.care) - of(at_.own_hours) - of(at_.added_life);
    }

    const Cube& cube_;
    const Figures& at_;
    std::size_t option_, reference_;
};

const char* verdict_of(const Interval& prevented, const Interval& cost) {
    if (prevented.lower > 0) return cost.upper < 0 ? "saves_and_prevents" : "cost";
    if (prevented.upper < 0) return cost.mean < 0 ? "saves_and_harms" : "costs_and_harms";
    return "no_clear_difference";
}

}  // namespace

ResultTable lonely_years_table(const Cube& cube, const Names& names, std::uint32_t seed) {
    ResultTable out("lonely_years", {"option", "verdict"},
                    {"prevented year", "prevented_lower year", "prevented_upper year", "extra_cost EUR",
                     "extra_cost_lower EUR", "extra_cost_upper EUR", "cost_per_year EUR/year",
                     "cost_lower EUR/year", "cost_upper EUR/year", "pairs"});
    const auto figures = figures_of(cube.layout());
    if (!figures) return out;
    for (std::size_t o = 0; o < names.options.size(); ++o) {
        if (o == names.reference) continue;
        const LonelyYears years(cube, *figures, o, names.reference);
        const auto by_world = years.prevented(), cost_by_world = years.extra_cost();
        const auto prevented = interval_of_worlds(by_world, cube.shape().replicates),
                   cost = interval_of_worlds(cost_by_world, cube.shape().replicates);
        Interval per_year{unknown, unknown, unknown, 0};
        if (prevented.lower > 0)
            per_year =
                bca_interval(bootstrap_ratio(independent_values(cost_by_world, cube.shape().replicates),
                                             independent_values(by_world, cube.shape().replicates), seed));
        out.add({names.options[o].name, verdict_of(prevented, cost)},
                {prevented.mean, prevented.lower, prevented.upper, cost.mean, cost.lower, cost.upper,
                 per_year.mean, per_year.lower, per_year.upper, static_cast<double>(prevented.n)});
    }
    return out;
}

}  // namespace weefsel::analysis
