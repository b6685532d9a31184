#pragma once
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "app/sweep/sweep_manifest.hpp"
#include "app/sweep/sweep_plan.hpp"
#include "app/terminal/arguments.hpp"

namespace weefsel::app {

/// What a sweep will take.
struct SweepEstimate {
    double seconds_a_run = 0;                        ///< measured here, on one thread
    std::size_t workers = 1, runs = 0, batches = 0;  ///< of this shard
    std::uint64_t shard_bytes = 0, file_bytes = 0;
    /// s; the last batch of each worker is half idle on average
    [[nodiscard]] double seconds() const;
};

/// How far a sweep is, from its files.
struct SweepState {
    std::size_t batches_done = 0, runs_done = 0;
    std::vector<StatusEntry> running;         ///< begun and not done, as far as the files say
    std::vector<analysis::FailedRun> failed;  ///< as the status lines say
    double seconds_left = 0;                  ///< as fast as until now, by those that run; 0: nobody knows
    bool merged = false;
};
SweepState state_of(const std::string& folder, const SweepManifest& manifest);

/// `7,168 points x 4 replicates = 28,672 runs of 2 options ...`
std::string plan_text(const SweepManifest& manifest);
std::string estimate_text(const SweepPlan& plan, const SweepEstimate& estimate);
std::string state_text(const SweepManifest& manifest, const SweepState& state);
/// Failed runs by reason, the most frequent first, each with one run that shows it.
std::string failures_text(const SweepManifest& manifest, const std::vector<analysis::FailedRun>& failed);

/// Puts a folder together into its sweep.h5; says progress on standard error unless `arguments.quiet`.
/// Returns what failed. Throws sim::InputError when batches are missing.
std::vector<analysis::FailedRun> merge_folder(const std::string& folder, SweepManifest manifest,
                                              const CommonArguments& arguments);

}  // namespace weefsel::app
