#include <fmt/format.h>

#include <bit>

#include "app/commands/commands.hpp"
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

int make_design(const Invocation& asked) {
    auto design = read_design_asked(asked);
    constexpr std::int64_t most_seed = 0xffffffff;
    if (asked.overrides.seed) {
        if (*asked.overrides.seed < 0 || *asked.overrides.seed > most_seed)
            throw sim::InputError({"--seed", 1, 1},
                                  fmt::format("must be a whole number from 0 to {}; found {}", most_seed,
                                              *asked.overrides.seed));
        design.seed = static_cast<std::uint32_t>(*asked.overrides.seed);
    }
    watch_for_interrupt();
    const auto points = made_points(design, asked);
    const auto table = written_points(points, design, asked);
    say(fmt::format("{}, seed {}", version_line(), design.seed));
    if (!asked.quiet && design.kind == analysis::DesignKind::sobol && !std::has_single_bit(design.points))
        say(fmt::format("warning: {} base points; the sequence is balanced at powers of two, as {} or {}",
                        design.points, std::bit_floor(design.points), std::bit_ceil(design.points)));
    if (!asked.out.empty()) writing([&] { sim::write_whole(asked.out, table); });
    if (asked.json) {
        put(json_of_design(design, points, asked.out));
    } else if (asked.out.empty()) {
        put_table(table);
    }
    if (!asked.quiet && !asked.out.empty())
        say(fmt::format("{} of {} ({}): {}", counted(points.rows(), "point"),
                        counted(points.columns(), "factor"), analysis::name_of(design.kind), asked.out));
    return exit_done;
}

}  // namespace

int command_design(const Invocation& asked) {
    try {
        return make_design(asked);
    } catch (const sim::Interrupted&) {
        say("Interrupted; nothing was written.");
        return exit_interrupted;
    }
}

}  // namespace weefsel::app
