#include "app/sweep/sweep_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <map>

#include "app/sweep/sweep_crate.hpp"
#include "app/sweep/sweep_folder.hpp"
#include "app/terminal/terminal.hpp"
#include "app/terminal/texts.hpp"
#include "sim/progress.hpp"

namespace weefsel::app {
namespace {

std::string megabytes(std::uint64_t bytes) {
    constexpr double mega = 1e6;
    return fmt::format("{} MB", with_thousands(std::max(1.0, static_cast<double>(bytes) / mega)));
}

constexpr std::string_view whole_status = "status.jsonl";

/// What a sweep keeps besides indicators, and how much that is of each run.
std::string kept_text(const SweepPlan& plan) {
    if (plan.design.keep.empty()) return "";
    std::vector<std::string_view> keep;
    for (const auto k : plan.design.keep) keep.push_back(analysis::name_of(k));
    const auto& shape = plan.manifest.shape;
    return fmt::format("Kept besides indicators: {}: {} a run, beside {} of indicators\n",
                       fmt::join(keep, ", "), counted(shape.array_values_a_run(), "value"),
                       with_thousands(static_cast<double>(shape.values_a_run())));
}

std::string first_line(const std::string& text) { return text.substr(0, text.find('\n')); }

std::string count_text(std::size_t n, const std::string& noun) {
    return with_thousands(static_cast<double>(n)) + " " + noun + (n == 1 ? "" : "s");
}

/// Whether `later` shows that the process that wrote `begun` works no more: a process takes files in
/// ascending order, and a whole sweep and shards are never at work together.
bool gives_up(const StatusEntry& begun, const StatusEntry& later) {
    if (begun.batch == later.batch) return true;
    if (begun.file == later.file)
        return later.state == StatusEntry::State::begun && later.batch < begun.batch;
    return (begun.file == whole_status || later.file == whole_status) && begun.time < later.time;
}

/// The files that were begun last and are not done, in their order. `entries`: by time.
std::vector<StatusEntry> under_way(const std::vector<StatusEntry>& entries, const std::vector<bool>& done) {
    std::map<std::size_t, StatusEntry> begun;
    for (const auto& entry : entries) {
        if (entry.batch >= done.size()) continue;
        std::erase_if(begun, [&](const auto& open) { return gives_up(open.second, entry); });
        if (entry.state == StatusEntry::State::begun) begun[entry.batch] = entry;
    }
    std::vector<StatusEntry> out;
    for (auto& [batch, entry] : begun)
        if (!done[batch]) out.push_back(std::move(entry));
    return out;
}

}  // namespace

double SweepEstimate::seconds() const {
    if (runs == 0) return 0;
    const double spread = static_cast<double>(runs) / static_cast<double>(std::min(workers, batches));
    const double half_a_batch = static_cast<double>(runs) / static_cast<double>(batches) / 2;
    return seconds_a_run * (spread + (batches > workers ? half_a_batch : 0));
}

std::string plan_text(const SweepManifest& manifest) {
    const auto& shape = manifest.shape;
    std::size_t levers = 0;
    for (const auto& factor : manifest.record.factors) levers += factor.lever ? 1 : 0;
    return fmt::format("{}: {}, {} and {}; {} x {} = {} of {}", manifest.record.title, manifest.kind,
                       counted(manifest.record.factors.size() - levers, "uncertain factor"),
                       counted(levers, "lever"), count_text(shape.points, "point"),
                       count_text(shape.replicates, "replicate"), count_text(shape.runs(), "run"),
                       count_text(shape.options.size(), "option"));
}

std::string estimate_text(const SweepPlan& plan, const SweepEstimate& e) {
    return fmt::format(
        "{}\nTime: {:.2f} s a run on one thread (measured here), {} for {} on {}\n"
        "Disk: {} of {} ({} together), and sweep.h5 of up to {}\n{}",
        plan_text(plan.manifest), e.seconds_a_run, sim::duration_text(e.seconds()), count_text(e.runs, "run"),
        count_text(e.workers, "worker"), count_text(e.batches, "file"),
        count_text(plan.manifest.shape.batch_runs, "run"), megabytes(e.shard_bytes), megabytes(e.file_bytes),
        kept_text(plan));
}

SweepState state_of(const std::string& folder, const SweepManifest& manifest) {
    SweepState state;
    const auto& shape = manifest.shape;
    std::vector<bool> done(shape.batches(), false);
    for (std::size_t batch = 0; batch < shape.batches(); ++batch) {
        done[batch] = analysis::holds_batch(folder, shape, batch);
        if (!done[batch]) continue;
        ++state.batches_done;
        state.runs_done += shape.runs_of(batch);
    }
    const auto entries = read_status(folder);
    std::map<std::size_t, StatusEntry> last_done;
    double seconds = 0, runs = 0;
    for (const auto& entry : entries) {
        if (entry.batch >= shape.batches() || entry.state != StatusEntry::State::done) continue;
        seconds += entry.seconds;
        runs += static_cast<double>(entry.runs);
        last_done[entry.batch] = entry;
    }
    for (auto& [batch, entry] : last_done)
        if (done[batch]) state.failed.insert(state.failed.end(), entry.failed.begin(), entry.failed.end());
    state.running = under_way(entries, done);
    const auto left = static_cast<double>(shape.runs() - state.runs_done);
    if (runs > 0 && !state.running.empty())
        state.seconds_left = left * seconds / runs / static_cast<double>(state.running.size());
    std::error_code error;
    state.merged = std::filesystem::exists(folder + "/sweep.h5", error);
    return state;
}

std::string state_text(const SweepManifest& manifest, const SweepState& state) {
    const auto& shape = manifest.shape;
    std::string out = plan_text(manifest) + "\n";
    out +=
        fmt::format("done:    {} of {} ({} of {})\n", count_text(state.runs_done, "run"),
                    with_thousands(static_cast<double>(shape.runs())), count_text(state.batches_done, "file"),
                    with_thousands(static_cast<double>(shape.batches())));
    constexpr std::size_t shown = 10;
    if (!state.running.empty())
        out += fmt::format("running: {} begun and not done (or given up, when nobody works on them now)\n",
                           count_text(state.running.size(), "file"));
    for (std::size_t i = 0; i < std::min(shown, state.running.size()); ++i)
        out += fmt::format("  file {} since {}, {}\n", state.running[i].batch + 1, state.running[i].time,
                           state.running[i].worker);
    if (state.running.size() > shown) out += fmt::format("  and {} more\n", state.running.size() - shown);
    out += "failed:  " + (state.failed.empty() ? "none\n"
                                               : count_text(state.failed.size(), "run") + "\n" +
                                                     failures_text(manifest, state.failed));
    if (state.seconds_left > 0)
        out += fmt::format("left:    about {}\n", sim::duration_text(state.seconds_left));
    if (state.batches_done == shape.batches())
        out += state.merged ? "merged:  sweep.h5 is there\n"
                            : "merged:  not yet; weefsel merge makes sweep.h5\n";
    return out;
}

std::string failures_text(const SweepManifest& manifest, const std::vector<analysis::FailedRun>& failed) {
    std::map<std::string, std::pair<std::size_t, std::size_t>> reasons;  // times, first run
    for (const auto& f : failed) {
        auto& [times, run] = reasons.try_emplace(first_line(f.reason), 0, f.run).first->second;
        ++times;
        run = std::min(run, f.run);
    }
    std::vector<std::pair<std::string, std::pair<std::size_t, std::size_t>>> sorted(reasons.begin(),
                                                                                    reasons.end());
    std::stable_sort(sorted.begin(), sorted.end(),
                     [](const auto& a, const auto& b) { return a.second.first > b.second.first; });
    constexpr std::size_t shown = 10;
    const std::size_t replicates = manifest.shape.replicates;
    std::string out;
    for (std::size_t i = 0; i < std::min(shown, sorted.size()); ++i) {
        const auto& [reason, what] = sorted[i];
        out += fmt::format("  {}: {} (as run {}: point {}, replicate {}, seed {})\n",
                           count_text(what.first, "run"), reason, what.second + 1,
                           what.second / replicates + 1, what.second % replicates + 1, manifest.record.seed);
    }
    if (sorted.size() > shown) out += fmt::format("  and {} other reasons\n", sorted.size() - shown);
    return out;
}

std::vector<analysis::FailedRun> merge_folder(const std::string& folder, SweepManifest manifest,
                                              const CommonArguments& arguments) {
    const auto& shape = manifest.shape;
    const auto missing = missing_batches(folder, shape, {});
    if (!missing.empty()) {
        const auto shards = shards_at_work(folder);
        throw sim::InputError(
            {folder, 1, 1},
            fmt::format("{} of {} {} missing or broken (the first: {}); {}",
                        count_text(missing.size(), "file"), shape.batches(),
                        missing.size() == 1 ? "is" : "are", analysis::batch_path(folder, missing.front()),
                        shards.empty()
                            ? fmt::format("`weefsel status {}` says more, the command of the sweep "
                                          "goes on",
                                          folder)
                            : fmt::format("a process works on {} now: wait until `weefsel status "
                                          "{}` says that all are done",
                                          shards_text(shards), folder)));
    }
    manifest.record.command = arguments.typed;
    const auto points = analysis::read_design_csv(folder + "/design.csv", manifest.record.factors);
    for (const auto& factor : manifest.record.factors)
        if (factor.joint) manifest.record.sets = analysis::read_design_csv(folder + "/" + sets_name);
    ErrorSink sink;
    sim::Progress progress("files", shape.batches(), arguments.quiet ? nullptr : &sink);
    std::vector<analysis::FailedRun> failed;
    writing([&] {
        failed = analysis::merge_batches(folder, shape, points, manifest.record,
                                         [&](std::size_t) { progress.advance(); });
        write_sweep_crate(folder, manifest, arguments.typed);
    });
    progress.finish();
    return failed;
}

}  // namespace weefsel::app
