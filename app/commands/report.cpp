#include <fmt/format.h>

#include "app/commands/commands.hpp"
#include "app/compare/report_file.hpp"
#include "app/terminal/exit_codes.hpp"
#include "app/terminal/json_value.hpp"
#include "app/terminal/terminal.hpp"
#include "app/terminal/texts.hpp"

namespace weefsel::app {
namespace {

std::string json_of_report(const analysis::ReportData& shown, const std::string& path) {
    Json out = made_by();
    out["files"] = {{"report", path}};
    out["title"] = shown.title;
    out["seed"] = shown.seed;
    out["options"] = Json::array();
    for (const auto& option : shown.options) out["options"].push_back(option.name);
    out["reference"] = shown.options.at(shown.reference).name;
    return text_of(out);
}

}  // namespace

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
