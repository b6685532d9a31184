#include <fmt/format.h>

#include <filesystem>
#include <optional>

#include "app/commands.hpp"
#include "app/exit_codes.hpp"
#include "app/json_text.hpp"
#include "app/output_place.hpp"
#include "app/sensitivity_task.hpp"
#include "app/sensitivity_text.hpp"
#include "app/terminal.hpp"
#include "app/texts.hpp"
#include "sim/file_aside.hpp"
#include "sim/parallel.hpp"
#include "sim/progress.hpp"

namespace weefsel::app {
namespace {

constexpr const char* usual_name = "sensitivity.csv";

void judge_usage(const Invocation& asked) {
    const bool tables = !asked.design.empty();
    const auto wrong = [](const char* text) { throw sim::InputError({"weefsel sensitivity", 1, 1}, text); };
    if (asked.folder.empty() && !tables)
        wrong("needs the folder of a sweep, or --design FILE.csv and --values FILE.csv");
    if (!asked.folder.empty() && tables) wrong("takes the folder of a sweep or --design, not both");
    if (tables && !(asked.outputs.options.empty() && asked.outputs.years.empty()))
        wrong("--option and --year are for a sweep; outputs of --values are chosen by --indicator NAME");
}

/// Where the indices go: a file; empty: standard output.
std::string place_of(const Invocation& asked) {
    if (asked.out.empty()) return asked.folder.empty() ? "" : asked.folder + "/" + usual_name;
    return asked.out.ends_with(".csv") ? asked.out : asked.out + "/" + usual_name;
}

/// `some/sensitivity_notes.csv` for `some/sensitivity.csv`.
std::string notes_beside(const std::string& file) {
    return file.substr(0, file.size() - std::string(".csv").size()) + "_notes.csv";
}

analysis::Sensitivity indices_of(const SensitivityTask& task, const Invocation& asked, std::uint32_t seed) {
    ErrorSink sink;
    sim::Progress progress("outputs", task.outputs, asked.quiet ? nullptr : &sink);
    analysis::Sensitivity all;
    for (const auto& group : task.groups) {
        const auto outputs = group();
        std::vector<analysis::Sensitivity> found(outputs.size());
        const auto failures = sim::parallel_for_each(outputs.size(), asked.threads, [&](std::size_t i) {
            found[i] = analysis::sensitivity_of(task.design, task.method, outputs[i], seed);
            progress.advance();
        });
        if (!failures.empty()) throw std::runtime_error(sim::describe(failures, outputs.size(), "output"));
        for (auto& one : found) {
            all.rows.insert(all.rows.end(), one.rows.begin(), one.rows.end());
            all.notes.insert(all.notes.end(), one.notes.begin(), one.notes.end());
        }
    }
    progress.finish();
    return all;
}

/// Indices and, beside them, what a reader must know; an old file of notes goes when there are none.
void write_files(const analysis::Sensitivity& found, const std::string& file) {
    writing([&] {
        const auto notes = notes_beside(file);
        if (found.notes.empty()) {
            std::error_code error;
            std::filesystem::remove(notes, error);
        } else {
            sim::write_whole(notes, analysis::notes_csv(found.notes));
        }
        sim::write_whole(file, analysis::sensitivity_csv(found.rows));
    });
}

/// Rows that failed are said loudly, however quiet the rest.
void say_left_out(const analysis::Sensitivity& found) {
    for (const auto& note : found.notes)
        if (note.kind.ends_with("left_out") || note.kind == "no_index")
            say("weefsel: " + note.output + ": " + note.text);
}

}  // namespace

int command_sensitivity(const Invocation& asked) {
    judge_usage(asked);
    const auto task = read_sensitivity_task(asked);
    const std::string file = place_of(asked);
    std::optional<OutputFolder> folder;
    if (!file.empty()) {
        const auto parent = std::filesystem::path(file).parent_path().string();
        if (!parent.empty()) folder.emplace(parent);
        writing([&] { sim::refuse_unwritable(file); });
    }
    const auto seed = static_cast<std::uint32_t>(asked.overrides.seed.value_or(1));
    if (!asked.quiet) {
        say(fmt::format("{}, seed {} (of intervals)", version_line(), seed));
        say(fmt::format("{}: {} points, {}, {}; method {}", task.design_file,
                        with_thousands(static_cast<double>(task.design.rows())),
                        counted(task.design.factors.size(), "factor"), counted(task.outputs, "output"),
                        analysis::name_of(task.method)));
        for (const auto& remark : task.remarks) say("note: " + remark);
    }
    const auto found = indices_of(task, asked, seed);
    if (!file.empty()) write_files(found, file);
    const auto table = sensitivity_text(found, task.method, file);
    if (asked.json) {
        put(json_of_sensitivity(task, found, seed, file));
    } else if (file.empty()) {
        if (!asked.quiet) say(table);
        put(analysis::sensitivity_csv(found.rows));
    } else {
        put(table);
    }
    if (asked.quiet || asked.json) say_left_out(found);
    if (!asked.quiet && !asked.json && !file.empty()) say("Indices: " + file);
    return exit_done;
}

}  // namespace weefsel::app
