#include <fmt/format.h>

#include <exception>
#include <memory>
#include <optional>
#include <utility>

#include "app/commands/all_commands.hpp"
#include "app/commands/command_line.hpp"
#include "app/compare/output_place.hpp"
#include "app/compare/prepare.hpp"
#include "app/sweep/ranks.hpp"
#include "app/sweep/sweep_folder.hpp"
#include "app/sweep/sweep_json.hpp"
#include "app/sweep/sweep_run.hpp"
#include "app/sweep/sweep_text.hpp"
#include "app/terminal/exit_codes.hpp"
#include "app/terminal/interrupt.hpp"
#include "app/terminal/terminal.hpp"
#include "app/terminal/texts.hpp"
#include "sim/progress.hpp"

namespace weefsel::app {
namespace {

/// A sweep in its folder, locked for this process.
struct Prepared {
    SweepPlan plan;
    Shard shard;
    std::string folder;
    std::unique_ptr<StatusLog> log;  ///< on rank 0
};

/// Does something on every rank; when it throws on any, all end: one of them says why.
template <class Do>
void on_all(Ranks& ranks, Do&& something) {
    std::exception_ptr wrong;
    try {
        something();
    } catch (...) { wrong = std::current_exception(); }
    const bool first_is_well = ranks.broadcast(wrong == nullptr);
    if (ranks.all_reduce(wrong == nullptr)) return;
    ranks.part();
    if (wrong != nullptr && (ranks.first() || first_is_well)) std::rethrow_exception(wrong);
    throw sim::Interrupted();  // said elsewhere
}

/// Options that were not equal in money before anything was varied; with levers that is no question.
void check_money(const SweepPlan& plan) {
    if (!plan.base.asks_equal_money()) return;
    for (const auto& factor : plan.design.factors)
        if (factor.lever) return;
    if (auto problems = check_money_of({plan.loaded.file, plan.overrides}, plan.base); !problems.empty())
        throw sim::InputError(problems);
}

SweepEstimate estimate_of(const SweepPlan& plan, const Shard& shard, std::size_t workers) {
    const auto& shape = plan.manifest.shape;
    SweepEstimate e;
    e.workers = workers;
    for (std::size_t batch = 0; batch < shape.batches(); ++batch) {
        if (!shard.has(batch)) continue;
        ++e.batches;
        e.runs += shape.runs_of(batch);
    }
    e.seconds_a_run = measured_seconds_a_run(plan);
    e.shard_bytes = analysis::bytes_of_shards(shape);
    e.file_bytes = analysis::bytes_of_sweep_file(shape, plan.points.columns());
    return e;
}

int say_stopped(const SweepPlan& plan, const SweepOutcome& outcome, const SweepArguments& arguments,
                const std::string& folder) {
    if (outcome.silent > 0)
        say(fmt::format("weefsel: {} of other ranks {} not answer.", counted(outcome.silent, "worker"),
                        outcome.silent == 1 ? "does" : "do"));
    if (!outcome.cannot_write.empty()) {
        say("weefsel: " + outcome.cannot_write);
        say(fmt::format("What is done is kept in {}; the same command goes on from there.", folder));
        return exit_wrong_input;
    }
    if (arguments.json) put(json_of_sweep(plan, outcome, folder, ""));
    say(
        fmt::format("\nInterrupted: {} of {} runs are finished and kept in {}. The same command goes on from "
                    "there:\n  {}",
                    outcome.found + outcome.simulated, outcome.mine, folder, arguments.typed));
    return exit_interrupted;
}

/// All that failed in a shard, whether this command simulated it or an earlier one.
std::vector<analysis::FailedRun> failed_in(const Shard& shard, const analysis::SweepShape& shape,
                                           const std::string& folder) {
    std::vector<analysis::FailedRun> failed;
    for (std::size_t number = 0; number < shape.batches(); ++number) {
        if (!shard.has(number)) continue;
        const auto batch = analysis::read_batch(folder, shape, number);
        failed.insert(failed.end(), batch.failed.begin(), batch.failed.end());
    }
    return failed;
}

/// What rank 0 does when all runs are there: one file of the whole, unless other shards may still run.
int finish(const SweepPlan& plan, const Shard& shard, SweepOutcome outcome, const SweepArguments& arguments,
           const std::string& folder) {
    auto& failed = outcome.failed;
    std::string merged;
    if (shard.whole()) {
        failed = merge_folder(folder, plan.manifest, arguments);
        merged = folder + "/sweep.h5";
    } else {
        failed = failed_in(shard, plan.manifest.shape, folder);
    }
    say_time_in_hooks(arguments, plan.base);
    if (arguments.json) put(json_of_sweep(plan, outcome, folder, merged));
    if (!arguments.quiet && !arguments.json) {
        say(fmt::format("{} in {}, {} kept by an earlier command.", counted(outcome.simulated, "run"),
                        sim::duration_text(outcome.seconds), outcome.found));
        say(merged.empty()
                ? fmt::format("Part {} of {} is done; when all are: weefsel merge {}", shard.number, shard.of,
                              folder)
                : fmt::format("Results: {} (HDF5; dimensions point, option, replicate, year)", merged));
    }
    if (failed.empty()) return exit_done;
    say(fmt::format("weefsel: {} of {} runs failed and are empty in the results:\n{}", failed.size(),
                    outcome.mine, failures_text(plan.manifest, failed)));
    return exit_failed;
}

void prepare(Prepared& it, const SweepArguments& arguments, Ranks& ranks) {
    on_all(ranks, [&] {
        if (!arguments.shard.empty()) it.shard = read_shard(arguments.shard);
        it.plan = plan_sweep(arguments);
        it.folder = arguments.out.empty() ? default_folder(arguments.design) : arguments.out;
        if (ranks.first()) check_money(it.plan);
    });
    if (arguments.dry_run) return;
    on_all(ranks, [&] {
        if (!ranks.first()) return;
        auto hold = prepare_folder(it.plan, it.folder, it.shard, arguments);
        it.log = std::make_unique<StatusLog>(it.folder, it.shard, it.plan.manifest.shape.batches(),
                                             std::move(hold));
        if (it.shard.whole()) writing([&] { remove_parts(it.folder); });
    });
    on_all(ranks, [&] {
        if (!ranks.first()) require_same_sweep(it.plan, it.folder);
    });
}

int sweep(const SweepArguments& arguments, Ranks& ranks) {
    Prepared it;
    watch_for_interrupt();
    prepare(it, arguments, ranks);
    const auto workers =
        static_cast<std::size_t>(threads_a_rank(arguments, ranks)) * static_cast<std::size_t>(ranks.size());
    if (ranks.first()) {
        say_seed(arguments, it.plan.base);
        say_warnings(arguments, it.plan.base);
    }
    if (arguments.dry_run) {
        ranks.part();
        if (!ranks.first()) return exit_done;
        const auto estimate = estimate_of(it.plan, it.shard, workers);
        put(arguments.json ? json_of_dry_run(it.plan, estimate) : estimate_text(it.plan, estimate));
        return exit_done;
    }
    if (ranks.first() && !arguments.quiet) say(plan_text(it.plan.manifest));
    const auto outcome = live_batches(it.plan, it.folder, it.shard, arguments, ranks, it.log.get());
    if (ranks.first() && outcome.interrupted) {
        // Said before the ranks part: a launcher that ends all lets nobody part.
        const int code = say_stopped(it.plan, outcome, arguments, it.folder);
        if (outcome.silent > 0) ranks.give_up(code);
        ranks.part();
        return code;
    }
    ranks.part();
    if (!ranks.first()) {
        if (!outcome.cannot_write.empty()) return exit_wrong_input;  // rank 0 said why
        return outcome.interrupted ? exit_interrupted : exit_done;
    }
    return finish(it.plan, it.shard, outcome, arguments, it.folder);
}

int run_sweep(const SweepArguments& arguments) {
    Ranks ranks;
    try {
        return sweep(arguments, ranks);
    } catch (const sim::Interrupted&) {
        if (!stop_requested()) return exit_wrong_input;  // another rank said why
        if (ranks.first()) say("Interrupted before the first run.");
        return exit_interrupted;
    } catch (const sim::InputError&) { throw; } catch (const CannotWrite&) {
        throw;
    } catch (const std::exception& e) {
        if (ranks.size() > 1) {
            say(std::string("weefsel: internal error: ") + e.what());
            ranks.give_up(exit_failed);
        }
        throw;
    }
}

}  // namespace

void add_sweep(CommandLine& line) {
    auto [command, arguments] = line.add<SweepArguments>(
        "sweep", "Simulate a scenario at every point of a design; resumes",
        "  weefsel sweep scenarios/designs/first-sweep.toml --dry-run      runs, time, disk; runs nothing\n"
        "  weefsel sweep my-design.toml -o out/mine                        all cores; the same command "
        "resumes\n"
        "  mpirun -n 64 weefsel sweep my-design.toml -o out/mine           ranks share the runs\n"
        "  weefsel sweep my-design.toml -o out/mine --shard 2/8            a part; then weefsel merge "
        "out/mine\n"
        "  weefsel sweep my-design.toml --dry-run                          also of what keep = [...] asks "
        "for\n"
        "  weefsel sweep my-design.toml --plugin walking_group.py          an intervention of your own",
        run_sweep);
    command.add_option("DESIGN", arguments.design, "Design file (TOML)")->required();
    command.add_option("-o,--out", arguments.out, "Folder for the sweep (default: out/NAME of the design)")
        ->type_name("DIR");
    command.add_flag("--dry-run", arguments.dry_run,
                     "Say how many runs it is, how long and how large; run nothing");
    command.add_option("--shard", arguments.shard, "Only the i-th of n parts of the sweep, from 1")
        ->type_name("i/n");
    constexpr int max_runs = 1'000'000;
    command
        .add_option("--batch", arguments.batch,
                    "Runs in a file, which are lost together when the machine stops (default: about half a "
                    "minute)")
        ->type_name("N")
        ->check(CLI::Range(1, max_runs));
    command
        .add_option("--seed", arguments.overrides.seed,
                    "Seed of all random numbers (default: the scenario's)")
        ->type_name("S");
    command
        .add_option("--replicates", arguments.overrides.replicates,
                    "Replicates at each point (default: the design's)")
        ->type_name("N");
    command.add_option("--years", arguments.overrides.years, "Years to simulate under each option")
        ->type_name("Y");
    command
        .add_option("--set", arguments.overrides.set,
                    "Change one setting of the scenario at all points: PATH=VALUE; may be repeated")
        ->type_name("PATH=VALUE")
        ->allow_extra_args(false);
    add_plugins(command, arguments.plugins);
}

}  // namespace weefsel::app
