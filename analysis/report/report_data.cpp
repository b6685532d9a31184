#include "analysis/report/report_data.hpp"

#include <algorithm>
#include <array>
#include <numeric>

#include "analysis/decision/answer.hpp"
#include "analysis/report/report_money.hpp"
#include "analysis/report/report_tables.hpp"
#include "analysis/report/report_work.hpp"
#include "analysis/results/values_by_run.hpp"
#include "analysis/statistics/central_tendency.hpp"
#include "analysis/statistics/variance_parts.hpp"

namespace weefsel::analysis {
namespace {

/// Shown year by year.
constexpr std::array<std::string_view, 6> drawn{
    "social_cohesion", "severely_lonely",           "participation",
    "professionals",   "same_worker_after_3_years", "residents_reached"};

void say_head(const Results& results, ReportData& out) {
    const auto& [cube, names, record, texts] = results;
    const auto or_else = [](const std::string& text, const std::string& other) {
        return text.empty() ? other : text;
    };
    out.title = record.title;
    out.question = record.question;
    out.title_nl = or_else(record.title_nl, record.title);
    out.question_nl = or_else(record.question_nl, record.question);
    out.made = {record.made,
                record.command,
                std::to_string(record.seed),
                scenario_sha256(record.resolved),
                record.failures,
                record.drawn_from,
                record.replaced};
    out.draws = cube.shape().draws;
    out.replicates = cube.shape().replicates;
    out.years = static_cast<std::size_t>(cube.layout().years());
    out.reference = names.reference;
    out.neighbourhoods = names.sites;
    for (const auto& o : names.options) out.options.push_back({o.name, o.label_nl, o.label_en});
    for (const auto i : headlines(cube.layout().observables))
        out.headlines.emplace_back(cube.layout().observables[i].name);
}

ReportData::Series series_of(const Results& results, std::size_t indicator) {
    const auto& cube = results.cube;
    const auto& observable = cube.layout().observables[indicator];
    const auto range = range_of(observable);
    ReportData::Series out{std::string(observable.name), {}, {}};
    for (std::size_t o = 0; o < cube.shape().options; ++o) {
        auto& levels = out.levels.emplace_back();
        auto& differences = out.differences.emplace_back();
        for (int year = 1; year <= cube.layout().years(); ++year) {
            auto values = year_values(cube, indicator, o, year);
            levels.push_back(level_within(interval_of_worlds(values, cube.shape().replicates), range));
            const auto other = year_values(cube, indicator, results.names.reference, year);
            for (std::size_t w = 0; w < values.size(); ++w) values[w] -= other[w];
            differences.push_back(
                difference_within(interval_of_worlds(values, cube.shape().replicates), range));
        }
    }
    return out;
}

/// `noticeable`: in the unit of the indicator.
ReportData::Worlds worlds_of(const Results& results, std::size_t indicator, double noticeable) {
    const auto& cube = results.cube;
    const auto& observable = cube.layout().observables[indicator];
    const int last = cube.layout().years();
    const double sign = observable.better == sim::Better::lower ? -1 : 1;
    const auto other = year_values(cube, indicator, results.names.reference, last);
    ReportData::Worlds out;
    out.indicator = observable.name;
    for (std::size_t o = 0; o < cube.shape().options; ++o) {
        auto differences = year_values(cube, indicator, o, last);
        for (std::size_t w = 0; w < differences.size(); ++w) differences[w] -= other[w];
        const auto measured = known(differences);
        const auto draws = by_draw(differences, cube.shape().replicates);
        out.pairs.push_back(measured.size());
        const auto above_zero = [&](double way) {
            return static_cast<std::size_t>(
                std::count_if(measured.begin(), measured.end(), [&](double d) { return way * d > 0; }));
        };
        out.more.push_back(above_zero(1));
        out.better.push_back(above_zero(sign));
        out.passing_draws.push_back(static_cast<std::size_t>(std::count_if(
            draws.begin(), draws.end(), [&](const auto& d) { return sign * mean_of(d) >= noticeable; })));
        out.differences.push_back(std::move(differences));
    }
    return out;
}

void say_indicators(const Results& results, ReportData& out) {
    const auto& cube = results.cube;
    for (std::size_t i = 0; i < cube.layout().observables.size(); ++i) {
        const auto& o = cube.layout().observables[i];
        auto& indicator = out.indicators.emplace_back(ReportData::Indicator{std::string(o.name),
                                                                            std::string(o.unit),
                                                                            std::string(name_of(o.better)),
                                                                            std::string(name_of(o.measured)),
                                                                            std::string(o.prose_nl),
                                                                            std::string(o.prose_en),
                                                                            std::string(o.how_nl),
                                                                            std::string(o.how),
                                                                            std::string(name_of(o.scale)),
                                                                            o.noticeable,
                                                                            {}});
        indicator.noticeable = noticeable_in(results, indicator.name);
        if (o.name == "population") {
            const ValuesByRun people(cube, cube.indicator(i));
            out.residents = level_of([&](auto option, auto w) { return people.at(option, w, 0); },
                                     out.reference, cube.shape())
                                .mean;
        }
        if (std::find(drawn.begin(), drawn.end(), o.name) == drawn.end()) continue;
        out.series.push_back(series_of(results, i));
        if (o.headline > 0)
            out.worlds.push_back(worlds_of(results, i, indicator.noticeable.value_or(o.noticeable)));
    }
}

/// The last year of one grouping by headline indicator. `values`: of an indicator, by (..., year, group).
template <class ValuesOf>
ReportData::Grouping grouping_of(const Results& results, const std::string& name,
                                 const std::vector<std::string>& groups,
                                 const std::vector<std::size_t>& indicators, ValuesOf values_of) {
    const auto& cube = results.cube;
    ReportData::Grouping out{name, groups, {}, {}, {}, {}};
    for (std::size_t k = 0; k < indicators.size(); ++k) {
        const auto& observable = cube.layout().observables[indicators[k]];
        if (observable.headline == 0) continue;
        const auto range = range_of(observable);
        const ValuesByRun values(cube, values_of(k));
        auto& of = out.values.emplace_back();
        of.indicator = observable.name;
        for (std::size_t o = 0; o < cube.shape().options; ++o) {
            auto& levels = of.levels.emplace_back();
            auto& differences = of.differences.emplace_back();
            auto& verdicts = of.verdicts.emplace_back();
            for (std::size_t g = 0; g < groups.size(); ++g) {
                const ValueOfRun value = [&](auto option, auto world) {
                    return values.at(option, world, values.places - groups.size() + g);
                };
                levels.push_back(level_of(value, o, cube.shape(), range));
                differences.push_back(difference_of(value, o, results.names.reference, cube.shape(), range));
                verdicts.push_back(verdict_of(differences.back(), 0));
            }
        }
    }
    return out;
}

void say_groupings(const Results& results, ReportData& out) {
    const auto& cube = results.cube;
    const auto& names = results.names;
    const auto& layout = cube.layout();
    std::vector<std::size_t> all(layout.observables.size());
    std::iota(all.begin(), all.end(), std::size_t{0});
    const auto add = [&](ReportData::Grouping grouping) {
        if (!grouping.values.empty()) out.groupings.push_back(std::move(grouping));
    };
    for (std::size_t k = 0; k < layout.groupings.size(); ++k)
        add(grouping_of(
            results, layout.groupings[k].name, layout.groupings[k].groups,
            all, [&](auto i) -> auto& { return cube.by_group(k, i); }));
    if (!layout.fine.groups.empty()) {
        auto fine = grouping_of(
            results, layout.fine.name, layout.fine.groups,
            layout.fine.observables, [&](auto k) -> auto& { return cube.by_fine_group(k); });
        if (const auto* places = table_named(results.record.tables, places_group(layout))) {
            for (std::size_t g = 0; g < places->rows(); ++g) {
                fine.x.push_back(places->kept("x", g));
                fine.y.push_back(places->kept("y", g));
            }
            fine.within = places->text(names.site_dimension);
        }
        add(std::move(fine));
    }
    if (names.sites.size() > 1)
        add(grouping_of(
            results, names.site_dimension, names.sites,
            all, [&](auto i) -> auto& { return cube.by_site(i); }));
}

}  // namespace

ReportData report_of(const Results& results) {
    ReportData out;
    say_head(results, out);
    say_indicators(results, out);
    say_groupings(results, out);
    out.money = money_of(results);
    say_tables(results, out);
    out.bought = bought_in(results);
    out.staffing = staffing_in(results);
    return out;
}

}  // namespace weefsel::analysis
