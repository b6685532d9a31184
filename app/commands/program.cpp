#include "app/commands/program.hpp"

#include <exception>
#include <new>

#include "app/commands/all_commands.hpp"
#include "app/commands/command_line.hpp"
#include "app/terminal/exit_codes.hpp"
#include "app/terminal/terminal.hpp"
#include "app/terminal/texts.hpp"
#include "sim/error.hpp"
#include "sim/file_aside.hpp"

namespace weefsel::app {
namespace {

int run_unguarded(int argc, const char* const* argv) {
    CommandLine line;
    add_all_commands(line);
    const auto parsed = line.parse(argc, argv);
    if (!parsed.err.empty()) say(parsed.err.substr(0, parsed.err.find_last_not_of('\n') + 1));
    if (!parsed.out.empty()) put(parsed.out);
    return parsed.run ? parsed.run() : parsed.exit_code;
}

}  // namespace

int run_program(int argc, const char* const* argv) {
    sim::let_oversize_writes_fail();
    try {
        return run_unguarded(argc, argv);
    } catch (const sim::InputError& e) {
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

}  // namespace weefsel::app
