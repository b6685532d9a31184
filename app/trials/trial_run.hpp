#pragma once
#include <string>
#include <vector>

#include "analysis/statistics/published_effect.hpp"
#include "app/terminal/arguments.hpp"
#include "models/question/trial.hpp"
#include "models/scenario/read_scenario.hpp"

namespace weefsel::app {

/// `sign_unsure`: the middle of the draws lies inside, but less than nine in ten of them have the sign that
/// the whole target has.
enum class TrialVerdict : std::uint8_t { inside, outside, sign_unsure, not_measured };

/// One measure of a trial with what was simulated.
struct TrialRow {
    const Trial* trial;
    const TrialMeasure* measure;
    analysis::PublishedEffect published, target;  ///< as printed, and scaled by `shrink`
    analysis::SimulatedEffect simulated;          ///< by twins
    double estimate;  ///< median over the draws of what the trial itself would have found; NaN: not to be had
    double control, treated;  ///< means over the draws
    double recruits, people;  ///< means over the draws: who took part, who was measured in both runs
    std::vector<double> by_draw;
    TrialVerdict verdict;
};

struct TrialResults {
    std::vector<Trial> trials;
    std::vector<TrialRow> rows;
    std::vector<std::string> failures;  ///< worlds that could not be simulated, and why
    bool inert = false;
    bool interrupted = false;
    double seconds = 0;

    [[nodiscard]] std::size_t count(TrialVerdict verdict) const;
    /// Measures of an effect whose target leaves out that there is none, and which lie inside all the same:
    /// with every effect of policy off there must be none.
    [[nodiscard]] std::vector<const TrialRow*> passed_inert() const;
    /// How many studies pass in measures of a kind, each study counted once: by the share of its measures
    /// that lie inside.
    struct Studies {
        double passed = 0;
        std::size_t all = 0;
    };
    [[nodiscard]] Studies studies(TrialKind kind) const;
};

/// Trial files of these paths (of a folder: its *.toml), in the order of their ids. Throws sim::InputError
/// with all that is wrong in all of them.
std::vector<Trial> read_trials(const std::vector<std::string>& paths);

/// Replays them. `inert`: with every effect of policy on residents off.
TrialResults run_trials(std::vector<Trial> trials, const Overrides& overrides, bool inert,
                        const CommonArguments& arguments);

}  // namespace weefsel::app
