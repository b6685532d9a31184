#pragma once

namespace weefsel::app {

class CommandLine;

/// Adds all commands, in the order in which `weefsel --help` lists them.
void add_all_commands(CommandLine& line);

// Each adds one command: its name, its flags, and the function that does what it promises.
void add_compare(CommandLine& line);
void add_run(CommandLine& line);
void add_check(CommandLine& line);
void add_new(CommandLine& line);
void add_neighbourhoods(CommandLine& line);
void add_design(CommandLine& line);
void add_sweep(CommandLine& line);
void add_status(CommandLine& line);
void add_merge(CommandLine& line);
void add_sensitivity(CommandLine& line);
void add_trace(CommandLine& line);
void add_resident(CommandLine& line);
void add_report(CommandLine& line);
void add_parameters(CommandLine& line);
void add_serve_runs(CommandLine& line);
void add_calibrate(CommandLine& line);
void add_validate(CommandLine& line);
void add_trials(CommandLine& line);
void add_class(CommandLine& line);

}  // namespace weefsel::app
