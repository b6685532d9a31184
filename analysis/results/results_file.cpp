#include "analysis/results/results_file.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

#include "analysis/results/indicator_range.hpp"
#include "sim/provenance.hpp"
#include "sim/run_file.hpp"

namespace weefsel::analysis {
namespace {

using sim::Dimension;
using sim::Variable;

/// A dimension of `n` numbers from 1.
Dimension counted(std::string name, std::size_t n, std::string units, std::string long_name) {
    std::vector<double> numbers(n);
    std::iota(numbers.begin(), numbers.end(), 1.0);
    return {std::move(name), std::move(numbers), {}, std::move(units), std::move(long_name)};
}

/// A dimension of names.
Dimension named(std::string name, std::vector<std::string> labels, std::string long_name) {
    return {std::move(name), {}, std::move(labels), "", std::move(long_name)};
}

std::vector<std::string> names_of(const std::vector<Dimension>& dimensions) {
    std::vector<std::string> out;
    for (const auto& d : dimensions) out.push_back(d.name);
    return out;
}

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

Variable variable_of(const sim::Observable& o, const std::vector<Dimension>& dimensions,
                     std::vector<float> values) {
    std::vector<sim::Attribute> attributes{{"long_name_nl", std::string(o.prose_nl)},
                                           {"better", std::string(name_of(o.better))},
                                           {"measured", std::string(name_of(o.measured))},
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
                  const std::string& pair) {
    if (!cube.has_ledger(of)) return;
    const auto& ledger = cube.layout().ledger;
    const auto dimensions = with(
        lives(cube, names),
        {named("entry", ledger.entries, "residents of month 0 (or their months): option against " + pair)});
    std::vector<Variable> kinds;
    for (std::size_t k = 0; k < ledger.kinds.size(); ++k) {
        const auto& kind = ledger.kinds[k];
        kinds.push_back({kind.name,
                         names_of(dimensions),
                         cube.ledger(of, k),
                         "1",
                         kind.label_en,
                         {{"long_name_nl", kind.label_nl}, {"comment", kind.how}}});
    }
    file.group(std::string(ledger_group(of)), dimensions, kinds);
}

void write_ledgers(sim::RunFileWriter& file, const Cube& cube, const Names& names) {
    write_ledger(file, cube, names, LedgerOf::reference, "the reference");
    write_ledger(file, cube, names, LedgerOf::placebo, "itself, visits by other random numbers");
    write_ledger(file, cube, names, LedgerOf::chance, "itself, other chance events in everything");
}

void write_blocks(sim::RunFileWriter& file, const Cube& cube, const Names& names) {
    for (std::size_t b = 0; b < cube.layout().blocks.size(); ++b) {
        const auto& block = cube.layout().blocks[b];
        auto dimensions = lives(cube, names);
        const std::size_t common = dimensions.size();
        for (const auto& axis : block.axes)
            dimensions.push_back({axis.name, axis.numbers, axis.labels, axis.unit, axis.about});
        std::vector<Variable> columns;
        for (std::size_t c = 0; c < block.columns.size(); ++c) {
            const auto& column = block.columns[c];
            auto own = names_of(dimensions);
            own.resize(common + column.axes);
            columns.push_back({column.name, own, cube.block(b, c), column.unit, column.about, {}});
        }
        file.group(block.group, dimensions, columns);
    }
}

void write_draws(sim::RunFileWriter& file, const Assumptions& drawn) {
    if (drawn.names.empty()) return;
    const std::vector<Dimension> dimensions{
        counted("draw", drawn.values.size(), "1", "draw of the parameters"),
        named("parameter", drawn.names, "full name")};
    std::vector<float> values;
    for (const auto& draw : drawn.values) values.insert(values.end(), draw.begin(), draw.end());
    file.group("/scenario/draws", dimensions,
               {{"value", names_of(dimensions), values, "1", "value in this set of assumptions", {}}});
}

}  // namespace

const sim::Observable& observable_of(const Cube& cube, const Names& names, std::size_t indicator) {
    const auto& own = cube.layout().observables;
    return indicator < own.size() ? own[indicator] : names.derived.at(indicator - own.size());
}

std::string scenario_sha256(const std::string& resolved) { return sim::sha256(resolved); }

Made made_now() {
    const auto& made = sim::provenance();
    return {made.version, made.commit, made.tree_clean ? "1" : "0", sim::time_now()};
}

void write_results(const std::string& path, const Results& results) {
    const auto& [cube, names, record, texts] = results;
    sim::RunFileWriter file(path, sim::BuiltIn::memory, record.made.created);
    file.attribute("title", record.title);
    file.attribute("question", record.question);
    file.attribute("title_nl", record.title_nl);
    file.attribute("question_nl", record.question_nl);
    file.attribute("seed", record.seed);
    file.attribute("scenario_sha256", scenario_sha256(record.resolved));
    file.attribute("reference", names.options.at(names.reference).name);
    file.attribute("command", record.command);
    if (!record.plugins.empty()) file.attribute("plugins", record.plugins);
    if (!record.replaced.empty()) file.attribute("replaced_equations", record.replaced);
    if (!record.failures.empty()) file.attribute("failures", record.failures);
    if (!record.drawn_from.empty()) file.attribute("parameter_draws", record.drawn_from);
    write_measurements(file, cube, names);
    write_ledgers(file, cube, names);
    write_blocks(file, cube, names);
    file.text("/scenario/toml", record.scenario);
    file.text("/scenario/resolved", record.resolved);
    write_draws(file, record.drawn);
    for (const auto& table : record.tables)
        if (table.rows() > 0) table.write(file);
    file.commit();
}

}  // namespace weefsel::analysis
