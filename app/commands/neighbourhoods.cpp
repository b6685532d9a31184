#include <fmt/format.h>

#include "app/commands/all_commands.hpp"
#include "app/commands/command_line.hpp"
#include "app/neighbourhoods/figures_table.hpp"
#include "app/terminal/exit_codes.hpp"
#include "app/terminal/terminal.hpp"
#include "app/terminal/texts.hpp"

namespace weefsel::app {
namespace {

struct NeighbourhoodsArguments : CommonArguments, TableArguments {
    std::size_t at_most = 40;
};

int run_neighbourhoods(const NeighbourhoodsArguments& arguments) {
    const auto file = read_table(arguments);
    const auto rows = rows_found(file, arguments);
    put(arguments.json ? table_json(file, rows) : table_text(file, rows, arguments.at_most));
    if (arguments.quiet || arguments.json) return exit_done;
    say(wrapped(fmt::format("{} of {} in {}{}.", with_thousands(static_cast<double>(rows.size())),
                            counted(file.rows.size(), "row"), file.file,
                            file.year > 0 ? fmt::format(", figures of {}", file.year) : ""),
                page_width));
    if (rows.size() == 1 && row_of(file, *rows.front()).simulated)
        say(fmt::format("A scenario of it:\n  weefsel new my-neighbourhood --figures {} --code {}", file.file,
                        rows.front()->code));
    return exit_done;
}

}  // namespace

void add_neighbourhoods(CommandLine& line) {
    auto [command, arguments] = line.add<NeighbourhoodsArguments>(
        "neighbourhoods", "Look up neighbourhoods in a table of figures of the statistics office",
        "  weefsel neighbourhoods --figures kwb-2023.xlsx --find Zambesidreef\n"
        "  weefsel neighbourhoods --figures kwb-2023.xlsx --find \"Centrum, Utrecht\"\n"
        "  weefsel neighbourhoods --figures kwb-2023.xlsx --municipality Baarn\n"
        "Capitals, accents and hyphens do not matter. FILE is \"Kerncijfers wijken en buurten\" of a year "
        "(xlsx or\n"
        "CSV, https://www.cbs.nl/nl-nl/reeksen/publicatie/kerncijfers-wijken-en-buurten); the variable\n"
        "WEEFSEL_FIGURES may name it for good.",
        run_neighbourhoods);
    add_table(command, arguments);
    command.add_option("--at-most", arguments.at_most, "Print so many rows (default: 40; 0: all)")
        ->type_name("N");
}

}  // namespace weefsel::app
