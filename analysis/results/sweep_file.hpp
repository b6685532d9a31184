#pragma once
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/design/design.hpp"
#include "analysis/results/sweep_arrays.hpp"
#include "sim/world_result.hpp"

namespace weefsel::analysis {

/// What a sweep keeps of every run, and what it says about it. A run is a point and a replicate:
/// run = point * replicates + replicate, all counted from 0.
struct SweepShape {
    struct Named {
        std::string name, label_nl, label_en;
    };
    struct Kept {
        std::string name, unit, better, prose_en, prose_nl;
    };
    std::size_t points = 0, replicates = 1, batch_runs = 1;
    std::vector<Named> options;
    std::vector<Kept> indicators;
    std::vector<int> years;
    SweepArrays arrays;       ///< kept besides indicators; usually none
    std::string fingerprint;  ///< SHA-256 of all that decides the data of a run

    [[nodiscard]] std::size_t runs() const { return points * replicates; }
    [[nodiscard]] std::size_t batches() const { return (runs() + batch_runs - 1) / batch_runs; }
    [[nodiscard]] std::size_t first_run(std::size_t batch) const { return batch * batch_runs; }
    [[nodiscard]] std::size_t runs_of(std::size_t batch) const {
        return std::min(batch_runs, runs() - first_run(batch));
    }
    [[nodiscard]] std::size_t values_a_run() const {
        return options.size() * indicators.size() * years.size();
    }
    [[nodiscard]] std::size_t array_values_a_run() const {
        return analysis::values_a_run(arrays, options.size());
    }
};

struct FailedRun {
    std::size_t run = 0;
    std::string reason;
};

/// The runs of one batch.
struct Batch {
    std::size_t number = 0;
    std::vector<float> values;  ///< [run of the batch][option][indicator][year], NaN: failed or not measured
    std::vector<FailedRun> failed;
    std::vector<float> arrays{};  ///< [run of the batch][as kept_arrays_of has them], NaN: the same
};

/// What is kept of one run: [option][indicator][year], each the mean of the months of the year in which it
/// was measured, all sites together (as year_values has it). Indicators are these observables, and behind
/// them the columns of months that `block` has; empty: none.
std::vector<float> kept_of(const sim::ResultLayout& layout, const sim::UnitResult& run,
                           const std::vector<std::size_t>& observables, const std::vector<int>& years,
                           std::string_view block = {}, const std::vector<std::string>& columns = {});

/// `FOLDER/shards/000017.h5`.
std::string batch_path(const std::string& folder, std::size_t batch);

/// Writes a batch whole or not at all: one variable, `value`, over run (from 1), option, indicator and year;
/// where the sweep keeps arrays, another in the group `kept` over run and place. Throws std::runtime_error
/// with path and reason.
void write_batch(const std::string& folder, const SweepShape& shape, const Batch& batch);
/// Whether a whole file of this batch of this sweep is there.
bool holds_batch(const std::string& folder, const SweepShape& shape, std::size_t batch);
/// Throws sim::InputError when the file is not there, broken, or of another sweep.
Batch read_batch(const std::string& folder, const SweepShape& shape, std::size_t batch);

/// What sweep.h5 says besides its data.
struct SweepRecord {
    std::string title, question, command, scenario;  ///< scenario: resolved, TOML
    std::string design;                              ///< TOML as given
    std::string scenario_sha256;
    std::int64_t seed = 0;
    std::vector<Factor> factors;
    std::vector<std::string> units, prose;  ///< of the factors; may be empty texts
    Points sets{};                          ///< of a joint factor: parameters by set; else none
    std::string plugins{};                  ///< `NAME SHA-256`, a line each; empty when there are none
    std::string replaced{};                 ///< equations that a plugin replaces, as `loneliness by NAME`
};

/// Puts all batches into FOLDER/sweep.h5, batch by batch: dimensions point, option, replicate, year; a
/// variable for each indicator over all four, and one for each factor over the points (parameters of the sets
/// of a joint factor in /posterior_sets, over the points too); runs that failed are NaN and listed in
/// /failed; arrays that are kept stand in groups of their own (see ArraysMerger). Only some points are held
/// in memory at a time. Calls `read(n)` after batch n. Throws sim::InputError when a batch is missing or
/// broken, std::runtime_error when the file cannot be written or there is no room for it. Returns what
/// failed.
std::vector<FailedRun> merge_batches(const std::string& folder, const SweepShape& shape, const Points& points,
                                     const SweepRecord& record,
                                     const std::function<void(std::size_t)>& read = {});

/// Bytes that the data of a sweep take at most: its shards, and sweep.h5.
std::uint64_t bytes_of_shards(const SweepShape& shape);
std::uint64_t bytes_of_sweep_file(const SweepShape& shape, std::size_t factors);

}  // namespace weefsel::analysis
