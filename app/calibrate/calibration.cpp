#include "app/calibrate/calibration.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <mutex>
#include <optional>
#include <utility>

#include "analysis/results/comparison.hpp"
#include "app/calibrate/calibration_answers.hpp"
#include "app/calibrate/calibration_trials.hpp"
#include "app/terminal/interrupt.hpp"
#include "app/terminal/terminal.hpp"
#include "app/validate/validation.hpp"
#include "models/measure/indicators.hpp"
#include "models/measure/survey/pattern_survey.hpp"
#include "sim/file_aside.hpp"
#include "sim/parallel.hpp"

namespace weefsel::app {
namespace {

using Clock = std::chrono::steady_clock;
double since(Clock::time_point then) { return std::chrono::duration<double>(Clock::now() - then).count(); }

/// Mean of an indicator over the months (or years) in which it was measured.
double mean_of_indicator(const sim::WorldResult& simulated, std::size_t observable, std::size_t n) {
    double sum = 0, months = 0;
    for (std::size_t at = observable; at < simulated.numerator.size(); at += n) {
        if (simulated.denominator[at] == 0) continue;
        sum += simulated.numerator[at] / simulated.denominator[at];
        ++months;
    }
    return sum / months;
}

/// What is said while runs are made: a line every ten seconds, and one at the end of a generation.
class Spokesman {
public:
    Spokesman(const CalibrationTask& task, bool quiet) : task_(task), quiet_(quiet) {}

    void wave_begins(std::size_t points) {
        points_ = points;
        done_ = 0;
    }
    void run_done() {
        const std::lock_guard lock(mutex_);
        ++done_;
        ++made_;
    }
    /// Called every simulated year.
    void still_here() {
        const std::lock_guard lock(mutex_);
        if (quiet_ || since(spoke_) < patience) return;
        spoke_ = Clock::now();
        say((last_ ? line_of(*last_) + "; now " : "") +
            fmt::format("{} of {} runs of this wave are done", done_, points_));
    }
    void wave_ended(const analysis::AbcProgress& p) {
        last_ = p;
        if (quiet_ || (p.accepted < task_.setup.particles && since(spoke_) < patience)) return;
        spoke_ = Clock::now();
        say(line_of(p));
    }

private:
    [[nodiscard]] std::string line_of(const analysis::AbcProgress& p) const {
        const auto& s = task_.setup;
        const double a_run = since(begin_) / static_cast<double>(std::max<std::size_t>(made_, 1));
        const double acceptance =
            static_cast<double>(p.accepted) / static_cast<double>(std::max<std::size_t>(p.attempts, 1));
        const double here = static_cast<double>(s.particles - p.accepted) /
                            std::max(acceptance, s.minimal_acceptance),
                     at_most = static_cast<double>(s.runs - std::min(s.runs, p.runs));
        constexpr double hundred = 100;
        return fmt::format(
            "generation {} of {}: {} of {} accepted in {} runs ({:.0f} %){}; distance {}{}; left: {} for "
            "this "
            "generation, at most {} in all",
            p.generation + 1, s.generations, p.accepted, s.particles, p.attempts, hundred * acceptance,
            p.failed > 0 ? fmt::format(", {} failed", p.failed) : "",
            p.generation == 0 ? "any" : fmt::format("below {:.3f}", p.threshold),
            p.generation == 0 ? "" : fmt::format(", median {:.3f}", p.median_distance),
            sim::duration_text(std::min(here, at_most) * a_run), sim::duration_text(at_most * a_run));
    }

    static constexpr double patience = 10;  // seconds
    const CalibrationTask& task_;
    bool quiet_;
    std::mutex mutex_;
    Clock::time_point begin_ = Clock::now(), spoke_ = begin_;
    std::size_t points_ = 0, done_ = 0, made_ = 0;
    std::optional<analysis::AbcProgress> last_;
};

/// Worlds of different points share no chance.
std::size_t chance_of(const analysis::Proposal& p, std::size_t replicates) {
    constexpr std::size_t max_attempts = 10'000'000;
    return (p.generation * max_attempts + p.attempt) * replicates;
}

class Laboratory {
public:
    Laboratory(const CalibrationTask& task, int threads, Spokesman& spokesman,
               std::vector<std::string>& failures)
        : task_(task), threads_(threads), spokesman_(spokesman), failures_(failures) {}

