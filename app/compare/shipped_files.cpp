#include "app/compare/shipped_files.hpp"

#include <fmt/format.h>

#include <filesystem>
#include <vector>

#include "sim/error.hpp"

namespace weefsel::app {

namespace {

namespace fs = std::filesystem;

/// Where a shipped file may lie, in order.
std::vector<fs::path> places_of(const std::string& name) {
    std::vector<fs::path> places{fs::path("scenarios") / name};
    std::error_code none;
    const fs::path program = fs::read_symlink("/proc/self/exe", none);  // Linux; elsewhere only from here
    if (!none) {
        const fs::path folder = program.parent_path();
        places.push_back(folder / ".." / "share" / "weefsel" / "scenarios" / name);
        places.push_back(folder / ".." / "scenarios" / name);         // build
        places.push_back(folder / ".." / ".." / "scenarios" / name);  // build/release
    }
    for (auto& place : places) place = place.lexically_normal();
    return places;
}

}  // namespace

std::optional<std::string> shipped_file_if_there(const std::string& name) {
    std::error_code none;
    for (const auto& place : places_of(name))
        if (fs::exists(place, none)) return place.string();
    return std::nullopt;
}

std::string shipped_file(const std::string& name) {
    if (const auto found = shipped_file_if_there(name)) return *found;
    std::string looked;
    for (const auto& place : places_of(name)) looked += fmt::format("\n  {}", place.string());
    throw sim::InputError(
        {"scenarios/" + name, 1, 1},
        "this file ships with weefsel and is not found; name a file yourself, or run from the "
        "folder of the source. Looked for:" +
            looked);
}

}  // namespace weefsel::app
