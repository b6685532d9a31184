#pragma once
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "analysis/sensitivity/sweep_outputs.hpp"
#include "models/question/scenario.hpp"
#include "models/scenario/old_names.hpp"
#include "models/scenario/read_scenario.hpp"

namespace weefsel::app {

enum class Command {
    compare,
    run,
    check,
    fresh,
    design,
    sweep,
    status,
    merge,
    sensitivity,
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
    std::string design;  ///< file of a design
    std::string folder;  ///< of a sweep
    std::string shard;   ///< i/n; empty: the whole sweep
    int batch = 0;       ///< runs in a file; 0: as many as suits
    bool dry_run = false;
    std::string values;              ///< table of outputs of any model, beside a table of points as `design`
    std::string method;              ///< of indices; empty: what suits the points
    std::string predict;             ///< table of points at which an emulator is asked; empty: indices
    bool worth = false;              ///< in place of indices: what knowing each uncertainty would be worth
    analysis::OutputFilter outputs;  ///< of which indices are wanted
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
    std::optional<int> stopped_after;  ///< years after which options are stopped; 0: never; absent: half way
    int side_worlds = 8;               ///< in which options are stopped or taken apart
    int respondents = 0;               ///< of the city's own monitor; 0: the usual share of the residents
    std::vector<std::string> noticeable;  ///< NAME=VALUE: differences worth noticing, where not the usual
    bool mechanisms = false;              ///< take differences apart by mechanism
    int threads = 0;                      ///< 0: all
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

/// `old_names`: flags that were renamed and are still understood; `err` then says so beside the invocation.
Parsed parse_command_line(int argc, const char* const* argv,
                          std::span<const sim::Renamed> old_names = old_flags);

}  // namespace weefsel::app
