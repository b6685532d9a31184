#pragma once
#include <cstddef>
#include <optional>
#include <string>

namespace weefsel::app {

/// A part of the batches of a sweep: number `number` of `of` (from 1), every `of`-th batch.
struct Shard {
    std::size_t number = 1, of = 1;
    [[nodiscard]] bool has(std::size_t batch) const { return batch % of + 1 == number; }
    [[nodiscard]] bool whole() const { return of == 1; }
    friend bool operator==(const Shard&, const Shard&) = default;
};

/// Reads `i/n`. Throws sim::InputError.
Shard read_shard(const std::string& text);

/// The first of so many batches that two shards have in common. Shards of one number have none; a shard of
/// three and one of four have every twelfth.
std::optional<std::size_t> first_in_common(const Shard& one, const Shard& other, std::size_t batches);

/// Name of the file that holds the status lines of a shard: `status.jsonl` of the whole, `status-2of3.jsonl`.
std::string status_name(const Shard& shard);
/// The shard of which a file of that name holds status lines; none: it is no such file.
std::optional<Shard> shard_of_status(const std::string& name);

}  // namespace weefsel::app
