#include "analysis/results/results_file.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

#include "analysis/results/indicator_range.hpp"
#include "analysis/results/results_record.hpp"
#include "sim/error.hpp"
#include "sim/provenance.hpp"
#include "sim/run_file.hpp"

namespace weefsel::analysis {
namespace {

using sim::Dimension;
using sim::Variable;
using Texts = std::vector<std::pair<std::string, std::vector<std::string>>>;

/// (option, draw, replicate), which begin every array.
std::vector<Dimension> lives(const Cube& cube, const Names& names) {
    std::vector<std::string> options;
    for (const auto& o : names.options) options.push_back(o.name);
    return {named("option", options, "option of the scenario"),
            counted("draw", cube.shape().draws, "1", "draw of the parameters"),
            counted("replicate", cube.shape().replicates, "1",
                    "replicate, the same chance events in every option")};
}

std::vector<Dimension> with(std::vector<Dimension> first, std::vector<Dimension> more) {
    first.insert(first.end(), more.begin(), more.end());
    return first;
}

Dimension years_of(const Cube& cube) {
    return counted("year", static_cast<std::size_t>(cube.layout().years()), "year", "year of the options");
}
Dimension months_of(const Cube& cube) {
    return counted("month", static_cast<std::size_t>(cube.layout().months), "month", "month of the options");
}

const char* better_of(const sim::Observable& o) {
    if (o.better == sim::Better::neither) return "neither";
    return o.better == sim::Better::higher ? "higher" : "lower";
}

Variable variable_of(const sim::Observable& o, const std::vector<Dimension>& dimensions,
                     std::vector<float> values) {
    std::vector<sim::Attribute> attributes{
        {"long_name_nl", std::string(o.prose_nl)},
        {"better", better_of(o)},
        {"measured", o.measured == sim::Measured::monthly ? "monthly" : "yearly"},
        {"comment", std::string(o.how)},
        {"comment_nl", std::string(o.how_nl)}};
    // What it can be at all, for who works out intervals of it.
    const auto range = range_of(o);
    if (std::isfinite(range.low)) attributes.push_back({"lowest", fmt::format("{}", range.low)});
    if (std::isfinite(range.high)) attributes.push_back({"highest", fmt::format("{}", range.high)});
    attributes.push_back({"scale", std::string(name_of(o.scale))});
    if (o.noticeable > 0) attributes.push_back({"noticeable", fmt::format("{}", o.noticeable)});
    if (o.headline > 0) attributes.push_back({"headline", fmt::format("{}", o.headline)});
    return {std::string(o.name), names_of(dimensions),    std::move(values),
            std::string(o.unit), std::string(o.prose_en), std::move(attributes)};
}

/// A variable for each observable, with the values that `values_of` gives.
template <class ValuesOf>
std::vector<Variable> measured(const Cube& cube, const std::vector<Dimension>& dimensions,
                               ValuesOf values_of) {
    std::vector<Variable> out;
    const auto& observables = cube.layout().observables;
    for (std::size_t i = 0; i < observables.size(); ++i)
        out.push_back(variable_of(observables[i], dimensions, values_of(i)));
    return out;
}

void write_measurements(sim::RunFileWriter& file, const Cube& cube, const Names& names) {
    const auto begin = lives(cube, names);
    const auto monthly = with(begin, {months_of(cube)});
    file.group("/indicators", monthly, measured(cube, monthly, [&](auto i) { return cube.indicator(i); }));

    const auto by_site = with(begin, {years_of(cube), named(names.site_dimension, names.sites, "")});
    file.group("/by_" + names.site_dimension, by_site,
               measured(cube, by_site, [&](auto i) { return cube.by_site(i); }));

    const auto& groupings = cube.layout().groupings;
    for (std::size_t k = 0; k < groupings.size(); ++k) {
        const auto dimensions =
            with(begin, {years_of(cube), named("group", groupings[k].groups, groupings[k].name)});
        file.group("/by_group/" + groupings[k].name, dimensions,
                   measured(cube, dimensions, [&](auto i) { return cube.by_group(k, i); }));
    }

    const auto& fine = cube.layout().fine;
    if (!fine.groups.empty()) {
        const auto dimensions = with(begin, {years_of(cube), named("group", fine.groups, fine.name)});
        std::vector<Variable> few;
        for (std::size_t k = 0; k < fine.observables.size(); ++k)
            few.push_back(variable_of(cube.layout().observables.at(fine.observables[k]), dimensions,
                                      cube.by_fine_group(k)));
        file.group("/by_group/" + fine.name, dimensions, few);
    }

    const auto money = with(begin, {years_of(cube), named("payer", cube.layout().payers, "who pays")});
    std::vector<Variable> flows;
    const auto& prose = cube.layout().flow_prose;
    for (std::size_t f = 0; f < cube.layout().flows.size(); ++f) {
        const auto& name = cube.layout().flows[f];
        flows.push_back({name,
                         names_of(money),
                         cube.money(f),
                         "EUR",
                         prose.empty() ? name + " in the year" : prose.at(f),
                         {}});
    }
    file.group("/money", money, flows);

    if (names.digests.empty()) return;
    std::vector<Variable> digests;
    for (std::size_t c = 0; c < names.digests.size(); ++c) {
        digests.push_back({names.digests[c],
                           names_of(monthly),
                           cube.digest(c),
                           "1",
                           "high 24 bits of the digest of this column of the state",
                           {}});
    }
    file.group("/digest", monthly, digests);
}

/// The ledgers of one kind of pair; nothing where none of them was simulated.
void write_ledger(sim::RunFileWriter& file, const Cube& cube, const Names& names, LedgerOf of,
                  const std::string& group, const std::string& pair) {
    const auto& ledger = cube.layout().ledger;
    const auto dimensions = with(lives(cube, names), {named("entry", ledger.entries, pair)});
    std::vector<Variable> kinds;
    bool simulated = false;
    for (std::size_t k = 0; k < ledger.kinds.size(); ++k) {
        const auto& kind = ledger.kinds[k];
        const auto& values = cube.ledger(of, k);
        simulated =
            simulated || std::any_of(values.begin(), values.end(), [](float v) { return !std::isnan(v); });
        kinds.push_back({kind.name,
                         names_of(dimensions),
                         values,
                         "1",
                         kind.label_en,
                         {{"long_name_nl", kind.label_nl}, {"comment", kind.how}}});
    }
    if (simulated) file.group(group, dimensions, kinds);
}

void write_ledgers(sim::RunFileWriter& file, const Cube& cube, const Names& names) {
    write_ledger(file, cube, names, LedgerOf::reference, "/ledger",
                 "residents of month 0 (or their months): option against the reference");
    write_ledger(file, cube, names, LedgerOf::placebo, "/ledger_sham",
                 "residents of month 0 (or their months): option against itself, visits by other lots");
    write_ledger(
        file, cube, names, LedgerOf::chance, "/ledger_luck",
        "residents of month 0 (or their months): option against itself, other chance events in everything");
}

void write_comparison(sim::RunFileWriter& file, const Cube& cube, const std::vector<Comparison>& comparisons,
                      const Names& names) {
    Texts texts{{"option", {}}, {"reference", {}}, {"indicator", {}}, {"unit", {}}, {"verdict", {}}};
    std::vector<Variable> numbers;
    for (const char* name : {"horizon_years", "mean", "lower", "upper", "difference", "difference_lower",
                             "difference_upper", "probability_better", "pairs"}) {
        numbers.push_back({name, {"row"}, {}, numbers.empty() ? "year" : "1", "", {}});
    }
    for (const auto& row : comparisons) {
        const auto& observable = observable_of(cube, names, row.indicator);
        const std::string cells[] = {names.options.at(row.option).name,
                                     names.options.at(names.reference).name, std::string(observable.name),
                                     std::string(observable.unit), std::string(name_of(row.verdict))};
        for (std::size_t c = 0; c < texts.size(); ++c) texts[c].second.push_back(cells[c]);
        const double values[] = {static_cast<double>(row.horizon_years),
                                 row.level.mean,
                                 row.level.lower,
                                 row.level.upper,
                                 row.difference.mean,
                                 row.difference.lower,
                                 row.difference.upper,
                                 row.probability_better,
                                 static_cast<double>(row.pairs())};
        for (std::size_t c = 0; c < numbers.size(); ++c)
            numbers[c].values.push_back(static_cast<float>(values[c]));
    }
    file.table("/comparison", "row", texts, numbers);
}

}  // namespace

const sim::Observable& observable_of(const Cube& cube, const Names& names, std::size_t indicator) {
    const auto& own = cube.layout().observables;
    return indicator < own.size() ? own[indicator] : names.derived.at(indicator - own.size());
}

std::string scenario_sha256(const std::string& resolved) { return sim::sha256(resolved); }

void write_results(const std::string& path, const Cube& cube, const std::vector<Comparison>& comparisons,
                   const Names& names, const RunRecord& record) {
    sim::RunFileWriter file(path);
    file.attribute("title", record.title);
    file.attribute("question", record.question);
    file.attribute("title_nl", record.title_nl);
    file.attribute("question_nl", record.question_nl);
    file.attribute("seed", record.seed);
    file.attribute("scenario_sha256", scenario_sha256(record.resolved));
    file.attribute("reference", names.options.at(names.reference).name);
    file.attribute("command", record.command);
    if (!record.failures.empty()) file.attribute("failures", record.failures);
    if (!record.drawn_from.empty()) file.attribute("parameter_draws", record.drawn_from);
    write_measurements(file, cube, names);
    write_ledgers(file, cube, names);
    write_comparison(file, cube, comparisons, names);
    write_record(file, cube, names, record);
    file.commit();
}

}  // namespace weefsel::analysis
