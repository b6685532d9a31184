#include "app/compare/output_place.hpp"

#include <filesystem>

#include "app/terminal/terminal.hpp"
#include "sim/error.hpp"
#include "sim/file_aside.hpp"
#include "sim/run_file.hpp"

namespace weefsel::app {
namespace {

namespace fs = std::filesystem;

constexpr const char* ways_out = "; choose another place with -o, or replace it with --force";

[[noreturn]] void refuse_place(const std::string& results, const std::string& what) {
    throw sim::InputError({results, 1, 1}, what + ways_out);
}

void check_results(const std::string& results, const analysis::RunRecord& record, bool force) {
    std::error_code error;
    if (!fs::exists(results, error)) return;
    if (!fs::is_regular_file(results, error))
        throw sim::InputError({results, 1, 1}, "is no ordinary file; choose another place with -o");
    if (force) return;
    std::string title, other, plugins;
    try {
        const sim::RunFileReader there(results);
        title = there.attribute("title");
        other = there.attribute("scenario_sha256");
        plugins = there.attribute("plugins");
    } catch (const sim::InputError& e) {
        refuse_place(results, "is there and cannot be read as results (" + e.problems().front().text + ")");
    }
    if (other != analysis::scenario_sha256(record.resolved))
        refuse_place(results, "holds results of another scenario (\"" + title + "\", or other settings)");
    if (plugins != record.plugins)
        refuse_place(results, "holds results with " + (plugins.empty() ? "no plugin" : "plugin " + plugins) +
                                  ", not with " + (record.plugins.empty() ? "none" : record.plugins));
}

void check_kept(const std::string& results, const analysis::Parts& parts, bool force) {
    if (!parts.others()) return;
    if (!force)
        refuse_place(
            results,
            "has finished worlds of an interrupted run beside it, of another scenario, other plugins or "
            "another version of weefsel");
    writing([&] { parts.remove_others(); });
}

}  // namespace

std::string default_folder(const std::string& scenario) {
    return (fs::path("out") / fs::path(scenario).stem()).string();
}

OutputFolder::OutputFolder(const std::string& path) {
    std::error_code error;
    fs::path whole = fs::absolute(path.empty() ? "." : path).lexically_normal();
    if (!whole.has_filename()) whole = whole.parent_path();  // a/b/
    path_ = whole.string();
    fs::path missing;
    for (fs::path at = whole; at != at.parent_path() && !fs::exists(at, error); at = at.parent_path())
        missing = at;
    topmost_made_ = missing.string();
    fs::create_directories(path_, error);
    if (error || !fs::is_directory(path_, error)) {
        throw CannotWrite(path + ": cannot be written: " + (error ? error.message() : "it is no folder"));
    }
}

OutputFolder::~OutputFolder() {
    if (topmost_made_.empty()) return;
    std::error_code error;
    fs::path at = path_;
    while (fs::is_directory(at, error) && fs::is_empty(at, error) && fs::remove(at, error)) {
        if (at == fs::path(topmost_made_)) break;
        at = at.parent_path();
    }
}

HeldPlace::HeldPlace(const std::string& folder, const std::string& results, const analysis::RunRecord& record,
                     const analysis::Parts& parts, bool force) {
    check_results(results, record, force);  // before anything is made
    made_.emplace(folder);
    lock_.emplace(folder, Hold::alone);
    lock_->require("another process works here; wait for it, or choose another place with -o");
    check_results(results, record, force);  // another process may have ended since
    check_kept(results, parts, force);
    sim::remove_leftovers(results);
}

}  // namespace weefsel::app
