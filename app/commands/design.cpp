#include <fmt/format.h>

#include <bit>
#include <cstdint>
#include <optional>

#include "app/commands/all_commands.hpp"
#include "app/commands/command_line.hpp"
#include "app/sweep/design_work.hpp"
#include "app/sweep/sweep_json.hpp"
#include "app/sweep/sweep_plan.hpp"
#include "app/terminal/exit_codes.hpp"
#include "app/terminal/interrupt.hpp"
#include "app/terminal/terminal.hpp"
#include "app/terminal/texts.hpp"
#include "sim/file_aside.hpp"

namespace weefsel::app {

namespace {

struct DesignArguments : CommonArguments {
    std::string design;                ///< file
    std::string out;                   ///< file; empty: standard output
    std::optional<std::int64_t> seed;  ///< absent: the design's
};

int make_design(const DesignArguments& arguments) {
    auto design = read_whole_design(arguments.design);
    constexpr std::int64_t max_seed = 0xffffffff;
    if (arguments.seed) {
        if (*arguments.seed < 0 || *arguments.seed > max_seed)
            throw sim::InputError(
                {"--seed", 1, 1},
                fmt::format("must be a whole number from 0 to {}; found {}", max_seed, *arguments.seed));
        design.seed = static_cast<std::uint32_t>(*arguments.seed);
    }
    watch_for_interrupt();
    const auto points = made_points(design, arguments);
    const auto table = written_points(points, design, arguments);
    say(fmt::format("{}, seed {}", version_line(), design.seed));
    if (!arguments.quiet && design.kind == analysis::DesignKind::sobol && !std::has_single_bit(design.points))
        say(fmt::format("warning: {} base points; the sequence is balanced at powers of two, as {} or {}",
                        design.points, std::bit_floor(design.points), std::bit_ceil(design.points)));
    if (!arguments.out.empty()) writing([&] { sim::write_whole(arguments.out, table); });
    if (arguments.json) {
        put(json_of_design(design, points, arguments.out));
    } else if (arguments.out.empty()) {
        put_table(table);
    }
    if (!arguments.quiet && !arguments.out.empty())
        say(fmt::format("{} of {} ({}): {}", counted(points.rows(), "point"),
                        counted(points.columns(), "factor"), analysis::name_of(design.kind), arguments.out));
    return exit_done;
}

int run_design(const DesignArguments& arguments) {
    try {
        return make_design(arguments);
    } catch (const sim::Interrupted&) {
        say("Interrupted; nothing was written.");
        return exit_interrupted;
    }
}

}  // namespace

void add_design(CommandLine& line) {
    auto [command, arguments] =
        line.add<DesignArguments>("design", "Make the points of a design; run nothing",
                                  "  weefsel design scenarios/designs/first-sweep.toml -o points.csv\n"
                                  "  weefsel design my-design.toml | head",
                                  run_design);
    command.add_option("DESIGN", arguments.design, "Design file (TOML)")->required();
    command.add_option("-o,--out", arguments.out, "Table of the points (default: standard output)")
        ->type_name("FILE.csv");
    command.add_option("--seed", arguments.seed, "Seed of the points (default: the design's)")
        ->type_name("S");
}

}  // namespace weefsel::app
