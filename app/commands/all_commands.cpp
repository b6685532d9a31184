#include "app/commands/all_commands.hpp"

namespace weefsel::app {

void add_all_commands(CommandLine& line) {
    add_compare(line);
    add_run(line);
    add_check(line);
    add_new(line);
    add_neighbourhoods(line);
    add_design(line);
    add_sweep(line);
    add_status(line);
    add_merge(line);
    add_sensitivity(line);
    add_trace(line);
    add_resident(line);
    add_report(line);
    add_parameters(line);
    add_serve_runs(line);
    add_calibrate(line);
    add_validate(line);
    add_trials(line);
    add_class(line);
}

}  // namespace weefsel::app
