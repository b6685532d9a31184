#include "app/compare/comparison_json.hpp"

#include "analysis/decision/ledger_summary.hpp"
#include "app/compare/prepare.hpp"
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
    if (!files.reached.empty()) out["reached"] = files.reached;
    if (!files.break_even.empty()) out["break_even"] = files.break_even;
    if (!files.menu.empty()) out["menu"] = files.menu;
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

/// Per 1000 residents of month 0; of every pair of lives that was simulated, by option.
Json ledger_json(const Findings& found) {
    using analysis::LedgerOf;
    Json out = Json::array();
    const auto& ledger = found.cube.layout().ledger;
    for (const auto& [name, of] : {std::pair("reference", LedgerOf::reference),
                                   std::pair("sham", LedgerOf::placebo), std::pair("luck", LedgerOf::chance)})
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

Json in_both(const analysis::BothLanguages& text) { return {{"nl", text.nl}, {"en", text.en}}; }

/// The answer as the terminal, the report and the result file have it.
Json answer_json(const Findings& found) {
    Json out = Json::array();
    for (const auto& option : found.answer.options) {
        Json parts = Json::array();
        for (const auto& part : option.parts)
            parts.push_back({{"indicator", found.cube.layout().observables[part.indicator].name},
                             {"verdict", analysis::name_of(part.verdict)},
                             {"reserve", analysis::name_of(part.reserve)},
                             {"said", in_both(part.said)},
                             {"margin", in_both(part.margin)}});
        out.push_back({{"option", found.names.options[option.option].name},
                       {"reference", found.names.options[found.names.reference].name},
                       {"horizon_years", found.answer.years},
                       {"sentence", in_both(option.sentence)},
                       {"indicators", std::move(parts)}});
    }
    return out;
}

/// What is said of the three questions, whom the work met and what can go wrong.
Json findings_json(const Findings& found) {
    Json out = Json::array();
    const auto name = [&](std::size_t option) { return found.names.options[option].name; };
    for (const auto& f : found.answer.findings) {
        Json row{{"question", analysis::name_of(f.question)},
                 {"option", name(f.option)},
                 {"against", name(f.against)},
                 {"year", f.year},
                 {"months_after", f.months_after},
                 {"difference", number(f.difference.mean)},
                 {"difference_lower", number(f.difference.lower)},
                 {"difference_upper", number(f.difference.upper)},
                 {"residents", number(f.residents)},
                 {"left", number(f.left)},
                 {"reserve", analysis::name_of(f.reserve)},
                 {"sentence", in_both(f.sentence)},
                 {"certainty", in_both(f.certainty)}};
        row["indicator"] = f.indicator ? Json(found.cube.layout().observables[*f.indicator].name) : Json();
        out.push_back(std::move(row));
    }
    return out;
}

Json rows_json(const analysis::ResultTable& table) {
    Json rows = Json::array();
    for (std::size_t r = 0; r < table.rows(); ++r) {
        Json row;
        for (const auto& column : table.texts) row[column.name] = column.values[r];
        for (const auto& column : table.numbers) row[column.name] = number(column.values[r]);
        rows.push_back(row);
    }
    return rows;
}

/// Tables of /decision by name, each a list of rows.
Json decision_json(const std::vector<analysis::ResultTable>& tables) {
    Json out = Json::object();
    for (const auto& table : tables)
        if (table.group.starts_with("/decision/")) out[table.name] = rows_json(table);
    return out;
}

template <class All, class OptionOf>
Json said_json(const Findings& found, const All& all, OptionOf option_of) {
    Json out = Json::array();
    for (const auto& one : all)
        out.push_back(
            {{"option", found.names.options[option_of(one)].name}, {"sentence", in_both(one.sentence)}});
    return out;
}

Json how_sure_json(const Findings& found) {
    Json out = Json::array();
    for (const auto& sure : found.sure) {
        Json known = Json::array();
        for (const auto& w : sure.evppi)
            known.push_back(
                {{"parameter", found.assumptions.names[w.assumption]}, {"value", number(w.value)}});
        out.push_back({{"option", found.names.options[sure.option].name},
                       {"indicator", found.cube.layout().observables[sure.indicator].name},
                       {"sets_of_assumptions", sure.draws},
                       {"share_better", number(sure.better.mean)},
                       {"share_noticeably_better", number(sure.noticeable.better.mean)},
                       {"share_noticeably_worse", number(sure.noticeable.worse.mean)},
                       {"variance_of_assumptions", number(sure.parts.parameters)},
                       {"variance_of_luck", number(sure.parts.chance)},
                       {"value_of_perfect_information", number(sure.perfect)},
                       {"value_of_an_assumption_by_chance", number(sure.chance)},
                       {"value_of_knowing", known},
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
                                     {"pairs", row.pairs()},
                                     {"verdict", analysis::name_of(row.verdict)}});
    }
    out["answer"] = answer_json(found);
    out["findings"] = findings_json(found);
    out["missed"] = said_json(found, found.answer.missed, [](const auto& one) { return one.option; });
    out["enough_worlds"] = in_both(found.answer.enough);
    for (const auto* place : {"/break_even", "/menu"})
        if (const auto* table = analysis::table_named(found.decision, place))
            out[table->name] = rows_json(*table);
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

std::string json_of_check(const Scenario& scenario, const std::vector<OptionMoney>& expected,
                          const std::vector<Remark>& unequal, const std::vector<MendedNumber>& changed) {
    Json out = head(scenario);
    out["neighbourhoods"] = Json::array();
    for (const auto& n : scenario.neighbourhoods) {
        out["neighbourhoods"].push_back({{"name", n.name},
                                         {"code", n.code},
                                         {"residents", n.residents},
                                         {"households", n.households},
                                         {"filled", in_english(n.filled)}});
    }
    out["shocks"] = Json::array();
    for (const auto& shock : scenario.shocks) {
        Json row{{"kind", word_of(shock.kind, shock_names)},
                 {"start_year", static_cast<double>(shock.first_month) / sim::months_per_year},
                 {"months", shock.months},
                 {"size", shock.size},
                 {"falls_to", falls_to(shock, scenario.neighbourhoods)}};
        if (shock.onset_chance) row["onset_chance"] = *shock.onset_chance;
        if (shock.kind == ShockKind::new_council)
            row["every_years"] = static_cast<double>(shock.every_months) / sim::months_per_year;
        out["shocks"].push_back(std::move(row));
    }
    out["expected_money"] = Json::array();
    for (const auto& m : expected) out["expected_money"].push_back(money_json(m));
    const auto texts = [](const std::vector<Remark>& list) {
        Json all = Json::array();
        for (const auto& line : sim::lines_of(in_language(list, analysis::Reading::en))) all.push_back(line);
        return all;
    };
    out["equal_money"] = word_of(scenario.equal_money, equal_money_names);
    out["changed"] = Json::array();
    for (const auto& n : changed)
        out["changed"].push_back({{"option", n.option},
                                  {"line", n.line},
                                  {"before", number(n.before)},
                                  {"after", number(n.after)},
                                  {"was_there", n.was_there}});
    out["warnings"] = texts(scenario.warnings);
    out["problems"] = texts(unequal);
    return text_of(out);
}

}  // namespace weefsel::app
