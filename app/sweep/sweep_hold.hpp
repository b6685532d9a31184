#pragma once
#include <memory>
#include <string>
#include <vector>

#include "app/compare/lock.hpp"
#include "app/sweep/shard.hpp"

namespace weefsel::app {

/// Holds the sweep in a folder (its `status.jsonl`): alone to live the whole of it or to take it away,
/// together to live a shard or to merge. Throws sim::InputError that says who is in the way, and `way_out`.
std::unique_ptr<Lock> hold_sweep(const std::string& folder, Hold hold, const std::string& way_out);

/// Holds a shard of a sweep of so many batches, so that no other process lives it, or one of another number
/// with which it has batches in common. Throws sim::InputError that says who is in the way.
std::unique_ptr<Lock> hold_shard(const std::string& folder, const Shard& shard, std::size_t batches);

/// Shards on which processes work now, this one among them, in the order of their names; a disk without locks
/// tells of none.
std::vector<Shard> shards_at_work(const std::string& folder);

/// "shard 1/3", or "shards 1/3, 2/3".
std::string shards_text(const std::vector<Shard>& shards);

}  // namespace weefsel::app
