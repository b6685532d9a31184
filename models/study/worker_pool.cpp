#include "models/study/worker_pool.hpp"

#include <algorithm>
#include <atomic>
#include <stdexcept>

#include "sim/parallel.hpp"

namespace weefsel {

WorkerPool::WorkerPool(int threads, std::size_t sites)
    : workspaces_(std::clamp<std::size_t>(static_cast<std::size_t>(std::max(threads, 1)), 1, sites)),
      months_(sites),
      departures_(sites) {}

void WorkerPool::each(const std::function<void(std::size_t, Workspace&)>& act) {
    side_by_side(months_.size(), act);
}

void WorkerPool::each_of(std::size_t n, const std::function<void(std::size_t)>& act) {
    side_by_side(n, [&](std::size_t i, Workspace&) { act(i); });
}

void WorkerPool::side_by_side(std::size_t n, const std::function<void(std::size_t, Workspace&)>& act) {
    const std::size_t team = std::min(workspaces_.size(), n);
    if (team <= 1) {
        for (std::size_t i = 0; i < n; ++i) act(i, workspaces_[0]);
        return;
    }
    std::atomic<std::size_t> next{0};  // which thread takes which one changes nothing but the time
    const auto failures = sim::parallel_for_each(team, static_cast<int>(team), [&](std::size_t worker) {
        for (std::size_t i = next++; i < n; i = next++) act(i, workspaces_[worker]);
    });
    if (!failures.empty()) throw std::runtime_error(failures.front().reason);
}

}  // namespace weefsel
