#pragma once
#include <string_view>
#include <vector>

namespace weefsel {

/// One process of the month as the code calls it, or a part of the process named before it.
struct ScheduledProcess {
    int step;  ///< 1 to 10
    std::string_view name;
    std::string_view file;  ///< under models/
    std::string_view does;
    bool part = false;  ///< called by the last process that is no part
};

/// Names of the ten steps; element 0 is step 1.
const std::vector<std::string_view>& schedule_steps();

/// All that happens in a month, in the order in which it happens. A test compares the names and
/// their order with the calls in `step_month` and in the processes that have parts.
const std::vector<ScheduledProcess>& schedule();

}  // namespace weefsel
