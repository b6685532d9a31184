#include <fmt/format.h>

#include "app/commands/commands.hpp"
#include "app/compare/json_text.hpp"
#include "app/compare/report_file.hpp"
#include "app/terminal/exit_codes.hpp"
#include "app/terminal/terminal.hpp"
#include "app/terminal/texts.hpp"

namespace weefsel::app {

int command_report(const Invocation& asked) {
    const std::string path = asked.out.empty() ? report_beside(asked.file_a) : asked.out;
    judge_report_place(path, asked.file_a, asked.force);
    analysis::ReportData shown;
    writing([&] { shown = write_report(asked.file_a, path, asked.language); });
    const std::string head =
        fmt::format("{}, results of weefsel {}, seed {}", version_line(), shown.version, shown.seed);
    if (asked.json) {
        say(head);
        put(json_of_report(shown, path));
        return exit_done;
    }
    put(head + "\n");
    if (!asked.quiet) say("Report: " + path + " (opens in a browser)");
    return exit_done;
}

}  // namespace weefsel::app
