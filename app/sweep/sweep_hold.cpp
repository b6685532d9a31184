#include "app/sweep/sweep_hold.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <tuple>

#include "sim/error.hpp"

namespace weefsel::app {

std::vector<Shard> shards_at_work(const std::string& folder) {
    std::vector<Shard> out;
    std::error_code error;
    for (const auto& entry : std::filesystem::directory_iterator(folder, error)) {
        const auto shard = shard_of_status(entry.path().filename().string());
        if (shard && !shard->whole() && is_held(entry.path().string())) out.push_back(*shard);
    }
    std::sort(out.begin(), out.end(), [](const Shard& a, const Shard& b) {
        return std::tie(a.of, a.number) < std::tie(b.of, b.number);
    });
    return out;
}

std::string shards_text(const std::vector<Shard>& shards) {
    std::vector<std::string> names;
    for (const auto& shard : shards) names.push_back(fmt::format("{}/{}", shard.number, shard.of));
    return fmt::format("shard{} {}", names.size() == 1 ? "" : "s", fmt::join(names, ", "));
}

std::unique_ptr<Lock> hold_sweep(const std::string& folder, Hold hold, const std::string& way_out) {
    auto lock = std::make_unique<Lock>(folder + "/" + status_name({}), hold);
    if (lock->held()) return lock;
    const auto shards = shards_at_work(folder);
    lock->require(fmt::format("another process works on this sweep{}; {}",
                              shards.empty() ? "" : " (" + shards_text(shards) + ")", way_out));
    return lock;
}

std::unique_ptr<Lock> hold_shard(const std::string& folder, const Shard& shard, std::size_t batches) {
    // Its own first: of two that begin at once, one sees the other at least.
    auto lock = std::make_unique<Lock>(folder + "/" + status_name(shard), Hold::alone);
    lock->require(
        fmt::format("another process works on this shard of the sweep ({}/{}); wait for it, or give each "
                    "its own --shard i/n",
                    shard.number, shard.of));
    for (const auto& other : shards_at_work(folder)) {
        const auto batch = first_in_common(shard, other, batches);
        if (other == shard || !batch) continue;
        throw sim::InputError(
            {folder + "/" + status_name(other), 1, 1},
            fmt::format(
                "another process works on shard {}/{}, which has files in common with {}/{} (the first: "
                "{:06}.h5) and would simulate them twice; wait for it, or ask for --shard i/{} as it did",
                other.number, other.of, shard.number, shard.of, *batch + 1, other.of));
    }
    return lock;
}

}  // namespace weefsel::app
