#include <exception>
#include <new>

#include "app/commands/command_line.hpp"
#include "app/commands/commands.hpp"
#include "app/terminal/exit_codes.hpp"
#include "app/terminal/terminal.hpp"
#include "app/terminal/texts.hpp"
#include "sim/error.hpp"
#include "sim/file_aside.hpp"

namespace {

using namespace weefsel::app;

int run_command(const Invocation& asked) {
    switch (asked.command) {
        case Command::compare:
            return command_compare(asked);
        case Command::run:
            return command_run(asked);
        case Command::check:
            return command_check(asked);
        case Command::fresh:
            return command_new(asked);
        case Command::design:
            return command_design(asked);
        case Command::sweep:
            return command_sweep(asked);
        case Command::status:
            return command_status(asked);
        case Command::merge:
            return command_merge(asked);
        case Command::sensitivity:
            return command_sensitivity(asked);
        case Command::trace:
            return command_trace(asked);
        case Command::resident:
            return command_resident(asked);
        case Command::report:
            return command_report(asked);
        case Command::parameters:
            return command_parameters(asked);
        case Command::serve_runs:
            return command_serve_runs(asked);
        case Command::calibrate:
            return command_calibrate(asked);
        case Command::validate:
            return command_validate(asked);
    }
    throw weefsel::sim::InvariantError("every command is carried out");
}

int guarded(int argc, char** argv) {
    const auto parsed = parse_command_line(argc, argv);
    if (!parsed.err.empty()) say(parsed.err.substr(0, parsed.err.find_last_not_of('\n') + 1));
    if (!parsed.out.empty()) put(parsed.out);
    return parsed.invocation ? run_command(*parsed.invocation) : parsed.exit_code;
}

}  // namespace

int main(int argc, char** argv) {
    weefsel::sim::let_oversize_writes_fail();
    try {
        return guarded(argc, argv);
    } catch (const weefsel::sim::InputError& e) {
        say(e.what());
        return exit_wrong_input;
    } catch (const CannotWrite& e) {
        say(std::string("weefsel: ") + e.what());
        return exit_wrong_input;
    } catch (const std::bad_alloc&) {
        say("weefsel: there is not enough memory; fewer replicates or neighbourhoods need less");
        return exit_failed;
    } catch (const std::exception& e) {
        say(std::string("weefsel: internal error: ") + e.what() + "\n(" + version_line() +
            "; please report this with the command and the scenario)");
        return exit_failed;
    }
}
