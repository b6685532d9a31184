#include "app/calibrate/calibration_files.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

#include "analysis/statistics/central_tendency.hpp"
#include "app/calibrate/fit_check_tables.hpp"
#include "app/terminal/texts.hpp"
#include "sim/provenance.hpp"

namespace weefsel::app {
namespace {

constexpr double tail = 0.025, hundred = 100;
/// From which share of the prior's width a parameter is said to be known from the prior alone.
constexpr double prior_alone = 0.9;

double stated(const CalibrationTask& task, const std::string& name) {
    auto parameters = task.scenario.parameters;
    const auto table = table_of(parameters);
    return *table.find(name)->value;
}

double median_distance(const analysis::AbcGeneration& g) {
    std::vector<double> d;
    for (const auto& p : g.particles) d.push_back(p.distance);
    return analysis::median_of(std::move(d));
}

/// 1 / sum of squared weights: as many equally weighted particles say as much.
double worth_in_particles(const analysis::AbcGeneration& g) {
    double squares = 0;
    for (const auto& p : g.particles) squares += p.weight * p.weight;
    return 1 / squares;
}

}  // namespace

std::vector<FigureAgain> figures_again(const CalibrationTask& task, const CalibrationOutcome& outcome) {
    std::vector<FigureAgain> out;
    for (std::size_t t = 0; t < task.figures.size(); ++t) {
        const auto& figure = task.figures[t];
        FigureAgain again{figure.label(), figure.unit, figure.value, figure.tolerance};
        std::vector<double> values;
        for (const auto& answer : outcome.again) values.push_back(answer[t]);
        std::sort(values.begin(), values.end());
        const auto at = [&](double share) {
            return values.empty() ? std::nan("")
                                  : values[static_cast<std::size_t>(
                                        share * static_cast<double>(values.size() - 1) + 0.5)];
        };
        again.mean = std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
        again.low = at(tail);
        again.high = at(1 - tail);
        out.push_back(again);
    }
    return out;
}

std::string posterior_text(const CalibrationTask& task, const CalibrationOutcome& outcome) {
    const auto& last = outcome.result.generations.back();
    const auto& made = sim::provenance();
    const std::string adjusted = analysis::is_adjustable(task.setup, last)
                                     ? "moved by regression"
                                     : fmt::format("not moved by regression, for which {} are too few",
                                                   counted(last.particles.size(), "particle"));
    std::string out = fmt::format(
        "# {} equally weighted sets of parameters, fitted by weefsel calibrate {}\n"
        "# weefsel {} (commit {}), seed {}; {} runs, {} generations, last threshold {:.4g}; {}\n"
        "# targets and scenario: sha256 {}\n",
        task.rows, task.file, made.version, made.commit, task.scenario.seed, outcome.result.runs,
        outcome.result.generations.size(), last.threshold, adjusted, task.fingerprint);
    for (std::size_t i = 0; i < task.setup.free.size(); ++i)
        out += (i > 0 ? "," : "") + task.setup.free[i].name;
    out += "\n";
    for (const auto k : analysis::equally_weighted(outcome.posterior, task.rows)) {
        const auto& at = outcome.posterior.particles[k].at;
        for (std::size_t i = 0; i < at.size(); ++i)
            out += fmt::format("{}{:.6g}", i > 0 ? "," : "", analysis::unscaled(task.setup.free[i], at[i]));
        out += "\n";
    }
    return out;
}

std::string generations_text(const CalibrationOutcome& outcome) {
    std::string out = "generation,threshold,runs,accepted,acceptance,median_distance,effective_particles\n";
    for (std::size_t g = 0; g < outcome.result.generations.size(); ++g) {
        const auto& one = outcome.result.generations[g];
        out += fmt::format("{},{},{},{},{:.4f},{:.6g},{:.1f}\n", g + 1,
                           g == 0 ? "" : fmt::format("{:.6g}", one.threshold), one.attempts,
                           one.particles.size(),
                           static_cast<double>(one.particles.size()) / static_cast<double>(one.attempts),
                           median_distance(one), worth_in_particles(one));
    }
    return out;
}

std::string learnt_text(const CalibrationTask& task, const CalibrationOutcome& outcome,
                        const FitChecks& checks) {
    std::string out = "parameter,stated,mean,lower,upper,width_to_prior,recovered_r,recovered_inside\n";
    const auto learnt = analysis::learnt_of(task.setup, outcome.posterior);
    for (std::size_t i = 0; i < learnt.size(); ++i) {
        out += fmt::format("{},{:.6g},{:.6g},{:.6g},{:.6g},{:.3f}", task.setup.free[i].name,
                           stated(task, task.setup.free[i].name), learnt[i].mean, learnt[i].low,
                           learnt[i].high, learnt[i].width);
        out += i < checks.recovered.size() ? fmt::format(",{:.3f},{:.3f}\n", checks.recovered[i].correlation,
                                                         checks.recovered[i].inside)
                                           : ",,\n";
    }
    return out;
}

std::string figures_text(const CalibrationTask& task, const CalibrationOutcome& outcome) {
    std::string out = "figure,unit,published,tolerance,simulated,lower,upper\n";
    for (const auto& f : figures_again(task, outcome))
        out += fmt::format("{},{},{},{},{:.6g},{:.6g},{:.6g}\n", f.name, f.unit, f.published, f.tolerance,
                           f.mean, f.low, f.high);
    return out;
}

std::string end_text(const CalibrationTask& task, const CalibrationOutcome& outcome) {
    const auto& r = outcome.result;
    const std::string after = fmt::format("{} of {}, {} runs", counted(r.generations.size(), "generation"),
                                          task.setup.generations, r.runs);
    switch (r.end) {
        case analysis::AbcEnd::generations:
            return "All generations are done: " + after + ".";
        case analysis::AbcEnd::acceptance:
            return fmt::format("The next generation accepted less than {:g} % and was given up: {}.",
                               hundred * task.setup.minimal_acceptance, after);
        case analysis::AbcEnd::runs:
            return fmt::format("The permitted runs are made; the last generation that was whole counts: {}.",
                               after);
        default:
            return "Unfinished: " + after + ".";
    }
}

namespace {

constexpr std::size_t name_width = 36, number_width = 12;

/// What was learnt of each parameter, and whether a fit to made-up data finds it.
std::string parameters_table(const CalibrationTask& task, const CalibrationOutcome& outcome,
                             const FitChecks& checks) {
    constexpr std::size_t share_width = 9, recovered_width = 11;
    std::string out = padded("parameter", name_width) + right_aligned("stated", share_width) +
                      right_aligned("fitted", share_width) + "  " + padded("95 %", 2 * number_width) +
                      right_aligned("to prior", share_width) +
                      (checks.recovered.empty() ? "" : right_aligned("recovered", recovered_width)) + "\n";
    const auto learnt = analysis::learnt_of(task.setup, outcome.posterior);
    for (std::size_t i = 0; i < learnt.size(); ++i) {
        out +=
            padded(task.setup.free[i].name, name_width) +
            right_aligned(fmt::format("{:.4g}", stated(task, task.setup.free[i].name)), share_width) +
            right_aligned(fmt::format("{:.4g}", learnt[i].mean), share_width) + "  " +
            padded(fmt::format("{:.4g} to {:.4g}", learnt[i].low, learnt[i].high), 2 * number_width) +
            right_aligned(fmt::format("{:.2f}{}", learnt[i].width, learnt[i].width > prior_alone ? "*" : ""),
                          share_width);
        if (!checks.recovered.empty())
            out += right_aligned(fmt::format("{:.2f} {:3.0f} %", checks.recovered[i].correlation,
                                             hundred * checks.recovered[i].inside),
                                 recovered_width);
        out += "\n";
    }
    return out + wrapped(
                     "to prior: standard deviation against that of the prior (*: known from the prior "
                     "alone). recovered: in fits to made-up data, the correlation of true and fitted "
                     "values, and how often the 95 % held the true one.",
                     page_width);
}

std::string figures_table(const std::vector<FigureAgain>& figures) {
    std::string out = padded("figure", name_width) + right_aligned("published", number_width) +
                      right_aligned("simulated", number_width) + "  " +
                      padded("95 % of the sets", 2 * number_width) + "tolerance\n";
    for (const auto& f : figures)
        out += padded(f.name + (f.unit == "1" ? "" : ", " + f.unit), name_width) +
               right_aligned(fmt::format("{:.4g}", f.published), number_width) +
               right_aligned(fmt::format("{:.4g}", f.mean), number_width) + "  " +
               padded(fmt::format("{:.4g} to {:.4g}", f.low, f.high), 2 * number_width) +
               fmt::format("{:.3g}\n", f.tolerance);
    return out;
}

/// Of trials alone: what a fit to all others expects of each.
std::string left_out_table(const std::vector<LeftOutFigure>& rows) {
    std::string out;
    for (const auto& f : rows) {
        if (f.study.empty()) continue;
        constexpr double in_95 = 1.96;
        out += padded(f.figure, name_width) +
               right_aligned(fmt::format("{:.3g}", f.published), number_width) + "  " +
               padded(fmt::format("{:.3g} to {:.3g}", f.published - in_95 * f.tolerance,
                                  f.published + in_95 * f.tolerance),
                      2 * number_width) +
               right_aligned(fmt::format("{:.3g}", f.predicted.mean), number_width) +
               fmt::format("  {:.3g} to {:.3g}\n", f.predicted.low, f.predicted.high);
    }
    if (out.empty()) return out;
    return "\n" + padded("study left out", name_width) + right_aligned("published", number_width) + "  " +
           padded("95 %", 2 * number_width) + right_aligned("expected", number_width) + "  95 %\n" + out;
}

}  // namespace

std::string calibration_text(const CalibrationTask& task, const CalibrationOutcome& outcome,
                             const FitChecks& checks) {
    return wrapped(end_text(task, outcome), page_width) + "\n\n" + parameters_table(task, outcome, checks) +
           "\n\n" + figures_table(figures_again(task, outcome)) + left_out_table(checks.left_out);
}

}  // namespace weefsel::app
