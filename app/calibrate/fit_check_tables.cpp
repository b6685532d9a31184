#include "app/calibrate/fit_check_tables.hpp"

#include <fmt/format.h>

#include <map>

namespace weefsel::app {
namespace {

/// The figures of each study, in the order of the first.
std::vector<std::vector<std::size_t>> figures_by_study(const CalibrationTask& task) {
    std::vector<std::vector<std::size_t>> out;
    std::map<std::string, std::size_t> row;
    for (std::size_t t = 0; t < task.figures.size(); ++t) {
        const auto& study = task.figures[t].study;
        if (!study.empty()) {
            const auto [found, first] = row.try_emplace(study, out.size());
            if (!first) {
                out[found->second].push_back(t);
                continue;
            }
        }
        out.push_back({t});
    }
    return out;
}

/// What each particle of a generation answered, without the noise of the tolerances.
std::vector<analysis::Summaries> answers_of(const CalibrationOutcome& outcome, std::size_t generation) {
    std::vector<analysis::Summaries> out;
    for (const auto& p : outcome.result.generations[generation].particles)
        out.push_back(outcome.answers.at({generation, p.attempt}));
    return out;
}

}  // namespace

FitChecks fit_checks_of(const CalibrationTask& task, const CalibrationOutcome& outcome) {
    constexpr std::size_t cases = 100;
    const auto& generations = outcome.result.generations;
    FitChecks out;
    out.recovered = analysis::recovery_of(task.setup, generations.front(), cases);
    const auto studies = figures_by_study(task);
    if (studies.size() < 2) return out;
    const auto answers = answers_of(outcome, generations.size() - 1);
    for (const auto& study : studies) {
        const auto predicted = analysis::predicted_without(task.setup, generations.back(), answers, study);
        for (std::size_t k = 0; k < predicted.size(); ++k) {
            const auto& f = task.figures[study[k]];
            out.left_out.push_back({f.study, f.label(), f.unit, f.value, f.tolerance, predicted[k]});
        }
    }
    return out;
}

std::string left_out_text(const std::vector<LeftOutFigure>& rows) {
    std::string out = "study,figure,unit,published,tolerance,predicted,lower,upper\n";
    for (const auto& f : rows)
        out += fmt::format("{},{},{},{:.6g},{:.6g},{:.6g},{:.6g},{:.6g}\n", f.study, f.figure, f.unit,
                           f.published, f.tolerance, f.predicted.mean, f.predicted.low, f.predicted.high);
    return out;
}

}  // namespace weefsel::app
