#include "app/trials/trial_run.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <filesystem>
#include <map>

#include "app/compare/prepare.hpp"
#include "app/terminal/interrupt.hpp"
#include "app/terminal/terminal.hpp"
#include "app/validate/validation.hpp"
#include "models/scenario/read_trial.hpp"
#include "models/study/study.hpp"
#include "models/trial/replay.hpp"
#include "models/trial/trial_quantity.hpp"
#include "sim/progress.hpp"

namespace weefsel::app {
namespace {

namespace fs = std::filesystem;

/// What all worlds gave: [trial][draw][replicate].
using Replayed = std::vector<std::map<std::size_t, std::vector<ReplayedTrial>>>;
using Unit = std::vector<ReplayedTrial>;

std::vector<std::string> files_of(const std::vector<std::string>& paths) {
    std::vector<std::string> files;
    for (const auto& path : paths) {
        std::error_code ignored;
        if (!fs::is_directory(path, ignored)) {
            files.push_back(path);
            continue;
        }
        for (const auto& entry : fs::directory_iterator(path))
            if (entry.path().extension() == ".toml") files.push_back(entry.path().string());
    }
    return files;
}

double mean_of(const std::vector<double>& values) {
    double sum = 0, n = 0;
    for (const double x : values)
        if (std::isfinite(x)) {
            sum += x;
            ++n;
        }
    return n > 0 ? sum / n : std::nan("");
}

/// A value of a measure in each draw: the mean over its replicates.
template <class Value>
std::vector<double> by_draw(const std::map<std::size_t, std::vector<ReplayedTrial>>& draws, std::size_t k,
                            Value value) {
    std::vector<double> out;
    for (const auto& [draw, replicates] : draws) {
        std::vector<double> values;
        for (const auto& trial : replicates) values.push_back(value(trial, trial.measures[k]));
        out.push_back(mean_of(values));
    }
    return out;
}

TrialVerdict verdict_of(const analysis::SimulatedEffect& simulated, const analysis::PublishedEffect& target) {
    constexpr double most = 0.9;
    if (simulated.draws == 0) return TrialVerdict::not_measured;
    if (!target.holds(simulated.middle)) return TrialVerdict::outside;
    return target.leaves_out_none() && simulated.share_same_sign < most ? TrialVerdict::sign_unsure
                                                                        : TrialVerdict::inside;
}

TrialRow row_of(const Trial& trial, std::size_t k,
                const std::map<std::size_t, std::vector<ReplayedTrial>>& draws) {
    const auto& m = trial.measures[k];
    using T = const ReplayedTrial&;
    using M = const ReplayedMeasure&;
    const analysis::PublishedEffect published{m.published.value, m.published.low, m.published.high,
                                              is_ratio(m.as)};
    const auto target = analysis::shrunk(published, m.shrink);
    auto effects = by_draw(draws, k, [](T, M x) { return x.effect; });
    const auto simulated = analysis::summary_of(effects, target);
    const auto mean = [&](auto value) { return mean_of(by_draw(draws, k, value)); };
    TrialRow row{&trial,
                 &m,
                 published,
                 target,
                 simulated,
                 analysis::summary_of(by_draw(draws, k, [](T, M x) { return x.estimate; }), target).middle,
                 mean([](T, M x) { return x.control; }),
                 mean([](T, M x) { return x.treated; }),
                 mean([](T t, M) { return static_cast<double>(t.recruits); }),
                 mean([](T, M x) { return static_cast<double>(x.people); }),
                 std::move(effects),
                 TrialVerdict::not_measured};
    row.verdict = verdict_of(simulated, target);
    return row;
}

/// One realisation of a study: its burn-in, then every trial.
Unit replay_unit(const Study& study, sim::UnitKey key, int threads, const std::vector<const Trial*>& trials,
                 sim::Progress& progress) {
    WorkerPool pool(threads, study.layout().sites);
    auto burn_in = study.begin(key, pool);
    while (burn_in.months_left() > 0) {
        if (stop_requested()) throw sim::Interrupted();
        burn_in.step(pool);
        progress.tick();
    }
    auto unit =
        replay(std::move(burn_in).finish(), trials, pool, &stop_requested(), [&] { progress.tick(); });
    progress.advance();
    return unit;
}

/// One group of trials in one study.
void replay_in(const Study& study, std::size_t first_draw, const TrialGroup& group,
               const std::vector<const Trial*>& trials, const CommonArguments& arguments,
               sim::Progress& progress, Replayed& replayed, TrialResults& out) {
    const auto shape = study.shape();
    const auto plan = sim::plan_threads(shape.units(), study.layout().sites, arguments.threads);
    const auto unit_of = [&](sim::UnitKey key) {
        return replay_unit(study, key, plan.inside, trials, progress);
    };
    auto outcome = sim::run_ensemble<Unit>(shape, plan.units, stop_requested(), nullptr, {}, unit_of, {});
    out.interrupted = out.interrupted || outcome.interrupted || stop_requested();
    if (!out.interrupted)
        for (const auto& failure : outcome.failures)
            out.failures.push_back(fmt::format("{}: {}", group.scenario, failure.reason));
    for (std::size_t u = 0; u < outcome.results.size(); ++u) {
        if (!outcome.results[u]) continue;
        for (std::size_t k = 0; k < trials.size(); ++k)
            replayed[group.trials[k]][first_draw + shape.key(u).draw].push_back(
                std::move((*outcome.results[u])[k]));
    }
}

/// All draws of one group. With fitted sets each draw is a study of its own, in which all else is as stated.
void replay_group(const Scenario& scenario, const TrialGroup& group, const std::vector<const Trial*>& trials,
                  const CommonArguments& arguments, sim::Progress& progress, Replayed& replayed,
                  TrialResults& out) {
    if (scenario.posterior.empty()) {
        replay_in(Study(scenario), 0, group, trials, arguments, progress, replayed, out);
        return;
    }
    for (std::size_t draw = 0; draw < static_cast<std::size_t>(scenario.draws) && !out.interrupted; ++draw)
        replay_in(Study(with_fitted(scenario, draw)), draw, group, trials, arguments, progress, replayed,
                  out);
}

}  // namespace

std::size_t TrialResults::count(TrialVerdict verdict) const {
    return static_cast<std::size_t>(
        std::count_if(rows.begin(), rows.end(), [&](const TrialRow& row) { return row.verdict == verdict; }));
}

std::vector<const TrialRow*> TrialResults::passed_inert() const {
    std::vector<const TrialRow*> out;
    for (const auto& row : rows)
        if (row.measure->kind == TrialKind::effect && row.target.leaves_out_none() &&
            row.verdict == TrialVerdict::inside)
            out.push_back(&row);
    return out;
}

TrialResults::Studies TrialResults::studies(TrialKind kind) const {
    Studies out;
    for (const auto& trial : trials) {
        double inside = 0, measured = 0;
        for (const auto& row : rows) {
            if (row.trial != &trial || row.measure->kind != kind || row.verdict == TrialVerdict::not_measured)
                continue;
            ++measured;
            inside += row.verdict == TrialVerdict::inside ? 1 : 0;
        }
        if (measured == 0) continue;
        ++out.all;
        out.passed += inside / measured;
    }
    return out;
}

std::vector<Trial> read_trials(const std::vector<std::string>& paths) {
    std::vector<Trial> trials;
    std::vector<sim::Problem> problems;
    const auto known = known_trial_quantities();
    for (const auto& file : files_of(paths)) {
        try {
            trials.push_back(read_trial(file, known));
        } catch (const sim::InputError& e) {
            problems.insert(problems.end(), e.problems().begin(), e.problems().end());
        }
    }
    if (problems.empty() && trials.empty())
        problems.push_back({{paths.empty() ? "" : paths.front(), 1, 1}, "found no trial files (*.toml)"});
    if (!problems.empty()) throw sim::InputError(std::move(problems));
    std::sort(trials.begin(), trials.end(), [](const Trial& a, const Trial& b) { return a.id < b.id; });
    check_trials(trials);
    return trials;
}

TrialResults run_trials(std::vector<Trial> trials, const Overrides& overrides, bool inert,
                        const CommonArguments& arguments) {
    const auto begin = std::chrono::steady_clock::now();
    TrialResults out;
    out.trials = std::move(trials);
    out.inert = inert;
    auto with_switch = with_shipped_posterior(overrides);
    if (inert) with_switch.set.emplace_back("parameters.funding.policy_effects=0");
    struct Prepared {
        TrialGroup group;
        std::vector<const Trial*> trials;
        Scenario scenario;
    };
    std::vector<Prepared> all;
    std::size_t worlds = 0, months = 0;
    for (auto& group : groups_of(out.trials)) {
        std::vector<const Trial*> of_group;
        for (const auto k : group.trials) of_group.push_back(&out.trials[k]);
        auto scenario = with_arms(read_scenario(group.scenario, with_switch), of_group);
        const auto here =
            static_cast<std::size_t>(scenario.draws) * static_cast<std::size_t>(scenario.replicates);
        worlds += here;
        months += here * (static_cast<std::size_t>(scenario.warmup_months()) + months_of_runs(of_group));
        all.push_back({std::move(group), std::move(of_group), std::move(scenario)});
    }
    ErrorSink sink;
    sim::Progress progress("worlds", worlds, arguments.quiet ? nullptr : &sink,
                           months / std::max<std::size_t>(worlds, 1));
    Replayed replayed(out.trials.size());
    for (const auto& one : all) {
        if (out.interrupted) break;
        replay_group(one.scenario, one.group, one.trials, arguments, progress, replayed, out);
    }
    progress.finish();
    for (std::size_t t = 0; t < out.trials.size(); ++t)
        for (std::size_t k = 0; k < out.trials[t].measures.size(); ++k)
            out.rows.push_back(row_of(out.trials[t], k, replayed[t]));
    out.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
    return out;
}

}  // namespace weefsel::app
