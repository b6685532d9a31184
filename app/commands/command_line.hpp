#pragma once
#include <CLI/CLI.hpp>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "app/compare/scenario_arguments.hpp"
#include "app/neighbourhoods/figures_table.hpp"
#include "app/terminal/arguments.hpp"
#include "models/scenario/old_names.hpp"

namespace weefsel::app {

/// What a command line came to: what to do, or what to print instead (help, version, what is wrong) and the
/// exit code.
struct Parsed {
    std::function<int()> run;  ///< gives the exit code; empty: nothing is to be done
    std::string out;
    std::string err;
    int exit_code = 0;
};

/// The commands that the program understands, each with its flags, its arguments and its function. Reads one
/// command line.
class CommandLine {
public:
    CommandLine();
    CommandLine(const CommandLine&) = delete;
    CommandLine& operator=(const CommandLine&) = delete;

    /// A command that was added: `flags` takes further ones, which land in `arguments`.
    template <class Arguments>
    struct Added {
        CLI::App& flags;
        Arguments& arguments;
    };
    /// Adds a command, with the flags that all have. `Arguments` is CommonArguments or a struct that is made
    /// from it. `run` is called with them, gives the exit code, and throws sim::InputError for wrong input
    /// and CannotWrite for a place that cannot be written.
    template <class Arguments>
    Added<Arguments> add(const char* name, const char* help, const char* examples,
                         int (*run)(const Arguments&)) {
        auto arguments = std::make_shared<Arguments>();
        return {added(name, help, examples, *arguments, [arguments, run] { return run(*arguments); }),
                *arguments};
    }

    /// `old_names`: flags that were renamed and are still understood; `err` then says so beside what to do.
    Parsed parse(int argc, const char* const* argv, std::span<const sim::Renamed> old_names = old_flags);

private:
    CLI::App& added(const char* name, const char* help, const char* examples, CommonArguments& arguments,
                    std::function<int()> run);

    CLI::App program_;
    std::string typed_;
    std::function<int()> chosen_;
};

/// Which scenario, and what changes in it.
void add_scenario(CLI::App& command, ScenarioArguments& arguments);
/// The same, where the results go and whether they hold digests.
void add_running(CLI::App& command, ScenarioArguments& arguments, std::string& out, bool& digests,
                 const char* out_help, const char* out_type);

/// `--no-cache`; see BurnInFiles.
void add_cache(CLI::App& command, CommonArguments& arguments);

/// `--plugin FILE`, as often as wanted.
void add_plugins(CLI::App& command, std::vector<std::string>& plugins,
                 const char* help =
                     "Intervention, analyzer or equation of your own: a file of Python (*.py) or a shared "
                     "library (*.so); may be repeated (docs/guides/first-intervention.md)");

/// `--lang nl|en`; see reading_of.
void add_language(CLI::App& command, std::string& language);

/// A table of figures and what is looked for in it.
void add_table(CLI::App& command, TableArguments& arguments);

/// Adds the items of one list to another.
template <class T>
void append(std::vector<T>& to, const std::vector<T>& more) {
    to.insert(to.end(), more.begin(), more.end());
}

}  // namespace weefsel::app
