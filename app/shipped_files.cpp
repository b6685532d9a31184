#include "app/shipped_files.hpp"

#include <fmt/format.h>

#include <filesystem>
#include <vector>

#include "sim/error.hpp"

namespace weefsel::app {

std::string shipped_file(const std::string& name) {
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
    std::string looked;
    for (const auto& place : places) {
        const auto path = place.lexically_normal();
        if (fs::is_regular_file(path, none)) return path.string();
        looked += fmt::format("\n  {}", path.string());
    }
    throw sim::InputError(
        {"scenarios/" + name, 1, 1},
        "this file ships with weefsel and is not found; name a file yourself, or run from the "
        "folder of the source. Looked for:" +
            looked);
}

}  // namespace weefsel::app
