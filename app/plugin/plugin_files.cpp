#include "app/plugin/plugin_files.hpp"

#include <fmt/format.h>

#include <filesystem>
#include <sstream>
#include <stdexcept>

#include "models/hook/hooks.hpp"
#include "sim/file_aside.hpp"
#include "sim/provenance.hpp"

namespace weefsel::app {
namespace {

std::string copy_name(std::size_t number, const std::string& name) {
    return fmt::format("plugin-{}{}", number, std::filesystem::path(name).extension().string());
}

}  // namespace

void copy_plugins(const Scenario& scenario, const std::string& folder) {
    if (scenario.hooks == nullptr) return;
    std::size_t number = 0;
    for (const auto& plugin : scenario.hooks->plugins()) {
        const std::string text = sim::read_whole(plugin.file);
        if (sim::sha256(text) != plugin.sha256)
            throw std::runtime_error(plugin.file +
                                     ": was changed while it was in use; run the command again");
        sim::write_whole(folder + "/" + copy_name(++number, plugin.name), text);
    }
}

std::vector<analysis::CrateFile> plugin_files(const std::string& identity, const std::string& folder) {
    std::vector<analysis::CrateFile> out;
    std::istringstream lines(identity);
    for (std::string line; std::getline(lines, line);) {
        const std::string name = line.substr(0, line.rfind(' '));
        const bool python = name.ends_with(".py");
        out.push_back(analysis::crate_file(folder, copy_name(out.size() + 1, name),
                                           "A plugin: what it changed or measured is part of these results",
                                           python ? "text/x-python" : "application/x-sharedlib", name));
    }
    return out;
}

}  // namespace weefsel::app
