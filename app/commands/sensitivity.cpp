#include <fmt/format.h>

#include <cstdint>
#include <filesystem>
#include <limits>
#include <optional>
#include <set>

#include "analysis/sensitivity/emulated_output.hpp"
#include "analysis/sensitivity/index_warnings.hpp"
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
    if (arguments.prim) return "boxes.csv";
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
    if (arguments.second_order && (arguments.evppi || !arguments.predict.empty() ||
                                   (!arguments.method.empty() && arguments.method != "sobol")))
        wrong("--second-order is of Saltelli blocks; leave --method, --worth and --predict out");
    if (arguments.prim && (arguments.evppi || arguments.second_order || !arguments.predict.empty() ||
                           !arguments.method.empty()))
        wrong(
            "--prim takes any points, in place of indices; leave --method, --second-order, --worth and "
            "--predict "
            "out");
    if (arguments.prim && arguments.above.has_value() == arguments.below.has_value())
        wrong(
            "--prim needs to know what you look for: --above VALUE or --below VALUE, in the unit of the "
            "output");
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

/// What was found: indices, predictions, worth or boxes, and notes on them.
struct FoundOutput {
    analysis::Sensitivity indices;
    std::vector<analysis::PredictedRow> predictions;
    std::vector<analysis::EvppiRow> evppi;
    std::vector<analysis::OutcomeBoxes> boxes;
};

FoundOutput of_output(const SensitivityTask& task, const analysis::StudiedOutput& output,
                      std::uint32_t seed) {
    FoundOutput out;
    if (task.boxes) {
        out.boxes.push_back(
            analysis::outcome_boxes(task.box_points, task.box_dimensions, output, *task.boxes));
        out.indices.notes = out.boxes.front().notes;
    } else if (task.predicted_points.empty())
        out.indices = analysis::sensitivity_of(task.design, task.method, output, seed, task.second_order);
    else
        out.predictions =
            analysis::predictions_of(task.design, output, task.predicted_points, seed, out.indices.notes);
    return out;
}

FoundOutput of_choice(const SensitivityTask& task, const analysis::StudiedChoice& choice,
                      std::uint32_t seed) {
    auto found = analysis::evppi_of(task.design, choice, seed);
    return {{{}, std::move(found.notes)}, {}, std::move(found.rows), {}};
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
            append(all.boxes, one.boxes);
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
        if (note.kind.ends_with("left_out") ||
            (note.kind.starts_with("no_") && note.kind != "no_more_than_permuted"))
            say("weefsel: " + note.output + ": " + note.text);
}

/// How many outputs have a warning: of many only the first are shown.
void say_warned(const analysis::Sensitivity& found, std::size_t outputs, const std::string& file) {
    std::set<std::string> warned;
    for (const auto& note : found.notes)
        if (analysis::is_warning(note)) warned.insert(note.output);
    if (!warned.empty())
        say(fmt::format("warning: the design is too small for indices of {} of {}{}", warned.size(),
                        counted(outputs, "output"),
                        file.empty() ? "" : "; " + notes_beside(file) + " says which, and what to do"));
}

// The same as a table, for people and for programs.
std::string csv_of(const FoundOutput& found, const SensitivityArguments& arguments,
                   const SensitivityTask& task) {
    if (task.boxes) return analysis::boxes_csv(found.boxes, task.box_dimensions);
    if (arguments.evppi) return analysis::evppi_csv(found.evppi);
    return arguments.predict.empty() ? analysis::sensitivity_csv(found.indices.rows)
                                     : analysis::predictions_csv(found.predictions);
}
std::string findings_text(const FoundOutput& found, const SensitivityArguments& arguments,
                          const SensitivityTask& task, const std::string& file) {
    if (task.boxes) return boxes_text(found.boxes, task.box_dimensions, file);
    if (arguments.evppi) return evppi_text(found.evppi, found.indices.notes, file);
    return arguments.predict.empty() ? sensitivity_text(found.indices, task.method, file)
                                     : notes_text(found.indices);
}
std::string json_of(const FoundOutput& found, const SensitivityArguments& arguments,
                    const SensitivityTask& task, std::uint32_t seed, const std::string& file) {
    const auto& notes = found.indices.notes;
    if (task.boxes) return json_of_boxes(task, found.boxes, notes, file);
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
                        task.boxes ? "prim" : analysis::name_of(task.method)));
        for (const auto& remark : task.remarks) say("note: " + remark);
    }
    const auto all = of_all_outputs(task, arguments, seed);
    const auto& found = all.indices;
    const auto csv = csv_of(all, arguments, task);
    if (!file.empty()) write_files(found.notes, csv, file);
    const auto table = findings_text(all, arguments, task, file);
    if (arguments.json) {
        put(json_of(all, arguments, task, seed, file));
    } else if (file.empty()) {
        if (!arguments.quiet) say(table);
        put_table(csv);
    } else {
        put(table);
    }
    if (arguments.quiet || arguments.json) say_left_out(found);
    say_warned(found, task.outputs, file);
    if (!arguments.quiet && !arguments.json && !file.empty())
        say((arguments.prim              ? "Boxes: "
             : arguments.evppi           ? "Worth: "
             : arguments.predict.empty() ? "Indices: "
                                         : "Predictions: ") +
            file);
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
        "  weefsel sensitivity --design points.csv --values outputs.csv --method given-data\n"
        "  weefsel sensitivity out/pairs --second-order --year 20         pairs of factors too\n"
        "  weefsel sensitivity out/first-sweep --prim --option structural-projects --indicator lonely "
        "--above 0\n"
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
        .add_option(
            "--method", arguments.method,
            "sobol (Saltelli blocks), morris (trajectories), emulator or given-data (any points; S1 only); "
            "default: what suits the points")
        ->type_name("METHOD")
        ->check(CLI::IsMember({"sobol", "morris", "emulator", "given-data"}));
    command.add_flag("--second-order", arguments.second_order,
                     "S2 of each pair of factors too; the design needs second_order = true");
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
            "DIR, else standard output; likewise predictions.csv, worth.csv and boxes.csv)")
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
    auto* prim = command.add_flag(
        "--prim", arguments.prim,
        "In place of indices: boxes of the factors in which the output is --above or --below a value "
        "(scenario "
        "discovery), with coverage, density and a quasi-p-value of each factor that binds (boxes.csv)");
    command.add_option("--above", arguments.above, "Look for outputs above this value")
        ->type_name("VALUE")
        ->needs(prim);
    command.add_option("--below", arguments.below, "Look for outputs below this value")
        ->type_name("VALUE")
        ->needs(prim);
    constexpr int max_boxes = 20;
    command
        .add_option("--boxes", arguments.boxes,
                    "Up to so many boxes, each among the points outside those before (default: 1)")
        ->type_name("N")
        ->needs(prim)
        ->check(CLI::Range(1, max_boxes));
    command
        .add_option("--density", arguments.density,
                    "Share of the points in a box that should be of interest (default: 0.8)")
        ->type_name("SHARE")
        ->needs(prim)
        ->check(CLI::Range(0.0, 1.0));
    constexpr auto last_seed = std::numeric_limits<std::uint32_t>::max();
    command.add_option("--seed", arguments.seed, "Seed of the intervals (default: 1)")
        ->type_name("S")
        ->check(CLI::Range(std::int64_t{0}, std::int64_t{last_seed}));
}

}  // namespace weefsel::app
