#include "analysis/report/report_json.hpp"

#include "analysis/results/json_writer.hpp"

namespace weefsel::analysis {
namespace {

void put(JsonWriter& json, double value) { json.number(value); }
void put(JsonWriter& json, const std::string& value) { json.text(value); }

void put(JsonWriter& json, const Interval& interval) {
    json.begin_array();
    json.number(interval.mean);
    json.number(interval.lower);
    json.number(interval.upper);
    json.end_array();
}

// Said before the list and the member below, which find them by name.
void put(JsonWriter& json, const ReportData::Option& value);
void put(JsonWriter& json, const ReportData::Expected& value);
void put(JsonWriter& json, const ReportData::Indicator& value);
void put(JsonWriter& json, const ReportData::Row& value);
void put(JsonWriter& json, const ReportData::Series& value);
void put(JsonWriter& json, const ReportData::Worlds& value);
void put(JsonWriter& json, const ReportData::GroupValues& value);
void put(JsonWriter& json, const ReportData::Grouping& value);
void put(JsonWriter& json, const ReportData::Balance& value);
void put(JsonWriter& json, const ReportData::Money& value);
void put(JsonWriter& json, const ReportData::LedgerEntry& value);
void put(JsonWriter& json, const ReportData::Ledger& value);
void put(JsonWriter& json, const ReportData::Shock& value);
void put(JsonWriter& json, const ReportData::Parameter& value);
void put(JsonWriter& json, const ReportData::Table::Column& value);
void put(JsonWriter& json, const ReportData::Table& value);

template <class T>
void put(JsonWriter& json, const std::vector<T>& list) {
    json.begin_array();
    for (const auto& item : list) put(json, item);
    json.end_array();
}

template <class T>
void member(JsonWriter& json, std::string_view name, const T& value) {
    json.key(name);
    put(json, value);
}

void put(JsonWriter& json, const ReportData::Option& o) {
    json.begin_object();
    json.member("name", o.name);
    json.member("nl", o.label_nl);
    json.member("en", o.label_en);
    json.end_object();
}

void put(JsonWriter& json, const ReportData::Expected& e) {
    json.begin_object();
    json.member("option", e.option);
    json.key("has_lines");
    json.flag(e.has_lines);
    member(json, "granted", e.granted);
    member(json, "returned", e.returned);
    member(json, "direct_hours", e.direct_hours);
    member(json, "hours_per_euro", e.hours_per_euro);
    member(json, "years", e.years);
    member(json, "discount_rate", e.discount_rate);
    member(json, "price_year", e.price_year);
    json.end_object();
}

void put(JsonWriter& json, const ReportData::Indicator& i) {
    json.begin_object();
    json.member("name", i.name);
    json.member("unit", i.unit);
    json.member("better", i.better);
    json.member("measured", i.measured);
    json.member("nl", i.label_nl);
    json.member("en", i.label_en);
    json.member("how_nl", i.how_nl);
    json.member("how_en", i.how_en);
    json.member("scale", i.scale);
    member(json, "usual_noticeable", i.usual_noticeable);
    if (i.noticeable > 0) member(json, "noticeable", i.noticeable);
    json.end_object();
}

void put(JsonWriter& json, const ReportData::Row& row) {
    json.begin_object();
    json.key("option");
    json.count(row.option);
    json.member("indicator", row.indicator);
    json.key("horizon");
    json.count(static_cast<std::size_t>(row.horizon_years));
    member(json, "level", row.level);
    member(json, "difference", row.difference);
    member(json, "better", row.probability_better);
    json.member("verdict", row.verdict);
    json.key("pairs");
    json.count(row.difference.n);
    json.end_object();
}

void put(JsonWriter& json, const ReportData::Series& s) {
    json.begin_object();
    json.member("indicator", s.indicator);
    member(json, "levels", s.levels);
    member(json, "differences", s.differences);
    json.end_object();
}

void put(JsonWriter& json, const ReportData::Worlds& w) {
    json.begin_object();
    json.member("indicator", w.indicator);
    member(json, "differences", w.differences);
    json.end_object();
}

void put(JsonWriter& json, const ReportData::GroupValues& v) {
    json.begin_object();
    json.member("indicator", v.indicator);
    member(json, "levels", v.levels);
    member(json, "differences", v.differences);
    json.end_object();
}

void put(JsonWriter& json, const ReportData::Grouping& g) {
    json.begin_object();
    json.member("name", g.name);
    member(json, "groups", g.groups);
    member(json, "values", g.values);
    member(json, "x", g.x);
    member(json, "y", g.y);
    member(json, "within", g.within);
    json.end_object();
}

void put(JsonWriter& json, const ReportData::Balance& b) {
    json.begin_object();
    member(json, "present_value", b.present_value);
    member(json, "granted", b.granted);
    member(json, "care", b.care);
    member(json, "saved", b.saved);
    member(json, "own_hours", b.own_hours);
    member(json, "added_life", b.added_life);
    member(json, "granted_by_year", b.granted_by_year);
    member(json, "care_by_year", b.care_by_year);
    member(json, "youth_by_year", b.youth_by_year);
    member(json, "cash", b.cash);
    member(json, "granted_paid", b.granted_paid);
    member(json, "care_paid", b.care_paid);
    member(json, "youth_paid", b.youth_paid);
    member(json, "cumulative", b.cumulative);
    json.end_object();
}

void put(JsonWriter& json, const ReportData::Money& m) {
    json.begin_object();
    member(json, "payers", m.payers);
    member(json, "rates", m.rates);
    member(json, "cash_share", m.cash_share);
    member(json, "cash_after", m.cash_after);
    member(json, "balances", m.balances);
    json.end_object();
}

void put(JsonWriter& json, const ReportData::LedgerEntry& e) {
    json.begin_object();
    json.member("entry", e.entry);
    member(json, "counts", e.counts);
    member(json, "placebo", e.placebo);
    member(json, "per_1000", e.per_1000);
    member(json, "placebo_per_1000", e.placebo_per_1000);
    json.end_object();
}

void put(JsonWriter& json, const ReportData::Ledger& l) {
    json.begin_object();
    json.member("kind", l.kind);
    member(json, "entries", l.entries);
    json.end_object();
}

void put(JsonWriter& json, const ReportData::Shock& s) {
    json.begin_object();
    json.member("kind", s.kind);
    member(json, "start_year", s.start_year);
    member(json, "months", s.months);
    json.key("random");
    json.flag(s.random);
    json.end_object();
}

void put(JsonWriter& json, const ReportData::Parameter& p) {
    json.begin_object();
    json.member("name", p.name);
    member(json, "value", p.value);
    json.member("unit", p.unit);
    json.member("source", p.source);
    json.member("evidence", p.evidence);
    json.member("meaning", p.meaning);
    json.end_object();
}

void put(JsonWriter& json, const ReportData::Table::Column& c) {
    json.begin_object();
    json.member("name", c.name);
    json.key("values");
    if (c.texts.empty())
        put(json, c.numbers);
    else
        put(json, c.texts);
    json.end_object();
}

void put(JsonWriter& json, const ReportData::Table& t) {
    json.begin_object();
    json.member("name", t.name);
    member(json, "columns", t.columns);
    json.end_object();
}

void put_head(JsonWriter& json, const ReportData& data) {
    json.member("title", data.title);
    json.member("question", data.question);
    json.member("title_nl", data.title_nl);
    json.member("question_nl", data.question_nl);
    json.key("made");
    json.begin_object();
    json.member("version", data.version);
    json.member("commit", data.commit);
    json.member("tree_clean", data.tree_clean);
    json.member("created", data.created);
    json.member("command", data.command);
    json.member("seed", data.seed);
    json.member("scenario_sha256", data.scenario_sha256);
    json.member("failures", data.failures);
    json.member("parameter_draws", data.parameter_draws);
    json.end_object();
    json.key("draws");
    json.count(data.draws);
    json.key("replicates");
    json.count(data.replicates);
    json.key("reference");
    json.count(data.reference);
    json.key("years");
    json.count(static_cast<std::size_t>(data.years));
    member(json, "residents", data.residents);
    if (!data.equal_money) return;
    json.key("equal_money");
    json.flag(*data.equal_money);
}

}  // namespace

std::string report_json(const ReportData& data, std::string_view language) {
    JsonWriter json;
    json.begin_object();
    json.member("language", language);
    put_head(json, data);
    member(json, "headlines", data.headlines);
    member(json, "neighbourhoods", data.neighbourhoods);
    member(json, "options", data.options);
    member(json, "expected", data.expected);
    member(json, "indicators", data.indicators);
    member(json, "comparison", data.comparison);
    member(json, "series", data.series);
    member(json, "worlds", data.worlds);
    member(json, "groupings", data.groupings);
    member(json, "money", data.money);
    member(json, "ledgers", data.ledgers);
    member(json, "shocks", data.shocks);
    member(json, "parameters", data.parameters);
    member(json, "tables", data.tables);
    json.end_object();
    return json.str();
}

}  // namespace weefsel::analysis
