#include <fmt/format.h>

#include <cstdint>
#include <filesystem>
#include <limits>
#include <optional>

#include "analysis/sensitivity/emulated_output.hpp"
#include "app/commands/all_commands.hpp"
#include "app/commands/command_line.hpp"
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

struct SensitivityArguments : CommonArguments, IndicesArguments {
    std::string out;                   ///< file, or a folder for it, or `-`; empty: the default
    std::optional<std::int64_t> seed;  ///< of the intervals; absent: 1
};

const char* usual_name(const SensitivityArguments& arguments) {
    if (arguments.evppi) return "worth.csv";
    return arguments.predict.empty() ? "sensitivity.csv" : "predictions.csv";
}

void check_usage(const SensitivityArguments& arguments) {
    const bool tables = !arguments.design.empty();
    const auto wrong = [](const char* text) { throw sim::InputError({"weefsel sensitivity", 1, 1}, text); };
    if (arguments.folder.empty() && !tables)
        wrong("needs the folder of a sweep, or --design FILE.csv and --values FILE.csv");
    if (!arguments.folder.empty() && tables) wrong("takes the folder of a sweep or --design, not both");
    if (!arguments.predict.empty() && !arguments.method.empty() && arguments.method != "emulator")
        wrong("--predict is done by an emulator; leave --method out");
    if (arguments.evppi && !arguments.predict.empty()) wrong("takes --worth or --predict, not both");
    if (arguments.evppi && !arguments.method.empty() && arguments.method != "emulator")
        wrong("--worth is found by an emulator; leave --method out");
    if (tables && !(arguments.outputs.options.empty() && arguments.outputs.years.empty()))
        wrong("--option and --year are for a sweep; outputs of --values are chosen by --indicator NAME");
}

/// Where the indices go: a file; empty: standard output.
std::string place_of(const SensitivityArguments& arguments) {
    if (arguments.out == "-") return "";
    if (arguments.out.empty())
        return arguments.folder.empty() ? "" : arguments.folder + "/" + usual_name(arguments);
    return arguments.out.ends_with(".csv") ? arguments.out : arguments.out + "/" + usual_name(arguments);
}

/// `some/sensitivity_notes.csv` for `some/sensitivity.csv`.
std::string notes_beside(const std::string& file) {
    return file.substr(0, file.size() - std::string(".csv").size()) + "_notes.csv";
}

/// What was found: indices, predictions or worth, and notes on them.
struct FoundOutput {
    analysis::Sensitivity indices;
    std::vector<analysis::PredictedRow> predictions;
    std::vector<analysis::EvppiRow> evppi;
};

FoundOutput of_output(const SensitivityTask& task, const analysis::StudiedOutput& output,
                      std::uint32_t seed) {
    FoundOutput out;
    if (task.predicted_points.empty())
        out.indices = analysis::sensitivity_of(task.design, task.method, output, seed);
    else
        out.predictions =
            analysis::predictions_of(task.design, output, task.predicted_points, seed, out.indices.notes);
    return out;
}

FoundOutput of_choice(const SensitivityTask& task, const analysis::StudiedChoice& choice,
                      std::uint32_t seed) {
    auto found = analysis::evppi_of(task.design, choice, seed);
    return {{{}, std::move(found.notes)}, {}, std::move(found.rows)};
}

