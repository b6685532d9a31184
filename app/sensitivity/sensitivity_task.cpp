#include "app/sensitivity/sensitivity_task.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <filesystem>
#include <memory>
#include <optional>
#include <utility>

#include "analysis/decision/value_table.hpp"
#include "analysis/sensitivity/sweep_outputs.hpp"
#include "app/sensitivity/box_task.hpp"
#include "app/sensitivity/evppi_task.hpp"
#include "app/sweep/sweep_manifest.hpp"
#include "sim/csv_cells.hpp"
#include "sim/file_aside.hpp"
#include "sim/run_file.hpp"
#include "sim/settings.hpp"

namespace weefsel::app {
namespace {

using analysis::IndexMethod;

/// Throws when the points do not suit the method, at the first row that does not fit.
void check_method(const SensitivityTask& task) {
    if (task.design.suits(task.method)) return;
    const bool sobol = task.method == IndexMethod::sobol;
    const std::size_t k = task.design.factors.size();
    const std::size_t row = sobol ? task.design.not_saltelli : task.design.not_trajectory;
    const std::string wanted =
        sobol
            ? fmt::format("blocks of {} rows: a point A, A with one factor from B for each factor in turn, B",
                          k + 2)
            : fmt::format(
                  "trajectories of {} rows, each of which moves one factor that has not moved before{}",
                  k + 1, k == 1 ? ", all steps equally large" : "");
    const std::string found = row < task.design.rows()
                                  ? "this row does not fit"
                                  : fmt::format("{} rows are no whole number of them", row);
    constexpr std::size_t header = 1;
    const auto line = static_cast<int>(std::min(row, task.design.rows() - 1) + header + 1);
    throw sim::InputError({task.design_file, line, 1},
                          fmt::format("--method {} needs {}; {} (--method emulator takes any points)",
                                      analysis::name_of(task.method), wanted, found));
}

/// Throws when there is no pair of factors, or no rows for pairs.
void check_second_order(const SensitivityTask& task) {
    const std::size_t k = task.design.factors.size();
    if (task.method == IndexMethod::sobol && task.design.holds_second_order()) return;
    throw sim::InputError(
        {task.design_file, 1, 1},
        k < 2 ? "--second-order is of pairs of factors; there is one"
              : fmt::format(
                    "--second-order needs blocks of {} rows, of which this design has none: write kind = "
                    "\"sobol\" and second_order = true under [design], and run its points",
                    2 * k + 2));
}

void choose_method(SensitivityTask& task, const IndicesArguments& arguments) {
    task.method = task.design.suited();
    if (arguments.prim) return;  // takes any points
    if (arguments.method == "sobol") task.method = IndexMethod::sobol;
    if (arguments.method == "morris") task.method = IndexMethod::morris;
    if (arguments.method == "emulator") task.method = IndexMethod::emulator;
    if (arguments.method == "given-data") task.method = IndexMethod::given_data;
    if (!arguments.predict.empty() || arguments.evppi) task.method = IndexMethod::emulator;
    check_method(task);
    task.second_order = arguments.second_order;
    if (task.second_order) check_second_order(task);
    for (std::size_t j = 0; task.method == IndexMethod::emulator && j < task.design.unordered.size(); ++j)
        if (task.design.unordered[j])
            task.remarks.push_back(task.design.factors[j] +
                                   " is of names, not of numbers: a surface over them takes what it does for "
                                   "chance. Ask a design "
                                   "of kind = \"sobol\", or --method given-data");
    if (!arguments.predict.empty() || arguments.evppi) return;
    if (task.method == IndexMethod::emulator)
        task.remarks.push_back(
            arguments.method.empty()
                ? "the points are neither Saltelli blocks nor Morris trajectories: S1 and ST "
                  "are of an emulator (a Gaussian process)"
                : "S1 and ST are of an emulator (a Gaussian process)");
    if (task.method == IndexMethod::given_data)
        task.remarks.push_back(
            "S1 is of classes of the values of each factor, whatever the points are; S1_permuted "
            "is what a factor that does nothing gets");
    if (task.design.holds_second_order() && task.method == IndexMethod::sobol && !task.second_order)
        task.remarks.push_back("rows for second order (BA) are not used; --second-order uses them");
}

/// The design beside a table of points (`design.toml`, or of the table's name), when it is of these factors.
std::optional<analysis::Design> design_beside(const std::string& csv, const std::vector<std::string>& factors,
                                              std::vector<std::string>& remarks) {
    std::filesystem::path same_name(csv);
    same_name.replace_extension(".toml");
    const auto folder = std::filesystem::path(csv).parent_path();
    for (const auto& path : {same_name, folder / "design.toml"}) {
        std::error_code error;
        if (!std::filesystem::exists(path, error)) continue;
        try {
            auto design = analysis::read_design(path.string());
            std::vector<std::string> names;
            for (const auto& f : design.factors) names.push_back(f.name);
            if (std::is_permutation(names.begin(), names.end(), factors.begin(), factors.end())) {
                remarks.push_back("ranges of factors are those of " + design.file);
                return design;
            }
            remarks.push_back(design.file + " has other factors and is not used");
        } catch (const sim::InputError&) {
            remarks.push_back(path.string() + " cannot be read as a design and is not used");
        }
    }
    return std::nullopt;
}

/// A table's header, so that a design beside it is found before its cells are judged.
std::vector<std::string> names_in(const std::string& csv) {
    sim::require_regular_file(csv);  // read again when its factors are known
    const auto rows = sim::csv_cells(sim::read_whole(csv), csv);
    std::vector<std::string> out;
    if (!rows.empty())
        for (const auto& cell : rows.front()) out.push_back(cell.text);
    return out;
}

std::vector<analysis::Factor> free_factors(const std::vector<std::string>& names) {
    std::vector<analysis::Factor> out;
    for (const auto& name : names) {
        out.emplace_back();
        out.back().name = name;
    }
    return out;
}

/// The points of --predict: columns by name, in any order.
void read_predicted_points(SensitivityTask& task, const IndicesArguments& arguments,
                           const std::vector<analysis::Factor>& factors) {
    if (arguments.predict.empty()) return;
    task.predicted_points =
        analysis::shares_of(task.design, analysis::read_design_csv(arguments.predict, factors));
}

SensitivityTask of_tables(const IndicesArguments& arguments) {
    SensitivityTask task;
    task.design_file = arguments.design;
    analysis::Points points;
    std::optional<analysis::Design> design;
    if (arguments.design.ends_with(".toml")) {
        design = analysis::read_design(arguments.design);
        if (analysis::needs_posterior(*design))
            throw sim::InputError(
                {arguments.design, 1, 1},
                "has factors with a posterior; give the table of its points (weefsel design)");
        points = analysis::points_of(*design);
    } else {
        design = design_beside(arguments.design, names_in(arguments.design), task.remarks);
        points = design ? analysis::read_design_csv(arguments.design, design->factors)
                        : analysis::read_design_csv(arguments.design);
    }
    if (design && arguments.evppi) refuse_levers(design->factors, design->file);
    const auto table = analysis::read_value_table(arguments.values, points.rows(), arguments.design);
    task.design = analysis::studied_design(points, design ? &*design : nullptr);
    read_predicted_points(task, arguments, design ? design->factors : free_factors(points.names));
    if (arguments.prim)
        ask_for_boxes(task, arguments, points, design ? design->factors : free_factors(points.names), {}, {});

    std::vector<std::size_t> columns;
    std::vector<sim::Problem> problems;
    for (std::size_t c = 0; c < table.columns(); ++c)
        if (arguments.outputs.indicators.empty() ||
            std::find(arguments.outputs.indicators.begin(), arguments.outputs.indicators.end(),
                      table.names[c]) != arguments.outputs.indicators.end())
            columns.push_back(c);
    for (const auto& name : arguments.outputs.indicators)
        if (std::find(table.names.begin(), table.names.end(), name) == table.names.end())
            problems.push_back(
                {{arguments.values, 1, 1},
                 fmt::format("has no output {}{}; it has {}", name, sim::did_you_mean(name, table.names),
                             fmt::join(table.names, ", "))});
    if (!problems.empty()) throw sim::InputError(std::move(problems));
    choose_method(task, arguments);
    if (arguments.evppi) {
        choose_between(task, arguments.values, table, columns);
        return task;
    }
    task.outputs = columns.size();
    task.groups.push_back([table, columns] {
        std::vector<analysis::StudiedOutput> out;
        for (const auto c : columns) {
            out.push_back({table.names[c], {}, 1});
            for (std::size_t r = 0; r < table.rows(); ++r) out.back().values.push_back(table.at(r, c));
        }
        return out;
    });
    return task;
}

/// The design of a sweep as its manifest holds it; a list needs its own file, which is not there.
std::optional<analysis::Design> design_of(const SweepManifest& manifest, const std::string& folder) {
    if (manifest.kind == "list") return std::nullopt;
    return analysis::read_design_text(manifest.record.design, folder + "/design.toml");
}

/// The name of the option that others are compared with; empty when the scenario says none.
std::string reference_of(const SweepManifest& manifest, const std::string& folder) {
    const auto scenario = sim::read_toml_text(manifest.record.scenario, folder + "/manifest.json");
    const auto* reference = scenario.find("reference");
    const auto* text = reference != nullptr ? std::get_if<std::string>(&reference->data) : nullptr;
    return text != nullptr ? *text : std::string{};
}

SensitivityTask of_sweep(const IndicesArguments& arguments) {
    const std::string sweep = arguments.folder + "/sweep.h5";
    const auto manifest = read_manifest(arguments.folder + "/manifest.json");
    if (!std::filesystem::exists(sweep))
        throw sim::InputError(
            {sweep, 1, 1}, "is not there; finish the sweep, or `weefsel merge` its shards (`weefsel status " +
                               arguments.folder + "` says how far it is)");
    sim::require_regular_file(sweep);
    SensitivityTask task;
    task.design_file = arguments.folder + "/design.csv";
    const auto& shape = manifest.shape;
    const auto points = analysis::read_design_csv(task.design_file, manifest.record.factors);
    if (points.rows() != shape.points)
        throw sim::InputError({task.design_file, 1, 1}, fmt::format("has {} points where the sweep has {}",
                                                                    points.rows(), shape.points));
    const auto design = design_of(manifest, arguments.folder);
    task.design = analysis::studied_design(points, design ? &*design : nullptr);
    for (std::size_t j = 0; j < manifest.record.factors.size(); ++j)
        task.design.unordered[j] = analysis::is_unordered(manifest.record.factors[j]);
    read_predicted_points(task, arguments, manifest.record.factors);
    if (arguments.prim)
        ask_for_boxes(task, arguments, points, manifest.record.factors, manifest.record.units,
                      arguments.folder + "/" + sets_name);
    if (arguments.evppi) refuse_levers(manifest.record.factors, task.design_file);
    choose_method(task, arguments);
    const auto reference = reference_of(manifest, arguments.folder);
    const auto file = std::make_shared<const sim::RunFileReader>(sweep);
    if (arguments.evppi) {
        add_choices(task, shape, analysis::sweep_choices(shape, reference, arguments.outputs, sweep), file);
        return task;
    }
    const auto outputs = analysis::sweep_outputs(shape, reference, arguments.outputs, sweep);
    task.outputs = outputs.size();
    for (std::size_t i = 0; i < shape.indicators.size(); ++i) {
        std::vector<analysis::SweepOutput> own;
        for (const auto& o : outputs)
            if (o.indicator == i) own.push_back(o);
        if (own.empty()) continue;
        task.groups.push_back([file, shape, own, name = shape.indicators[i].name] {
            const auto values = file->variable("/", name).values;
            std::vector<analysis::StudiedOutput> out;
            for (const auto& o : own) out.push_back(analysis::studied_output(shape, o, values));
            return out;
        });
    }
    return task;
}

}  // namespace

SensitivityTask read_sensitivity_task(const IndicesArguments& arguments) {
    return arguments.folder.empty() ? of_tables(arguments) : of_sweep(arguments);
}

}  // namespace weefsel::app
