#pragma once
#include "app/commands/command_line.hpp"

namespace weefsel::app {

/// Each does what one command promises and returns the exit code. Throws sim::InputError for wrong
/// input and CannotWrite for a place that cannot be written (both exit 2).
int command_compare(const Invocation& asked);
int command_run(const Invocation& asked);
int command_check(const Invocation& asked);
int command_new(const Invocation& asked);
int command_design(const Invocation& asked);
int command_sweep(const Invocation& asked);
int command_status(const Invocation& asked);
int command_merge(const Invocation& asked);
int command_sensitivity(const Invocation& asked);
int command_trace(const Invocation& asked);
int command_resident(const Invocation& asked);
int command_report(const Invocation& asked);
int command_parameters(const Invocation& asked);
int command_serve_runs(const Invocation& asked);
int command_calibrate(const Invocation& asked);
int command_validate(const Invocation& asked);

}  // namespace weefsel::app
