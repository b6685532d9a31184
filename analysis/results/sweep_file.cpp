#include "analysis/results/sweep_file.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <limits>
#include <numeric>
#include <span>

#include "analysis/results/comparison.hpp"
#include "analysis/results/cube.hpp"
#include "sim/error.hpp"
#include "sim/run_file.hpp"

namespace weefsel::analysis {
namespace {

constexpr const char* fingerprint_key = "sweep_sha256";
constexpr const char* failed_group = "/failed";
constexpr const char* values_name = "value";
constexpr const char* arrays_group = "/kept";
constexpr const char* sets_group = "/posterior_sets";  // the factor itself is called posterior
sim::Dimension counted(const char* name, const char* long_name, std::size_t n, std::size_t first = 1) {
    sim::Dimension out{name, std::vector<double>(n), {}, "1", long_name};
    std::iota(out.numbers.begin(), out.numbers.end(), static_cast<double>(first));
    return out;
}

sim::Dimension option_dimension(const SweepShape& shape) {
    sim::Dimension out{"option", {}, {}, "", "Option"};
    for (const auto& o : shape.options) out.labels.push_back(o.name);
    return out;
}

sim::Dimension year_dimension(const SweepShape& shape) {
    return {"year", {shape.years.begin(), shape.years.end()}, {}, "year", "Year under the option, from 1"};
}

sim::Variable about(const SweepShape::Kept& kept, std::vector<std::string> dimensions) {
    return {kept.name, std::move(dimensions), {},
            kept.unit, kept.prose_en,         {{"better", kept.better}, {"long_name_nl", kept.prose_nl}}};
}

void write_failed(sim::RunFileWriter& file, const SweepShape& shape, const std::vector<FailedRun>& failed) {
    if (failed.empty()) return;
    std::vector<std::string> run, reason;
    std::vector<float> point, replicate;
    for (const auto& f : failed) {
        run.push_back(std::to_string(f.run + 1));
        reason.push_back(f.reason);
        point.push_back(static_cast<float>(f.run / shape.replicates + 1));
        replicate.push_back(static_cast<float>(f.run % shape.replicates + 1));
    }
    file.table(failed_group, "run", {{"run", run}, {"reason", reason}},
               {{"point", {}, point, "1", "", {}}, {"replicate", {}, replicate, "1", "", {}}});
}

/// Points that are put together before they are written: one chunk of every variable.
std::size_t points_together(const SweepShape& shape) {
    constexpr std::size_t values_of_a_chunk = std::size_t{1} << 14U;
    const std::size_t a_point = shape.options.size() * shape.replicates * shape.years.size();
    return std::clamp<std::size_t>(values_of_a_chunk / std::max<std::size_t>(a_point, 1), 1,
                                   std::max<std::size_t>(shape.points, 1));
}

/// Some points on their way into the file: [indicator][point][option][replicate][year].
class Gathered {
public:
    Gathered(sim::RunFileWriter& file, const SweepShape& shape)
        : file_(file), shape_(shape), together_(points_together(shape)) {
        blank();
    }
    /// Runs come in order.
    void add(std::size_t run, const float* values) {
        const std::size_t point = run / shape_.replicates, replicate = run % shape_.replicates;
        if (point >= first_ + together_) write();
        const std::size_t years = shape_.years.size();
        for (std::size_t o = 0; o < shape_.options.size(); ++o)
            for (std::size_t i = 0; i < shape_.indicators.size(); ++i, values += years)
                std::copy_n(values, years,
                            &values_[i][(((point - first_) * shape_.options.size() + o) * shape_.replicates +
                                         replicate) *
                                        years]);
    }
    void write() {
        const std::size_t n = std::min(together_, shape_.points - first_);
        const std::size_t a_point = values_.empty() ? 0 : values_.front().size() / together_;
        for (std::size_t i = 0; i < values_.size(); ++i)
            file_.rows("/", shape_.indicators[i].name, first_,
                       std::span<const float>(values_[i]).first(n * a_point));
        first_ += n;
        blank();
    }

private:
    void blank() {
        values_.assign(
            shape_.indicators.size(),
            std::vector<float>(together_ * shape_.options.size() * shape_.replicates * shape_.years.size(),
                               not_measured));
    }
    sim::RunFileWriter& file_;
    const SweepShape& shape_;
    std::size_t together_, first_ = 0;
    std::vector<std::vector<float>> values_;
};

void write_factors(sim::RunFileWriter& file, const Points& points, const SweepRecord& record) {
    for (std::size_t j = 0; j < points.columns(); ++j) {
        const auto& factor = record.factors.at(j);
        sim::Variable about{
            factor.name,        {"point"},          {},
            record.units.at(j), record.prose.at(j), {{"factor", factor.lever ? "lever" : "uncertainty"}}};
        if (!factor.labels.empty())
            about.attributes.push_back({"labels", fmt::format("{}", fmt::join(factor.labels, " | "))});
        std::replace(about.name.begin(), about.name.end(), '/', '_');
        std::vector<double> column(points.rows());
        for (std::size_t i = 0; i < column.size(); ++i) column[i] = points.at(i, j);
        file.numbers("/", about, column);
    }
}

/// The parameters that a joint factor stands for, at every point.
void write_sets(sim::RunFileWriter& file, const Points& points, const SweepRecord& record,
                const sim::Dimension& point) {
    const auto at = std::find_if(record.factors.begin(), record.factors.end(),
                                 [](const Factor& factor) { return factor.joint; });
    if (at == record.factors.end()) return;
    const auto column = static_cast<std::size_t>(at - record.factors.begin());
    file.group(sets_group, {point}, {});
    for (std::size_t j = 0; j < record.sets.columns(); ++j) {
        std::vector<double> values;
        for (std::size_t i = 0; i < points.rows(); ++i) {
            const auto set = static_cast<std::size_t>(points.at(i, column)) - 1;
            values.push_back(set < record.sets.rows() ? record.sets.at(set, j)
                                                      : std::numeric_limits<double>::quiet_NaN());
        }
        file.numbers(sets_group, {record.sets.names[j], {"point"}, {}, "", "in the set of the point", {}},
                     values);
    }
}

void write_record(sim::RunFileWriter& file, const SweepShape& shape, const SweepRecord& record) {
    file.attribute("title", record.title);
    file.attribute("question", record.question);
    file.attribute("seed", record.seed);
    file.attribute("command", record.command);
    file.attribute("scenario_sha256", record.scenario_sha256);
    if (!record.plugins.empty()) file.attribute("plugins", record.plugins);
    if (!record.replaced.empty()) file.attribute("replaced_equations", record.replaced);
    file.attribute(fingerprint_key, shape.fingerprint);
    file.text("/scenario/toml", record.scenario);
    file.text("/scenario/design", record.design);
}

void refuse_without_room(const std::string& folder, std::uint64_t bytes) {
    std::error_code error;
    const auto room = std::filesystem::space(folder, error);
    if (!error && room.available < bytes)
        throw std::runtime_error(fmt::format("{}: cannot be written: there is room for {} MB, {} are needed",
                                             folder, room.available >> 20U, (bytes >> 20U) + 1));
}

}  // namespace

std::vector<float> kept_of(const sim::ResultLayout& layout, const sim::UnitResult& run,
                           const std::vector<std::size_t>& observables, const std::vector<int>& years,
                           std::string_view block, const std::vector<std::string>& columns) {
    Cube cube(layout, {run.options.size(), 1, 1});
    cube.add(0, 0, run);
    std::vector<const Cube::Values*> monthly;
    for (const std::size_t i : observables) monthly.push_back(&cube.indicator(i));
    for (const auto& column : columns) {
        const auto at = block_named(layout, block, column);
        sim::require(at.has_value(), "what a sweep keeps is measured");
        monthly.push_back(&cube.block(at->block, at->column));
    }
    std::vector<float> out;
    for (std::size_t option = 0; option < run.options.size(); ++option)
        for (const auto* values : monthly)
            for (const int year : years)
                out.push_back(static_cast<float>(year_values(cube, *values, option, year).front()));
    return out;
}

std::string batch_path(const std::string& folder, std::size_t batch) {
    return fmt::format("{}/shards/{:06}.h5", folder, batch + 1);
}

void write_batch(const std::string& folder, const SweepShape& shape, const Batch& batch) {
    const std::size_t runs = shape.runs_of(batch.number);
    sim::require(batch.values.size() == runs * shape.values_a_run(),
                 "a batch has the values of all its runs");
    sim::require(batch.arrays.size() == runs * shape.array_values_a_run(),
                 "a batch has the arrays of all its runs");
    sim::RunFileWriter file(batch_path(folder, batch.number));
    file.attribute(fingerprint_key, shape.fingerprint);
    file.attribute("batch", static_cast<std::int64_t>(batch.number + 1));
    sim::Dimension indicators{"indicator", {}, {}, "", "Indicator"};
    for (const auto& kept : shape.indicators) indicators.labels.push_back(kept.name);
    const auto run = counted("run", "Run: a point and a replicate", runs, shape.first_run(batch.number) + 1);
    file.group("/", {run, option_dimension(shape), indicators, year_dimension(shape)},
               {{values_name, {"run", "option", "indicator", "year"}, batch.values, "", "", {}}});
    if (!batch.arrays.empty())
        file.group(arrays_group,
                   {run, counted("place", "Value of a run, in the order of the sweep's arrays",
                                 shape.array_values_a_run())},
                   {{values_name, {"run", "place"}, batch.arrays, "", "", {}}});
    write_failed(file, shape, batch.failed);
    file.commit();
}

bool holds_batch(const std::string& folder, const SweepShape& shape, std::size_t batch) {
    const std::string path = batch_path(folder, batch);
    std::error_code error;
    if (!std::filesystem::exists(path, error)) return false;
    try {
        const sim::RunFileReader file(path);
        return file.attribute(fingerprint_key) == shape.fingerprint &&
               file.attribute("batch") == std::to_string(batch + 1);
    } catch (const sim::InputError&) { return false; }
}

Batch read_batch(const std::string& folder, const SweepShape& shape, std::size_t number) {
    const std::string path = batch_path(folder, number);
    const sim::RunFileReader file(path);
    const auto refuse = [&](const char* why) { throw sim::InputError({path, 1, 1}, why); };
    if (file.attribute(fingerprint_key) != shape.fingerprint) refuse("is of another sweep");
    if (file.attribute("batch") != std::to_string(number + 1)) refuse("is of another batch");
    Batch batch{number, file.variable("/", values_name).values, {}};
    if (!shape.arrays.empty()) batch.arrays = file.variable(arrays_group, values_name).values;
    if (batch.values.size() != shape.runs_of(number) * shape.values_a_run() ||
        batch.arrays.size() != shape.runs_of(number) * shape.array_values_a_run())
        refuse("has another shape than the sweep");
    if (file.has(failed_group)) {
        const auto run = file.dimension(failed_group, "run").labels;
        const auto reason = file.texts(failed_group, "reason");
        for (std::size_t k = 0; k < run.size(); ++k)
            batch.failed.push_back({std::stoul(run[k]) - 1, reason.at(k)});
    }
    return batch;
}

std::vector<FailedRun> merge_batches(const std::string& folder, const SweepShape& shape, const Points& points,
                                     const SweepRecord& record,
                                     const std::function<void(std::size_t)>& read) {
    refuse_without_room(folder, bytes_of_sweep_file(shape, points.columns()));
    sim::RunFileWriter file(folder + "/sweep.h5", sim::BuiltIn::disk);
    write_record(file, shape, record);
    const std::vector<sim::Dimension> common{
        counted("point", "Point of the design", shape.points), option_dimension(shape),
        counted("replicate", "Replicate: the same chance events at every point", shape.replicates)};
    auto dimensions = common;
    dimensions.push_back(year_dimension(shape));
    file.group("/", dimensions, {});
    write_factors(file, points, record);
    write_sets(file, points, record, common.front());
    for (const auto& kept : shape.indicators)
        file.open_rows("/", about(kept, {"point", "option", "replicate", "year"}), points_together(shape));
    Gathered gathered(file, shape);
    ArraysMerger arrays(file, shape.arrays, common);
    const std::size_t array_values = shape.array_values_a_run();
    std::vector<FailedRun> failed;
    for (std::size_t number = 0; number < shape.batches(); ++number) {
        const Batch batch = read_batch(folder, shape, number);
        for (std::size_t i = 0; i < shape.runs_of(number); ++i) {
            gathered.add(shape.first_run(number) + i, &batch.values[i * shape.values_a_run()]);
            if (array_values > 0) arrays.add(shape.first_run(number) + i, &batch.arrays[i * array_values]);
        }
        failed.insert(failed.end(), batch.failed.begin(), batch.failed.end());
        if (read) read(number);
    }
    gathered.write();
    arrays.finish();
    write_failed(file, shape, failed);
    file.commit();
    return failed;
}

std::uint64_t bytes_of_shards(const SweepShape& shape) {
    constexpr std::uint64_t a_file = 12'000,
                            a_variable = 2'500;  // measured: what a file takes without its data
    const std::uint64_t kept = shape.arrays.empty() ? 0 : a_file;
    return shape.batches() * (a_file + kept + a_variable * shape.indicators.size()) +
           shape.runs() * (shape.values_a_run() + shape.array_values_a_run()) * sizeof(float);
}

std::uint64_t bytes_of_sweep_file(const SweepShape& shape, std::size_t factors) {
    constexpr std::uint64_t a_file = 200'000, a_column = 4'000;
    std::uint64_t kept = 0;  // groups have a scale of their points each
    for (const auto& block : shape.arrays)
        kept += a_file / 2 + a_column * block.columns.size() + shape.points * sizeof(double);
    return a_file + kept +
           shape.runs() * (shape.values_a_run() + shape.array_values_a_run()) * sizeof(float) +
           shape.points * (factors + 1) * sizeof(double);
}

}  // namespace weefsel::analysis
