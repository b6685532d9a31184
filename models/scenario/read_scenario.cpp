#include "models/scenario/read_scenario.hpp"

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <limits>
#include <string>
#include <tuple>

#include "models/hook/hooks.hpp"
#include "models/question/scenario_names.hpp"
#include "models/scenario/all_parameters.hpp"
#include "models/scenario/read_posterior.hpp"
#include "models/scenario/scenario_parts.hpp"
#include "models/scenario/sets_for_draws.hpp"
#include "models/scenario/size_purchases.hpp"
#include "sim/file_aside.hpp"

namespace weefsel {
namespace scenario_parts {
namespace {

constexpr int max_years = 40;
constexpr int max_replicates = 100000;
constexpr int max_draws = 100000;
/// Where a scenario says nothing: as many sets of assumptions as two worlds of each allow, for the second
/// tells chance from assumptions (docs/decisions/0025).
constexpr int usual_worlds = 30, least_replicates = 2, usual_draws = usual_worlds / least_replicates;
constexpr std::string_view no_posterior = "none";

/// A set of the file for each draw, if there are several.
void take_posterior(const std::string& path, Scenario& out) {
    const auto all = read_posterior(path);
    if (out.draws > 1) out.posterior = chosen(all, static_cast<std::size_t>(out.draws), out.seed);
}

/// Takes a key out of a table; the value it had, or nothing.
std::optional<sim::Value> take(sim::Value& root, std::string_view key) {
    auto& table = std::get<sim::Table>(root.data);
    const auto it =
        std::find_if(table.begin(), table.end(), [&](const auto& row) { return row.first == key; });
    if (it == table.end()) return std::nullopt;
    sim::Value value = std::move(it->second);
    table.erase(it);
    return value;
}

sim::Value extended(sim::Value root, const std::string& file, std::vector<std::string> seen) {
    const auto extends = take(root, "extends");
    if (!extends) return root;
    const auto* name = std::get_if<std::string>(&extends->data);
    if (name == nullptr)
        throw sim::InputError(
            extends->at, "extends: found " + extends->described() + ", allowed is the path of a scenario");
    const std::string path = beside(file, *name);
    const std::string canonical = sim::canonical_name(path);
    if (std::find(seen.begin(), seen.end(), canonical) != seen.end())
        throw sim::InputError(extends->at,
                              "extends: " + *name + " is extended already (a scenario cannot extend itself)");
    if (!sim::is_regular_file(path)) throw sim::InputError(extends->at, "extends: there is no file " + path);
    seen.push_back(canonical);
    return sim::merge(extended(sim::read_toml_file(path), path, std::move(seen)), root);
}

std::vector<std::string> seen_first(const std::string& file) { return {sim::canonical_name(file)}; }

void put(sim::Value& root, std::string_view key, std::int64_t number) {
    static_cast<void>(take(root, key));
    sim::Value value;
    value.data = number;
    value.at = {"--" + std::string(key), 1, 1};
    std::get<sim::Table>(root.data).emplace_back(std::string(key), std::move(value));
}

bool is_set(const sim::Value& value) { return value.at.file.rfind("--set", 0) == 0; }

/// A code that is set on the command line means that neighbourhood and not a mixture of it with the figures
/// of the file: of the table only what names the source, what is set besides, and `draws` stay.
void replace_by_code(sim::Value& neighbourhood, Problems& problems) {
    const auto* kwb = neighbourhood.find("kwb");
    const auto* code = neighbourhood.find("code");
    const bool code_set = code != nullptr && is_set(*code);
    if (kwb == nullptr && code_set)
        problems.push_back(
            {code->at, "code: found a code and no file; set kwb to the file that has it, too"});
    if (kwb == nullptr || !(is_set(*kwb) || code_set)) return;
    auto& table = std::get<sim::Table>(neighbourhood.data);
    const auto goes = [](const sim::TableEntry& entry) {
        return !is_set(entry.second) && entry.first != "kwb" && entry.first != "code" &&
               entry.first != "draws";
    };
    table.erase(std::remove_if(table.begin(), table.end(), goes), table.end());
}

void replace_by_codes(sim::Value& root, Problems& problems) {
    auto* given = root.find("neighbourhood");
    if (given == nullptr) return;
    if (given->is_table()) replace_by_code(*given, problems);
    if (auto* rows = std::get_if<sim::Array>(&given->data))
        for (auto& row : *rows)
            if (row.is_table()) replace_by_code(row, problems);
}

/// The root with what the command line asked for; problems of single overrides are collected.
sim::Value overridden(sim::Value root, const Overrides& overrides, Problems& problems) {
    for (const auto& assignment : overrides.set) {
        try {
            // What a plugin declares stands among the parameters; its name alone says so.
            sim::set_path(root, (assignment.starts_with("plugin.") ? "parameters." : "") + assignment);
        } catch (const sim::InputError& error) {
            problems.insert(problems.end(), error.problems().begin(), error.problems().end());
        }
    }
    replace_by_codes(root, problems);
    if (overrides.seed) put(root, "seed", *overrides.seed);
    if (overrides.replicates) put(root, "replicates", *overrides.replicates);
    if (overrides.years) put(root, "years", *overrides.years);
    if (overrides.draws) {
        put(root, "draws", *overrides.draws);
        if (auto* table = root.find("neighbourhood")) {
            if (table->is_table()) static_cast<void>(take(*table, "draws"));
            if (auto* rows = std::get_if<sim::Array>(&table->data))
                for (auto& row : *rows)
                    if (row.is_table()) static_cast<void>(take(row, "draws"));
        }
    }
    if (overrides.prior_alone) {
        static_cast<void>(take(root, "posterior"));
        std::get<sim::Table>(root.data).emplace_back(
            "posterior", sim::Value{std::string(no_posterior), {"--prior", 1, 1}});
    }
    if (overrides.with_nothing) add_nothing(root);
    return root;
}

/// Fitted sets of parameters: `posterior = "FILE.csv"`, `"none"`, or a table that holds a set for each draw.
void read_fitted(const sim::Value& given, const std::string& file, Scenario& out, Problems& problems) {
    if (given.is_table()) {
        out.posterior = sets_for_draws(posterior_of(given, problems), static_cast<std::size_t>(out.draws),
                                       given.at, problems);
        return;
    }
    const auto* name = std::get_if<std::string>(&given.data);
    if (name == nullptr) {
        problems.push_back(
            {given.at, "posterior: found " + given.described() +
                           ", allowed is the path of a file of weefsel calibrate, or \"none\""});
    } else if (*name != no_posterior) {
        const std::string path = beside(file, *name);
        if (!sim::is_regular_file(path))
            problems.push_back({given.at, "posterior: there is no file " + path});
        else
            take_posterior(path, out);
    }
}

/// How many sets of assumptions where nothing says so: who says how many replicates, in the file or on the
/// command line, and nothing of draws, wants the stated values alone.
int usual_draws_of(const sim::Value& root) { return root.find("replicates") != nullptr ? 1 : usual_draws; }
int usual_replicates_of(int draws) { return std::max(least_replicates, (usual_worlds + draws - 1) / draws); }

/// Reads and judges; throws all that is wrong.
Scenario judged(const sim::Value& root, const std::string& file, const std::shared_ptr<const Hooks>& hooks) {
    Problems problems;
    Scenario scenario = scenario_of(root, file, problems, hooks);
    std::stable_sort(problems.begin(), problems.end(), [](const sim::Problem& a, const sim::Problem& b) {
        return std::tie(a.at.file, a.at.line, a.at.column) < std::tie(b.at.file, b.at.line, b.at.column);
    });
    if (!problems.empty()) throw sim::InputError(std::move(problems));
    return scenario;
}

/// With the posterior that ships where neither file nor overrides say another; `root` is what was judged.
Scenario completed(Scenario scenario, const sim::Value& root, const Overrides& overrides) {
    const bool names_posterior = root.find("posterior") != nullptr;
    if (!names_posterior && scenario.draws > 1 && !overrides.usual_posterior.empty())
        take_posterior(overrides.usual_posterior, scenario);
    scenario.resolved = resolved_text(scenario);
    warn_of_replaced(scenario);
    return scenario;
}

/// What is said of old names, before all other warnings.
Scenario with_told(Scenario scenario, const Problems& told) {
    std::vector<Remark> first;
    for (const auto& problem : told) first.push_back({problem.at, problem.text, problem.text});
    scenario.warnings.insert(scenario.warnings.begin(), first.begin(), first.end());
    return scenario;
}

/// With the overrides, judged.
Scenario changed(const sim::Value& root, const std::string& file, const Overrides& overrides) {
    Problems problems;
    sim::Value own = root;
    auto told = sim::take_old_names(own, overrides.old_names);
    sim::Value with = overridden(std::move(own), overrides, problems);
    const auto told_later = sim::take_old_names(with, overrides.old_names, true);  // set on the command line
    told.insert(told.end(), told_later.begin(), told_later.end());
    if (!problems.empty()) throw sim::InputError(std::move(problems));
    return with_told(completed(judged(with, file, overrides.hooks), with, overrides), told);
}

Scenario finish(const sim::Value& root, const std::string& file, const Overrides& overrides) {
    sim::Value own = root;
    const auto told = sim::take_old_names(own, overrides.old_names);
    Scenario scenario = judged(own, file, overrides.hooks);
    const bool asked = !overrides.set.empty() || overrides.seed || overrides.replicates || overrides.draws ||
                       overrides.years || overrides.prior_alone || overrides.with_nothing;
    if (asked) return changed(root, file, overrides);
    return with_told(completed(std::move(scenario), own, overrides), told);
}

}  // namespace

std::string beside(const std::string& file, const std::string& other) {
    namespace fs = std::filesystem;
    const fs::path path(other);
    return path.is_absolute() ? other : (fs::path(file).parent_path() / path).lexically_normal().string();
}

sim::Value load(const std::string& path) {
    return extended(sim::read_toml_file(path), path, seen_first(path));
}
sim::Value load_text(const std::string& text, const std::string& file) {
    return extended(sim::read_toml_text(text, file), file, seen_first(file));
}

namespace {

/// Of `equal_money`: a word, or true for the first that asks for something.
EqualMoney read_equal_money(sim::TableReader& top) {
    const auto* given = top.raw("equal_money");
    if (given == nullptr) return EqualMoney::net;
    if (const auto* flag = std::get_if<bool>(&given->data)) return *flag ? EqualMoney::net : EqualMoney::no;
    const auto* word = std::get_if<std::string>(&given->data);
    const auto meant = word != nullptr ? value_of<EqualMoney>(*word, equal_money_names) : std::nullopt;
    if (meant && *meant != EqualMoney::no) return *meant;
    top.problem(
        "equal_money",
        "equal_money: found " + given->described() +
            R"(, allowed is "net" (granted minus returned), "budget" (granted), true (as "net") or false)");
    return EqualMoney::net;
}

}  // namespace

BothLanguages read_both(sim::TableReader& reader, const std::string& key, const std::string& what,
                        const std::string& otherwise, Problems& problems) {
    BothLanguages out{otherwise, otherwise};
    const auto* given = reader.raw(key);
    if (given == nullptr) return out;
    if (const auto* text = std::get_if<std::string>(&given->data)) return {*text, *text};
    if (given->is_table()) {
        sim::TableReader texts(*given, what + ", " + key, problems);
        out.nl = texts.text("nl", otherwise);
        out.en = texts.text("en", otherwise);
        texts.finish();
    } else {
        reader.problem(key, what + ": " + key + ": found " + given->described() +
                                ", allowed is a text or { nl = \"...\", en = \"...\" }");
    }
    return out;
}

Scenario scenario_of(const sim::Value& root, const std::string& file, Problems& problems,
                     const std::shared_ptr<const Hooks>& hooks) {
    Scenario out;
    out.file = file;
    out.hooks = hooks;
    if (hooks != nullptr) out.plugin_values = hooks->stated_values();
    sim::TableReader top(root, "the scenario", problems);
    const auto title =
        read_both(top, "title", "the scenario", std::filesystem::path(file).stem().string(), problems);
    const auto question = read_both(top, "question", "the scenario", "", problems);
    out.title = title.en;
    out.title_nl = title.nl;
    out.question = question.en;
    out.question_nl = question.nl;
    out.years = static_cast<int>(top.whole("years", out.years, 1, max_years));
    out.warmup_years = static_cast<int>(top.whole("warmup_years", out.warmup_years, 0, max_years));
    out.draws = static_cast<int>(top.whole("draws", usual_draws_of(root), 1, max_draws));
    out.seed =
        static_cast<std::uint32_t>(top.whole("seed", out.seed, 0, std::numeric_limits<std::uint32_t>::max()));
    out.reference = top.text("reference", "");
    out.equal_money = read_equal_money(top);
    static_cast<void>(top.raw("neighbourhood"));
    read_neighbourhoods(root, file, out, problems);
    out.replicates =
        static_cast<int>(top.whole("replicates", usual_replicates_of(out.draws), 1, max_replicates));
    // A parameter that is set apart has the last word over the list of prices.
    if (const auto* prices = top.raw("prices")) read_prices(*prices, file, out, problems);
    if (const auto* parameters = top.raw("parameters")) read_parameters(*parameters, out, problems);
    if (const auto* posterior = top.raw("posterior")) read_fitted(*posterior, file, out, problems);
    read_places(top.rows("place"), out, problems);
    if (const auto* present = top.raw("present")) {
        if (present->is_table()) {
            sim::TableReader reader(*present, "[present]", problems);
            out.present = read_lines(reader.rows("line"), "present", out, problems);
            reader.finish();
        } else {
            top.problem("present",
                        "present: found " + present->described() + ", allowed is [[present.line]]");
        }
    }
    read_options(top.rows("option"), out, problems);
    read_shocks(top.rows("shock"), out, problems);
    read_trends(top.rows("trend"), out, problems);
    top.finish();
    check_together(root, out, problems);
    if (problems.empty()) size_purchases(out);
    return out;
}

}  // namespace scenario_parts

Scenario read_scenario(const std::string& path, const Overrides& overrides) {
    return scenario_parts::finish(scenario_parts::load(path), path, overrides);
}

Scenario read_scenario_text(const std::string& text, const std::string& file, const Overrides& overrides) {
    return scenario_parts::finish(scenario_parts::load_text(text, file), file, overrides);
}

LoadedScenario load_scenario(const std::string& path) { return {path, scenario_parts::load(path)}; }

Scenario scenario_with(const LoadedScenario& loaded, const Overrides& overrides) {
    return scenario_parts::changed(loaded.root, loaded.file, overrides);
}

}  // namespace weefsel
