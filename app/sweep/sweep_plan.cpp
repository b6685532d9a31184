#include "app/sweep/sweep_plan.hpp"
#include "models/scenario/read_scenario.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <set>

#include "analysis/results/comparison.hpp"
#include "analysis/results/results_file.hpp"
#include "app/compare/prepare.hpp"
#include "app/compare/shipped_files.hpp"
#include "app/plugin/load_plugins.hpp"
#include "app/sweep/design_work.hpp"
#include "models/measure/indicators.hpp"
#include "models/scenario/all_parameters.hpp"
#include "models/scenario/read_posterior.hpp"
#include "models/study/study.hpp"
#include "sim/file_aside.hpp"
#include "sim/provenance.hpp"

namespace weefsel::app {
namespace {

using Problems = std::vector<sim::Problem>;

constexpr const char* shipped_posterior = "posterior.csv";

/// The design and the sweep decide these.
const std::vector<std::string> not_factors{"seed", "years", "replicates", "draws", "extends"};

std::vector<std::string> names_of(const sim::ParameterTable& table) {
    std::vector<std::string> names;
    for (const auto& row : table.rows()) names.push_back(row.name);
    return names;
}

/// VALUE of `--set PATH=VALUE`.
std::string value_text(const analysis::Factor& factor, double value) {
    if (factor.labels.empty()) return fmt::format("{}", value);
    const std::string& label = factor.labels.at(static_cast<std::size_t>(value) - 1);
    if (label == "true" || label == "false") return label;
    std::string quoted = "\"";
    for (const char c : label) quoted += c == '"' || c == '\\' ? std::string{'\\', c} : std::string{c};
    return quoted + "\"";
}

std::string assignment(const analysis::Factor& factor, double value, const sim::ParameterTable& table) {
    return (table.find(factor.name) != nullptr ? "parameters." : "") + factor.name + "=" +
           value_text(factor, value);
}

/// Sets what the value of a factor stands for: one setting, or all parameters of a set. Throws
/// sim::InputError, at the factor, for a set that is not there.
void set_factor(const SweepPlan& plan, std::size_t column, double value, const sim::ParameterTable& table,
                std::vector<std::string>& out) {
    const auto& factor = plan.design.factors[column];
    if (!factor.joint) {
        out.push_back(assignment(factor, value, table));
        return;
    }
    const auto& [from, names, sets] = plan.sets;
    const auto n = static_cast<double>(sets.size());
    if (!(value >= 1 && value <= n) || std::trunc(value) != value)
        throw sim::InputError(factor.at, fmt::format("{} must be the number of a set, from 1 to {}; found {}",
                                                     factor.name, sets.size(), value));
    const auto& set = sets[static_cast<std::size_t>(value) - 1];
    for (std::size_t j = 0; j < names.size(); ++j)
        out.push_back(fmt::format("parameters.{}={}", names[j], set[j]));
}

/// Reads the sets of a joint factor; none of their parameters may be a factor of its own.
void take_sets(SweepPlan& plan, Problems& problems) {
    for (const auto& factor : plan.design.factors) {
        if (!factor.joint) continue;
        const auto own = analysis::sets_path(plan.design, factor);
        const auto path = own.empty() ? shipped_file(shipped_posterior) : own;
        plan.sets = read_posterior(path);
        plan.sets_text = sim::read_whole(path);
        for (const auto& other : plan.design.factors)
            if (std::find(plan.sets.names.begin(), plan.sets.names.end(), other.name) !=
                plan.sets.names.end())
                problems.push_back({other.at, fmt::format("{} is in the sets of {} already; leave it out, or "
                                                          "give each factor its own margin in place of {}",
                                                          other.name, factor.name, factor.name)});
        return;
    }
}

/// The least, the greatest and the middle value of a factor in the design.
std::set<double> probes(const analysis::Points& points, std::size_t column) {
    std::vector<double> values;
    for (std::size_t i = 0; i < points.rows(); ++i) values.push_back(points.at(i, column));
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return {*std::min_element(values.begin(), values.end()), *middle,
            *std::max_element(values.begin(), values.end())};
}

/// Reports a factor with none of whose values the scenario can be simulated: most often a wrong name.
void check_factor(const SweepPlan& plan, std::size_t column, const sim::ParameterTable& table,
                  Problems& problems) {
    const auto& factor = plan.design.factors[column];
    if (std::find(not_factors.begin(), not_factors.end(), factor.name) != not_factors.end()) {
        problems.push_back({factor.at, factor.name + " cannot be a factor: the same holds at every point"});
        return;
    }
    std::string why;
    for (const double value : probes(plan.points, column)) {
        auto overrides = plan.overrides;
        try {
            set_factor(plan, column, value, table, overrides.set);
            static_cast<void>(scenario_with(plan.loaded, overrides));
            return;
        } catch (const sim::InputError& e) { why = e.problems().front().text; }
    }
    problems.push_back(
        {factor.at, fmt::format("{} is no setting with which this scenario can be simulated{}: {}",
                                factor.name, sim::did_you_mean(factor.name, names_of(table)), why)});
}

bool measured_by_plugin(const Scenario& scenario, const std::string& name) {
    if (scenario.hooks == nullptr) return false;
    const auto& own = scenario.hooks->indicators();
    return std::any_of(own.begin(), own.end(), [&](const OwnIndicator& o) { return o.name == name; });
}

void check_outputs(SweepPlan& plan, Problems& problems) {
    std::vector<std::string> names;
    for (const auto& o : observables()) names.emplace_back(o.name);
    auto wanted = plan.design.indicators;
    if (wanted.empty()) wanted = names;
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        if (measured_by_plugin(plan.base, wanted[i])) continue;
        const auto it = std::find(names.begin(), names.end(), wanted[i]);
        if (it == names.end()) {
            problems.push_back(
                {plan.design.indicators_at.at(i),
                 fmt::format("\"{}\" is no indicator{} (`weefsel parameters --table indicators` "
                             "lists all)",
                             wanted[i], sim::did_you_mean(wanted[i], names))});
            continue;
        }
        plan.observables.push_back(static_cast<std::size_t>(it - names.begin()));
    }
    if (plan.base.hooks != nullptr)
        for (const auto& own : plan.base.hooks->indicators())
            if (plan.design.indicators.empty() ||
                std::find(wanted.begin(), wanted.end(), own.name) != wanted.end())
                plan.own.push_back(own.name);
    auto& years = plan.manifest.shape.years;
    years = plan.design.years.empty() ? analysis::horizons(plan.base.years) : plan.design.years;
    for (std::size_t i = 0; i < plan.design.years.size(); ++i)
        if (plan.design.years[i] > plan.base.years)
            problems.push_back(
                {plan.design.years_at[i], fmt::format("a year must be from 1 to {}, the years of "
                                                      "the scenario; found {}",
                                                      plan.base.years, plan.design.years[i])});
}

/// What is kept besides indicators. It is laid out as the scenario itself does, which no factor changes.
void check_kept(SweepPlan& plan, Problems& problems) {
    auto& shape = plan.manifest.shape;
    const auto& keep = plan.design.keep;
    if (keep.empty()) return;
    const auto layout = Study(plan.base).layout();
    shape.arrays = analysis::kept_arrays(layout, keep, plan.observables, shape.years);
    const auto compared = [](analysis::Keep k) {
        return k == analysis::Keep::ledger || k == analysis::Keep::reached;
    };
    if (plan.base.options.size() < 2 && std::any_of(keep.begin(), keep.end(), compared))
        problems.push_back({plan.design.keep_at,
                            "ledger and reached compare options, and the scenario has one; add another "
                            "[[option]], or leave them out of keep"});
    if (plan.observables.empty() && std::find(keep.begin(), keep.end(), analysis::Keep::groups) != keep.end())
        problems.push_back({plan.design.keep_at,
                            "groups keeps indicators of the program by group; none is "
                            "among indicators"});
    for (const auto& block : layout.blocks) {
        const bool effect = block.group.starts_with("/reached_effect/");
        const auto& of = block.axes.at(0).numbers;
        if (!effect || std::find(keep.begin(), keep.end(), analysis::Keep::reached) == keep.end()) continue;
        if (std::any_of(shape.years.begin(), shape.years.end(), [&](int year) {
                return std::find(of.begin(), of.end(), static_cast<double>(year)) != of.end();
            }))
            continue;
        problems.push_back({plan.design.keep_at,
                            fmt::format("reached: effects are measured in the years {}; add one of them to "
                                        "years ({}), or leave reached out of keep",
                                        fmt::join(of, ", "), fmt::join(shape.years, ", "))});
        return;
    }
}

const char* better_text(sim::Better better) {
    if (better == sim::Better::neither) return "neither";
    return better == sim::Better::higher ? "higher" : "lower";
}

/// What files of the sweep say about it.
void describe(SweepPlan& plan, const sim::ParameterTable& table) {
    auto& [kind, shape, record] = plan.manifest;
    kind = analysis::name_of(plan.design.kind);
    shape.points = plan.points.rows();
    shape.replicates = plan.design.replicates;
    for (const auto& o : plan.base.options) shape.options.push_back({o.name, o.label_nl, o.label_en});
    for (const std::size_t i : plan.observables) {
        const auto& o = observables()[i];
        shape.indicators.push_back({std::string(o.name), std::string(o.unit), better_text(o.better),
                                    std::string(o.prose_en), std::string(o.prose_nl)});
    }
    for (const auto& name : plan.own)
        for (const auto& own : plan.base.hooks->indicators())
            if (own.name == name)
                shape.indicators.push_back(
                    {name, own.unit, better_text(sim::Better::neither), own.about, own.about});
    record.title = plan.base.title;
    record.question = plan.base.question;
    record.scenario = plan.base.resolved;
    record.scenario_sha256 = analysis::scenario_sha256(plan.base.resolved);
    record.design = plan.design_text;
    record.seed = plan.base.seed;
    record.plugins = identity_of(plan.base);
    record.replaced = replaced_in(plan.base.hooks.get());
    record.factors = plan.design.factors;
    for (const auto& factor : plan.design.factors) {
        const auto* parameter = table.find(factor.name);
        record.units.emplace_back(parameter != nullptr ? parameter->unit : "");
        record.prose.emplace_back(parameter != nullptr ? parameter->prose : "");
    }
}

double seconds_by_arithmetic(const Scenario& s) {
    constexpr double resident_months_a_second = 1.3e6;  // as `check` counts
    double residents = 0;
    for (const auto& n : s.neighbourhoods) residents += n.residents;
    const double lives = static_cast<double>(s.options.size()) * s.months();
    return residents * (s.warmup_months() + lives) / resident_months_a_second;
}

/// A list reads its rows from the design.csv beside it, wherever they came from; sets of one's own likewise.
std::string design_text_for_folder(const analysis::Design& design) {
    const std::string text = sim::read_whole(design.file);
    const bool list = design.kind == analysis::DesignKind::list;
    const bool own_sets = std::any_of(design.factors.begin(), design.factors.end(),
                                      [](const auto& factor) { return !factor.sets_file.empty(); });
    if (!list && !own_sets) return text;
    auto root = sim::read_toml_text(text, design.file);
    if (list) root.find("design")->find("file")->data = std::string("design.csv");
    if (own_sets)
        root.find("uncertainties")->find(analysis::joint_name)->find("file")->data = std::string(sets_name);
    return sim::write_toml(root);
}

}  // namespace

