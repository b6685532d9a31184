#include <fmt/format.h>

#include <filesystem>
#include <optional>

#include "analysis/emulated_output.hpp"
#include "app/commands.hpp"
#include "app/exit_codes.hpp"
#include "app/output_place.hpp"
#include "app/sensitivity_json.hpp"
#include "app/sensitivity_task.hpp"
#include "app/sensitivity_text.hpp"
#include "app/terminal.hpp"
#include "app/texts.hpp"
#include "sim/file_aside.hpp"
#include "sim/parallel.hpp"
#include "sim/progress.hpp"

namespace weefsel::app {
namespace {

const char* usual_name(const Invocation& asked) {
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

/// What was found: indices, or predictions, and notes on either.
struct Found {
    analysis::Sensitivity indices;
    std::vector<analysis::PredictedRow> predictions;
};

Found of_output(const SensitivityTask& task, const analysis::StudiedOutput& output, std::uint32_t seed) {
    Found out;
    if (task.asked_points.empty())
        out.indices = analysis::sensitivity_of(task.design, task.method, output, seed);
    else
        out.predictions =
            analysis::predictions_of(task.design, output, task.asked_points, seed, out.indices.notes);
    return out;
}

template <class T>
void append(std::vector<T>& to, const std::vector<T>& more) {
    to.insert(to.end(), more.begin(), more.end());
}

Found of_all_outputs(const SensitivityTask& task, const Invocation& asked, std::uint32_t seed) {
    ErrorSink sink;
    sim::Progress progress("outputs", task.outputs, asked.quiet ? nullptr : &sink);
    Found all;
    for (const auto& group : task.groups) {
        const auto outputs = group();
        std::vector<Found> found(outputs.size());
        const auto failures = sim::parallel_for_each(outputs.size(), asked.threads, [&](std::size_t i) {
            found[i] = of_output(task, outputs[i], seed);
            progress.advance();
        });
        if (!failures.empty()) throw std::runtime_error(sim::describe(failures, outputs.size(), "output"));
        for (const auto& one : found) {
            append(all.indices.rows, one.indices.rows);
            append(all.indices.notes, one.indices.notes);
            append(all.predictions, one.predictions);
        }
    }
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
    const auto [found, predictions] = of_all_outputs(task, asked, seed);
    const bool predict = !asked.predict.empty();
    const auto csv = predict ? analysis::predictions_csv(predictions) : analysis::sensitivity_csv(found.rows);
    if (!file.empty()) write_files(found.notes, csv, file);
    const auto table = predict ? notes_text(found) : sensitivity_text(found, task.method, file);
    if (asked.json) {
        put(predict ? json_of_predictions(task, predictions, found.notes, seed, file)
                    : json_of_sensitivity(task, found, seed, file));
    } else if (file.empty()) {
        if (!asked.quiet) say(table);
        put(csv);
    } else {
        put(table);
    }
    if (asked.quiet || asked.json) say_left_out(found);
    if (!asked.quiet && !asked.json && !file.empty()) say((predict ? "Predictions: " : "Indices: ") + file);
    return exit_done;
}

}  // namespace weefsel::app
