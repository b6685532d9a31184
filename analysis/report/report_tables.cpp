#include "analysis/report/report_tables.hpp"

#include <algorithm>
#include <cmath>

#include "analysis/decision/ledger_summary.hpp"
#include "analysis/results/lives.hpp"
#include "sim/settings.hpp"

namespace weefsel::analysis {
namespace {

std::size_t option_named(const ReportData& data, const std::string& name) {
    const auto at =
        std::find_if(data.options.begin(), data.options.end(), [&](const auto& o) { return o.name == name; });
    return static_cast<std::size_t>(at - data.options.begin());
}

/// A column of numbers; `fallback` in every row when it is not there.
std::vector<double> numbers(const sim::RunFileReader& file, const std::string& group, const std::string& name,
                            std::size_t rows, double fallback = 0) {
    if (!file.has(group + "/" + name)) return std::vector<double>(rows, fallback);
    const auto values = file.variable(group, name).values;
    return {values.begin(), values.end()};
}

void read_comparison(const sim::RunFileReader& file, ReportData& out) {
    if (!file.has("/comparison/option")) return;
    const std::string group = "/comparison";
    const auto option = file.texts(group, "option");
    const auto indicator = file.texts(group, "indicator");
    const auto unit = file.texts(group, "unit");
    const auto verdict = file.texts(group, "verdict");
    const auto column = [&](const char* name) { return numbers(file, group, name, option.size()); };
    const auto horizon = column("horizon_years"), mean = column("mean"), lower = column("lower"),
               upper = column("upper"), difference = column("difference"), low = column("difference_lower"),
               high = column("difference_upper"), better = column("probability_better"),
               pairs = column("pairs");
    for (std::size_t i = 0; i < option.size(); ++i) {
        const auto n = static_cast<std::size_t>(pairs[i]);
        out.comparison.push_back({option_named(out, option[i]),
                                  indicator[i],
                                  static_cast<int>(horizon[i]),
                                  {mean[i], lower[i], upper[i], n},
                                  {difference[i], low[i], high[i], n},
                                  better[i],
                                  verdict[i]});
        const bool known = std::any_of(out.indicators.begin(), out.indicators.end(),
                                       [&](const auto& known_one) { return known_one.name == indicator[i]; });
        if (!known)
            out.indicators.push_back(
                {indicator[i], unit[i], "", "", "", "", "", "", unit[i] == "EUR/year" ? "money" : "value"});
    }
}

/// Differences worth noticing that were set, into the indicators.
void read_noticeable(const sim::RunFileReader& file, ReportData& out) {
    const std::string group = "/scenario/noticeable";
    if (!file.has(group + "/indicator")) return;
    const auto indicator = file.texts(group, "indicator");
    const auto value = numbers(file, group, "value", indicator.size());
    for (std::size_t i = 0; i < indicator.size(); ++i)
        for (auto& known : out.indicators)
            if (known.name == indicator[i]) known.noticeable = value[i];
}

void read_expected(const sim::RunFileReader& file, ReportData& out) {
    const std::string group = "/scenario/expected_money";
    if (!file.has(group + "/option")) return;
    const auto option = file.texts(group, "option");
    const auto column = [&](const char* name) { return numbers(file, group, name, option.size()); };
    const auto lines = column("has_lines"), granted = column("granted"), returned = column("returned"),
               hours = column("direct_hours"), per_euro = column("hours_per_euro"), years = column("years"),
               rate = column("discount_rate"), price_year = column("price_year");
    for (std::size_t i = 0; i < option.size(); ++i)
        out.expected.push_back({option[i], lines[i] != 0, granted[i], returned[i], hours[i], per_euro[i],
                                years[i], rate[i], price_year[i]});
}

void read_parameters(const sim::RunFileReader& file, ReportData& out) {
    const std::string group = "/scenario/parameters";
    if (!file.has(group + "/name")) return;
    const auto name = file.texts(group, "name"), unit = file.texts(group, "unit"),
               source = file.texts(group, "source"), evidence = file.texts(group, "evidence"),
               meaning = file.texts(group, "meaning");
    const auto value = numbers(file, group, "value", name.size());
    for (std::size_t i = 0; i < name.size(); ++i)
        out.parameters.push_back({name[i], unit[i], source[i], evidence[i], meaning[i], value[i]});
}

double number_in(const sim::Value& row, const char* key, double fallback) {
    const auto* found = row.find(key);
    if (found == nullptr) return fallback;
    if (const auto* whole = std::get_if<std::int64_t>(&found->data)) return static_cast<double>(*whole);
    const auto* real = std::get_if<double>(&found->data);
    return real == nullptr ? fallback : *real;
}

/// Shocks, and whether equal money was asked for, from the scenario that the file holds.
void read_scenario_of(const sim::RunFileReader& file, ReportData& out) {
    if (!file.has("/scenario/resolved")) return;
    const auto root = sim::read_toml_text(file.text("/scenario/resolved"), "/scenario/resolved");
    if (const auto* equal = root.find("equal_money")) {
        if (const auto* asked = std::get_if<bool>(&equal->data)) out.equal_money = *asked;
    }
    const auto* shocks = root.find("shock");
    if (shocks == nullptr || !shocks->is_array()) return;
    for (const auto& row : std::get<sim::Array>(shocks->data)) {
        const auto* kind = row.find("kind");
        const auto* text = kind == nullptr ? nullptr : std::get_if<std::string>(&kind->data);
        if (text == nullptr) continue;
        const bool random = row.find("onset_chance") != nullptr;
        out.shocks.push_back({*text, number_in(row, "start_year", 0), number_in(row, "months", 1), random});
    }
}

/// Means over worlds of (option, draw, replicate, entry), by option; none of a ledger that was not kept.
std::vector<Interval> over_worlds(const Lives& lives, const LifeValue& value, const Range& range) {
    std::vector<Interval> out;
    for (std::size_t o = 0; o < lives.options; ++o) out.push_back(level_of(value, o, lives.worlds, range));
    return out;
}

std::vector<Interval> counts(const Lives& lives, std::size_t entry, const Range& range) {
    return over_worlds(
        lives, [&](auto o, auto w) { return lives.at(o, w, entry); }, range);
}

/// As ledger_rows has it for the terminal: each world by its own number of residents.
std::vector<Interval> per_thousand(const Lives& lives, std::size_t entry, std::size_t residents,
                                   const Range& range) {
    constexpr double thousand = 1000;
    const LifeValue value = [&](auto o, auto w) {
        const double all = lives.at(o, w, residents);
        return all > 0 ? thousand * lives.at(o, w, entry) / all : std::nan("");
    };
    return over_worlds(lives, value, range);
}

void read_ledgers(const sim::RunFileReader& file, ReportData& out) {
    if (!file.has("/ledger")) return;
    const auto entries = file.dimension("/ledger", "entry").labels;
    const auto residents =
        static_cast<std::size_t>(std::find(entries.begin(), entries.end(), "residents") - entries.begin());
    const bool known = residents < entries.size();
    for (const auto& kind : file.names("/ledger")) {
        ReportData::Ledger ledger{kind, {}};
        const auto lives = read_lives(file, "/ledger", kind);
        const bool has_placebo = file.has("/ledger_sham/" + kind);
        const auto placebo = has_placebo ? read_lives(file, "/ledger_sham", kind) : Lives{};
        for (std::size_t e = 0; e < entries.size(); ++e) {
            const auto range = range_of_ledger_entry(entries[e]);
            auto& entry = ledger.entries.emplace_back();
            entry.entry = entries[e];
            entry.counts = counts(lives, e, range);
            entry.placebo = counts(placebo, e, range);
            if (!known || e == residents) continue;
            entry.per_1000 = per_thousand(lives, e, residents, range);
            entry.placebo_per_1000 = per_thousand(placebo, e, residents, range);
        }
        out.ledgers.push_back(std::move(ledger));
    }
}

ReportData::Table table_at(const sim::RunFileReader& file, const std::string& group,
                           const std::string& name) {
    ReportData::Table table{name, {}};
    for (const auto& column : file.text_names(group))
        table.columns.push_back({column, file.texts(group, column), {}});
    for (const auto& column : file.names(group))
        table.columns.push_back({column, {}, numbers(file, group, column, 0)});
    return table;
}

}  // namespace

void read_tables(const sim::RunFileReader& file, ReportData& out) {
    read_comparison(file, out);
    read_noticeable(file, out);
    read_expected(file, out);
    read_parameters(file, out);
    read_scenario_of(file, out);
    read_ledgers(file, out);
    if (file.has("/decision"))
        for (const auto& name : file.groups("/decision"))
            out.tables.push_back(table_at(file, "/decision/" + name, name));
    for (const std::string name : {"lives", "lives_terms"})
        if (file.has("/" + name)) out.tables.push_back(table_at(file, "/" + name, name));
}

}  // namespace weefsel::analysis