analysis::Design read_whole_design(const std::string& path) {
    auto design = analysis::read_design(path);
    if (!analysis::needs_posterior(design)) return design;
    const bool ships = std::any_of(design.factors.begin(), design.factors.end(), [](const auto& f) {
        return f.distribution == analysis::Distribution::posterior && f.sets_file.empty();
    });
    try {
        analysis::take_posterior(design, ships ? shipped_file(shipped_posterior) : "");
    } catch (const sim::InputError& e) {
        auto problems = e.problems();
        for (const auto& factor : design.factors)
            if (factor.distribution == analysis::Distribution::posterior && factor.levels.empty()) {
                problems.insert(problems.begin(),
                                {factor.at, factor.name + " asks for the posterior, which cannot be taken:"});
                break;
            }
        throw sim::InputError(std::move(problems));
    }
    return design;
}

SweepPlan plan_sweep(const SweepArguments& arguments) {
    SweepPlan plan;
    sim::require_regular_file(arguments.design);  // read again for the folder
    plan.design = read_whole_design(arguments.design);
    const auto& design = plan.design;
    if (design.scenario.empty())
        throw sim::InputError(
            {design.file, 1, 1},
            "scenario is missing: a sweep simulates one (`weefsel design` makes the points of a "
            "design with free factors)");
    const std::filesystem::path given(design.scenario);
    const auto path = given.is_absolute() ? given : std::filesystem::path(design.file).parent_path() / given;
    plan.overrides = with_plugins(arguments.overrides, arguments.plugins);
    if (plan.overrides.replicates)
        plan.design.replicates = static_cast<std::size_t>(*plan.overrides.replicates);
    plan.overrides.replicates = static_cast<std::int64_t>(design.replicates);
    plan.overrides.draws = 1;  // the design says what is uncertain
    const auto& keep = design.keep;
    plan.overrides.with_nothing =  // effects are against it
        std::find(keep.begin(), keep.end(), analysis::Keep::reached) != keep.end();
    plan.loaded = load_scenario(path.lexically_normal().string());
    plan.base = read_scenario(plan.loaded.file, plan.overrides);
    check_plugins(plan.base);
    plan.points = made_points(design, arguments);
    plan.points_sha256 = sim::sha256(written_points(plan.points, design, arguments));
    plan.design_text = design_text_for_folder(design);

    Problems problems;
    auto scenario = plan.base;
    const auto table = table_of(scenario);
    take_sets(plan, problems);
    for (std::size_t j = 0; j < design.factors.size(); ++j) check_factor(plan, j, table, problems);
    check_outputs(plan, problems);
    check_kept(plan, problems);
    if (!problems.empty()) throw sim::InputError(std::move(problems));
    describe(plan, table);
    plan.seconds_a_run = seconds_by_arithmetic(plan.base);
    fix_batches(plan, arguments.batch > 0 ? static_cast<std::size_t>(arguments.batch)
                                          : suitable_batch(plan.manifest.shape.runs(), plan.seconds_a_run));
    if (const auto files = plan.manifest.shape.batches(); files > max_sweep_files)
        throw sim::InputError(
            {design.file, 1, 1},
            fmt::format("a sweep has up to {} files; found {}: ask for fewer points or replicates, or more "
                        "runs a file (--batch)",
                        max_sweep_files, files));
    return plan;
}

