#pragma once
#include <cstddef>
#include <mutex>
#include <string>
#include <vector>

#include "app/sweep_manifest.hpp"
#include "app/sweep_plan.hpp"

namespace weefsel::app {

/// A part of the batches of a sweep: number `number` of `of` (from 1), every `of`-th batch.
struct Shard {
    std::size_t number = 1, of = 1;
    [[nodiscard]] bool has(std::size_t batch) const { return batch % of + 1 == number; }
    [[nodiscard]] bool whole() const { return of == 1; }
};

/// Reads `i/n`. Throws sim::InputError.
Shard read_shard(const std::string& text);

/// Sees to it that the folder is one of this sweep: makes it, with design.toml, design.csv and manifest.json,
/// or goes on with the batches (and their size) that are there. Throws sim::InputError when it holds another
/// sweep, unless `force`: then that is removed.
void prepare_folder(SweepPlan& plan, const std::string& folder, const Invocation& asked);

/// Takes away what writers that were killed left half written; for who holds the lock of the whole sweep.
void remove_parts(const std::string& folder);

/// What another rank than the one that prepared the folder asks: whether it would live the same. Throws
/// sim::InputError.
void require_same_sweep(SweepPlan& plan, const std::string& folder);

/// Batches of a shard that are not there yet.
std::vector<std::size_t> missing_batches(const std::string& folder, const analysis::SweepShape& shape,
                                         const Shard& shard);

/// `status.jsonl`, or `status-2of3.jsonl` of a shard: lines are only ever added, each in one write. Holds a
/// lock while it lives: throws sim::InputError when another process works on the same shard of the sweep, or
/// on a shard of one that is asked whole, or on the whole of one of which a shard is asked.
class StatusLog {
public:
    StatusLog(const std::string& folder, const Shard& shard);
    ~StatusLog();
    StatusLog(const StatusLog&) = delete;
    StatusLog& operator=(const StatusLog&) = delete;
    /// Thread safe. Throws std::runtime_error with path and reason.
    void add(const std::string& line);

private:
    std::string path_;
    int file_ = -1;
    std::mutex mutex_;
};

/// Entries of all status files of a folder by time, of one second in the order of each file; torn lines are
/// left out.
std::vector<StatusEntry> read_status(const std::string& folder);

}  // namespace weefsel::app
