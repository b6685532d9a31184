#pragma once
#include <atomic>
#include <cstddef>
#include <functional>
#include <string>
#include <vector>

#include "models/question/scenario.hpp"
#include "models/question/trial.hpp"
#include "models/study/realisation.hpp"
#include "models/study/worker_pool.hpp"

namespace weefsel {

/// What a trial gave in one realisation, for one of its measures.
struct ReplayedMeasure {
    double effect;  ///< by twins: the same people with the same random numbers, all treated and none
    double
        estimate;  ///< the trial's own: a random half of them treated, each measured once; NaN: not to be had
    double control, treated;  ///< means of the twins; of an untreated change: at entry, and then
    std::size_t people;       ///< measured in both runs; 0 for indicators
};
struct ReplayedTrial {
    std::size_t recruits = 0;
    std::vector<ReplayedMeasure> measures;  ///< in the order of the file
};

/// Trials that are replayed in one world: the same scenario, and the same kinds of places to be opened, so
/// that no trial changes the world of another.
struct TrialGroup {
    std::string scenario;             ///< path
    std::vector<std::size_t> trials;  ///< rows of the list
};
/// In the order of the scenarios' paths.
std::vector<TrialGroup> groups_of(const std::vector<Trial>& trials);

/// What no file can say by itself: quantities that an effect cannot be expressed of. Throws sim::InputError.
void check_trials(const std::vector<Trial>& trials);

/// The scenario with an option for each arm that buys something (after those that it has), long enough for
/// all measures of these trials.
Scenario with_arms(Scenario scenario, const std::vector<const Trial*>& trials);

/// Replays trials in one realisation of `with_arms`: each treatment arm is done to everybody who was
/// recruited, in a copy of the world; the control arm in another, which trials whose control gets nothing
/// share. Gives a row a trial. When `stop` becomes true it throws sim::Interrupted within a simulated month.
/// `month_simulated` is called after each month of each run, and may be empty.
std::vector<ReplayedTrial> replay(const Realisation& realisation, const std::vector<const Trial*>& trials,
                                  WorkerPool& pool, const std::atomic<bool>* stop = nullptr,
                                  const std::function<void()>& month_simulated = {});
/// How many months the runs of one realisation have.
std::size_t months_of_runs(const std::vector<const Trial*>& trials);

}  // namespace weefsel