    std::vector<std::optional<analysis::Summaries>> answer(const std::vector<analysis::Proposal>& points) {
        std::vector<std::optional<analysis::Summaries>> out(points.size());
        spokesman_.wave_begins(points.size());
        const auto failed = sim::parallel_for_each(
            points.size(), threads_,
            [&](std::size_t i) {
                try {
                    out[i] = mean_answer(points[i]);
                } catch (const sim::Interrupted&) { return; }
                spokesman_.run_done();
            },
            &stop_requested());
        for (const auto& f : failed) {
            out[f.item] = analysis::Summaries{};
            constexpr std::size_t few = 5;
            if (failures_.size() < few)
                failures_.push_back(fmt::format("generation {}, attempt {}: {}",
                                                points[f.item].generation + 1, points[f.item].attempt + 1,
                                                f.reason));
        }
        return out;
    }

private:
    /// Over the replicates of the scenario.
    [[nodiscard]] analysis::Summaries mean_answer(const analysis::Proposal& point) const {
        const auto replicates = static_cast<std::size_t>(task_.scenario.replicates);
        analysis::Summaries mean(task_.figures.size(), 0.0);
        for (std::size_t r = 0; r < replicates; ++r) {
            const auto one = measure_figures(task_, point.values, chance_of(point, replicates) + r,
                                             [&] { spokesman_.still_here(); });
            for (std::size_t t = 0; t < mean.size(); ++t) {
                if (!std::isfinite(one[t]))
                    throw std::runtime_error(task_.figures[t].label() +
                                             " could not be measured: there was nobody to ask");
                mean[t] += one[t] / static_cast<double>(replicates);
            }
        }
        return mean;
    }

