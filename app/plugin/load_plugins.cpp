#include "app/plugin/load_plugins.hpp"

#include <dlfcn.h>
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "app/plugin/python_library.hpp"
#include "models/measure/indicators.hpp"
#include "sim/error.hpp"
#include "sim/file_aside.hpp"
#include "sim/provenance.hpp"

namespace weefsel::app {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void refuse(const std::string& file, const std::string& why) {
    throw sim::InputError({file, 1, 1}, why);
}

/// A function of a shared library; null when it has none of that name.
template <class Function>
Function* function_of(void* library, const char* name) {
    return reinterpret_cast<Function*>(dlsym(library, name));
}

Plugin of_library(const std::string& file) {
    void* library = dlopen(fs::absolute(file).c_str(), RTLD_NOW | RTLD_LOCAL);
    if (library == nullptr) refuse(file, std::string("cannot be loaded: ") + dlerror());
    auto* form = function_of<std::uint64_t()>(library, "weefsel_plugin_form");
    auto* fill = function_of<void(Plugin&)>(library, "weefsel_plugin");
    if (form == nullptr || fill == nullptr)
        refuse(file, "is no plugin: it lacks WEEFSEL_PLUGIN (models/hook/plugin.hpp)");
    if (form() != plugin_form)
        refuse(file,
               fmt::format("was built for another version of weefsel; build it again with the headers of {}",
                           sim::provenance().version));
    Plugin plugin;
    try {
        fill(plugin);
    } catch (const std::exception& e) { refuse(file, std::string("registers nothing: ") + e.what()); }
    return plugin;
}

LoadedPlugin loaded(const std::string& file) {
    sim::require_regular_file(file);
    const fs::path path(file);
    LoadedPlugin out{path.filename().string(), file, sim::sha256_of_file(file), {}};
    if (path.extension() == ".py")
        out.plugin = of_python(file);
    else if (path.extension() == ".so")
        out.plugin = of_library(file);
    else
        refuse(file, "--plugin: found a file of another kind, allowed are FILE.py and FILE.so");
    return out;
}

bool is_of_the_model(const std::string& indicator) {
    const auto& known = observables();
    return std::any_of(known.begin(), known.end(), [&](const auto& o) { return o.name == indicator; });
}

}  // namespace

std::shared_ptr<const Hooks> load_plugins(const std::vector<std::string>& files) {
    if (files.empty()) return nullptr;
    std::vector<LoadedPlugin> plugins;
    for (const auto& file : files) plugins.push_back(loaded(file));
    return std::make_shared<const Hooks>(std::move(plugins));
}

Overrides with_plugins(Overrides overrides, const std::vector<std::string>& files) {
    overrides.hooks = load_plugins(files);
    return overrides;
}

void check_plugins(const Scenario& scenario) {
    if (scenario.hooks == nullptr) return;
    std::vector<std::string> options;
    for (const auto& option : scenario.options) options.push_back(option.name);
    scenario.hooks->check_options(options);
    std::vector<sim::Problem> problems;
    for (const auto& loaded : scenario.hooks->plugins())
        for (const auto& analyzer : loaded.plugin.analyzers)
            for (const auto& own : analyzer.indicators)
                if (is_of_the_model(own.name))
                    problems.push_back(
                        {{loaded.file, 1, 1},
                         fmt::format("has an indicator {}, which is one of the model", own.name)});
    if (!problems.empty()) throw sim::InputError(std::move(problems));
}

std::string replaced_in(const Hooks* hooks) {
    const auto by = hooks == nullptr ? "" : hooks->replaces_loneliness();
    return by.empty() ? "" : "loneliness by " + by;
}

std::string identity_of(const Scenario& scenario) {
    return scenario.hooks == nullptr ? "" : scenario.hooks->identity();
}

std::string time_in_hooks(const Hooks* hooks) {
    std::string out;
    if (hooks == nullptr) return out;
    const auto seconds = hooks->seconds();
    for (std::size_t k = 0; k < seconds.size(); ++k)
        out += fmt::format("{}{}: {:.1f} s in its hooks", k > 0 ? "\n" : "", hooks->plugins()[k].name,
                           seconds[k]);
    return out;
}

}  // namespace weefsel::app
