#pragma once
#include <cstddef>
#include <cstdint>
#include <functional>
#include <vector>

#include "models/world/departures.hpp"
#include "models/world/workspace.hpp"

namespace weefsel {

/// Works through the neighbourhoods of one municipality, side by side on so many threads. Each
/// thread has its own workspace; what in it belongs to the neighbourhood goes along: offences and deaths
/// of the month, which are noted by the steps and read when the month is observed, and what one
/// neighbourhood knows and asks of the others.
class WorkerPool {
public:
    WorkerPool(int threads, std::size_t sites);

    /// Calls `act(site, workspace)` once for every site. What one of them throws is thrown again
    /// (as std::runtime_error with its reason) when the others are done.
    void each(const std::function<void(std::size_t, Workspace&)>& act);

    /// Who left which neighbourhood this month.
    std::vector<Departures>& departures() { return departures_; }

private:
    void visit(std::size_t site, Workspace& workspace,
               const std::function<void(std::size_t, Workspace&)>& act);

    std::vector<Workspace> workspaces_;              ///< one a thread
    std::vector<std::uint32_t> offences_;            ///< per site, see Workspace::offences
    std::vector<std::vector<std::uint64_t>> died_;   ///< per site, see Workspace::died
    std::vector<std::vector<std::uint16_t>> asked_;  ///< per site, see Workspace::asked_in_vain
    std::vector<std::vector<LonelyBeyond>> beyond_;  ///< per site, see Workspace::lonely_beyond
    std::vector<Departures> departures_;             ///< per site; nothing in it survives the month
};

}  // namespace weefsel
