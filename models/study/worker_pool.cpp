#include "models/study/worker_pool.hpp"

#include <algorithm>
#include <atomic>
#include <stdexcept>
#include <utility>

#include "sim/parallel.hpp"

namespace weefsel {

WorkerPool::WorkerPool(int threads, std::size_t sites)
    : workspaces_(std::clamp<std::size_t>(static_cast<std::size_t>(std::max(threads, 1)), 1, sites)),
      offences_(sites, 0),
      died_(sites),
      asked_(sites),
      beyond_(sites),
      departures_(sites) {}

void WorkerPool::visit(std::size_t site, Workspace& workspace,
                       const std::function<void(std::size_t, Workspace&)>& act) {
    workspace.offences = offences_[site];
    workspace.died.swap(died_[site]);
    workspace.asked_in_vain.swap(asked_[site]);
    workspace.lonely_beyond.swap(beyond_[site]);
    act(site, workspace);
    offences_[site] = workspace.offences;
    workspace.died.swap(died_[site]);
    workspace.asked_in_vain.swap(asked_[site]);
    workspace.lonely_beyond.swap(beyond_[site]);
}

void WorkerPool::each(const std::function<void(std::size_t, Workspace&)>& act) {
    const std::size_t sites = offences_.size(), team = workspaces_.size();
    if (team == 1) {
        for (std::size_t site = 0; site < sites; ++site) visit(site, workspaces_[0], act);
        return;
    }
    std::atomic<std::size_t> next{0};  // which thread takes which site changes nothing but the time
    const auto failures = sim::parallel_for_each(team, static_cast<int>(team), [&](std::size_t worker) {
        for (std::size_t site = next++; site < sites; site = next++) visit(site, workspaces_[worker], act);
    });
    if (!failures.empty()) throw std::runtime_error(failures.front().reason);
}

}  // namespace weefsel
