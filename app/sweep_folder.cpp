#include "app/sweep_folder.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <cstring>
#include <filesystem>
#include <stdexcept>

#include "app/terminal.hpp"
#include "sim/file_aside.hpp"

namespace weefsel::app {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view status_stem = "status";

bool is_status_file(const fs::path& path) {
    return path.extension() == ".jsonl" && path.filename().string().rfind(status_stem, 0) == 0;
}

/// Takes away what a sweep left; other files stay.
void remove_sweep(const std::string& folder) {
    for (const auto& entry : fs::directory_iterator(folder))
        if (is_status_file(entry.path())) fs::remove(entry.path());
    fs::remove_all(fs::path(folder) / "shards");
    for (const char* name : {"manifest.json", "design.csv", "design.toml", "sweep.h5", "sensitivity.csv",
                             "sensitivity_notes.csv", "predictions.csv", "predictions_notes.csv"})
        fs::remove(fs::path(folder) / name);
}

/// Opens a status file and locks it; -1 when another process holds it.
int locked(const std::string& path) {
    constexpr int everyone = 0666;
    const int file = ::open(path.c_str(), O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, everyone);
    if (file < 0) throw CannotWrite(path + ": cannot be written: " + std::strerror(errno));
    if (::flock(file, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK)
        return file;  // some disks have no locks
    ::close(file);
    return -1;
}

[[noreturn]] void refuse_busy(const std::string& path) {
    throw sim::InputError({path, 1, 1},
                          "another process works on this sweep; wait for it, or give each its --shard i/n");
}

/// Whether another process holds a status file. Asks with a lock that those who ask at once can share.
bool is_held(const fs::path& path) {
    const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (file < 0) return false;
    const bool held = ::flock(file, LOCK_SH | LOCK_NB) != 0 && errno == EWOULDBLOCK;
    ::close(file);
    return held;
}

std::string status_name(const Shard& shard) {
    return std::string(status_stem) + (shard.whole() ? "" : fmt::format("-{}of{}", shard.number, shard.of)) +
           ".jsonl";
}

void refuse_where_busy(const std::string& folder) {
    for (const auto& entry : fs::directory_iterator(folder))
        if (is_status_file(entry.path()) && is_held(entry.path())) refuse_busy(entry.path().string());
}

/// A whole sweep goes beside no shard, and no shard beside a whole sweep. `own`: held by this process.
void refuse_beside_others(const std::string& folder, const Shard& shard, const std::string& own) {
    for (const auto& entry : fs::directory_iterator(folder)) {
        const auto& path = entry.path();
        const std::string name = path.filename().string();
        if (!is_status_file(path) || name == own || (!shard.whole() && name != status_name({}))) continue;
        if (is_held(path)) refuse_busy(path.string());
    }
}

/// Whether the folder holds this sweep already. Takes over the size of its batches.
bool goes_on(SweepPlan& plan, const std::string& folder, const Invocation& asked) {
    const std::string path = folder + "/manifest.json";
    if (!fs::exists(path)) return false;
    constexpr const char* ways_out = "; choose another folder with -o, or replace it with --force";
    std::string found;
    try {
        const auto there = read_manifest(path);
        if (asked.batch == 0) fix_batches(plan, there.shape.batch_runs);
        if (there.shape.fingerprint == plan.manifest.shape.fingerprint) return true;
        found = fmt::format(
            "holds another sweep (\"{}\", {} runs, or other settings, or another version of weefsel)",
            there.record.title, there.shape.runs());
    } catch (const sim::InputError& e) { found = e.problems().front().text; }
    if (!asked.force) throw sim::InputError({path, 1, 1}, found + ways_out);
    refuse_where_busy(folder);
    remove_sweep(folder);
    return false;
}

}  // namespace

Shard read_shard(const std::string& text) {
    Shard shard;
    const auto slash = text.find('/');
    const char *begin = text.data(), *end = begin + text.size();
    const char* middle = begin + std::min(slash, text.size());
    const auto first = std::from_chars(begin, middle, shard.number);
    constexpr std::size_t most = 1'000'000;
    if (slash != std::string::npos && first.ec == std::errc() && first.ptr == middle) {
        const auto second = std::from_chars(middle + 1, end, shard.of);
        if (second.ec == std::errc() && second.ptr == end && shard.number >= 1 && shard.number <= shard.of &&
            shard.of <= most)
            return shard;
    }
    throw sim::InputError({"--shard", 1, 1},
                          fmt::format("must be i/n with i from 1 to n, as 2/3; found \"{}\"", text));
}

void prepare_folder(SweepPlan& plan, const std::string& folder, const Invocation& asked) {
    std::error_code error;
    fs::create_directories(folder + "/shards", error);
    if (error) throw CannotWrite(folder + ": cannot be written: " + error.message());
    const bool there = goes_on(plan, folder, asked);
    writing([&] {
        fs::create_directories(folder + "/shards");
        sim::refuse_unwritable(folder + "/shards/asked.h5");
        // Of a sweep that is there the points are the same: its fingerprint counts them.
        if (!there || !fs::exists(folder + "/design.csv"))
            sim::write_whole(folder + "/design.csv", analysis::design_csv(plan.points, plan.design.factors));
        if (there) return;
        sim::write_whole(folder + "/design.toml", plan.design_text);
        sim::write_whole(folder + "/manifest.json", json_of_manifest(plan.manifest));
    });
}

void remove_parts(const std::string& folder) {
    for (const auto& place : {fs::path(folder), fs::path(folder) / "shards"})
        for (const auto& entry : fs::directory_iterator(place))
            if (entry.path().extension() == ".part") fs::remove(entry.path());
}

void require_same_sweep(SweepPlan& plan, const std::string& folder) {
    const std::string path = folder + "/manifest.json";
    const auto there = read_manifest(path);
    fix_batches(plan, there.shape.batch_runs);
    if (there.shape.fingerprint != plan.manifest.shape.fingerprint)
        throw sim::InputError(
            {path, 1, 1},
            "is not the sweep that this rank would live: another version of weefsel, or other "
            "files, on its machine");
}

std::vector<std::size_t> missing_batches(const std::string& folder, const analysis::SweepShape& shape,
                                         const Shard& shard) {
    std::vector<std::size_t> out;
    for (std::size_t batch = 0; batch < shape.batches(); ++batch)
        if (shard.has(batch) && !analysis::holds_batch(folder, shape, batch)) out.push_back(batch);
    return out;
}

StatusLog::StatusLog(const std::string& folder, const Shard& shard) {
    path_ = folder + "/" + status_name(shard);
    file_ = locked(path_);
    if (file_ < 0) refuse_busy(path_);
    try {
        refuse_beside_others(folder, shard, status_name(shard));
    } catch (...) {
        ::close(file_);
        throw;
    }
    // A line that was torn by a crash ends here, so that the next one is whole.
    const auto size = ::lseek(file_, 0, SEEK_END);
    char last = '\n';
    if (size > 0 && ::pread(file_, &last, 1, size - 1) == 1 && last != '\n') add("\n");
}

StatusLog::~StatusLog() { ::close(file_); }

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
