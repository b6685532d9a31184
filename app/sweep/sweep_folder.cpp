#include "app/sweep/sweep_folder.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <stdexcept>
#include <utility>

#include "app/plugin/plugin_files.hpp"
#include "app/sweep/design_work.hpp"
#include "app/terminal/terminal.hpp"
#include "sim/file_aside.hpp"

namespace weefsel::app {
namespace {

namespace fs = std::filesystem;

bool is_status_file(const fs::path& path) { return shard_of_status(path.filename().string()).has_value(); }
bool is_plugin(const fs::path& path) { return path.filename().string().starts_with("plugin-"); }

/// Takes away what a sweep left; other files stay. The file by which the sweep is held stays too, empty.
void remove_sweep(const std::string& folder) {
    const fs::path held = fs::path(folder) / status_name({});
    for (const auto& entry : fs::directory_iterator(folder))
        if ((is_status_file(entry.path()) && entry.path() != held) || is_plugin(entry.path()))
            fs::remove(entry.path());
    fs::resize_file(held, 0);
    fs::remove_all(fs::path(folder) / "shards");
    for (const char* name :
         {sets_name, "worth.csv", "worth_notes.csv", "boxes.csv", "boxes_notes.csv", "manifest.json",
          "design.csv", "design.toml", "sweep.h5", "sensitivity.csv", "sensitivity_notes.csv",
          "predictions.csv", "predictions_notes.csv", "ro-crate-metadata.json"})
        fs::remove(fs::path(folder) / name);
}

enum class Found { nothing, this_sweep, another };

/// What the folder holds. Takes over the size of the batches of this sweep. Throws sim::InputError when it
/// holds another sweep that may not be taken away.
Found found_in(const std::string& folder, SweepPlan& plan, const SweepArguments& arguments) {
    const std::string path = folder + "/manifest.json";
    if (!fs::exists(path)) return Found::nothing;
    constexpr const char* ways_out = "; choose another folder with -o, or replace it with --force";
    const std::size_t own_batch = plan.manifest.shape.batch_runs;
    std::string found;
    try {
        const auto there = read_manifest(path);
        if (arguments.batch == 0) fix_batches(plan, there.shape.batch_runs);
        if (there.shape.fingerprint == plan.manifest.shape.fingerprint) return Found::this_sweep;
        fix_batches(plan, own_batch);
        found = fmt::format(
            "holds another sweep (\"{}\", {} runs, or other settings, other plugins, or another version of "
            "weefsel)",
            there.record.title, there.shape.runs());
    } catch (const sim::InputError& e) { found = e.problems().front().text; }
    if (!arguments.force) throw sim::InputError({path, 1, 1}, found + ways_out);
    return Found::another;
}

void write_sweep(const SweepPlan& plan, const std::string& folder, Found found,
                 const SweepArguments& arguments) {
    fs::create_directories(folder + "/shards");
    sim::refuse_unwritable(folder + "/shards/asked.h5");
    // Of a sweep that is there the points are the same: its fingerprint counts them.
    if (found != Found::this_sweep || !fs::exists(folder + "/design.csv"))
        sim::write_whole(folder + "/design.csv", written_points(plan.points, plan.design, arguments));
    if (found == Found::this_sweep) return;
    sim::write_whole(folder + "/design.toml", plan.design_text);
    if (!plan.sets_text.empty()) sim::write_whole(folder + "/" + sets_name, plan.sets_text);
    copy_plugins(plan.base, folder);
    sim::write_whole(folder + "/manifest.json", json_of_manifest(plan.manifest));
}

}  // namespace

std::unique_ptr<Lock> prepare_folder(SweepPlan& plan, const std::string& folder, const Shard& shard,
                                     const SweepArguments& arguments) {
    static_cast<void>(found_in(folder, plan, arguments));  // judged before anything is made
    std::error_code error;
    fs::create_directories(folder + "/shards", error);
    if (error) throw CannotWrite(folder + ": cannot be written: " + error.message());
    auto hold = hold_sweep(folder, shard.whole() ? Hold::alone : Hold::together,
                           shard.whole() ? "wait for it, or give each its --shard i/n"
                                         : "wait for it, since it simulates all shards");
    auto found = found_in(folder, plan, arguments);
    if (found == Found::another) {
        hold.reset();
        hold = hold_sweep(folder, Hold::alone, "wait for it, or choose another folder with -o");
        found = found_in(folder, plan, arguments);  // another shard may have been faster
        if (found == Found::another) remove_sweep(folder);
    }
    writing([&] { write_sweep(plan, folder, found, arguments); });
    if (!shard.whole()) hold->share();
    return hold;
}

void remove_parts(const std::string& folder) {
    sim::remove_leftovers_in(folder);
    sim::remove_leftovers_in(folder + "/shards");
}

void require_same_sweep(SweepPlan& plan, const std::string& folder) {
    const std::string path = folder + "/manifest.json";
    const auto there = read_manifest(path);
    fix_batches(plan, there.shape.batch_runs);
    if (there.shape.fingerprint != plan.manifest.shape.fingerprint)
        throw sim::InputError(
            {path, 1, 1},
            "is not the sweep that this rank would simulate: another version of weefsel, or other "
            "files, on its machine");
}

std::vector<std::size_t> missing_batches(const std::string& folder, const analysis::SweepShape& shape,
                                         const Shard& shard) {
    std::vector<std::size_t> out;
    for (std::size_t batch = 0; batch < shape.batches(); ++batch)
        if (shard.has(batch) && !analysis::holds_batch(folder, shape, batch)) out.push_back(batch);
    return out;
}

StatusLog::StatusLog(const std::string& folder, const Shard& shard, std::size_t batches,
                     std::unique_ptr<Lock> whole)
    : path_(folder + "/" + status_name(shard)),
      whole_(std::move(whole)),
      own_(shard.whole() ? nullptr : hold_shard(folder, shard, batches)),
      file_((own_ ? own_ : whole_)->file()) {
    // A line that was torn by a crash ends here, so that the next one is whole.
    const auto size = ::lseek(file_, 0, SEEK_END);
    char last = '\n';
    if (size > 0 && ::pread(file_, &last, 1, size - 1) == 1 && last != '\n') add("\n");
}

void StatusLog::add(const std::string& line) {
    const std::lock_guard lock(mutex_);
    const auto written = ::write(file_, line.data(), line.size());
    if (written != static_cast<ssize_t>(line.size()))
        throw std::runtime_error(
            path_ + ": cannot be written: " + (written < 0 ? std::strerror(errno) : "only a part was taken"));
}

std::vector<StatusEntry> read_status(const std::string& folder) {
    std::vector<fs::path> files;
    std::error_code error;
    for (const auto& entry : fs::directory_iterator(folder, error))
        if (is_status_file(entry.path())) files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    std::vector<StatusEntry> out;
    for (const auto& file : files) {
        const std::string text = sim::read_whole(file.string()), name = file.filename().string();
        for (std::size_t at = 0; at < text.size();) {
            const auto end = std::min(text.find('\n', at), text.size());
            if (auto entry = read_status_line(text.substr(at, end - at))) {
                entry->file = name;
                out.push_back(std::move(*entry));
            }
            at = end + 1;
        }
    }
    std::stable_sort(out.begin(), out.end(),
                     [](const StatusEntry& a, const StatusEntry& b) { return a.time < b.time; });
    return out;
}

}  // namespace weefsel::app
