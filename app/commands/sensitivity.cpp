#include <fmt/format.h>

#include <filesystem>
#include <optional>

#include "analysis/sensitivity/emulated_output.hpp"
#include "app/commands/commands.hpp"
#include "app/compare/output_place.hpp"
#include "app/sensitivity/sensitivity_json.hpp"
#include "app/sensitivity/sensitivity_task.hpp"
#include "app/sensitivity/sensitivity_text.hpp"
#include "app/terminal/exit_codes.hpp"
#include "app/terminal/terminal.hpp"
#include "app/terminal/texts.hpp"
#include "sim/file_aside.hpp"
#include "sim/parallel.hpp"
#include "sim/progress.hpp"

namespace weefsel::app {
namespace {

const char* usual_name(const Invocation& asked) {
    if (asked.worth) return "worth.csv";
    return asked.predict.empty() ? "sensitivity.csv" : "predictions.csv";
}

void judge_usage(const Invocation& asked) {
    const bool tables = !asked.design.empty();
    const auto wrong = [](const char* text) { throw sim::InputError({"weefsel sensitivity", 1, 1}, text); };
    if (asked.folder.empty() && !tables)
        wrong("needs the folder of a sweep, or --design FILE.csv and --values FILE.csv");
    if (!asked.folder.empty() && tables) wrong("takes the folder of a sweep or --design, not both");
    if (!asked.predict.empty() && asked.method != "" && asked.method != "emulator")
        wrong("--predict is done by an emulator; leave --method out");
    if (asked.worth && !asked.predict.empty()) wrong("takes --worth or --predict, not both");
    if (asked.worth && asked.method != "" && asked.method != "emulator")
        wrong("--worth is found by an emulator; leave --method out");
    if (tables && !(asked.outputs.options.empty() && asked.outputs.years.empty()))
        wrong("--option and --year are for a sweep; outputs of --values are chosen by --indicator NAME");
}

/// Where the indices go: a file; empty: standard output.
std::string place_of(const Invocation& asked) {
    if (asked.out == "-") return "";
    if (asked.out.empty()) return asked.folder.empty() ? "" : asked.folder + "/" + usual_name(asked);
    return asked.out.ends_with(".csv") ? asked.out : asked.out + "/" + usual_name(asked);
}

/// `some/sensitivity_notes.csv` for `some/sensitivity.csv`.
std::string notes_beside(const std::string& file) {
    return file.substr(0, file.size() - std::string(".csv").size()) + "_notes.csv";
}

/// What was found: indices, predictions or worth, and notes on them.
struct FoundOutput {
    analysis::Sensitivity indices;
    std::vector<analysis::PredictedRow> predictions;
    std::vector<analysis::WorthRow> worth;
};

FoundOutput of_output(const SensitivityTask& task, const analysis::StudiedOutput& output,
                      std::uint32_t seed) {
    FoundOutput out;
    if (task.asked_points.empty())
        out.indices = analysis::sensitivity_of(task.design, task.method, output, seed);
    else
        out.predictions =
            analysis::predictions_of(task.design, output, task.asked_points, seed, out.indices.notes);
    return out;
}

FoundOutput of_choice(const SensitivityTask& task, const analysis::StudiedChoice& choice,
                      std::uint32_t seed) {
    auto found = analysis::worth_of(task.design, choice, seed);
    return {{{}, std::move(found.notes)}, {}, std::move(found.rows)};
}

template <class T>
void append(std::vector<T>& to, const std::vector<T>& more) {
    to.insert(to.end(), more.begin(), more.end());
}

FoundOutput of_all_outputs(const SensitivityTask& task, const Invocation& asked, std::uint32_t seed) {
    ErrorSink sink;
    sim::Progress progress("outputs", task.outputs, asked.quiet ? nullptr : &sink);
    FoundOutput all;
    const auto study = [&](const auto& outputs, auto of_one) {
        std::vector<FoundOutput> found(outputs.size());
        const auto failures = sim::parallel_for_each(outputs.size(), asked.threads, [&](std::size_t i) {
            found[i] = of_one(task, outputs[i], seed);
            progress.advance();
        });
        if (!failures.empty()) throw std::runtime_error(sim::describe(failures, outputs.size(), "output"));
        for (const auto& one : found) {
            append(all.indices.rows, one.indices.rows);
            append(all.indices.notes, one.indices.notes);
            append(all.predictions, one.predictions);
            append(all.worth, one.worth);
        }
    };
    for (const auto& group : task.groups) study(group(), of_output);
    for (const auto& group : task.choices) study(group(), of_choice);
    progress.finish();
    return all;
}

/// A table and, beside it, what a reader must know; an old file of notes goes when there are none.
void write_files(const std::vector<analysis::IndexNote>& found, const std::string& table,
                 const std::string& file) {
    writing([&] {
        const auto notes = notes_beside(file);
        if (found.empty()) {
            std::error_code error;
            std::filesystem::remove(notes, error);
        } else {
            sim::write_whole(notes, analysis::notes_csv(found));
        }
        sim::write_whole(file, table);
    });
}

/// Rows that failed are said loudly, however quiet the rest.
void say_left_out(const analysis::Sensitivity& found) {
    for (const auto& note : found.notes)
        if (note.kind.ends_with("left_out") || note.kind.starts_with("no_"))
            say("weefsel: " + note.output + ": " + note.text);
}

// The same as a table, for people and for programs.
std::string csv_of(const FoundOutput& found, const Invocation& asked) {
    if (asked.worth) return analysis::worth_csv(found.worth);
    return asked.predict.empty() ? analysis::sensitivity_csv(found.indices.rows)
                                 : analysis::predictions_csv(found.predictions);
}
std::string findings_text(const FoundOutput& found, const Invocation& asked, analysis::IndexMethod method,
                          const std::string& file) {
    if (asked.worth) return worth_text(found.worth, found.indices.notes, file);
    return asked.predict.empty() ? sensitivity_text(found.indices, method, file) : notes_text(found.indices);
}
std::string json_of(const FoundOutput& found, const Invocation& asked, const SensitivityTask& task,
                    std::uint32_t seed, const std::string& file) {
    const auto& notes = found.indices.notes;
    if (asked.worth) return json_of_worth(task, found.worth, notes, seed, file);
    return asked.predict.empty() ? json_of_sensitivity(task, found.indices, seed, file)
                                 : json_of_predictions(task, found.predictions, notes, seed, file);
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
    const auto all = of_all_outputs(task, asked, seed);
    const auto& found = all.indices;
    const auto csv = csv_of(all, asked);
    if (!file.empty()) write_files(found.notes, csv, file);
    const auto table = findings_text(all, asked, task.method, file);
    if (asked.json) {
        put(json_of(all, asked, task, seed, file));
    } else if (file.empty()) {
        if (!asked.quiet) say(table);
        put_table(csv);
    } else {
        put(table);
    }
    if (asked.quiet || asked.json) say_left_out(found);
    if (!asked.quiet && !asked.json && !file.empty())
        say((asked.worth ? "Worth: " : asked.predict.empty() ? "Indices: " : "Predictions: ") + file);
    return exit_done;
}

}  // namespace weefsel::app
