#include "app/calibrate/calibration_trials.hpp"

#include <fmt/format.h>

#include <cmath>

#include "analysis/statistics/published_effect.hpp"
#include "app/terminal/interrupt.hpp"
#include "models/scenario/read_trial.hpp"
#include "models/scenario/scenario_parts.hpp"
#include "models/study/study.hpp"
#include "models/trial/replay.hpp"
#include "models/trial/trial_quantity.hpp"

namespace weefsel::app {
namespace {

/// On the scale on which an effect is fitted.
double on_scale(EffectAs as, double effect) { return is_ratio(as) ? std::log(effect) : effect; }

FittedFigure figure_of(const Trial& trial, const TrialMeasure& m) {
    constexpr double widths_of_95 = 2 * 1.96;
    const auto target =
        analysis::shrunk({m.published.value, m.published.low, m.published.high, is_ratio(m.as)}, m.shrink);
    FittedFigure figure;
    figure.name = fmt::format("{} {} {} m", trial.id, m.what, m.at_months);
    figure.value = on_scale(m.as, target.value);
    figure.tolerance = (on_scale(m.as, target.high) - on_scale(m.as, target.low)) / widths_of_95;
    figure.unit = is_ratio(m.as) ? "log ratio" : "1";
    figure.source = trial.source;
    figure.study = trial.id;
    figure.at = m.at;
    return figure;
}

std::vector<const Trial*> pointers_to(const std::vector<Trial>& trials, const TrialGroup& group) {
    std::vector<const Trial*> out;
    for (const auto k : group.trials) out.push_back(&trials[k]);
    return out;
}

}  // namespace

void read_fitted_trials(sim::TableReader& top, const std::string& file, const Overrides& overrides,
                        CalibrationTask& task, std::vector<sim::Problem>& problems) {
    for (const auto* row : top.rows("trial")) {
        sim::TableReader reader(*row, fmt::format("[[trial]] {}", task.trials.size() + 1), problems);
        if (reader.needed("file")) {
            try {
                task.trials.push_back(read_trial(scenario_parts::beside(file, reader.text("file", "")),
                                                 known_trial_quantities()));
            } catch (const sim::InputError& e) {
                problems.insert(problems.end(), e.problems().begin(), e.problems().end());
            }
        }
        reader.finish();
    }
    if (!problems.empty() || task.trials.empty()) return;
    check_trials(task.trials);
    for (const auto& trial : task.trials)
        for (const auto& m : trial.measures)
            if (m.use == TrialUse::fit) task.figures.push_back(figure_of(trial, m));
    for (auto& group : groups_of(task.trials)) {
        auto scenario = with_arms(read_scenario(group.scenario, overrides), pointers_to(task.trials, group));
        task.trial_worlds.push_back({std::move(group), std::move(scenario)});
    }
}

analysis::Summaries measure_trials(const CalibrationTask& task, const std::vector<double>& values,
                                   std::size_t chance, const std::function<void()>& month_simulated) {
    std::vector<ReplayedTrial> replayed(task.trials.size());
    for (const auto& world : task.trial_worlds) {
        Scenario scenario = world.scenario;
        const auto table = table_of(scenario.parameters);
        for (std::size_t i = 0; i < values.size(); ++i)
            *table.find(task.setup.free[i].name)->value = values[i];
        const Study study(std::move(scenario));
        WorkerPool pool(1, study.layout().sites);
        auto burn_in = study.begin({0, chance}, pool);
        while (burn_in.months_left() > 0) {
            if (stop_requested()) throw sim::Interrupted();
            burn_in.step(pool);
            month_simulated();
        }
        auto here = replay(std::move(burn_in).finish(), pointers_to(task.trials, world.group), pool,
                           &stop_requested(), month_simulated);
        for (std::size_t k = 0; k < here.size(); ++k) replayed[world.group.trials[k]] = std::move(here[k]);
    }
    analysis::Summaries out;
    for (std::size_t t = 0; t < task.trials.size(); ++t)
        for (std::size_t k = 0; k < task.trials[t].measures.size(); ++k)
            if (const auto& m = task.trials[t].measures[k]; m.use == TrialUse::fit)
                out.push_back(on_scale(m.as, replayed[t].measures[k].effect));
    return out;
}

}  // namespace weefsel::app
