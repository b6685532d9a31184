// The only file that includes nlohmann/json.
#include "app/json_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <nlohmann/json.hpp>

#include "analysis/ledger_summary.hpp"
#include "app/calibration_files.hpp"
#include "app/sensitivity_task.hpp"
#include "app/sweep_run.hpp"
#include "app/sweep_text.hpp"
#include "models/scenario_names.hpp"
#include "models/shock/shock_plan.hpp"
#include "sim/file_aside.hpp"
#include "sim/provenance.hpp"

namespace weefsel::app {
namespace {

using Json = nlohmann::ordered_json;

Json number(double value) { return std::isfinite(value) ? Json(value) : Json(nullptr); }

Json made_by() {
    const auto& made = sim::provenance();
    return {{"version", made.version}, {"commit", made.commit}, {"tree_clean", made.tree_clean}};
}

/// Text that is no UTF-8 is shown with replacement characters rather than refused.
std::string text_of(const Json& json) {
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

Json head(const Scenario& scenario) {
    Json out = made_by();
    out["scenario"] = scenario.file;
    out["title"] = scenario.title;
    out["scenario_sha256"] = analysis::scenario_sha256(scenario.resolved);
    out["seed"] = scenario.seed;
    out["years"] = scenario.years;
    out["replicates"] = scenario.replicates;
    out["draws"] = scenario.draws;
    out["reference"] = scenario.reference;
    return out;
}

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
        for (const auto& p : list) all.push_back(sim::to_string(p));
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

namespace {

/// On one line, with the id that was asked under first.
std::string line_of(const Json& json) {
    return json.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
}

/// A text between quotes: the escapes of JSON are TOML's, which asks for that of one more character.
std::string toml_text_of(const std::string& text) {
    constexpr char deleted = '\x7f';
    std::string out;
    for (const char c : Json(text).dump()) {
        if (c == deleted)
            out += "\\u007f";
        else
            out += c;
    }
    return out;
}

/// On one line. null, which TOML has not, stays as it is and is none there.
std::string toml_of(const Json& value) {
    if (value.is_string()) return toml_text_of(value.get<std::string>());
    if (!value.is_structured()) return value.dump();
    std::vector<std::string> parts;
    for (const auto& [key, part] : value.items())
        parts.push_back((value.is_object() ? toml_text_of(key) + " = " : "") + toml_of(part));
    const std::string inside = fmt::format("{}", fmt::join(parts, ", "));
    return value.is_object() ? "{" + inside + "}" : "[" + inside + "]";
}

/// A value as TOML text; nothing where it has none.
std::optional<std::string> setting_of(const Json& value) {
    if (value.is_object() || value.is_null()) return std::nullopt;
    return toml_of(value);
}

/// Whole numbers of a request, within their range.
std::optional<std::int64_t> whole_of(const Json& asked, const char* key, std::int64_t low, std::int64_t high,
                                     RunRequest& request) {
    if (!asked.contains(key)) return std::nullopt;
    const auto& value = asked.at(key);
    if (value.is_number_integer() && value.get<std::int64_t>() >= low && value.get<std::int64_t>() <= high)
        return value.get<std::int64_t>();
    request.problem =
        fmt::format("{}: found {}, allowed is a whole number from {} to {}", key, value.dump(), low, high);
    return std::nullopt;
}

void read_settings(const Json& asked, const char* key, const char* prefix, bool numbers,
                   RunRequest& request) {
    if (!asked.contains(key)) return;
    const auto& table = asked.at(key);
    if (!table.is_object()) {
        request.problem =
            fmt::format("{}: found {}, allowed is an object of names and values", key, table.dump());
        return;
    }
    for (const auto& [name, value] : table.items()) {
        const auto text = numbers && !value.is_number() ? std::nullopt : setting_of(value);
        if (!text)
            request.problem = fmt::format("{}: {}: found {}, allowed is {}", key, name, value.dump(),
                                          numbers ? "a number" : "a number, a text, true, false or a list");
        else
            request.set.push_back(prefix + name + "=" + *text);
    }
}

}  // namespace

RunRequest read_run_request(const std::string& line) {
    RunRequest request;
    const auto asked = Json::parse(line, nullptr, false);
    if (!asked.is_object()) {
        request.problem = asked.is_discarded()
                              ? "found a line that is no JSON, allowed is an object on one line"
                              : "found " + asked.dump() + ", allowed is an object";
        return request;
    }
    if (asked.contains("id")) request.id = asked.at("id").dump();
    for (const auto& [key, value] : asked.items()) {
        const std::vector<std::string> known{"id", "parameters", "set", "replicate", "seed"};
        if (std::find(known.begin(), known.end(), key) == known.end())
            request.problem = fmt::format("{}: found a key that is not known{}; allowed is {}", key,
                                          sim::did_you_mean(key, known), fmt::join(known, ", "));
    }
    read_settings(asked, "parameters", "parameters.", true, request);
    read_settings(asked, "set", "", false, request);
    constexpr std::int64_t most = 4294967295;
    request.replicate = whole_of(asked, "replicate", 1, most, request).value_or(1);
    request.seed = whole_of(asked, "seed", 0, most, request);
    return request;
}

std::string json_of_door(const Door& door, const sim::ParameterTable& table) {
    Json out{{"weefsel", made_by()},          {"scenario", door.scenario},     {"seed", door.seed},
             {"options", door.options},       {"indicators", door.indicators}, {"years", door.years},
             {"replicates", door.replicates}, {"parameters", Json::object()}};
    for (const auto& p : table.rows())
        out["parameters"][p.name] = {
            {"value", *p.value}, {"low", p.range.low}, {"high", p.range.high}, {"unit", p.unit}};
    return line_of(out);
}

std::string json_of_answer(const RunRequest& request, const std::vector<AnsweredOption>& options,
                           const std::vector<int>& years) {
    Json out{{"id", Json::parse(request.id)}, {"indicators", Json::object()}};
    for (const auto& option : options) {
        auto& to = out["indicators"][option.name] = Json::object();
        for (const auto& indicator : option.indicators)
            for (std::size_t k = 0; k < years.size(); ++k)
                to[indicator.name][std::to_string(years[k])] = number(indicator.values[k]);
    }
    return line_of(out);
}

std::string json_of_refusal(const RunRequest& request, const std::string& error) {
    return line_of({{"id", Json::parse(request.id)}, {"error", error}});
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

namespace {

Json both(const char* name, const std::string& nl, const std::string& en) {
    const std::string key(name);
    return {{key + "_nl", nl}, {key + "_en", en}};
}

Json life_json(const StoryBook& book, const ResidentStory& story, std::size_t option) {
    const auto& life = story.lives[option];
    const auto s = summary_of(life);
    Json out{{"option", book.options[option].name}, {"events", Json::array()}};
    for (const auto& e : story.events[option]) {
        const StoryOf of{life, book.sites};
        out["events"].push_back({{"month", e.month + 1},
                                 {"year", e.month < 0 ? 0 : e.month / sim::months_per_year + 1},
                                 {"kind", name_of(e.kind)},
                                 {"in_every_option", in_every_option(story, e)},
                                 {"text_nl", told_text(e, of, Language::nl)},
                                 {"text_en", told_text(e, of, Language::en)}});
    }
    out["summary"] = {
        {"months_here", s.months_here},           {"severely_lonely_months", s.severely_lonely_months},
        {"volunteer_months", s.volunteer_months}, {"waiting_months", s.waiting_months},
        {"unmet_requests", s.unmet_requests},     {"gp_contacts_a_year", number(s.gp_contacts_a_year)}};
    return out;
}

Json term_json(TermKind kind) {
    const auto k = static_cast<std::size_t>(kind);
    Json out{{"term", name_of(kind)}};
    out.update(both("label", story_words(Language::nl).term[k], story_words(Language::en).term[k]));
    return out;
}

Json parting_month_json(const Parting::Month& m) {
    Json out{{"month", m.month + 1},
             {"hazard_reference", number(m.reference)},
             {"hazard_option", number(m.option)},
             {"terms", Json::array()}};
    for (const auto& t : m.terms) {
        auto term = term_json(t.kind);
        term.update({{"reference", t.reference}, {"option", t.option}, {"difference", t.difference()}});
        out["terms"].push_back(term);
    }
    return out;
}

Json parting_json(const StoryBook& book, const std::optional<Parting>& p, bool most, std::size_t option) {
    Json out{{"option", book.options[option].name},
             {"reference", book.options[book.reference].name},
             {"which", most ? "differs_most" : "first"}};
    out.update(both("text", parting_text(book, p, most, option, Language::nl),
                    parting_text(book, p, most, option, Language::en)));
    out["parts"] = p.has_value();
    if (!p) return out;
    const auto k = static_cast<std::size_t>(p->hazard);
    out["event"] = name_of(p->hazard);
    out.update(both("event", story_words(Language::nl).event[k], story_words(Language::en).event[k]));
    const auto other = p->month_other == Parting::never ? Json(nullptr) : Json(p->month_other + 1);
    out["month_reference"] = p->first_in_reference ? Json(p->month + 1) : other;
    out["month_option"] = p->first_in_reference ? other : Json(p->month + 1);
    out["same_threshold"] = p->same_episode;
    out["threshold"] = number(p->threshold);
    out["accumulated_reference"] = number(p->reference);
    out["accumulated_option"] = number(p->option);
    out["difference"] = number(p->difference());
    out["not_at_risk"] = number(p->not_at_risk);
    out["carried"] = number(p->carried);
    out["shares"] = Json::array();
    for (const auto& s : p->shares) {
        auto share = term_json(s.kind);
        share["value"] = s.value;
        out["shares"].push_back(share);
    }
    out["last_months"] = Json::array();
    for (const auto& m : p->last) out["last_months"].push_back(parting_month_json(m));
    return out;
}

/// The numbers of a month are the scores to which loneliness goes; its terms are of the logit.
Json lonely_parting_json(const StoryBook& book, const LonelyParting& p, std::size_t option) {
    Json out{{"option", book.options[option].name}, {"reference", book.options[book.reference].name}};
    out.update(both("text", lonely_parting_text(book, p, option, Language::nl),
                    lonely_parting_text(book, p, option, Language::en)));
    out["month"] = p.month + 1;
    out["month_differing_most"] = p.widest().month + 1;
    out["lonely_in"] = book.options[p.in_reference ? book.reference : option].name;
    out["last_months"] = Json::array();
    for (const auto& m : p.last) {
        auto month = parting_month_json(m);
        month["score_reference"] = month["hazard_reference"];
        month["score_option"] = month["hazard_option"];
        month.erase("hazard_reference");
        month.erase("hazard_option");
        out["last_months"].push_back(month);
    }
    return out;
}

Json story_json(const StoryBook& book, const ResidentStory& story) {
    constexpr const char* reasons[] = {"asked", "differs_most", "typical"};
    const auto& first = story.lives[book.reference];
    Json out{{"id", story.id},
             {"birth_number", std::to_string(story.birth_number)},
             {"sex", first.at(-1).sex == Sex::female ? "female" : "male"},
             {"age", first.at(-1).age},
             {"why", reasons[static_cast<std::size_t>(story.why.why)]},
             {"event_free_months_differing", story.why.months},
             {"differs_most_in", declared(story.why.kind).name},
             {"months_gained", story.why.gained},
             {"option_differing_most", book.options[story.why.option].name}};
    out.update(both("person", person_text(first, Language::nl), person_text(first, Language::en)));
    out.update(both("why", why_text(book, story, Language::nl), why_text(book, story, Language::en)));
    out["lives"] = Json::array();
    out["partings"] = Json::array();
    for (std::size_t o = 0; o < story.lives.size(); ++o) {
        out["lives"].push_back(life_json(book, story, o));
        if (o != book.reference) out["partings"].push_back(parting_json(book, story.parting[o], false, o));
    }
    out["loneliness"] = Json::array();
    for (std::size_t o = 0; o < story.lives.size(); ++o)
        if (story.lonely[o]) out["loneliness"].push_back(lonely_parting_json(book, *story.lonely[o], o));
    if (story.most) out["partings"].push_back(parting_json(book, story.most, true, story.why.option));
    return out;
}

}  // namespace

std::string json_of_stories(const StoryBook& book) {
    Json out = made_by();
    out["results"] = book.file;
    out["title"] = book.title;
    out["seed"] = book.seed;
    out["draw"] = book.draw;
    out["replicate"] = book.replicate;
    out["residents"] = book.residents;
    out["reference"] = book.options[book.reference].name;
    out["options"] = Json::array();
    for (const auto& o : book.options) {
        Json option{{"name", o.name}};
        option.update(both("label", o.label_nl, o.label_en));
        out["options"].push_back(option);
    }
    out["stories"] = Json::array();
    for (const auto& story : book.stories) out["stories"].push_back(story_json(book, story));
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

// ---- sweeps ---------------------------------------------------------------------------------

namespace {

Json failed_json(const std::vector<analysis::FailedRun>& failed, const SweepManifest& manifest) {
    Json out = Json::array();
    const std::size_t replicates = manifest.shape.replicates;
    for (const auto& f : failed)
        out.push_back({{"run", f.run + 1},
                       {"point", f.run / replicates + 1},
                       {"replicate", f.run % replicates + 1},
                       {"seed", manifest.record.seed},
                       {"reason", f.reason}});
    return out;
}

Json factors_json(const std::vector<analysis::Factor>& factors) {
    Json out = Json::array();
    for (const auto& f : factors) {
        Json factor{{"name", f.name}, {"lever", f.lever}, {"low", f.low}, {"high", f.high}};
        if (!f.labels.empty()) factor["labels"] = f.labels;
        out.push_back(std::move(factor));
    }
    return out;
}

Json sweep_head(const SweepManifest& manifest) {
    Json out = made_by();
    const auto& shape = manifest.shape;
    out["title"] = manifest.record.title;
    out["kind"] = manifest.kind;
    out["seed"] = manifest.record.seed;
    out["points"] = shape.points;
    out["replicates"] = shape.replicates;
    out["runs"] = shape.runs();
    out["batch_runs"] = shape.batch_runs;
    out["batches"] = shape.batches();
    out["sweep_sha256"] = shape.fingerprint;
    return out;
}

template <class T>
void read_into(const Json& json, const char* key, T& out) {
    out = json.at(key).get<T>();
}

}  // namespace

std::string json_of_manifest(const SweepManifest& manifest) {
    Json out = sweep_head(manifest);
    const auto& [kind, shape, record] = manifest;
    out["question"] = record.question;
    out["scenario_sha256"] = record.scenario_sha256;
    out["years"] = shape.years;
    for (const auto& o : shape.options)
        out["options"].push_back({{"name", o.name}, {"label_nl", o.label_nl}, {"label_en", o.label_en}});
    for (const auto& k : shape.indicators)
        out["indicators"].push_back({{"name", k.name},
                                     {"unit", k.unit},
                                     {"better", k.better},
                                     {"prose_en", k.prose_en},
                                     {"prose_nl", k.prose_nl}});
    out["factors"] = factors_json(record.factors);
    for (std::size_t j = 0; j < record.factors.size(); ++j) {
        out["factors"][j]["unit"] = record.units[j];
        out["factors"][j]["prose"] = record.prose[j];
    }
    out["scenario"] = record.scenario;
    out["design"] = record.design;
    return text_of(out);
}

SweepManifest read_manifest(const std::string& path) {
    SweepManifest manifest;
    auto& [kind, shape, record] = manifest;
    try {
        const Json json = Json::parse(sim::read_whole(path));
        read_into(json, "title", record.title);
        read_into(json, "question", record.question);
        read_into(json, "kind", kind);
        read_into(json, "seed", record.seed);
        read_into(json, "points", shape.points);
        read_into(json, "replicates", shape.replicates);
        read_into(json, "batch_runs", shape.batch_runs);
        read_into(json, "sweep_sha256", shape.fingerprint);
        read_into(json, "scenario_sha256", record.scenario_sha256);
        read_into(json, "years", shape.years);
        read_into(json, "scenario", record.scenario);
        read_into(json, "design", record.design);
        for (const auto& o : json.at("options"))
            shape.options.push_back({o.at("name"), o.at("label_nl"), o.at("label_en")});
        for (const auto& k : json.at("indicators"))
            shape.indicators.push_back(
                {k.at("name"), k.at("unit"), k.at("better"), k.at("prose_en"), k.at("prose_nl")});
        for (const auto& f : json.at("factors")) {
            analysis::Factor factor;
            read_into(f, "name", factor.name);
            read_into(f, "lever", factor.lever);
            read_into(f, "low", factor.low);
            read_into(f, "high", factor.high);
            if (f.contains("labels")) read_into(f, "labels", factor.labels);
            record.factors.push_back(std::move(factor));
            record.units.push_back(f.at("unit"));
            record.prose.push_back(f.at("prose"));
        }
        if (shape.points < 1 || shape.replicates < 1 || shape.batch_runs < 1)
            throw sim::InputError({path, 1, 1}, "is no manifest of a sweep: it has no runs");
        if (shape.points > most_sweep_points || shape.replicates > most_sweep_replicates ||
            shape.batch_runs > most_sweep_points * most_sweep_replicates ||
            shape.batches() > most_sweep_files)
            throw sim::InputError(
                {path, 1, 1},
                fmt::format("is no manifest of a sweep: {} points x {} replicates, {} runs a file, are more "
                            "than there can be (up to {} points, {} replicates, {} files)",
                            shape.points, shape.replicates, shape.batch_runs, most_sweep_points,
                            most_sweep_replicates, most_sweep_files));
    } catch (const Json::exception& e) {
        throw sim::InputError({path, 1, 1}, std::string("is no manifest of a sweep: ") + e.what());
    }
    return manifest;
}

std::string status_line(const StatusEntry& entry, const SweepManifest& manifest) {
    const bool done = entry.state == StatusEntry::State::done;
    Json out{{"file", entry.batch + 1},
             {"state", done ? "done" : "begun"},
             {"time", entry.time},
             {"worker", entry.worker}};
    if (done) {
        out["runs"] = entry.runs;
        out["seconds"] = entry.seconds;
        out["seconds_living"] = entry.seconds_living;
        out["seconds_writing"] = entry.seconds_writing;
        out["failed"] = failed_json(entry.failed, manifest);
    }
    return out.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::optional<StatusEntry> read_status_line(const std::string& line) {
    try {
        const Json json = Json::parse(line);
        StatusEntry entry;
        const std::size_t file = json.at("file");
        if (file < 1) return std::nullopt;
        entry.batch = file - 1;
        read_into(json, "time", entry.time);
        read_into(json, "worker", entry.worker);
        if (json.at("state") != "done") return entry;
        entry.state = StatusEntry::State::done;
        read_into(json, "runs", entry.runs);
        read_into(json, "seconds", entry.seconds);
        read_into(json, "seconds_living", entry.seconds_living);
        read_into(json, "seconds_writing", entry.seconds_writing);
        for (const auto& f : json.at("failed"))
            entry.failed.push_back({f.at("run").get<std::size_t>() - 1, f.at("reason")});
        return entry;
    } catch (const Json::exception&) { return std::nullopt; }
}

std::string json_of_design(const analysis::Design& design, const analysis::Points& points,
                           const std::string& file) {
    Json out = made_by();
    out["design"] = design.file;
    out["kind"] = analysis::name_of(design.kind);
    out["seed"] = design.seed;
    out["points"] = points.rows();
    out["replicates"] = design.replicates;
    out["factors"] = factors_json(design.factors);
    out["files"] = {{"points", file}};
    return text_of(out);
}

std::string json_of_dry_run(const SweepPlan& plan, const SweepEstimate& e) {
    Json out = sweep_head(plan.manifest);
    out["estimate"] = {{"runs", e.runs},
                       {"workers", e.workers},
                       {"seconds_a_run", number(e.seconds_a_run)},
                       {"seconds", number(e.seconds())},
                       {"files", e.batches},
                       {"bytes_of_files", e.shard_bytes},
                       {"bytes_of_sweep_h5", e.file_bytes}};
    return text_of(out);
}

std::string json_of_sweep(const SweepPlan& plan, const SweepOutcome& o, const std::string& folder,
                          const std::string& merged) {
    Json out = sweep_head(plan.manifest);
    out["shard"] = {{"runs", o.mine}, {"finished_earlier", o.found}, {"lived", o.lived}};
    out["interrupted"] = o.interrupted;
    out["failed"] = failed_json(o.failed, plan.manifest);
    out["work"] = {{"workers", o.workers},
                   {"seconds", number(o.seconds)},
                   {"seconds_working", number(o.seconds_working)},
                   {"seconds_living", number(o.seconds_living)},
                   {"seconds_writing", number(o.seconds_writing)},
                   {"messages", o.messages},
                   {"seconds_serving", number(o.seconds_serving)}};
    out["files"] = {{"folder", folder}, {"sweep", merged.empty() ? Json(nullptr) : Json(merged)}};
    return text_of(out);
}

std::string json_of_status(const SweepManifest& manifest, const SweepState& state) {
    Json out = sweep_head(manifest);
    out["done"] = {{"runs", state.runs_done}, {"files", state.batches_done}};
    out["running"] = Json::array();
    for (const auto& entry : state.running)
        out["running"].push_back(
            {{"file", entry.batch + 1}, {"since", entry.time}, {"worker", entry.worker}});
    out["failed"] = failed_json(state.failed, manifest);
    out["seconds_left"] = state.seconds_left > 0 ? Json(state.seconds_left) : Json(nullptr);
    out["merged"] = state.merged;
    return text_of(out);
}

std::string json_of_merge(const SweepManifest& manifest, const std::vector<analysis::FailedRun>& failed,
                          const std::string& merged) {
    Json out = sweep_head(manifest);
    out["failed"] = failed_json(failed, manifest);
    out["files"] = {{"sweep", merged}};
    return text_of(out);
}

namespace {

Json sensitivity_head(const SensitivityTask& task, const std::vector<analysis::IndexNote>& notes,
                      std::uint32_t seed, const std::string& file) {
    Json out = made_by();
    out["design"] = task.design_file;
    out["points"] = task.design.rows();
    out["factors"] = task.design.factors;
    out["method"] = analysis::name_of(task.method);
    out["seed"] = seed;
    out["outputs"] = task.outputs;
    out["remarks"] = task.remarks;
    if (!file.empty()) out["file"] = file;
    out["notes"] = Json::array();
    for (const auto& note : notes)
        out["notes"].push_back({{"output", note.output},
                                {"note", note.kind},
                                {"value", number(note.value)},
                                {"text", note.text}});
    return out;
}

}  // namespace

std::string json_of_sensitivity(const SensitivityTask& task, const analysis::Sensitivity& found,
                                std::uint32_t seed, const std::string& file) {
    Json out = sensitivity_head(task, found.notes, seed, file);
    out["indices"] = Json::array();
    for (const auto& row : found.rows)
        out["indices"].push_back({{"output", row.output},
                                  {"factor", row.factor},
                                  {"index", row.index},
                                  {"value", number(row.value.mean)},
                                  {"lower", number(row.value.lower)},
                                  {"upper", number(row.value.upper)}});
    return text_of(out);
}

std::string json_of_predictions(const SensitivityTask& task,
                                const std::vector<analysis::PredictedRow>& predictions,
                                const std::vector<analysis::IndexNote>& notes, std::uint32_t seed,
                                const std::string& file) {
    Json out = sensitivity_head(task, notes, seed, file);
    out["predictions"] = Json::array();
    for (const auto& row : predictions)
        out["predictions"].push_back({{"output", row.output},
                                      {"row", row.row + 1},
                                      {"mean", number(row.surface.mean)},
                                      {"lower", number(row.surface.lower)},
                                      {"upper", number(row.surface.upper)},
                                      {"run_lower", number(row.run.lower)},
                                      {"run_upper", number(row.run.upper)}});
    return text_of(out);
}

}  // namespace weefsel::app