FoundOutput of_all_outputs(const SensitivityTask& task, const SensitivityArguments& arguments,
                           std::uint32_t seed) {
    ErrorSink sink;
    sim::Progress progress("outputs", task.outputs, arguments.quiet ? nullptr : &sink);
    FoundOutput all;
    const auto study = [&](const auto& outputs, auto of_one) {
        std::vector<FoundOutput> found(outputs.size());
        const auto failures = sim::parallel_for_each(outputs.size(), arguments.threads, [&](std::size_t i) {
            found[i] = of_one(task, outputs[i], seed);
            progress.advance();
        });
        if (!failures.empty()) throw std::runtime_error(sim::describe(failures, outputs.size(), "output"));
        for (const auto& one : found) {
            append(all.indices.rows, one.indices.rows);
            append(all.indices.notes, one.indices.notes);
            append(all.predictions, one.predictions);
            append(all.evppi, one.evppi);
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
std::string csv_of(const FoundOutput& found, const SensitivityArguments& arguments) {
    if (arguments.evppi) return analysis::evppi_csv(found.evppi);
    return arguments.predict.empty() ? analysis::sensitivity_csv(found.indices.rows)
                                     : analysis::predictions_csv(found.predictions);
}
std::string findings_text(const FoundOutput& found, const SensitivityArguments& arguments,
                          analysis::IndexMethod method, const std::string& file) {
    if (arguments.evppi) return evppi_text(found.evppi, found.indices.notes, file);
    return arguments.predict.empty() ? sensitivity_text(found.indices, method, file)
                                     : notes_text(found.indices);
}
std::string json_of(const FoundOutput& found, const SensitivityArguments& arguments,
                    const SensitivityTask& task, std::uint32_t seed, const std::string& file) {
    const auto& notes = found.indices.notes;
    if (arguments.evppi) return json_of_evppi(task, found.evppi, notes, seed, file);
    return arguments.predict.empty() ? json_of_sensitivity(task, found.indices, seed, file)
                                     : json_of_predictions(task, found.predictions, notes, seed, file);
}

int run_sensitivity(const SensitivityArguments& arguments) {
    check_usage(arguments);
    const auto task = read_sensitivity_task(arguments);
    const std::string file = place_of(arguments);
    std::optional<OutputFolder> folder;
    if (!file.empty()) {
        const auto parent = std::filesystem::path(file).parent_path().string();
        if (!parent.empty()) folder.emplace(parent);
        writing([&] { sim::refuse_unwritable(file); });
    }
    const auto seed = static_cast<std::uint32_t>(arguments.seed.value_or(1));
    if (!arguments.quiet) {
        say(fmt::format("{}, seed {} (of intervals)", version_line(), seed));
        say(fmt::format("{}: {} points, {}, {}; method {}", task.design_file,
                        with_thousands(static_cast<double>(task.design.rows())),
                        counted(task.design.factors.size(), "factor"), counted(task.outputs, "output"),
                        analysis::name_of(task.method)));
        for (const auto& remark : task.remarks) say("note: " + remark);
    }
    const auto all = of_all_outputs(task, arguments, seed);
    const auto& found = all.indices;
    const auto csv = csv_of(all, arguments);
    if (!file.empty()) write_files(found.notes, csv, file);
    const auto table = findings_text(all, arguments, task.method, file);
    if (arguments.json) {
        put(json_of(all, arguments, task, seed, file));
    } else if (file.empty()) {
        if (!arguments.quiet) say(table);
        put_table(csv);
    } else {
        put(table);
    }
    if (arguments.quiet || arguments.json) say_left_out(found);
    if (!arguments.quiet && !arguments.json && !file.empty())
        say((arguments.evppi ? "Worth: " : arguments.predict.empty() ? "Indices: " : "Predictions: ") + file);
    return exit_done;
}

}  // namespace

void add_sensitivity(CommandLine& line) {
    auto [command, arguments] = line.add<SensitivityArguments>(
        "sensitivity",
        "Say which factors matter: Sobol' or Morris indices of a sweep or of any model's outputs",
        "  weefsel sensitivity out/first-sweep                            writes sensitivity.csv there\n"
        "  weefsel sensitivity out/first-sweep --indicator lonely --year 20\n"
        "  weefsel sensitivity --design points.csv --values outputs.csv   indices on standard output\n"
        "  weefsel sensitivity --design points.csv --values outputs.csv --method emulator -o indices.csv\n"
        "  weefsel sensitivity out/first-sweep --worth --indicator lonely --year 20   writes worth.csv "
        "there",
        run_sensitivity);
    command.add_option("DIR", arguments.folder, "Folder of a sweep");
    auto* design =
        command
            .add_option("--design", arguments.design,
                        "Points of any model: a header with names of factors, a row for each point "
                        "(or the design itself, TOML)")
            ->type_name("FILE.csv");
    auto* values =
        command
            .add_option("--values", arguments.values,
                        "Outputs of the model: a header with names of outputs, a row for each point in "
                        "the same order; NaN or nothing where a run failed")
            ->type_name("FILE.csv");
    design->needs(values);
    values->needs(design);
    command
        .add_option("--method", arguments.method,
                    "sobol (Saltelli blocks), morris (trajectories) or emulator (any points; default: what "
                    "suits the points)")
        ->type_name("METHOD")
        ->check(CLI::IsMember({"sobol", "morris", "emulator"}));
    command
        .add_option("--indicator", arguments.outputs.indicators,
                    "Only this indicator, or output; may be repeated")
        ->type_name("NAME")
        ->allow_extra_args(false);
    command
        .add_option(
            "--option", arguments.outputs.options,
            "Only this option, alone and against the reference (--worth: one to choose from), or only "
            "a difference, as structural-projects; may be repeated")
        ->type_name("NAME")
        ->allow_extra_args(false);
    command.add_option("--year", arguments.outputs.years, "Only this year; may be repeated")
        ->type_name("Y")
        ->allow_extra_args(false);
    command
        .add_option(
            "-o,--out", arguments.out,
            "Table of indices, a folder for it, or - for standard output (default: sensitivity.csv in "
            "DIR, else standard output; likewise predictions.csv and worth.csv)")
        ->type_name("FILE.csv");
    command
        .add_option(
            "--predict", arguments.predict,
            "In place of indices: what an emulator predicts at these points, with intervals for the mean "
            "and for one run (predictions.csv)")
        ->type_name("FILE.csv");
    command.add_flag(
        "--worth", arguments.evppi,
        "In place of indices: what knowing each uncertainty, and all of them, before choosing between the "
        "options would be worth (EVPPI, EVPI), in the unit of each indicator that has a better direction "
        "(worth.csv). Of --values each output is an option, and a value its net benefit: higher is better");
    constexpr auto last_seed = std::numeric_limits<std::uint32_t>::max();
    command.add_option("--seed", arguments.seed, "Seed of the intervals (default: 1)")
        ->type_name("S")
        ->check(CLI::Range(std::int64_t{0}, std::int64_t{last_seed}));
}

}  // namespace weefsel::app
