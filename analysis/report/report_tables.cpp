#include "analysis/report/report_tables.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "analysis/decision/answer.hpp"
#include "analysis/decision/ledger_summary.hpp"
#include "analysis/results/values_by_run.hpp"
#include "sim/settings.hpp"

namespace weefsel::analysis {
namespace {

template <class List>
std::size_t place_of(const List& list, const std::string& name) {
    const auto at = std::find_if(list.begin(), list.end(), [&](const auto& one) { return one.name == name; });
    return static_cast<std::size_t>(at - list.begin());
}

/// Reads the fields of a part from the columns of those names.
struct FromColumns {
    const ResultTable& table;
    std::size_t row;

    FromColumns& operator()(std::string_view name, std::string& value) {
        value = table.text(name)[row];
        return *this;
    }
    FromColumns& operator()(std::string_view name, double& value) {
        value = table.kept(name, row);
        return *this;
    }
    FromColumns& operator()(std::string_view name, bool& value) {
        value = table.kept(name, row) > 0;
        return *this;
    }
};

template <class Part>
std::vector<Part> rows_of(const Results& results, std::string_view group) {
    std::vector<Part> out;
    const auto* table = table_named(results.record.tables, group);
    for (std::size_t row = 0; table != nullptr && row < table->rows(); ++row) {
        FromColumns from{*table, row};
        Part::fields(out.emplace_back(), from);
    }
    return out;
}

Interval interval_at(const ResultTable& table, std::size_t row, std::string_view mean, std::string_view lower,
                     std::string_view upper, double pairs) {
    return {table.kept(mean, row), table.kept(lower, row), table.kept(upper, row),
            static_cast<std::size_t>(pairs)};
}

void say_comparison(const Results& results, ReportData& out) {
    const auto* table = table_named(results.record.tables, "/comparison");
    for (std::size_t i = 0; table != nullptr && i < table->rows(); ++i) {
        const auto &indicator = table->text("indicator")[i], &unit = table->text("unit")[i];
        const double pairs = table->kept("pairs", i);
        out.comparison.push_back(
            {place_of(out.options, table->text("option")[i]), indicator,
             static_cast<std::size_t>(table->kept("horizon_years", i)),
             interval_at(*table, i, "mean", "lower", "upper", pairs),
             interval_at(*table, i, "difference", "difference_lower", "difference_upper", pairs),
             table->kept("probability_better", i), verdict_named(table->text("verdict")[i])});
        if (place_of(out.indicators, indicator) == out.indicators.size())
            out.indicators.push_back({indicator, unit, "", "", "", "", "", "",
                                      unit == "EUR/year" ? "money" : "value", 0,
                                      noticeable_in(results, indicator)});
    }
}

/// The headlines, those about which the verdict of some option is clearest first.
std::vector<std::string> clearest_first(const ReportData& data) {
    const auto least = [&](const std::string& name) {
        int out = clearness(Verdict::unknown);
        for (const auto& row : data.comparison)
            if (row.indicator == name && row.horizon == data.years && row.option != data.reference)
                out = std::min(out, clearness(row.verdict));
        return out;
    };
    auto out = data.headlines;
    std::erase_if(out, [&](const auto& name) {
        return std::none_of(data.comparison.begin(), data.comparison.end(), [&](const auto& row) {
            return row.indicator == name && row.horizon == data.years && row.option == data.reference;
        });
    });
    std::stable_sort(out.begin(), out.end(),
                     [&](const auto& a, const auto& b) { return least(a) < least(b); });
    return out;
}

double number_in(const sim::Value& row, const char* key, double fallback) {
    const auto* found = row.find(key);
    if (found == nullptr) return fallback;
    if (const auto* whole = std::get_if<std::int64_t>(&found->data)) return static_cast<double>(*whole);
    const auto* real = std::get_if<double>(&found->data);
    return real == nullptr ? fallback : *real;
}

/// Shocks, and whether options cost the same, from the scenario.
void say_scenario(const std::string& resolved, ReportData& out) {
    const auto root = sim::read_toml_text(resolved, "/scenario/resolved");
    if (const auto* equal = root.find("equal_money")) {
        if (const auto* said = std::get_if<bool>(&equal->data)) out.equal_money = *said;
        if (const auto* said = std::get_if<std::string>(&equal->data)) {
            out.equal_money = true;
            out.equal_budget = *said == "budget";
        }
    }
    const auto* shocks = root.find("shock");
    if (shocks == nullptr || !shocks->is_array()) return;
    for (const auto& row : std::get<sim::Array>(shocks->data)) {
        const auto* kind = row.find("kind");
        const auto* text = kind == nullptr ? nullptr : std::get_if<std::string>(&kind->data);
        if (text == nullptr) continue;
        const bool random = row.find("onset_chance") != nullptr;
        const double start = number_in(row, "start_year", 0), months = number_in(row, "months", 1);
        const double again = number_in(row, "every_years", 0);
        if (again <= 0) out.shocks.push_back({*text, start, months, random});
        // What comes again and again is a moment each time.
        for (double years = 0; again > 0 && years * 12 < months; years += again)
            out.shocks.push_back({*text, start + years, 1, random});
    }
}

/// Means over worlds of an entry, by option; none of a ledger that was not kept. With the entry `residents`
/// the number is per 1000 of those, as ledger_rows has it for the terminal: each world by its own.
std::vector<Interval> entry_of(const Cube& cube, LedgerOf of, std::size_t kind, std::size_t entry,
                               std::optional<std::size_t> residents = {}) {
    std::vector<Interval> out;
    if (!cube.has_ledger(of)) return out;
    const ValuesByRun values(cube, cube.ledger(of, kind));
    const ValueOfRun value = [&](auto o, auto w) {
        if (!residents) return values.at(o, w, entry);
        constexpr double thousand = 1000;
        const double all = values.at(o, w, *residents);
        return all > 0 ? thousand * values.at(o, w, entry) / all : std::nan("");
    };
    const auto range = range_of_ledger_entry(cube.layout().ledger.entries[entry]);
    for (std::size_t o = 0; o < cube.shape().options; ++o)
        out.push_back(level_of(value, o, cube.shape(), range));
    return out;
}

void say_ledgers(const Cube& cube, ReportData& out) {
    if (!cube.has_ledger(LedgerOf::reference)) return;
    const auto& [kinds, entries] = cube.layout().ledger;
    const auto residents =
        static_cast<std::size_t>(std::find(entries.begin(), entries.end(), "residents") - entries.begin());
    for (std::size_t k = 0; k < kinds.size(); ++k) {
        auto& ledger = out.ledgers.emplace_back(ReportData::Ledger{kinds[k].name, {}});
        for (std::size_t e = 0; e < entries.size(); ++e) {
            auto& entry = ledger.entries.emplace_back();
            entry.entry = entries[e];
            entry.counts = entry_of(cube, LedgerOf::reference, k, e);
            entry.placebo = entry_of(cube, LedgerOf::placebo, k, e);
            if (residents == entries.size() || e == residents) continue;
            entry.per_1000 = entry_of(cube, LedgerOf::reference, k, e, residents);
            entry.placebo_per_1000 = entry_of(cube, LedgerOf::placebo, k, e, residents);
        }
    }
}

/// Adds a column of verdicts on the intervals of a table. `noticed`: what is too small to notice is told
/// apart.
void judge_rows(const Results& results, ResultTable& table, std::string_view column,
                std::array<std::string_view, 3> interval, bool noticed) {
    std::vector<std::string> verdicts;
    for (std::size_t row = 0; row < table.rows(); ++row) {
        double noticeable = 0;
        if (noticed) {
            const auto& name = table.text("indicator")[row];
            const auto& layout = results.cube.layout();
            if (const auto i = observable_named(layout, name))
                noticeable = noticeable_in(results, name).value_or(layout.observables[*i].noticeable);
        }
        constexpr double several = 2;  // a margin is known where its ends are
        verdicts.emplace_back(name_of(
            verdict_of(interval_at(table, row, interval[0], interval[1], interval[2], several), noticeable)));
    }
    table.texts.push_back({std::string(column), std::move(verdicts)});
}

}  // namespace

std::optional<double> noticeable_in(const Results& results, std::string_view indicator) {
    const auto* set = table_named(results.record.tables, "/scenario/noticeable");
    for (std::size_t row = 0; set != nullptr && row < set->rows(); ++row)
        if (set->text("indicator")[row] == indicator) return set->kept("value", row);
    return std::nullopt;
}

void say_tables(const Results& results, ReportData& out) {
    say_comparison(results, out);
    out.clearest = clearest_first(out);
    out.expected = rows_of<ReportData::Expected>(results, "/scenario/expected_money");
    out.parameters = rows_of<ReportData::Parameter>(results, "/scenario/parameters");
    if (!results.record.resolved.empty()) say_scenario(results.record.resolved, out);
    say_ledgers(results.cube, out);
    for (auto table : results.record.tables) {
        const bool shown = table.group.starts_with("/decision/") || table.group.starts_with("/lives");
        if (!shown || table.rows() == 0) continue;
        if (table.name == "ending")
            judge_rows(results, table, "verdict", {"difference", "lower", "upper"}, false);
        if (table.name == "fade_out")
            judge_rows(results, table, "verdict", {"effect_at_end", "lower", "upper"}, true);
        if (table.name == "lonely_years")
            judge_rows(results, table, "extra_verdict",
                       {"extra_cost", "extra_cost_lower", "extra_cost_upper"}, false);
        out.tables.push_back(std::move(table));
    }
}

}  // namespace weefsel::analysis
