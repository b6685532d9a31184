#pragma once
#include <cstddef>
#include <string>
#include <vector>

#include "app/sweep/ranks.hpp"
#include "app/sweep/sweep_folder.hpp"
#include "app/sweep/sweep_plan.hpp"
#include "app/terminal/arguments.hpp"

namespace weefsel::app {

/// What living a sweep, or a part of it, came to.
struct SweepOutcome {
    std::size_t runs = 0;                     ///< of the whole sweep
    std::size_t mine = 0;                     ///< of this shard
    std::size_t found = 0;                    ///< of these, kept by an earlier command
    std::size_t simulated = 0;                ///< now, failed ones included
    std::vector<analysis::FailedRun> failed;  ///< of those simulated now
    bool interrupted = false;
    std::string cannot_write;  ///< why batches are missing; empty: nothing went wrong
    std::size_t silent = 0;    ///< workers of other ranks that did not answer when all had to stop
    std::size_t workers = 0;   ///< threads, of all ranks
    double seconds = 0;        ///< from the first batch to the last
    double seconds_working = 0, seconds_living = 0, seconds_writing = 0;  ///< summed over workers
    std::size_t messages = 0;                                             ///< answered by rank 0
    double seconds_serving = 0;
};

/// Simulates all batches of the shard that the folder does not hold, on threads and ranks. `log`: on rank 0;
/// on others null, where the outcome says nothing but what went wrong there.
SweepOutcome live_batches(const SweepPlan& plan, const std::string& folder, const Shard& shard,
                          const CommonArguments& arguments, Ranks& ranks, StatusLog* log);

/// Processor seconds that one run takes here, from the first run, or its years of the first few seconds.
double measured_seconds_a_run(const SweepPlan& plan);

/// Threads on each rank: those stated, else one under a launcher and all without.
int threads_a_rank(const CommonArguments& arguments, const Ranks& ranks);

}  // namespace weefsel::app
