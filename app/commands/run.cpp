#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "app/commands/commands.hpp"
#include "app/compare/comparison_json.hpp"
#include "app/compare/output_place.hpp"
#include "app/compare/prepare.hpp"
#include "app/compare/study_run.hpp"
#include "app/terminal/exit_codes.hpp"
#include "app/terminal/interrupt.hpp"
#include "app/terminal/terminal.hpp"
#include "app/terminal/texts.hpp"
#include "sim/progress.hpp"

namespace weefsel::app {
namespace {

namespace fs = std::filesystem;

/// The name of an option as part of the name of a file.
std::string file_part(const std::string& option) {
    std::string out = option;
    for (auto& c : out) c = c == '/' || c == '\0' ? '-' : c;
    return out;
}

}  // namespace

int command_run(const Invocation& asked) {
    const Scenario scenario = only_option(read_asked(asked), asked.option);
    const Study study(scenario, asked.digests);
    const std::string file = asked.out.empty()
                                 ? default_folder(asked.scenario) + "-" + file_part(asked.option) + ".h5"
                                 : asked.out;
    const std::string root = file + ".parts";
    const auto parts = parts_of(study, root);
    // Other files of the folder may be made at the same time: the folder of kept worlds is what is held.
    const OutputFolder made(fs::path(file).parent_path().string());
    const HeldPlace place(root, file, analysis::scenario_sha256(scenario.resolved), parts, asked.force);
    auto parameters = scenario.parameters;
    const auto table = table_of(parameters);
    auto record = record_of(asked, scenario, table);
    record.places = places_of(study);

    const EmptyPartsRemoved removed(parts);
    writing([&] { parts.make(); });
    say_seed(asked, scenario);
    say_warnings(asked, scenario);
    watch_for_interrupt();
    const auto outcome = run_study(study, parts, asked);
    if (outcome.interrupted) return say_interrupted(asked, outcome, root);
    if (outcome.cube.complete_worlds() == 0) return say_failed(study, outcome);
    record.failures = describe_failures(study, outcome.failures);

    const auto names = names_of(study);
    writing([&] {
        analysis::write_results(file, outcome.cube, analysis::compare_paired(outcome.cube, names.reference),
                                names, record);
    });
    if (asked.json) {
        put(json_of_run(scenario, outcome, {file, ""}));
    } else if (!asked.quiet) {
        say(fmt::format("{} under \"{}\" in {}.\nResults: {}",
                        counted(outcome.units - outcome.found, "world"), asked.option,
                        sim::duration_text(outcome.seconds), file));
    }
    if (outcome.failures.empty()) parts.remove();
    return say_failed(study, outcome);
}

}  // namespace weefsel::app
