#pragma once
#include <optional>
#include <string>
#include <vector>

#include "models/scenario.hpp"

namespace weefsel::app {

enum class Command {
    compare,
    run,
    check,
    fresh,
    trace,
    resident,
    report,
    parameters,
    serve_runs,
    calibrate,
    validate
};

/// What was asked on the command line.
struct Invocation {
    Command command = Command::compare;
    std::string typed;  ///< the whole command, for the record
    std::string scenario;
    std::string out;  ///< folder or file; empty: the default
    std::string option;
    std::string name;
    std::string file_a, file_b;
    std::optional<std::int64_t> id;  ///< of a resident, from 1
    int replicate = 1, draw = 1;     ///< from 1
    std::string targets;             ///< file of patterns or of targets; empty: the patterns that ship
    std::string monitor;             ///< file of a health monitor by neighbourhood; empty: none
    std::string figures;             ///< file of Kerncijfers whose neighbourhoods are compared with it
    std::string language = "nl";     ///< in which a report opens and a life is told
    std::string format = "md";
    std::string table = "parameters";
    std::vector<std::string> indicators;  ///< that a door answers; none: all
    std::vector<int> at_years;            ///< at which it answers; none: 4, 8, 20 and the end
    Overrides overrides;
    int threads = 0;  ///< 0: all
    bool digests = false;
    bool quiet = false;
    bool json = false;
    bool force = false;
    bool strict = false;
};

/// An invocation, or what to print instead (help, version, what is wrong) and the exit code.
struct Parsed {
    std::optional<Invocation> invocation;
    std::string out;
    std::string err;
    int exit_code = 0;
};

Parsed parse_command_line(int argc, const char* const* argv);

}  // namespace weefsel::app
