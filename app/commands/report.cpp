#include <fmt/format.h>

#include "app/commands/all_commands.hpp"
#include "app/commands/command_line.hpp"
#include "app/compare/report_file.hpp"
#include "app/terminal/exit_codes.hpp"
#include "app/terminal/json_value.hpp"
#include "app/terminal/terminal.hpp"
#include "app/terminal/texts.hpp"

namespace weefsel::app {
namespace {

struct ReportArguments : CommonArguments {
    std::string results;  ///< file
    std::string out;      ///< file; empty: the default

    ReportArguments() { language = "nl"; }
};

std::string json_of_report(const analysis::ReportData& shown, const std::string& path) {
    Json out = made_by();
    out["files"] = {{"report", path}};
    out["title"] = shown.title;
    out["seed"] = shown.made.seed;
    out["options"] = Json::array();
    for (const auto& option : shown.options) out["options"].push_back(option.name);
    out["reference"] = shown.options.at(shown.reference).name;
    return text_of(out);
}

int run_report(const ReportArguments& arguments) {
    const std::string path = arguments.out.empty() ? report_beside(arguments.results) : arguments.out;
    check_report_place(path, arguments.results, arguments.force);
    const auto shown = analysis::report_of(analysis::read_results(arguments.results));
    writing([&] { write_report(shown, path, arguments.language); });
    const std::string head = fmt::format("{}, results of weefsel {}, seed {}", version_line(),
                                         shown.made.made.version, shown.made.seed);
    if (arguments.json) {
        say(head);
        put(json_of_report(shown, path));
        return exit_done;
    }
    put(head + "\n");
    if (!arguments.quiet) say("Report: " + path + " (opens in a browser)");
    return exit_done;
}

}  // namespace

void add_report(CommandLine& line) {
    auto [command, arguments] = line.add<ReportArguments>(
        "report", "Make the report of a result file: one page for a browser, without network",
        "  weefsel report out/first-look/results.h5          writes report.html beside it\n"
        "  weefsel report out/mine/results.h5 -o mine.html --lang en",
        run_report);
    command.add_option("RESULTS.h5", arguments.results, "Result file")->required();
    command
        .add_option("-o,--out", arguments.out,
                    "The page (default: report.html beside results.h5, NAME.html beside NAME.h5)")
        ->type_name("FILE.html");
    command
        .add_option("--lang", arguments.language,
                    "Language in which it opens: nl (default) or en; a button switches")
        ->type_name("LANG")
        ->check(CLI::IsMember({"nl", "en"}));
}

}  // namespace weefsel::app
