#include "analysis/decision/reached_summary.hpp"

#include <fmt/format.h>

#include <cmath>

#include "analysis/decision/missed.hpp"
#include "analysis/results/values_by_run.hpp"
#include "analysis/statistics/unknown.hpp"
#include "sim/csv_text.hpp"

namespace weefsel::analysis {
namespace {

using Block = sim::ResultLayout::Block;

/// The values of one column of a block, by option, world and place.
ValuesByRun values_of(const Cube& cube, const BlockColumn& at) {
    return {cube, cube.block(at.block, at.column)};
}
const Block& block_of(const Cube& cube, const BlockColumn& at) { return cube.layout().blocks[at.block]; }

/// Place of a year among those of a block.
std::optional<std::size_t> place_of(const Block& block, int year) {
    const auto& years = block.axes.front().numbers;
    for (std::size_t y = 0; y < years.size(); ++y)
        if (static_cast<int>(years[y]) == year) return y;
    return std::nullopt;
}

/// What a year of an option is in every class, in one world.
struct OfClasses {
    const ValuesByRun &n, &raw;
    std::size_t option, year, classes;

    struct Sum {
        double n = 0, difference = 0;
        [[nodiscard]] double mean() const { return n > 0 ? difference / n : unknown; }
    };
    /// Of classes [from, until).
    [[nodiscard]] Sum sum(std::size_t world, std::size_t from, std::size_t until) const {
        Sum out;
        for (std::size_t k = from; k < until; ++k) {
            const double residents = n.at(option, world, year * classes + k);
            if (std::isnan(residents)) return {unknown, unknown};
            if (residents == 0) continue;
            out.n += residents;
            out.difference += residents * raw.at(option, world, year * classes + k);
        }
        return out;
    }
};

Interval over_worlds(const Cube& cube, const std::function<double(std::size_t world)>& value) {
    std::vector<double> values;
    for (std::size_t w = 0; w < cube.shape().worlds(); ++w) values.push_back(value(w));
    return interval_of_worlds(values, cube.shape().replicates);
}

double number_needed(const Interval& effect, const sim::Observable& observable) {
    const bool clear = effect.lower > 0 || effect.upper < 0;
    return observable.scale == sim::Scale::share && clear ? 1 / std::abs(effect.mean) : unknown;
}

ReachedEffect effect_of(const Cube& cube, const OfClasses& classes, std::size_t indicator, int year) {
    const auto met = [&](std::size_t w) { return classes.sum(w, 1, classes.classes); };
    const auto all = [&](std::size_t w) { return classes.sum(w, 0, classes.classes); };
    ReachedEffect out;
    out.option = classes.option;
    out.indicator = indicator;
    out.year = year;
    out.share_met = over_worlds(cube, [&](std::size_t w) { return met(w).n / all(w).n; });
    out.effect = over_worlds(cube, [&](std::size_t w) { return met(w).mean(); });
    out.spill_over = over_worlds(cube, [&](std::size_t w) { return classes.sum(w, 0, 1).mean(); });
    out.came_out = over_worlds(cube, [&](std::size_t w) { return all(w).mean(); });
    out.expected = out.share_met.mean * out.effect.mean;
    out.number_needed = number_needed(out.effect, cube.layout().observables[indicator]);
    return out;
}

/// Calls `act(block, indicator)` for every block of a group of groups that is about an indicator.
template <class Act>
void each_indicator(const Cube& cube, const std::string& group, Act&& act) {
    for (std::size_t i = 0; i < cube.layout().observables.size(); ++i) {
        const auto of = group + "/" + std::string(cube.layout().observables[i].name);
        if (block_named(cube.layout(), of, "n")) act(of, i);
    }
}

/// What is kept of a block, column by column, place by place: for tables.
struct Cell {
    std::string group, column, of;  ///< `of`: class or stratum; all where the column has no such axis
    int year;
    Interval value;
};
template <class Act>
void each_cell(const Cube& cube, std::size_t option, const std::string& group, Act&& act) {
    for (std::size_t b = 0; b < cube.layout().blocks.size(); ++b) {
        const auto& block = cube.layout().blocks[b];
        if (block.group != group) continue;
        for (std::size_t c = 0; c < block.columns.size(); ++c) {
            const auto values = values_of(cube, {b, c});
            const bool by_class = block.columns[c].axes > 1;
            const std::size_t classes = by_class ? block.axes[1].size() : 1;
            for (std::size_t y = 0; y < block.axes[0].size(); ++y)
                for (std::size_t k = 0; k < classes; ++k) {
                    const auto value = over_worlds(
                        cube, [&](std::size_t w) { return values.at(option, w, y * classes + k); });
                    if (value.n == 0) continue;
                    act(Cell{group, block.columns[c].name, by_class ? block.axes[1].labels[k] : "all",
                             static_cast<int>(block.axes[0].numbers[y]), value});
                }
        }
    }
}

}  // namespace

std::vector<ReachedEffect> reached_effects(const Cube& cube, const Names& names) {
    std::vector<ReachedEffect> out;
    each_indicator(cube, "/reached_effect", [&](const std::string& group, std::size_t indicator) {
        const auto n_at = *block_named(cube.layout(), group, "n"),
                   raw_at = *block_named(cube.layout(), group, "raw");
        const auto n = values_of(cube, n_at), raw = values_of(cube, raw_at);
        const auto& block = block_of(cube, n_at);
        for (std::size_t o = 0; o < names.options.size(); ++o)
            for (std::size_t y = 0; y < block.axes[0].size(); ++y) {
                const auto of = effect_of(cube, {n, raw, o, y, block.axes[1].size()}, indicator,
                                          static_cast<int>(block.axes[0].numbers[y]));
                if (names.nothing && o != *names.nothing && of.came_out.n > 0) out.push_back(of);
            }
    });
    return out;
}

std::optional<Met> met_in(const Cube& cube, std::size_t option, int year) {
    const auto residents_at = block_named(cube.layout(), "/reached", "residents"),
               lost_at = block_named(cube.layout(), "/reached", "lost");
    if (!residents_at || !lost_at) return std::nullopt;
    const auto& block = block_of(cube, *residents_at);
    const auto y = place_of(block, year);
    if (!y) return std::nullopt;
    const auto residents = values_of(cube, *residents_at), lost = values_of(cube, *lost_at);
    const std::size_t classes = block.axes[1].size();
    const auto of = [&](std::size_t from) {
        return over_worlds(cube, [&](std::size_t w) {
            double sum = 0;
            for (std::size_t k = from; k < classes; ++k) sum += residents.at(option, w, *y * classes + k);
            return sum;
        });
    };
    return Met{of(0).mean, of(1).mean, of(classes - 1).mean,
               over_worlds(cube, [&](std::size_t w) { return lost.at(option, w, *y); }).mean};
}

std::vector<ResultTable> reached_tables(const Cube& cube, const Names& names) {
    ResultTable reached(
        "reached", {"option", "class"},
        {"year year", "residents 1|residents of month 0 who are there, by how often work met them", "lower",
         "upper", "worlds"});
    ResultTable effects("reached_effect", {"option", "indicator"},
                        {"year year", "share_met", "effect", "effect_lower", "effect_upper", "spill_over",
                         "spill_over_lower", "spill_over_upper", "expected", "came_out", "came_out_lower",
                         "came_out_upper", "number_needed", "worlds"});
    ResultTable strata("reached_strata", {"option", "indicator", "stratum"},
                       {"year year", "n", "effect", "part", "part_lower", "part_upper", "worlds"});
    for (std::size_t o = 0; o < names.options.size(); ++o)
        each_cell(cube, o, "/reached", [&](const Cell& c) {
            reached.add({names.options[o].name, c.column == "lost" ? "lost" : c.of},
                        {static_cast<double>(c.year), c.value.mean, c.value.lower, c.value.upper,
                         static_cast<double>(c.value.n)});
        });
    for (const auto& e : reached_effects(cube, names))
        effects.add(
            {names.options[e.option].name, std::string(cube.layout().observables[e.indicator].name)},
            {static_cast<double>(e.year), e.share_met.mean, e.effect.mean, e.effect.lower, e.effect.upper,
             e.spill_over.mean, e.spill_over.lower, e.spill_over.upper, e.expected, e.came_out.mean,
             e.came_out.lower, e.came_out.upper, e.number_needed, static_cast<double>(e.came_out.n)});
    each_indicator(cube, "/reached_strata", [&](const std::string& group, std::size_t indicator) {
        for (std::size_t o = 0; o < names.options.size(); ++o) {
            if (o == names.reference) continue;
            std::vector<Cell> n, effect;
            each_cell(cube, o, group, [&](const Cell& c) {
                if (c.column == "n") n.push_back(c);
                if (c.column == "effect") effect.push_back(c);
                if (c.column != "part") return;
                const auto same = [&](const std::vector<Cell>& cells) {
                    for (const auto& one : cells)
                        if (one.year == c.year && one.of == c.of) return one.value.mean;
                    return unknown;
                };
                strata.add(
                    {names.options[o].name, std::string(cube.layout().observables[indicator].name), c.of},
                    {static_cast<double>(c.year), same(n), same(effect), c.value.mean, c.value.lower,
                     c.value.upper, static_cast<double>(c.value.n)});
            });
        }
    });
    std::vector<ResultTable> out{reached, effects, strata};
    for (auto& table : missed_tables(cube, names)) out.push_back(std::move(table));
    std::erase_if(out, [](const auto& table) { return table.rows() == 0; });
    return out;
}

std::string reached_csv(const Cube& cube, const Names& names) {
    std::string out =
        "option,against,indicator,unit,year,of,quantity,mean,lower,upper,worlds,grouping,group\n";
    const auto rows = [&](std::size_t o, const std::string& against, const std::string& group,
                          const sim::Observable* observable) {
        each_cell(cube, o, group, [&](const Cell& c) {
            const bool count = observable == nullptr || c.column == "n" || c.column == "lost";
            out += fmt::format("{},{},{},{},{},{},{},{},{},{},{},,\n", sim::csv_field(names.options[o].name),
                               sim::csv_field(against),
                               observable == nullptr ? "" : sim::csv_field(observable->name),
                               count ? "1" : sim::csv_field(observable->unit), c.year, c.of, c.column,
                               sim::csv_number(c.value.mean), sim::csv_number(c.value.lower),
                               sim::csv_number(c.value.upper), c.value.n);
        });
    };
    const auto& observables = cube.layout().observables;
    for (std::size_t o = 0; o < names.options.size(); ++o) rows(o, "", "/reached", nullptr);
    if (names.nothing)
        each_indicator(cube, "/reached_effect", [&](const std::string& group, std::size_t i) {
            for (std::size_t o = 0; o < names.options.size(); ++o)
                if (o != *names.nothing) rows(o, names.options[*names.nothing].name, group, &observables[i]);
        });
    each_indicator(cube, "/reached_strata", [&](const std::string& group, std::size_t i) {
        for (std::size_t o = 0; o < names.options.size(); ++o)
            if (o != names.reference) rows(o, names.options[names.reference].name, group, &observables[i]);
    });
    out += missed_csv_rows(cube, names);
    return out;
}

}  // namespace weefsel::analysis