Scenario scenario_at(const SweepPlan& plan, std::size_t point) {
    auto base = plan.base;
    const auto table = table_of(base);
    auto overrides = plan.overrides;
    for (std::size_t j = 0; j < plan.points.columns(); ++j)
        set_factor(plan, j, plan.points.at(point, j), table, overrides.set);
    return scenario_with(plan.loaded, overrides);
}

std::size_t suitable_batch(std::size_t runs, double seconds_a_run) {
    constexpr double longest = 30, shortest = 2;  // s
    constexpr std::size_t files_first = 1024, fewest_files = 16;
    const auto runs_in = [&](double seconds) {
        return static_cast<std::size_t>(std::max(1.0, std::ceil(seconds / seconds_a_run)));
    };
    const std::size_t shared = (runs + fewest_files - 1) / fewest_files;
    return std::min(std::clamp(runs / files_first, runs_in(shortest), runs_in(longest)), shared);
}

void fix_batches(SweepPlan& plan, std::size_t batch_runs) {
    auto& shape = plan.manifest.shape;
    shape.batch_runs = batch_runs;
    const auto& made = sim::provenance();
    std::string all = fmt::format("{}\n{}\n{}\n{}\n{}\n{}\n", made.version, made.commit, made.tree_clean,
                                  shape.replicates, batch_runs, fmt::join(shape.years, " "));
    for (const auto& kept : shape.indicators) all += kept.name + "\n";
    if (!plan.design.keep.empty()) {
        std::vector<std::string_view> keep;
        for (const auto k : plan.design.keep) keep.push_back(analysis::name_of(k));
        all += fmt::format("keep {}\n", fmt::join(keep, " "));
    }
    if (!plan.sets_text.empty()) all += sim::sha256(plan.sets_text) + "\n";
    if (const auto& plugins = plan.manifest.record.plugins; !plugins.empty()) all += plugins + "\n";
    shape.fingerprint = sim::sha256(all + plan.manifest.record.scenario + "\n" + plan.points_sha256);
}

}  // namespace weefsel::app
