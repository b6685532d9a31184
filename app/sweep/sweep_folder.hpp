#pragma once
#include <cstddef>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "app/sweep/shard.hpp"
#include "app/sweep/sweep_arguments.hpp"
#include "app/sweep/sweep_hold.hpp"
#include "app/sweep/sweep_manifest.hpp"
#include "app/sweep/sweep_plan.hpp"

namespace weefsel::app {

/// Sees to it that the folder is one of this sweep: makes it, with design.toml, design.csv and manifest.json,
/// or goes on with the batches (and their size) that are there. Gives the hold of it (see hold_sweep), under
/// which it was made: alone for the whole, together for a shard. Throws sim::InputError when others work
/// there, or when it holds another sweep, unless `force`: then that is removed.
std::unique_ptr<Lock> prepare_folder(SweepPlan& plan, const std::string& folder, const Shard& shard,
                                     const SweepArguments& arguments);

/// Takes away what writers that were killed left half written; for who holds the lock of the whole sweep.
void remove_parts(const std::string& folder);

/// What another rank than the one that prepared the folder asks: whether it would live the same. Throws
/// sim::InputError.
void require_same_sweep(SweepPlan& plan, const std::string& folder);

/// Batches of a shard that are not there yet.
std::vector<std::size_t> missing_batches(const std::string& folder, const analysis::SweepShape& shape,
                                         const Shard& shard);

/// `status.jsonl`, or `status-2of3.jsonl` of a shard: lines are only ever added, each in one write. Holds the
/// sweep, and the shard of it, while it lives: a whole sweep goes beside nobody, shards go beside those with
/// which they have no batch in common (see hold_sweep, hold_shard). Throws sim::InputError.
class StatusLog {
public:
    /// `whole`: as prepare_folder gave it.
    StatusLog(const std::string& folder, const Shard& shard, std::size_t batches,
              std::unique_ptr<Lock> whole);
    /// Thread safe. Throws std::runtime_error with path and reason.
    void add(const std::string& line);

private:
    std::string path_;
    std::unique_ptr<Lock> whole_, own_;
    int file_ = -1;
    std::mutex mutex_;
};

/// Entries of all status files of a folder by time, of one second in the order of each file; torn lines are
/// left out.
std::vector<StatusEntry> read_status(const std::string& folder);

}  // namespace weefsel::app
