#include <fmt/format.h>

#include "analysis/results/digest_trace.hpp"
#include "app/commands/all_commands.hpp"
#include "app/commands/command_line.hpp"
#include "app/terminal/exit_codes.hpp"
#include "app/terminal/json_value.hpp"
#include "app/terminal/terminal.hpp"
#include "sim/month.hpp"

namespace weefsel::app {
namespace {

struct TraceArguments : CommonArguments {
    std::string file_a, file_b;  ///< result files
};

std::string trace_json(const analysis::Trace& trace) {
    Json out = made_by();
    out["equal"] = trace.equal();
    out["compared"] = trace.by_digest ? "digest" : "indicators";
    out["options"] = trace.options;
    out["partings"] = Json::array();
    for (const auto& p : trace.partings) {
        out["partings"].push_back({{"option", p.option},
                                   {"month", p.month},
                                   {"draw", p.draw},
                                   {"replicate", p.replicate},
                                   {"columns", p.columns},
                                   {"a", number(p.value_a)},
                                   {"b", number(p.value_b)}});
    }
    out["notes"] = trace.notes;
    return text_of(out);
}

std::string described(const analysis::Trace& trace, const analysis::Parting& p) {
    std::string out =
        fmt::format("{}: parts in month {} (year {}, month {} of it), draw {}, replicate {}, in {}", p.option,
                    p.month, (p.month - 1) / sim::months_per_year + 1,
                    (p.month - 1) % sim::months_per_year + 1, p.draw, p.replicate, p.columns.front());
    if (!trace.by_digest)
        out += fmt::format(" ({} against {})", static_cast<float>(p.value_a), static_cast<float>(p.value_b));
    if (p.columns.size() > 1) {
        out += "; in that month also in";
        for (std::size_t i = 1; i < p.columns.size(); ++i) out += (i == 1 ? " " : ", ") + p.columns[i];
    }
    return out + "\n";
}

int run_trace(const TraceArguments& arguments) {
    const auto trace = analysis::trace_files(arguments.file_a, arguments.file_b);
    if (arguments.json) {
        put(trace_json(trace));
        return exit_done;
    }
    if (!arguments.quiet) {
        for (const auto& note : trace.notes) say("note: " + note);
        if (!trace.by_digest) {
            say("note: indicators are compared; runs with --digests are compared by the columns of their "
                "state");
        }
    }
    std::string out;
    for (const auto& option : trace.options) {
        const analysis::Parting* found = nullptr;
        for (const auto& p : trace.partings) {
            if (p.option == option) found = &p;
        }
        out += found != nullptr ? described(trace, *found) : option + ": no difference\n";
    }
    put(trace.equal() ? "no difference\n" : out);
    return exit_done;
}

}  // namespace

void add_trace(CommandLine& line) {
    auto [command, arguments] = line.add<TraceArguments>(
        "trace", "Find the first month and column in which two result files part",
        "  weefsel trace out/a/results.h5 out/b/results.h5\n"
        "  weefsel compare my.toml -o out/a --digests    records the columns of the state",
        run_trace);
    command.add_option("A.h5", arguments.file_a, "Result file")->required();
    command.add_option("B.h5", arguments.file_b, "Result file")->required();
}

}  // namespace weefsel::app
