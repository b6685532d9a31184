#include "app/plugin/python_library.hpp"

#include <dlfcn.h>
#include <fmt/format.h>

#include <filesystem>
#include <vector>

#include "sim/error.hpp"
#include "sim/provenance.hpp"

namespace weefsel::app {
namespace {

namespace fs = std::filesystem;

constexpr const char* library_name = "libweefsel_python_plugin.so";

/// The library with Python in it: beside the program where it was built, else where it is installed.
fs::path place_of_library() {
    std::error_code none;
    const fs::path folder = fs::read_symlink("/proc/self/exe", none).parent_path();
    for (const auto& place : {folder, folder.parent_path() / "lib" / "weefsel"})
        if (fs::exists(place / library_name, none)) return place / library_name;
    return {};
}

void* open_library(const std::string& file) {
    const auto place = place_of_library();
    if (place.empty())
        throw sim::InputError(
            {file, 1, 1},
            fmt::format(
                "needs Python, and this weefsel is without it ({} is missing). From a Debian package: "
                "install weefsel-python; from source: install pybind11-dev, python3-dev and python3-numpy "
                "and build again; a plugin in C++ (*.so) needs none of them",
                library_name));
    // Modules of Python (numpy) look for the names of Python among those that all see.
    void* library = dlopen(place.c_str(), RTLD_NOW | RTLD_GLOBAL);
    if (library == nullptr)
        throw sim::InputError({file, 1, 1},
                              std::string("needs Python, which cannot be loaded: ") + dlerror());
    return library;
}

}  // namespace

Plugin of_python(const std::string& file) {
    static void* const library = open_library(file);
    using Form = std::uint64_t();
    using Read = void(const std::string& file, Plugin& plugin);
    auto* form = reinterpret_cast<Form*>(dlsym(library, "weefsel_python_form"));
    auto* read = reinterpret_cast<Read*>(dlsym(library, "weefsel_read_python"));
    if (form == nullptr || read == nullptr || form() != plugin_form)
        throw sim::InputError({file, 1, 1},
                              fmt::format("needs Python, but {} is of another version of weefsel than {}",
                                          library_name, sim::provenance().version));
    Plugin plugin;
    try {
        read(file, plugin);
    } catch (const std::exception& e) { throw sim::InputError({file, 1, 1}, e.what()); }
    return plugin;
}

}  // namespace weefsel::app
