#pragma once
#include <cstddef>
#include <functional>
#include <vector>

#include "models/world/departures.hpp"
#include "models/world/month_record.hpp"
#include "models/world/workspace.hpp"

namespace weefsel {

/// Works through the neighbourhoods of one municipality, side by side on so many threads, each with its own
/// workspace, and keeps what the month made for whoever looks at it when it is over.
class WorkerPool {
public:
    WorkerPool(int threads, std::size_t sites);

    /// Calls `act(site, workspace)` once for every site. What one of them throws is thrown again
    /// (as std::runtime_error with its reason) when the others are done.
    void each(const std::function<void(std::size_t, Workspace&)>& act);
    /// The same for `n` other things that do not touch each other, as municipalities.
    void each_of(std::size_t n, const std::function<void(std::size_t)>& act);
    /// Every site, for what needs no workspace.
    void each(const std::function<void(std::size_t)>& act) { each_of(months_.size(), act); }

    /// What this month made, per site.
    std::vector<MonthRecord>& months() { return months_; }
    /// Who left which neighbourhood this month.
    std::vector<Departures>& departures() { return departures_; }

private:
    void side_by_side(std::size_t n, const std::function<void(std::size_t, Workspace&)>& act);

    std::vector<Workspace> workspaces_;   ///< one a thread
    std::vector<MonthRecord> months_;     ///< per site
    std::vector<Departures> departures_;  ///< per site; nothing in it survives the month
};

}  // namespace weefsel
