#include "app/compare/json_text.hpp"

#include <array>

#include "analysis/decision/ledger_summary.hpp"
#include "app/calibrate/calibration_files.hpp"
#include "app/terminal/json_value.hpp"
#include "models/question/scenario_names.hpp"
#include "models/scenario/shock_plan.hpp"

namespace weefsel::app {
namespace {

Json worlds(const StudyOutcome& outcome) {
    return {{"units", outcome.units},
            {"finished", outcome.finished},
            {"finished_earlier", outcome.found},
            {"failed", outcome.failures.size()},
            {"seconds", outcome.seconds}};
}

Json files_json(const Files& files) {
    Json out = Json::object();
    if (!files.results.empty()) out["results"] = files.results;
    if (!files.summary.empty()) out["summary"] = files.summary;
    if (!files.report.empty()) out["report"] = files.report;
    if (!files.scenario.empty()) out["scenario"] = files.scenario;
    if (!files.crate.empty()) out["provenance"] = files.crate;
    return out;
}

Json money_json(const OptionMoney& m) {
    return {{"option", m.name},
            {"has_lines", !m.exempt},
            {"granted", number(m.money.granted)},
            {"returned", number(m.money.returned)},
            {"net", number(m.net())},
            {"direct_hours_per_euro", number(m.hours_per_euro())}};
}

/// Per 1000 residents of month 0; of every pair of lives that was lived, by option.
Json ledger_json(const Findings& found) {
    using analysis::LedgerOf;
    Json out = Json::array();
    const auto& ledger = found.cube.layout().ledger;
    for (const auto& [name, of] : {std::pair("reference", LedgerOf::reference),
                                   std::pair("sham", LedgerOf::sham), std::pair("luck", LedgerOf::luck)})
        for (std::size_t o = 0; o < found.names.options.size(); ++o) {
            if (of == LedgerOf::reference && o == found.names.reference) continue;
            for (const auto& row : analysis::ledger_rows(found.cube, of, o)) {
                Json entries;
                const std::size_t residents = analysis::ledger_entry(found.cube, "residents");
                for (std::size_t e = 0; e < residents; ++e)
                    entries[ledger.entries[e]] = {{"mean", number(row.entries[e].mean)},
                                                  {"lower", number(row.entries[e].lower)},
                                                  {"upper", number(row.entries[e].upper)},
                                                  {"worlds", row.entries[e].n}};
                out.push_back({{"option", found.names.options[o].name},
                               {"against", name},
                               {"kind", ledger.kinds[row.kind].name},
                               {"residents", number(row.entries[residents].mean)},
                               {"per_1000_residents", entries}});
            }
        }
    return out;
}

/// Tables by name, each a list of rows.
Json decision_json(const std::vector<analysis::DecisionTable>& tables) {
    Json out = Json::object();
    for (const auto& table : tables) {
        Json rows = Json::array();
        for (std::size_t r = 0; r < table.rows(); ++r) {
            Json row;
            for (const auto& column : table.texts) row[column.name] = column.values[r];
            for (const auto& column : table.numbers) row[column.name] = number(column.values[r]);
            rows.push_back(row);
        }
        out[table.name] = rows;
    }
    return out;
}

Json how_sure_json(const Findings& found) {
    Json out = Json::array();
    for (const auto& sure : found.sure) {
        Json worth = Json::array();
        for (const auto& w : sure.worth)
            worth.push_back(
                {{"parameter", found.assumptions.names[w.assumption]}, {"value", number(w.value)}});
        out.push_back({{"option", found.names.options[sure.option].name},
                       {"indicator", found.cube.layout().observables[sure.indicator].name},
                       {"sets_of_assumptions", sure.draws},
                       {"share_better", number(sure.better.mean)},
                       {"share_noticeably_better", number(sure.noticeable.better.mean)},
                       {"share_noticeably_worse", number(sure.noticeable.worse.mean)},
                       {"variance_of_assumptions", number(sure.parts.parameters)},
                       {"variance_of_luck", number(sure.parts.luck)},
                       {"value_of_perfect_information", number(sure.perfect)},
                       {"value_of_an_assumption_by_chance", number(sure.chance)},
                       {"value_of_knowing", worth},
                       {"flips", {{"nl", sure.flips_nl}, {"en", sure.flips_en}}}});
    }
    return out;
}

}  // namespace

std::string json_of_comparison(const Findings& found, const StudyOutcome& outcome, const Files& files) {
    Json out = head(found.scenario);
    out["worlds"] = worlds(outcome);
    out["files"] = files_json(files);
    out["options"] = Json::array();
    for (std::size_t o = 0; o < found.names.options.size(); ++o) {
        const auto& option = found.names.options[o];
        out["options"].push_back({{"name", option.name},
                                  {"label", {{"nl", option.label_nl}, {"en", option.label_en}}},
                                  {"expected_money", money_json(found.expected.at(o))},
                                  {"net_euro_per_resident_year", number(net_per_resident_year(found, o))}});
    }
    out["price_year"] = price_year_of(found.scenario);
    for (const auto& one : found.noticeable) out["noticeable"][one.indicator] = number(one.value);
    out["comparison"] = Json::array();
    const auto& reference = found.names.options[found.names.reference].name;
    for (const auto& row : found.comparisons) {
        const auto& observable = analysis::observable_of(found.cube, found.names, row.indicator);
        out["comparison"].push_back({{"option", found.names.options[row.option].name},
                                     {"reference", reference},
                                     {"indicator", observable.name},
                                     {"unit", observable.unit},
                                     {"horizon_years", row.horizon_years},
                                     {"mean", number(row.level.mean)},
                                     {"lower", number(row.level.lower)},
                                     {"upper", number(row.level.upper)},
                                     {"difference", number(row.difference.mean)},
                                     {"difference_lower", number(row.difference.lower)},
                                     {"difference_upper", number(row.difference.upper)},
                                     {"probability_better", number(row.probability_better)},
                                     {"pairs", row.pairs()}});
    }
    out["ledger"] = ledger_json(found);
    out["how_sure"] = how_sure_json(found);
    out["decision"] = decision_json(found.decision);
    return text_of(out);
}

std::string json_of_run(const Scenario& scenario, const StudyOutcome& outcome, const Files& files) {
    Json out = head(scenario);
    out["worlds"] = worlds(outcome);
    out["files"] = files_json(files);
    return text_of(out);
}

std::string json_of_report(const analysis::ReportData& shown, const std::string& path) {
    Json out = made_by();
    out["files"] = files_json({"", "", path});
    out["title"] = shown.title;
    out["seed"] = shown.seed;
    out["options"] = Json::array();
    for (const auto& option : shown.options) out["options"].push_back(option.name);
    out["reference"] = shown.options.at(shown.reference).name;
    return text_of(out);
}

std::string json_of_check(const Scenario& scenario, const std::vector<OptionMoney>& expected,
                          const std::vector<sim::Problem>& problems) {
    Json out = head(scenario);
    out["neighbourhoods"] = Json::array();
    for (const auto& n : scenario.neighbourhoods) {
        out["neighbourhoods"].push_back({{"name", n.name},
                                         {"code", n.code},
                                         {"residents", n.residents},
                                         {"households", n.households},
                                         {"filled", n.filled}});
    }
    out["shocks"] = Json::array();
    for (const auto& shock : scenario.shocks) {
        Json row{{"kind", word_of(shock.kind, shock_names)},
                 {"start_year", static_cast<double>(shock.first_month) / sim::months_per_year},
                 {"months", shock.months},
                 {"size", shock.size},
                 {"falls_to", falls_to(shock, scenario.neighbourhoods)}};
        if (shock.onset_chance) row["onset_chance"] = *shock.onset_chance;
        out["shocks"].push_back(std::move(row));
    }
    out["expected_money"] = Json::array();
    for (const auto& m : expected) out["expected_money"].push_back(money_json(m));
    const auto texts = [](const std::vector<sim::Problem>& list) {
        Json all = Json::array();
        for (const auto& line : sim::lines_of(list)) all.push_back(line);
        return all;
    };
    out["warnings"] = texts(scenario.warnings);
    out["problems"] = texts(problems);
    return text_of(out);
}

std::string json_of_new(const std::string& file) {
    Json out = made_by();
    out["file"] = file;
    return text_of(out);
}

std::string json_of_trace(const analysis::Trace& trace) {
    Json out = made_by();
    out["equal"] = trace.equal();
    out["compared"] = trace.by_digest ? "digest" : "indicators";
    out["options"] = trace.options;
    out["partings"] = Json::array();
    for (const auto& p : trace.partings) {
        out["partings"].push_back({{"option", p.option},
                                   {"month", p.month},
                                   {"draw", p.draw},
                                   {"replicate", p.replicate},
                                   {"columns", p.columns},
                                   {"a", number(p.value_a)},
                                   {"b", number(p.value_b)}});
    }
    out["notes"] = trace.notes;
    return text_of(out);
}

std::string json_of_validation(const PatternFile& file, const Scenario& sample,
                               const std::vector<MeasuredPattern>& measured, double seconds,
                               const std::optional<MonitorResult>& monitor) {
    constexpr const char* verdicts[] = {"pass", "fail", "not measured"};
    const auto end = [](const std::optional<double>& x) { return x ? Json(*x) : Json(nullptr); };
    Json out = head(sample);
    out["patterns_file"] = file.file;
    out["seconds"] = seconds;
    out["patterns"] = Json::array();
    std::array<int, 3> counts{};
    for (const auto& m : measured) {
        const auto& p = m.pattern;
        const auto verdict = static_cast<std::size_t>(m.verdict);
        ++counts[verdict];
        out["patterns"].push_back({{"id", p.id},
                                   {"text", {{"nl", p.text_nl}, {"en", p.text_en}}},
                                   {"quantity", p.quantity},
                                   {"use", p.calibration ? "calibration" : "validation"},
                                   {"fitted", m.fitted},
                                   {"by_draw", m.by_draw},
                                   {"unit", p.unit},
                                   {"low", end(p.low)},
                                   {"high", end(p.high)},
                                   {"value", number(m.value.mean)},
                                   {"lower", number(m.value.lower)},
                                   {"upper", number(m.value.upper)},
                                   {"worlds", m.value.n},
                                   {"verdict", verdicts[verdict]},
                                   {"at_edge", m.at_edge},
                                   {"not_measured", m.not_measured},
                                   {"how", m.how},
                                   {"note", p.note},
                                   {"source", p.source}});
    }
    out["pass"] = counts[0];
    out["fail"] = counts[1];
    out["not_measured"] = counts[2];
    if (monitor) {
        Json between{{"neighbourhoods", monitor->neighbourhoods}, {"left_out", monitor->skipped}};
        for (const auto& row : monitor->rows)
            between["by_neighbourhood"].push_back({{"code", row.code},
                                                   {"name", row.name},
                                                   {"lonely", row.lonely},
                                                   {"lonely_published", row.lonely_published},
                                                   {"severely_lonely", row.severe},
                                                   {"severely_lonely_published", row.severe_published}});
        for (const auto& share : monitor->shares)
            between["published_spread_pp"][share.share] = number(share.spread);
        for (const auto& share : monitor->shares)
            for (const auto& a : share.by)
                between[share.share].push_back({{"predictor", a.predictor},
                                                {"correlation", number(a.correlation)},
                                                {"mean_absolute_error_pp", number(a.error)},
                                                {"spread_pp", number(a.spread)}});
        out["between_neighbourhoods"] = between;
    }
    return text_of(out);
}

std::string json_of_calibration(const CalibrationTask& task, const CalibrationOutcome& outcome,
                                const std::string& folder) {
    Json out = head(task.scenario);
    out["targets"] = task.file;
    out["posterior"] = folder + "/posterior.csv";
    out["rows"] = task.rows;
    out["runs"] = outcome.result.runs;
    out["runs_kept_earlier"] = outcome.found;
    out["ended"] = end_text(task, outcome);
    out["generations"] = Json::array();
    for (const auto& g : outcome.result.generations)
        out["generations"].push_back(
            {{"threshold", number(g.threshold)}, {"runs", g.attempts}, {"accepted", g.particles.size()}});
    const auto learnt = analysis::learnt_of(task.setup, outcome.posterior);
    for (std::size_t i = 0; i < learnt.size(); ++i)
        out["parameters"].push_back({{"parameter", task.setup.free[i].name},
                                     {"mean", number(learnt[i].mean)},
                                     {"lower", number(learnt[i].low)},
                                     {"upper", number(learnt[i].high)},
                                     {"width_to_prior", number(learnt[i].width)}});
    for (const auto& f : figures_again(task, outcome))
        out["figures"].push_back({{"figure", f.name},
                                  {"unit", f.unit},
                                  {"published", f.published},
                                  {"tolerance", f.tolerance},
                                  {"mean", number(f.mean)},
                                  {"lower", number(f.low)},
                                  {"upper", number(f.high)}});
    out["seconds"] = outcome.seconds;
    return text_of(out);
}

std::string json_of_parameters(const sim::ParameterTable& table,
                               const std::function<std::string(const sim::Parameter&)>& drawn_from) {
    Json out = Json::array();
    for (const auto& p : table.rows()) {
        out.push_back({{"name", p.name},
                       {"value", p.default_value},
                       {"unit", p.unit},
                       {"low", p.range.low},
                       {"high", p.range.high},
                       {"meaning", p.prose},
                       {"evidence", sim::to_string(p.source.grade)},
                       {"source", p.source.text},
                       {"draws", drawn_from(p)}});
    }
    return text_of(out);
}

std::string json_of_table(const std::vector<std::string>& header,
                          const std::vector<std::vector<std::string>>& rows) {
    Json out = Json::array();
    for (const auto& row : rows) {
        Json one = Json::object();
        for (std::size_t c = 0; c < header.size(); ++c) one[header[c]] = row[c];
        out.push_back(std::move(one));
    }
    return text_of(out);
}

}  // namespace weefsel::app
