#include <fmt/format.h>

#include "analysis/results/digest_trace.hpp"
#include "app/commands/commands.hpp"
#include "app/compare/json_text.hpp"
#include "app/terminal/exit_codes.hpp"
#include "app/terminal/terminal.hpp"
#include "sim/month.hpp"

namespace weefsel::app {
namespace {

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

}  // namespace

int command_trace(const Invocation& asked) {
    const auto trace = analysis::trace_files(asked.file_a, asked.file_b);
    if (asked.json) {
        put(json_of_trace(trace));
        return exit_done;
    }
    if (!asked.quiet) {
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

}  // namespace weefsel::app
