#include "app/output_place.hpp"

#include <filesystem>

#include "app/terminal.hpp"
#include "sim/error.hpp"
#include "sim/run_file.hpp"

namespace weefsel::app {
namespace {

namespace fs = std::filesystem;

constexpr const char* ways_out = "; choose another place with -o, or replace it with --force";

}  // namespace

std::string default_folder(const std::string& scenario) {
    return (fs::path("out") / fs::path(scenario).stem()).string();
}

void judge_place(const std::string& result_file, const std::string& sha256, const analysis::Parts& parts,
                 bool force) {
    std::error_code error;
    const auto refuse = [&](const std::string& what) {
        throw sim::InputError({result_file, 1, 1}, what + ways_out);
    };
    if (fs::exists(result_file, error)) {
        if (!fs::is_regular_file(result_file, error)) {
            throw sim::InputError({result_file, 1, 1}, "is no ordinary file; choose another place with -o");
        }
        if (!force) {
            std::string title, other;
            try {
                const sim::RunFileReader there(result_file);
                title = there.attribute("title");
                other = there.attribute("scenario_sha256");
            } catch (const sim::InputError& e) {
                refuse("is there and cannot be read as results (" + e.problems().front().text + ")");
            }
            if (other != sha256) {
                refuse("holds results of another scenario (\"" + title + "\", or other settings)");
            }
        }
    }
    if (!parts.others()) return;
    if (!force) {
        refuse(
            "has finished worlds of an interrupted run beside it, of another scenario or another version of "
            "weefsel");
    }
    writing([&] { parts.remove_others(); });
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

}  // namespace weefsel::app
