#pragma once
#include <string>
#include <vector>

#include "analysis/results/cube.hpp"
#include "analysis/results/parts.hpp"
#include "analysis/results/results_file.hpp"
#include "analysis/statistics/interval.hpp"
#include "app/terminal/arguments.hpp"
#include "models/study/study.hpp"

namespace weefsel::app {

/// The lives of the residents of month 0 in the first world, by option; empty when it was not simulated just
/// now.
struct FirstLives {
    std::vector<LifeHistories> lives;
    std::vector<sim::BirthNumber> founders;  ///< ascending
};

/// What an ensemble came to.
struct StudyOutcome {
    analysis::Cube cube;
    std::vector<sim::Failure> failures;  ///< by number of the unit
    bool interrupted = false;
    std::size_t units = 0;
    std::size_t finished = 0;  ///< now or by an earlier run
    std::size_t found = 0;     ///< of these, by an earlier run
    double seconds = 0;
    FirstLives first{};  ///< where so few people live that lives are told
};

/// Simulates all units of a study that `parts` does not hold yet, keeps each as soon as it is done, and
/// gathers all. Stops early when the person asks for it. Throws CannotWrite when a unit cannot be kept.
/// `told`: what is noticeable, where the person is told what it has come to so far; else none.
StudyOutcome run_study(const Study& study, const analysis::Parts& parts, const CommonArguments& arguments,
                       const std::vector<analysis::Noticeable>* told = nullptr);

/// Whether a comparison tells a few lives.
bool lives_are_told(const Scenario& scenario);

/// The kept units of a study at `root`: of this scenario, this program version and these digests only.
analysis::Parts parts_of(const Study& study, const std::string& root);

/// Where its streets lie, as a table of the result file.
analysis::ResultTable places_table(const Study& study, const analysis::Names& names);

/// Which unit failed, with which chance and why; one line each.
std::string describe_failures(const Study& study, const std::vector<sim::Failure>& failures);

/// Says what is kept and how to go on; the exit code for that.
int say_interrupted(const CommonArguments& arguments, const StudyOutcome& outcome,
                    const std::string& parts_root);
/// Says which worlds failed, if any; the exit code for that, or for a run that is done.
int say_failed(const Study& study, const StudyOutcome& outcome);

}  // namespace weefsel::app
