#include "app/compare/burn_in_files.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <stdexcept>
#include <system_error>
#include <vector>

#include "sim/checkpoint.hpp"
#include "sim/error.hpp"
#include "sim/file_aside.hpp"

namespace weefsel::app {
namespace {

namespace files = std::filesystem;

constexpr std::string_view ending = ".burn-in";

/// How many neighbourhoods and borders follow.
struct Counts {
    std::array<std::uint64_t, 2> of{};
    void visit(auto&& v) {
        std::vector<std::uint64_t> column(of.begin(), of.end());
        v("counts", column);
        if (column.size() == of.size()) std::copy(column.begin(), column.end(), of.begin());
    }
};

/// Of the program that runs; empty where the system does not show it.
std::string digest_of_program() {
    try {
        const auto program = sim::read_whole("/proc/self/exe");
        return fmt::format("{:016x}", sim::digest_bytes(program.data(), program.size()));
    } catch (const std::exception&) { return ""; }
}

std::string file_of(const std::string& folder, const std::string& key) {
    return fmt::format("{}/{}{}", folder, key, ending);
}

bool read_state(const std::string& path, Municipality& m) {
    std::ifstream in(path, std::ios::binary);
    if (!in) return false;
    try {
        Counts counts;
        sim::load_checkpoint(in, path, counts);
        m.neighbourhoods.resize(counts.of[0]);
        m.borders.resize(counts.of[1]);
        for (auto& n : m.neighbourhoods) sim::load_checkpoint(in, path, n);
        for (auto& border : m.borders) sim::load_checkpoint(in, path, border);
    } catch (const sim::InputError&) { return false; }
    std::error_code ignored;  // used just now: the last to be taken away
    files::last_write_time(path, files::file_time_type::clock::now(), ignored);
    return true;
}

void write_state(const std::string& path, Municipality& m) {
    const auto aside = sim::name_aside(path);
    try {
        {
            std::ofstream out(aside, std::ios::binary);
            Counts counts{{m.neighbourhoods.size(), m.borders.size()}};
            sim::save_checkpoint(out, counts);
            for (auto& n : m.neighbourhoods) sim::save_checkpoint(out, n);
            for (auto& border : m.borders) sim::save_checkpoint(out, border);
        }
        sim::put_in_place(aside, path);
    } catch (const std::runtime_error&) {
        std::error_code ignored;
        files::remove(aside, ignored);
    }
}

std::size_t bytes_of(Municipality& m) {
    std::size_t bytes = 0;
    for (auto& n : m.neighbourhoods) bytes += sim::bytes_held(n);
    for (auto& border : m.borders) bytes += sim::bytes_held(border);
    return bytes;
}

struct Kept {
    files::file_time_type used;
    std::size_t bytes;
    files::path path;
};

/// Every burn-in of every build; those of earlier builds go in time, as they are not used.
std::vector<Kept> all_kept(const std::string& folder) {
    std::vector<Kept> out;
    std::error_code ignored;
    for (files::recursive_directory_iterator at(folder, ignored), end; at != end; at.increment(ignored)) {
        const auto& path = at->path();
        if (path.extension() != ending || !at->is_regular_file(ignored)) continue;
        const auto used = at->last_write_time(ignored);
        const auto bytes = at->file_size(ignored);
        if (!ignored) out.push_back({used, static_cast<std::size_t>(bytes), path});
        ignored.clear();
    }
    return out;
}

}  // namespace

BurnInFiles::BurnInFiles(std::string folder, std::size_t units, std::size_t most)
    : folder_(std::move(folder)), units_(units), most_(most) {
    if (folder_.empty()) return;
    const auto program = digest_of_program();
    if (program.empty()) return;
    const auto own = fmt::format("{}/{}", folder_, program);
    std::error_code problem;
    files::create_directories(own, problem);
    if (!problem) own_ = own;
}

BurnInFiles::~BurnInFiles() {
    if (own_.empty()) return;
    auto kept = all_kept(folder_);
    std::size_t bytes = 0;
    for (const auto& k : kept) bytes += k.bytes;
    std::sort(kept.begin(), kept.end(), [](const Kept& a, const Kept& b) { return a.used < b.used; });
    for (const auto& k : kept) {
        if (bytes <= most_) break;
        std::error_code ignored;
        files::remove(k.path, ignored);
        files::remove(k.path.parent_path(), ignored);  // a folder goes when it is empty
        bytes -= k.bytes;
    }
}

BurnInStore BurnInFiles::store() const {
    if (own_.empty()) return {};
    return {
        [own = own_](const std::string& key, Municipality& m) { return read_state(file_of(own, key), m); },
        [own = own_, units = units_, most = most_](const std::string& key, Municipality& m) {
            if (bytes_of(m) * units <= most / 2) write_state(file_of(own, key), m);
        }};
}

std::string burn_in_folder() {
    const auto stated = [](const char* name) {
        const char* value = std::getenv(name);  // NOLINT(concurrency-mt-unsafe): nobody sets it meanwhile
        return std::string(value == nullptr ? "" : value);
    };
    if (const auto own = stated("WEEFSEL_CACHE"); !own.empty()) return own == "off" ? "" : own;
    if (const auto all = stated("XDG_CACHE_HOME"); !all.empty()) return all + "/weefsel";
    if (const auto home = stated("HOME"); !home.empty()) return home + "/.cache/weefsel";
    return "";
}

}  // namespace weefsel::app
