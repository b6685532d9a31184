#include "analysis/decision/stopping.hpp"

#include <cmath>
#include <limits>

#include "analysis/decision/fade_out.hpp"
#include "analysis/results/indicator_range.hpp"

namespace weefsel::analysis {
namespace {

/// One option and one indicator by world, while it went on, once it was stopped, and without lines.
class Course {
public:
    Course(const Cube& simulated, const Stopped& stopped, std::size_t row, std::size_t indicator)
        : simulated_(simulated), stopped_(stopped), row_(row), indicator_(indicator) {}

    [[nodiscard]] Interval stopped_minus_carried_on(int years_after) const {
        return minus(stopped_in(years_after),
                     year_values(simulated_, indicator_, stopped_.options[row_], year(years_after)));
    }
    [[nodiscard]] Interval effect_at_end() const {
        return minus(year_values(simulated_, indicator_, stopped_.options[row_], stopped_.after_years),
                     without_lines(0));
    }
    /// Means, one for each year after the decision.
    [[nodiscard]] std::vector<double> effects_after() const {
        std::vector<double> out;
        for (int y = 1; y <= years_after(); ++y) out.push_back(minus(stopped_in(y), without_lines(y)).mean);
        return out;
    }
    [[nodiscard]] int years_after() const { return simulated_.layout().years() - stopped_.after_years; }

private:
    [[nodiscard]] int year(int years_after) const { return stopped_.after_years + years_after; }
    [[nodiscard]] std::vector<double> stopped_in(int years_after) const {
        return year_values(stopped_.cube, indicator_, row_, year(years_after));
    }
    [[nodiscard]] std::vector<double> without_lines(int years_after) const {
        return stopped_.nothing
                   ? year_values(simulated_, indicator_, *stopped_.nothing, year(years_after))
                   : year_values(stopped_.cube, indicator_, stopped_.options.size(), year(years_after));
    }
    /// Over the worlds that were simulated again, of those that were simulated once. `a` and `b` are of
    /// either.
    [[nodiscard]] Interval minus(const std::vector<double>& a, const std::vector<double>& b) const {
        std::vector<double> out(stopped_.cube.shape().worlds());
        for (std::size_t w = 0; w < out.size(); ++w) out[w] = of_world(a, w) - of_world(b, w);
        return difference_within(interval_of_worlds(out, stopped_.cube.shape().replicates),
                                 range_of(simulated_.layout().observables[indicator_]));
    }
    /// The value in a world that was simulated again, by its number there.
    [[nodiscard]] double of_world(const std::vector<double>& values, std::size_t world) const {
        const auto& again = stopped_.cube.shape();
        if (values.size() == again.worlds()) return values[world];
        return values[world / again.replicates * simulated_.shape().replicates + world % again.replicates];
    }

    const Cube& simulated_;
    const Stopped& stopped_;
    std::size_t row_, indicator_;
};

/// Calls `act` for every option that was stopped and every indicator that is measured.
template <class Act>
void each_course(const Cube& simulated, const Stopped& stopped, const Names& names,
                 const std::vector<std::string_view>& indicators, Act act) {
    for (std::size_t row = 0; row < stopped.options.size(); ++row)
        for (const auto name : indicators)
            if (const auto i = observable_named(simulated.layout(), name))
                act(std::vector<std::string>{names.options.at(stopped.options[row]).name, std::string(name)},
                    Course(simulated, stopped, row, *i));
}

/// First year in which half or less is left.
double halved_after(const std::vector<double>& left) {
    constexpr double half = 0.5;
    for (std::size_t y = 0; y < left.size(); ++y)
        if (left[y] <= half) return static_cast<double>(y) + 1;
    return std::numeric_limits<double>::quiet_NaN();
}

bool clear(const Interval& effect) { return effect.lower > 0 || effect.upper < 0; }

}  // namespace

ResultTable ending_table(const Cube& simulated, const Stopped& stopped, const Names& names,
                         const std::vector<std::string_view>& indicators) {
    ResultTable out(
        "ending", {"option", "indicator"},
        {"ended_after_years year", "years_after year", "difference", "lower", "upper", "left", "worlds"});
    each_course(simulated, stopped, names, indicators, [&](const auto& cells, const Course& course) {
        const auto at_end = course.effect_at_end();
        const auto left = fade_out(clear(at_end) ? at_end.mean : std::nan(""), course.effects_after()).left;
        for (int y = 1; y <= course.years_after(); ++y) {
            const auto d = course.stopped_minus_carried_on(y);
            out.add(cells, {static_cast<double>(stopped.after_years), static_cast<double>(y), d.mean, d.lower,
                            d.upper, left[static_cast<std::size_t>(y - 1)], static_cast<double>(d.n)});
        }
    });
    return out;
}

ResultTable fade_out_table(const Cube& simulated, const Stopped& stopped, const Names& names,
                           const std::vector<std::string_view>& indicators) {
    ResultTable out("fade_out", {"option", "indicator"},
                    {"effect_at_end", "lower", "upper", "halved_after year", "kept_per_year",
                     "half_life year", "reversed", "worlds"});
    each_course(simulated, stopped, names, indicators, [&](const auto& cells, const Course& course) {
        const auto at_end = course.effect_at_end();
        const auto fade = fade_out(clear(at_end) ? at_end.mean : std::nan(""), course.effects_after());
        out.add(cells, {at_end.mean, at_end.lower, at_end.upper, halved_after(fade.left), fade.kept_per_year,
                        fade.half_life, fade.reversed ? 1.0 : 0.0, static_cast<double>(at_end.n)});
    });
    return out;
}

}  // namespace weefsel::analysis