    const CalibrationTask& task_;
    int threads_;
    Spokesman& spokesman_;
    std::vector<std::string>& failures_;
};

/// Simulates some sets of the posterior once more, in worlds of their own; false when not all of it was
/// finished.
bool live_posterior(const CalibrationTask& task, Laboratory& laboratory, const std::string& folder,
                    CalibrationOutcome& out) {
    constexpr std::size_t sets = 40, beyond_any_search = 1000;
    const std::size_t generation = beyond_any_search + out.result.generations.size();
    const auto chosen = analysis::equally_weighted(out.posterior, sets);
    std::vector<analysis::Proposal> points;
    for (const auto k : chosen) {
        if (out.answers.contains({generation, k})) continue;
        if (!points.empty() && points.back().attempt == k) continue;
        auto values = out.posterior.particles[k].at;
        for (std::size_t i = 0; i < values.size(); ++i)
            values[i] = analysis::unscaled(task.setup.free[i], values[i]);
        points.push_back({generation, k, std::move(values)});
    }
    const auto answered = laboratory.answer(points);
    bool whole = true;
    for (std::size_t i = 0; i < points.size(); ++i) {
        if (answered[i]) out.answers[{generation, points[i].attempt}] = *answered[i];
        whole = whole && answered[i].has_value();
    }
    if (!points.empty())
        writing([&] { sim::write_whole(answers_file(folder), answers_text(task, out.answers)); });
    for (const auto k : chosen) {
        const auto found = out.answers.find({generation, k});
        if (found != out.answers.end() && !found->second.empty()) out.again.push_back(found->second);
    }
    return whole;
}

}  // namespace

namespace {

/// The figures of surveys and indicators in one world.
analysis::Summaries measure_surveyed(const CalibrationTask& task, const std::vector<double>& values,
                                     std::size_t chance, const YearSimulated& year_simulated) {
    Scenario scenario = task.scenario;
    const auto table = table_of(scenario.parameters);
    for (std::size_t i = 0; i < values.size(); ++i) *table.find(task.setup.free[i].name)->value = values[i];
    const Study study(std::move(scenario));
    const auto& simulated = study.scenario();
    const sim::RandomSource draws(simulated.seed, static_cast<std::uint32_t>(chance));
    std::vector<PatternSurvey> sites;
    for (const auto& figures : simulated.neighbourhoods)
        sites.emplace_back(simulated.parameters, draws, figures.urbanity);
    std::vector<std::vector<PatternSurvey>> surveys(simulated.options.size(), sites);
    const auto unit = study.run(
        {0, chance}, &stop_requested(), 1,
        [&](std::size_t site, std::size_t option, int month, const Neighbourhood& n, const MonthRecord& made,
            sim::Month now) { surveys[option][site].look(month, n, made, now); },
        year_simulated);
    const auto measured = [&](const FittedFigure& figure, const std::string& name) {
        const auto option =
            static_cast<std::size_t>(std::find_if(simulated.options.begin(), simulated.options.end(),
                                                  [&](const Option& o) { return o.name == name; }) -
                                     simulated.options.begin());
        if (figure.indicator)
            return mean_of_indicator(unit.options.at(option),
                                     *analysis::observable_named(study.layout(), figure.name),
                                     study.layout().observables.size());
        std::vector<SurveyCounts> counts;
        for (const auto& survey : surveys.at(option)) counts.push_back(survey.counts());
        return value_of_quantity(figure.name, counts).value_or(std::nan(""));
    };
    analysis::Summaries out;
    for (std::size_t k = 0; k < task.surveyed; ++k) {
        const auto& figure = task.figures[k];
        out.push_back(measured(figure, figure.option) -
                      (figure.against.empty() ? 0.0 : measured(figure, figure.against)));
    }
    return out;
}

}  // namespace

analysis::Summaries measure_figures(const CalibrationTask& task, const std::vector<double>& values,
                                    std::size_t chance, const YearSimulated& year_simulated) {
    auto out =
        task.surveyed > 0 ? measure_surveyed(task, values, chance, year_simulated) : analysis::Summaries{};
    for (const double effect : measure_trials(task, values, chance, year_simulated)) out.push_back(effect);
    return out;
}

CalibrationOutcome run_calibration(const CalibrationTask& task, analysis::AbcAnswers kept,
                                   const std::string& folder, const CommonArguments& arguments) {
    CalibrationOutcome out;
    out.answers = std::move(kept);
    out.found = out.answers.size();
    const auto begin = Clock::now();
    Spokesman spokesman(task, arguments.quiet);
    Laboratory laboratory(task, arguments.threads, spokesman, out.failures);
    constexpr std::size_t waves_a_thread = 4;
    const auto threads =
        static_cast<std::size_t>(arguments.threads > 0 ? arguments.threads : sim::available_threads());
    try {
        out.result = analysis::run_abc(
            task.setup, out.answers, waves_a_thread * threads,
            [&](const std::vector<analysis::Proposal>& points) { return laboratory.answer(points); },
            [&](const analysis::AbcProgress& progress) {
                writing([&] { sim::write_whole(answers_file(folder), answers_text(task, out.answers)); });
                spokesman.wave_ended(progress);
            });
    } catch (const sim::InputError&) {
        throw sim::InputError({task.file, 1, 1},
                              "no run of the prior succeeded; the first: " +
                                  (out.failures.empty() ? "unknown" : out.failures.front()));
    }
    out.interrupted = out.result.end == analysis::AbcEnd::unfinished;
    if (!out.interrupted && !out.result.generations.empty()) {
        out.posterior = analysis::regression_adjusted(task.setup, out.result.generations.back());
        if (!arguments.quiet) say("Now the figures again, in worlds of some sets of the posterior.");
        out.interrupted = !live_posterior(task, laboratory, folder, out);
    }
    out.seconds = since(begin);
    return out;
}

}  // namespace weefsel::app
