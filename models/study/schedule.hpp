#pragma once
#include <string_view>
#include <vector>

namespace weefsel {

struct MonthUnderWay;

/// One process of the month, or a part of the process named before it.
struct ScheduledProcess {
    int step;               ///< 1 to 10
    std::string_view name;  ///< of the function
    std::string_view file;  ///< under models/
    std::string_view does;
    bool part = false;                      ///< called by the last process that is no part
    void (*run)(MonthUnderWay&) = nullptr;  ///< none: a part, or done around the month of one neighbourhood
};

/// Names of the ten steps; element 0 is step 1.
const std::vector<std::string_view>& schedule_steps();

/// All that happens in a month, in the order in which it happens: `step_month` runs it, the documentation
/// prints it. A test compares the names with what each row runs, and with the calls in the processes that
/// have parts.
const std::vector<ScheduledProcess>& schedule();

}  // namespace weefsel
