#include "app/calibrate/calibration_targets.hpp"
#include "models/scenario/read_scenario.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <limits>

#include "app/calibrate/calibration_trials.hpp"
#include "app/compare/prepare.hpp"
#include "models/measure/indicators.hpp"
#include "models/scenario/parameter_draws.hpp"
#include "models/scenario/read_posterior.hpp"
#include "models/scenario/scenario_parts.hpp"
#include "sim/file_aside.hpp"
#include "sim/provenance.hpp"
#include "sim/settings.hpp"

namespace weefsel::app {
namespace {

using Problems = std::vector<sim::Problem>;
constexpr sim::Range any_number{-1e9, 1e9};
constexpr std::size_t max_particles = 100000, max_runs = 10000000, max_generations = 100;

std::vector<KnownQuantity> known_indicators() {
    std::vector<KnownQuantity> out;
    for (const auto& o : observables()) out.push_back({std::string(o.name), std::string(o.unit)});
    return out;
}

std::size_t count_of(sim::TableReader& reader, const char* key, std::size_t fallback, std::size_t least,
                     std::size_t most) {
    return static_cast<std::size_t>(reader.whole(key, static_cast<std::int64_t>(fallback),
                                                 static_cast<std::int64_t>(least),
                                                 static_cast<std::int64_t>(most)));
}

void read_search(const sim::Value& table, CalibrationTask& task, Problems& problems) {
    sim::TableReader reader(table, "[search]", problems);
    auto& s = task.setup;
    s.particles = count_of(reader, "particles", s.particles, 2, max_particles);
    s.generations = count_of(reader, "generations", s.generations, 1, max_generations);
    s.quantile = reader.number("quantile", s.quantile, {0.05, 0.95});
    s.minimal_acceptance = reader.number("minimal_acceptance", s.minimal_acceptance, {1e-4, 1});
    s.runs = count_of(reader, "runs", s.runs, 1, max_runs);
    task.rows = count_of(reader, "rows", s.particles, 1, max_particles);
    reader.finish();
}

/// In which options of the scenario it is measured.
void read_options(sim::TableReader& reader, const std::string& what, const std::vector<std::string>& options,
                  FittedFigure& figure) {
    figure.option = reader.text("option", "");
    figure.against = reader.text("against", "");
    const auto judge = [&](const char* key, const std::string& name) {
        if (name.empty() || std::find(options.begin(), options.end(), name) != options.end()) return;
        reader.problem(
            key, fmt::format("{}: {}: found \"{}\", which the scenario has not{}; allowed is one of {}", what,
                             key, name, sim::did_you_mean(name, options), fmt::join(options, ", ")));
    };
    judge("option", figure.option);
    judge("against", figure.against);
    if (!figure.against.empty() && figure.option == figure.against)
        reader.problem("against", fmt::format("{}: against: found \"{}\" twice, allowed is another option",
                                              what, figure.against));
}

/// Name and unit of what is measured.
void read_measure(sim::TableReader& reader, const std::string& what, const std::vector<KnownQuantity>& known,
                  FittedFigure& figure) {
    figure.indicator = reader.has("indicator");
    const char* key = figure.indicator ? "indicator" : "quantity";
    if (figure.indicator == reader.has("quantity")) {
        reader.problem("", what + ": one of quantity (of a survey) and indicator is needed");
        static_cast<void>(reader.raw("quantity"));
        return;
    }
    const auto all = figure.indicator ? known_indicators() : known;
    std::vector<std::string> names;
    for (const auto& k : all) names.push_back(k.name);
    figure.name = reader.text(key, "");
    const auto found = std::find(names.begin(), names.end(), figure.name);
    if (found == names.end()) {
        reader.problem(key, fmt::format("{}: {}: found \"{}\", which is none that can be measured{}; allowed "
                                        "is one of {}",
                                        what, key, figure.name, sim::did_you_mean(figure.name, names),
                                        fmt::join(names, ", ")));
        return;
    }
    const bool level = figure.against.empty();
    const auto unit = unit_of(all[static_cast<std::size_t>(found - names.begin())].unit,
                              level ? Against::nothing : Against::difference);
    if (reader.needed("unit") && figure.unit != unit)
        reader.problem(
            "unit", fmt::format("{}: unit: found \"{}\", allowed is \"{}\", in which {}{} is measured", what,
                                figure.unit, unit, level ? "" : "a difference of ", figure.name));
}

FittedFigure read_figure(const sim::Value& row, std::size_t nth, const std::vector<KnownQuantity>& known,
                         const std::vector<std::string>& options, Problems& problems) {
    FittedFigure figure;
    figure.at = row.at;
    const std::string what = fmt::format("[[target]] {}", nth);
    sim::TableReader reader(row, what, problems);
    figure.unit = reader.text("unit", "");
    read_options(reader, what, options, figure);
    read_measure(reader, what, known, figure);
    if (reader.needed("value")) figure.value = reader.number("value", 0, any_number);
    if (reader.needed("tolerance")) figure.tolerance = reader.number("tolerance", 0, {0, any_number.high});
    if (reader.needed("source")) figure.source = reader.text("source", "");
    reader.finish();
    return figure;
}

bool is_share(const sim::Parameter& p) { return p.range.low >= 0 && p.range.high <= 1; }

/// The prior of one parameter: uniform where `low` and `high` are given alone, else normal around the stated
/// value; without more that of the sets of assumptions (docs/decisions/0017).
analysis::Prior read_prior(const sim::Value& row, const sim::Parameter& p, Problems& problems) {
    analysis::Prior out;
    out.name = p.name;
    const std::string what = "[free] " + p.name;
    sim::TableReader reader(row, what, problems);
    out.normal = reader.has("spread") || !(reader.has("low") && reader.has("high"));
    out.low = reader.number("low", p.range.low, p.range);
    out.high = reader.number("high", p.range.high, p.range);
    out.centre = *p.value;
    out.spread = reader.number("spread", spread_of(p.source.grade), {1e-6, any_number.high});
    const auto scale = reader.text_of("scale",
                                      !out.normal   ? "linear"
                                      : is_share(p) ? "logit"
                                                    : "log",
                                      {"linear", "log", "logit"});
    reader.finish();
    out.scale = scale == "log"     ? analysis::Scale::log
                : scale == "logit" ? analysis::Scale::logit
                                   : analysis::Scale::linear;
    if (out.low >= out.high) {
        reader.problem(
            "low", fmt::format("{}: low: found {}, allowed is less than high ({})", what, out.low, out.high));
        return out;
    }
    if (out.normal && (out.centre <= out.low || out.centre >= out.high))
        reader.problem(
            "",
            fmt::format("{}: found a stated value of {}, allowed for a normal prior is one between {} and {}",
                        what, out.centre, out.low, out.high));
    const bool unbounded = !out.normal && (out.low <= 0 || (scale == "logit" && out.high >= 1));
    if (scale == "log" && out.normal)
        (out.centre > 0 ? out.low : out.high) =
            out.centre > 0 ? std::max(out.low, 0.0) : std::min(out.high, 0.0);
    if ((scale == "log" && out.normal && out.centre == 0) || (scale == "logit" && !is_share(p)) ||
        (scale != "linear" && unbounded))
        reader.problem("scale",
                       fmt::format("{}: scale: found \"{}\", allowed here is \"linear\" (values at or across "
                                   "an end have no logarithm)",
                                   what, scale));
    return out;
}

void read_free(const sim::Value& table, CalibrationTask& task, Problems& problems) {
    if (!table.is_table()) {
        problems.push_back({table.at, "[free]: found " + table.described() + ", allowed is a table"});
        return;
    }
    const auto parameters = table_of(task.scenario.parameters);
    std::vector<std::string> names;
    for (const auto& row : parameters.rows()) names.push_back(row.name);
    for (const auto& [name, value] : std::get<sim::Table>(table.data)) {
        const auto* p = parameters.find(name);
        if (p == nullptr)
            problems.push_back(
                {value.at, fmt::format("[free]: {} is not a parameter{} (`weefsel parameters` lists all)",
                                       name, sim::did_you_mean(name, names))});
        else if (!value.is_table())
            problems.push_back(
                {value.at, fmt::format("[free] {}: found {}, allowed is a table such as {{ spread = 0.3 }} "
                                       "or {{ low = 1, high = 2 }}",
                                       name, value.described())});
        else
            task.setup.free.push_back(read_prior(value, *p, problems));
    }
}

/// The sets of an earlier fit as the prior of what was free in it; the rest has its own.
void read_prior_points(sim::TableReader& top, const std::string& file, CalibrationTask& task,
                       Problems& problems) {
    if (!top.has("prior")) return;
    task.prior_file = scenario_parts::beside(file, top.text("prior", ""));
    Posterior earlier;
    try {
        earlier = read_posterior(task.prior_file);
    } catch (const sim::InputError& e) {
        problems.insert(problems.end(), e.problems().begin(), e.problems().end());
        return;
    }
    auto& s = task.setup;
    if (s.generations != 1)
        top.problem("prior",
                    fmt::format("prior: found [search] generations = {}, allowed with the sets of an "
                                "earlier fit is generations = 1, whose runs are all kept",
                                s.generations));
    std::vector<std::string> free;
    for (const auto& p : s.free) free.push_back(p.name);
    std::vector<std::size_t> column_of;
    for (const auto& name : earlier.names) {
        const auto found = std::find(free.begin(), free.end(), name);
        column_of.push_back(static_cast<std::size_t>(found - free.begin()));
        if (found == free.end())
            top.problem("prior",
                        fmt::format("prior: {} has a column {}, which is not in [free]{}; allowed is "
                                    "that all of its columns are, or their fit would be lost",
                                    task.prior_file, name, sim::did_you_mean(name, free)));
    }
    if (!problems.empty()) return;
    for (const auto& set : earlier.sets) {
        auto& point = s.prior_points.emplace_back(free.size(), std::numeric_limits<double>::quiet_NaN());
        for (std::size_t i = 0; i < set.size(); ++i) point[column_of[i]] = set[i];
    }
}

/// Of what decides the answers and which count; when to stop may change between a run and the one that
/// resumes it.
std::string fingerprint_of(const CalibrationTask& task) {
    const auto& s = task.setup;
    std::string text =
        fmt::format("{}\n{}\n{}\n{} {} {}\n", sim::provenance().version, sim::provenance().commit,
                    task.scenario.resolved, s.seed, s.particles, s.quantile);
    for (const auto& f : task.figures)
        text += fmt::format("{} {} {} {}\n", f.label(), f.indicator, f.value, f.tolerance);
    for (const auto& world : task.trial_worlds) text += world.scenario.resolved;
    for (const auto& trial : task.trials) text += sim::read_whole(trial.file);
    for (const auto& p : s.free)
        text += fmt::format("{} {} {} {} {} {} {}\n", p.name, static_cast<int>(p.scale), p.normal, p.low,
                            p.high, p.centre, p.spread);
    if (!task.prior_file.empty()) text += sim::read_whole(task.prior_file);
    return sim::sha256(text);
}

std::vector<std::string> options_of(const Scenario& scenario) {
    std::vector<std::string> out;
    for (const auto& o : scenario.options) out.push_back(o.name);
    return out;
}

/// With the options that figures are measured in, and no others.
Scenario with_options_measured(const Scenario& all, const std::vector<FittedFigure>& figures) {
    std::vector<std::string> names;
    if (figures.empty()) names.push_back(all.reference);
    for (const auto& f : figures) {
        names.push_back(f.option.empty() ? all.reference : f.option);
        if (!f.against.empty()) names.push_back(f.against);
    }
    const bool has_reference = std::find(names.begin(), names.end(), all.reference) != names.end();
    return only_options(all, names, has_reference || names.empty() ? all.reference : names.front());
}

}  // namespace

CalibrationTask read_calibration(const std::string& path, const std::vector<KnownQuantity>& known,
                                 const Overrides& overrides) {
    const auto root = sim::read_toml_file(path);
    CalibrationTask task;
    task.file = path;
    Problems problems;
    auto one_set = overrides;
    one_set.draws = 1;
    sim::TableReader top(root, "the file of targets", problems);
    task.title = top.text("title", "");
    const std::string scenario =
        top.needed("scenario") ? scenario_parts::beside(path, top.text("scenario", "")) : "";
    std::error_code ignored;
    if (!scenario.empty()) {
        if (std::filesystem::is_regular_file(scenario, ignored))
            task.scenario = read_scenario(scenario, one_set);
        else
            top.problem("scenario", "scenario: there is no file " + scenario);
    }
    task.setup.seed = task.scenario.seed;
    task.rows = task.setup.particles;
    if (const auto* search = top.raw("search")) read_search(*search, task, problems);
    for (const auto* row : top.rows("target"))
        task.figures.push_back(
            read_figure(*row, task.figures.size() + 1, known, options_of(task.scenario), problems));
    task.surveyed = task.figures.size();
    if (!top.has("target") && !top.has("trial"))
        top.problem("", "there is no [[target]] and no [[trial]] in this file");
    if (top.needed("free")) read_free(*top.raw("free"), task, problems);
    if (top.has("free") && task.setup.free.empty() && problems.empty())
        top.problem("free", "[free]: found nothing, allowed is one or more parameters");
    read_prior_points(top, path, task, problems);
    const auto of_scenario = task.figures;
    read_fitted_trials(top, path, one_set, task, problems);
    top.finish();
    if (!problems.empty()) throw sim::InputError(std::move(problems));
    for (auto& f : task.figures) {
        if (f.option.empty()) f.option = task.scenario.reference;
        task.setup.targets.push_back({f.label(), f.value, f.tolerance});
    }
    task.scenario = with_options_measured(task.scenario, of_scenario);
    task.fingerprint = fingerprint_of(task);
    return task;
}

std::string FittedFigure::label() const {
    return against.empty() ? name : fmt::format("{}@{}-{}", name, option, against);
}

}  // namespace weefsel::app
