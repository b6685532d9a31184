#include "app/sweep/sweep_json.hpp"

#include <fmt/format.h>

#include "app/terminal/json_value.hpp"
#include "sim/file_aside.hpp"

namespace weefsel::app {
namespace {

Json failed_json(const std::vector<analysis::FailedRun>& failed, const SweepManifest& manifest) {
    Json out = Json::array();
    const std::size_t replicates = manifest.shape.replicates;
    for (const auto& f : failed)
        out.push_back({{"run", f.run + 1},
                       {"point", f.run / replicates + 1},
                       {"replicate", f.run % replicates + 1},
                       {"seed", manifest.record.seed},
                       {"reason", f.reason}});
    return out;
}

Json factors_json(const std::vector<analysis::Factor>& factors) {
    Json out = Json::array();
    for (const auto& f : factors) {
        Json factor{{"name", f.name}, {"lever", f.lever}, {"low", f.low}, {"high", f.high}};
        if (!f.labels.empty()) factor["labels"] = f.labels;
        if (f.joint) factor["sets"] = f.levels.size();
        out.push_back(std::move(factor));
    }
    return out;
}

Json sweep_head(const SweepManifest& manifest) {
    Json out = made_by();
    const auto& shape = manifest.shape;
    out["title"] = manifest.record.title;
    out["kind"] = manifest.kind;
    out["seed"] = manifest.record.seed;
    out["points"] = shape.points;
    out["replicates"] = shape.replicates;
    out["runs"] = shape.runs();
    out["batch_runs"] = shape.batch_runs;
    out["batches"] = shape.batches();
    out["sweep_sha256"] = shape.fingerprint;
    return out;
}

Json arrays_json(const analysis::SweepArrays& arrays) {
    Json out = Json::array();
    for (const auto& block : arrays) {
        Json one{{"group", block.group}, {"axes", Json::array()}, {"columns", Json::array()}};
        for (const auto& axis : block.axes)
            one["axes"].push_back({{"name", axis.name},
                                   {"numbers", axis.numbers},
                                   {"labels", axis.labels},
                                   {"unit", axis.unit},
                                   {"about", axis.about}});
        for (const auto& column : block.columns)
            one["columns"].push_back({{"name", column.name},
                                      {"unit", column.unit},
                                      {"about", column.about},
                                      {"axes", column.axes}});
        out.push_back(std::move(one));
    }
    return out;
}

/// Throws Json::exception, or sim::InputError at `path` for columns of more axes than there are.
analysis::SweepArrays read_arrays(const Json& json, const std::string& path) {
    analysis::SweepArrays out;
    for (const auto& one : json) {
        out.push_back({one.at("group"), {}, {}});
        auto& block = out.back();
        for (const auto& axis : one.at("axes"))
            block.axes.push_back({axis.at("name"), axis.at("numbers").get<std::vector<double>>(),
                                  axis.at("labels").get<std::vector<std::string>>(), axis.at("unit"),
                                  axis.at("about")});
        for (const auto& column : one.at("columns")) {
            block.columns.push_back(
                {column.at("name"), column.at("unit"), column.at("about"), column.at("axes")});
            if (block.columns.back().axes > block.axes.size())
                throw sim::InputError({path, 1, 1}, "is no manifest of a sweep: " + block.group +
                                                        " has a column of more axes than there are");
        }
    }
    return out;
}

template <class T>
void read_into(const Json& json, const char* key, T& out) {
    out = json.at(key).get<T>();
}

}  // namespace

std::string json_of_manifest(const SweepManifest& manifest) {
    Json out = sweep_head(manifest);
    const auto& [kind, shape, record] = manifest;
    out["question"] = record.question;
    out["scenario_sha256"] = record.scenario_sha256;
    if (!record.plugins.empty()) out["plugins"] = record.plugins;
    if (!record.replaced.empty()) out["replaced_equations"] = record.replaced;
    out["years"] = shape.years;
    for (const auto& o : shape.options)
        out["options"].push_back({{"name", o.name}, {"label_nl", o.label_nl}, {"label_en", o.label_en}});
    for (const auto& k : shape.indicators)
        out["indicators"].push_back({{"name", k.name},
                                     {"unit", k.unit},
                                     {"better", k.better},
                                     {"prose_en", k.prose_en},
                                     {"prose_nl", k.prose_nl}});
    if (!shape.arrays.empty()) out["kept"] = arrays_json(shape.arrays);
    out["factors"] = factors_json(record.factors);
    for (std::size_t j = 0; j < record.factors.size(); ++j) {
        out["factors"][j]["unit"] = record.units[j];
        out["factors"][j]["prose"] = record.prose[j];
    }
    out["scenario"] = record.scenario;
    out["design"] = record.design;
    return text_of(out);
}

SweepManifest read_manifest(const std::string& path) {
    SweepManifest manifest;
    auto& [kind, shape, record] = manifest;
    try {
        const Json json = read_json(sim::read_whole(path));
        read_into(json, "title", record.title);
        read_into(json, "question", record.question);
        read_into(json, "kind", kind);
        read_into(json, "seed", record.seed);
        read_into(json, "points", shape.points);
        read_into(json, "replicates", shape.replicates);
        read_into(json, "batch_runs", shape.batch_runs);
        read_into(json, "sweep_sha256", shape.fingerprint);
        read_into(json, "scenario_sha256", record.scenario_sha256);
        read_into(json, "years", shape.years);
        if (json.contains("plugins")) read_into(json, "plugins", record.plugins);
        if (json.contains("replaced_equations")) read_into(json, "replaced_equations", record.replaced);
        read_into(json, "scenario", record.scenario);
        read_into(json, "design", record.design);
        for (const auto& o : json.at("options"))
            shape.options.push_back({o.at("name"), o.at("label_nl"), o.at("label_en")});
        for (const auto& k : json.at("indicators"))
            shape.indicators.push_back(
                {k.at("name"), k.at("unit"), k.at("better"), k.at("prose_en"), k.at("prose_nl")});
        if (json.contains("kept")) shape.arrays = read_arrays(json.at("kept"), path);
        for (const auto& f : json.at("factors")) {
            analysis::Factor factor;
            read_into(f, "name", factor.name);
            read_into(f, "lever", factor.lever);
            read_into(f, "low", factor.low);
            read_into(f, "high", factor.high);
            if (f.contains("labels")) read_into(f, "labels", factor.labels);
            factor.joint = f.contains("sets");
            record.factors.push_back(std::move(factor));
            record.units.push_back(f.at("unit"));
            record.prose.push_back(f.at("prose"));
        }
        if (shape.points < 1 || shape.replicates < 1 || shape.batch_runs < 1)
            throw sim::InputError({path, 1, 1}, "is no manifest of a sweep: it has no runs");
        if (shape.points > max_sweep_points || shape.replicates > max_sweep_replicates ||
            shape.batch_runs > max_sweep_points * max_sweep_replicates || shape.batches() > max_sweep_files)
            throw sim::InputError(
                {path, 1, 1},
                fmt::format("is no manifest of a sweep: {} points x {} replicates, {} runs a file, are more "
                            "than there can be (up to {} points, {} replicates, {} files)",
                            shape.points, shape.replicates, shape.batch_runs, max_sweep_points,
                            max_sweep_replicates, max_sweep_files));
    } catch (const Json::exception& e) {
        throw sim::InputError({path, 1, 1}, std::string("is no manifest of a sweep: ") + e.what());
    } catch (const TooDeep& e) {
        throw sim::InputError({path, 1, 1}, std::string("is no manifest of a sweep: ") + e.what());
    }
    return manifest;
}

std::string status_line(const StatusEntry& entry, const SweepManifest& manifest) {
    const bool done = entry.state == StatusEntry::State::done;
    Json out{{"file", entry.batch + 1},
             {"state", done ? "done" : "begun"},
             {"time", entry.time},
             {"worker", entry.worker}};
    if (done) {
        out["runs"] = entry.runs;
        out["seconds"] = entry.seconds;
        out["seconds_living"] = entry.seconds_living;
        out["seconds_writing"] = entry.seconds_writing;
        out["failed"] = failed_json(entry.failed, manifest);
    }
    return out.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::optional<StatusEntry> read_status_line(const std::string& line) {
    try {
        const Json json = read_json(line);
        StatusEntry entry;
        const std::size_t file = json.at("file");
        if (file < 1) return std::nullopt;
        entry.batch = file - 1;
        read_into(json, "time", entry.time);
        read_into(json, "worker", entry.worker);
        if (json.at("state") != "done") return entry;
        entry.state = StatusEntry::State::done;
        read_into(json, "runs", entry.runs);
        read_into(json, "seconds", entry.seconds);
        read_into(json, "seconds_living", entry.seconds_living);
        read_into(json, "seconds_writing", entry.seconds_writing);
        for (const auto& f : json.at("failed"))
            entry.failed.push_back({f.at("run").get<std::size_t>() - 1, f.at("reason")});
        return entry;
    } catch (const Json::exception&) { return std::nullopt; } catch (const TooDeep&) {
        return std::nullopt;
    }
}

std::string json_of_design(const analysis::Design& design, const analysis::Points& points,
                           const std::string& file) {
    Json out = made_by();
    out["design"] = design.file;
    out["kind"] = analysis::name_of(design.kind);
    out["seed"] = design.seed;
    out["points"] = points.rows();
    out["replicates"] = design.replicates;
    out["factors"] = factors_json(design.factors);
    out["files"] = {{"points", file}};
    return text_of(out);
}

std::string json_of_dry_run(const SweepPlan& plan, const SweepEstimate& e) {
    Json out = sweep_head(plan.manifest);
    out["estimate"] = {{"runs", e.runs},
                       {"workers", e.workers},
                       {"seconds_a_run", number(e.seconds_a_run)},
                       {"seconds", number(e.seconds())},
                       {"files", e.batches},
                       {"values_a_run", plan.manifest.shape.values_a_run()},
                       {"kept_values_a_run", plan.manifest.shape.array_values_a_run()},
                       {"bytes_of_files", e.shard_bytes},
                       {"bytes_of_sweep_h5", e.file_bytes}};
    return text_of(out);
}

std::string json_of_sweep(const SweepPlan& plan, const SweepOutcome& o, const std::string& folder,
                          const std::string& merged) {
    Json out = sweep_head(plan.manifest);
    out["shard"] = {{"runs", o.mine}, {"finished_earlier", o.found}, {"lived", o.simulated}};
    out["interrupted"] = o.interrupted;
    out["failed"] = failed_json(o.failed, plan.manifest);
    out["work"] = {{"workers", o.workers},
                   {"seconds", number(o.seconds)},
                   {"seconds_working", number(o.seconds_working)},
                   {"seconds_living", number(o.seconds_living)},
                   {"seconds_writing", number(o.seconds_writing)},
                   {"messages", o.messages},
                   {"seconds_serving", number(o.seconds_serving)}};
    out["files"] = {{"folder", folder}, {"sweep", merged.empty() ? Json(nullptr) : Json(merged)}};
    return text_of(out);
}

std::string json_of_status(const SweepManifest& manifest, const SweepState& state) {
    Json out = sweep_head(manifest);
    out["done"] = {{"runs", state.runs_done}, {"files", state.batches_done}};
    out["running"] = Json::array();
    for (const auto& entry : state.running)
        out["running"].push_back(
            {{"file", entry.batch + 1}, {"since", entry.time}, {"worker", entry.worker}});
    out["failed"] = failed_json(state.failed, manifest);
    out["seconds_left"] = state.seconds_left > 0 ? Json(state.seconds_left) : Json(nullptr);
    out["merged"] = state.merged;
    return text_of(out);
}

std::string json_of_merge(const SweepManifest& manifest, const std::vector<analysis::FailedRun>& failed,
                          const std::string& merged) {
    Json out = sweep_head(manifest);
    out["failed"] = failed_json(failed, manifest);
    out["files"] = {{"sweep", merged}};
    return text_of(out);
}

}  // namespace weefsel::app
