#include "app/compare/shipped_files.hpp"

#include <fmt/format.h>

#include <filesystem>

#include "sim/error.hpp"

namespace weefsel::app {

std::vector<std::string> places_of_shipped(const std::string& name) {
    namespace fs = std::filesystem;
    std::vector<fs::path> places{fs::path("scenarios") / name};
    std::error_code none;
    const fs::path program = fs::read_symlink("/proc/self/exe", none);  // Linux; elsewhere only from here
    if (!none) {
        const fs::path folder = program.parent_path();
        places.push_back(folder / ".." / "share" / "weefsel" / "scenarios" / name);
        places.push_back(folder / ".." / "scenarios" / name);         // build
        places.push_back(folder / ".." / ".." / "scenarios" / name);  // build/release
    }
    std::vector<std::string> out;
    for (const auto& place : places) out.push_back(place.lexically_normal().string());
    return out;
}

std::optional<std::string> shipped_file_if_there(const std::string& name) {
    std::error_code none;
    for (const auto& place : places_of_shipped(name))
        if (std::filesystem::exists(place, none)) return place;
    return std::nullopt;
}

std::string shipped_file(const std::string& name) {
    if (const auto found = shipped_file_if_there(name)) return *found;
    std::string looked;
    for (const auto& place : places_of_shipped(name)) looked += fmt::format("\n  {}", place);
    throw sim::InputError(
        {"scenarios/" + name, 1, 1},
        "this file ships with weefsel and is not found; name a file yourself, or run from the "
        "folder of the source. Looked for:" +
            looked);
}

}  // namespace weefsel::app
