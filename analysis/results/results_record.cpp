#include "analysis/results/results_record.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

#include "sim/error.hpp"

namespace weefsel::analysis {
namespace {

using sim::Variable;
using Texts = std::vector<std::pair<std::string, std::vector<std::string>>>;

void write_expected(sim::RunFileWriter& file, const std::vector<ExpectedOption>& expected) {
    Texts option{{"option", {}}};
    std::vector<Variable> numbers{
        {"has_lines", {"option"}, {}, "1", "1: it has funding lines, 0: nothing is paid for", {}},
        {"granted", {"option"}, {}, "EUR", "expected money granted, present value", {}},
        {"returned", {"option"}, {}, "EUR", "expected money returned, present value", {}},
        {"direct_hours",
         {"option"},
         {},
         "h",
         "expected hours of work with residents, discounted as the money",
         {}},
        {"hours_per_euro", {"option"}, {}, "h/EUR", "direct hours for each euro granted", {}},
        {"years", {"option"}, {}, "year", "years over which this was summed", {}},
        {"discount_rate", {"option"}, {}, "1/year", "discount rate", {}},
        {"price_year", {"option"}, {}, "year", "year of the euros", {}}};
    for (const auto& e : expected) {
        option[0].second.push_back(e.option);
        const double values[] = {e.has_lines ? 1.0 : 0.0, e.granted, e.returned,      e.direct_hours,
                                 e.hours_per_euro,        e.years,   e.discount_rate, e.price_year};
        for (std::size_t c = 0; c < numbers.size(); ++c)
            numbers[c].values.push_back(static_cast<float>(values[c]));
    }
    file.table("/scenario/expected_money", "option", option, numbers);
}

void write_scenario(sim::RunFileWriter& file, const Names& names, const RunRecord& record) {
    file.text("/scenario/toml", record.scenario);
    file.text("/scenario/resolved", record.resolved);
    Texts options{{"name", {}}, {"label_nl", {}}, {"label_en", {}}};
    for (const auto& o : names.options) {
        options[0].second.push_back(o.name);
        options[1].second.push_back(o.label_nl);
        options[2].second.push_back(o.label_en);
    }
    file.table("/scenario/options", "name", options, {});
    if (!record.expected.empty()) write_expected(file, record.expected);
    if (record.parameters == nullptr) return;
    Texts texts{{"name", {}}, {"unit", {}}, {"source", {}}, {"evidence", {}}, {"meaning", {}}};
    Variable value{"value", {"name"}, {}, "", "", {}};
    Variable low{"range_low", {"name"}, {}, "", "", {}};
    Variable high{"range_high", {"name"}, {}, "", "", {}};
    for (const auto& p : record.parameters->rows()) {
        const std::string cells[] = {p.name, std::string(p.unit), std::string(p.source.text),
                                     std::string(sim::to_string(p.source.grade)), std::string(p.prose)};
        for (std::size_t c = 0; c < texts.size(); ++c) texts[c].second.push_back(cells[c]);
        value.values.push_back(static_cast<float>(*p.value));
        low.values.push_back(static_cast<float>(p.range.low));
        high.values.push_back(static_cast<float>(p.range.high));
    }
    file.table("/scenario/parameters", "name", texts, {value, low, high});
    if (record.drawn.empty()) return;
    const std::vector<sim::Dimension> dimensions{
        counted("draw", record.values.size(), "1", "draw of the parameters"),
        named("parameter", record.drawn, "full name")};
    std::vector<float> values;
    for (const auto& draw : record.values)
        for (const double v : draw) values.push_back(static_cast<float>(v));
    file.group("/scenario/draws", dimensions,
               {{"value", names_of(dimensions), values, "1", "value in this set of assumptions", {}}});
}

/// What several sets of assumptions say: how sure, what is worth knowing, what flips the answer.
void write_decision(sim::RunFileWriter& file, const Cube& cube, const Names& names, const RunRecord& record) {
    if (record.sure.empty()) return;
    Texts certain{{"option", {}}, {"indicator", {}}}, worth = certain, flips = certain;
    worth.push_back({"parameter", {}});
    flips.push_back({"sentence_nl", {}});
    flips.push_back({"sentence_en", {}});
    std::vector<Variable> shares;
    for (const char* name : {"draws", "better", "noticeably_better", "noticeably_worse",
                             "variance_assumptions", "variance_luck", "value_of_perfect_information"})
        shares.push_back({name, {"row"}, {}, "1", "", {}});
    std::vector<Variable> values{{"value", {"row"}, {}, "1", "", {}},
                                 {"by_chance", {"row"}, {}, "1", "", {}}};
    const auto begin = [&](Texts& texts, const HowSure& sure) {
        texts[0].second.push_back(names.options.at(sure.option).name);
        texts[1].second.emplace_back(observable_of(cube, names, sure.indicator).name);
    };
    for (const auto& sure : record.sure) {
        begin(certain, sure);
        const double row[] = {static_cast<double>(sure.draws),
                              sure.better.mean,
                              sure.noticeable.better.mean,
                              sure.noticeable.worse.mean,
                              sure.parts.parameters,
                              sure.parts.chance,
                              sure.perfect};
        for (std::size_t c = 0; c < shares.size(); ++c)
            shares[c].values.push_back(static_cast<float>(row[c]));
        for (const auto& w : sure.worth) {
            begin(worth, sure);
            worth[2].second.push_back(record.drawn.at(w.assumption));
            values[0].values.push_back(static_cast<float>(w.value));
            values[1].values.push_back(static_cast<float>(sure.chance));
        }
        if (sure.flips_en.empty()) continue;
        begin(flips, sure);
        flips[2].second.push_back(sure.flips_nl);
        flips[3].second.push_back(sure.flips_en);
    }
    file.table("/decision/certainty", "row", certain, shares);
    if (!values[0].values.empty()) file.table("/decision/value_of_information", "row", worth, values);
    if (!flips[0].second.empty()) file.table("/decision/flips", "row", flips, {});
}

void write_decision_tables(sim::RunFileWriter& file, const RunRecord& record) {
    for (const auto& table : record.decision) {
        if (table.rows() == 0) continue;
        Texts texts;
        for (const auto& column : table.texts) texts.emplace_back(column.name, column.values);
        std::vector<Variable> numbers;
        for (const auto& column : table.numbers)
            numbers.push_back(
                {column.name, {"row"}, {column.values.begin(), column.values.end()}, column.unit, "", {}});
        file.table("/decision/" + table.name, "row", texts, numbers);
    }
}

void write_lives(sim::RunFileWriter& file, const RunRecord& record) {
    if (record.lives.empty()) return;
    Texts texts{{"resident", {}}, {"when_nl", {}}, {"when_en", {}}, {"text_nl", {}}, {"text_en", {}}};
    for (const auto& line : record.lives) {
        const std::string* cells[] = {&line.resident, &line.when_nl, &line.when_en, &line.text_nl,
                                      &line.text_en};
        for (std::size_t c = 0; c < texts.size(); ++c) texts[c].second.push_back(*cells[c]);
    }
    file.table("/lives", "row", texts, {});
}

void write_lives_terms(sim::RunFileWriter& file, const RunRecord& record) {
    if (record.lives_terms.empty()) return;
    Texts texts{{"resident", {}},   {"option", {}},  {"kind", {}},   {"heading_nl", {}},
                {"heading_en", {}}, {"term_nl", {}}, {"term_en", {}}};
    std::vector<Variable> numbers{
        {"reference", {"row"}, {}, "1", "in the reference", {}},
        {"value", {"row"}, {}, "1", "in the option", {}},
        {"difference", {"row"}, {}, "1", "option minus reference; of a hazard, how many times as large", {}}};
    for (const auto& t : record.lives_terms) {
        const std::string* cells[] = {&t.resident,   &t.option,  &t.kind,   &t.heading_nl,
                                      &t.heading_en, &t.term_nl, &t.term_en};
        for (std::size_t c = 0; c < texts.size(); ++c) texts[c].second.push_back(*cells[c]);
        const double values[] = {t.reference, t.value, t.difference};
        for (std::size_t c = 0; c < numbers.size(); ++c)
            numbers[c].values.push_back(static_cast<float>(values[c]));
    }
    file.table("/lives_terms", "row", texts, numbers);
}

/// A table with the name of the finest grouping in the plural.
void write_places(sim::RunFileWriter& file, const Cube& cube, const Names& names, const RunRecord& record) {
    const auto& fine = cube.layout().fine;
    if (record.places.empty()) return;
    sim::require(record.places.size() == fine.groups.size(), "every group has a place");
    Texts texts{{fine.name, fine.groups}, {names.site_dimension, {}}};
    const std::string from = "from the centre of the " + names.site_dimension;
    Variable x{"x", {fine.name}, {}, "m", from, {}}, y{"y", {fine.name}, {}, "m", from, {}};
    for (const auto& place : record.places) {
        texts[1].second.push_back(names.sites.at(place.site));
        x.values.push_back(place.x);
        y.values.push_back(place.y);
    }
    file.table("/scenario/" + fine.name + "s", fine.name, texts, {x, y});
}

/// Differences worth noticing that were set; no table where none was.
void write_noticeable(sim::RunFileWriter& file, const RunRecord& record) {
    if (record.noticeable.empty()) return;
    Texts texts{{"indicator", {}}};
    Variable value{
        "value", {"row"}, {}, "1", "smallest difference worth noticing, in the unit of the indicator", {}};
    for (const auto& one : record.noticeable) {
        texts[0].second.push_back(one.indicator);
        value.values.push_back(static_cast<float>(one.value));
    }
    file.table("/scenario/noticeable", "row", texts, {value});
}

}  // namespace

sim::Dimension counted(std::string name, std::size_t n, std::string units, std::string long_name) {
    std::vector<double> numbers(n);
    std::iota(numbers.begin(), numbers.end(), 1.0);
    return {std::move(name), std::move(numbers), {}, std::move(units), std::move(long_name)};
}

sim::Dimension named(std::string name, std::vector<std::string> labels, std::string long_name) {
    return {std::move(name), {}, std::move(labels), "", std::move(long_name)};
}

std::vector<std::string> names_of(const std::vector<sim::Dimension>& dimensions) {
    std::vector<std::string> out;
    for (const auto& d : dimensions) out.push_back(d.name);
    return out;
}

void write_record(sim::RunFileWriter& file, const Cube& cube, const Names& names, const RunRecord& record) {
    write_scenario(file, names, record);
    write_decision(file, cube, names, record);
    write_decision_tables(file, record);
    write_lives(file, record);
    write_lives_terms(file, record);
    write_places(file, cube, names, record);
    write_noticeable(file, record);
}

}  // namespace weefsel::analysis
