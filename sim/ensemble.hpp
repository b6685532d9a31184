#pragma once
#include <atomic>
#include <concepts>
#include <cstddef>
#include <functional>
#include <mutex>
#include <optional>
#include <utility>
#include <vector>

#include "sim/error.hpp"
#include "sim/parallel.hpp"
#include "sim/progress.hpp"

namespace weefsel::sim {

/// One unit of work: a site, with one draw of the parameters, in one replicate. Counts from 0.
struct UnitKey {
    std::size_t site = 0;
    std::size_t draw = 0;
    std::size_t replicate = 0;
    friend auto operator<=>(const UnitKey&, const UnitKey&) = default;
};

/// All units, numbered with the replicate fastest and the site slowest.
struct EnsembleShape {
    std::size_t sites = 1;
    std::size_t draws = 1;
    std::size_t replicates = 1;

    [[nodiscard]] std::size_t units() const { return sites * draws * replicates; }
    [[nodiscard]] UnitKey key(std::size_t unit) const {
        return {unit / (draws * replicates), unit / replicates % draws, unit % replicates};
    }
    [[nodiscard]] std::size_t unit(UnitKey key) const {
        return (key.site * draws + key.draw) * replicates + key.replicate;
    }
};

/// What came of it: a result for each unit that finished, by number of the unit.
template <class Result>
struct EnsembleOutcome {
    std::vector<std::optional<Result>> results;
    std::vector<Failure> failures;  ///< in order of unit
    bool interrupted = false;       ///< stopped before every unit was done
};

/// Runs every unit once, units side by side. `load_finished` gives what an earlier, interrupted run
/// kept, so that the same command goes on where it stopped; a kept unit that cannot be read
/// (InputError) is run again. `keep_finished` keeps one unit as soon as it is done. Both are called
/// by one thread at a time and may be empty; `run` is called by many. A unit whose result could not
/// be kept has its result and counts as failed too. When `stop` becomes true no new unit begins.
template <std::movable Result>
EnsembleOutcome<Result> run_ensemble(const EnsembleShape& shape, int threads, const std::atomic<bool>& stop,
                                     Progress* progress,
                                     const std::function<std::optional<Result>(UnitKey)>& load_finished,
                                     const std::function<Result(UnitKey)>& run,
                                     const std::function<void(UnitKey, const Result&)>& keep_finished) {
    EnsembleOutcome<Result> outcome;
    outcome.results.resize(shape.units());
    std::mutex files;
    std::atomic<std::size_t> begun{0};
    const auto load = [&](UnitKey key) -> std::optional<Result> {
        if (!load_finished) return std::nullopt;
        const std::lock_guard lock(files);
        try {
            return load_finished(key);
        } catch (const InputError&) { return std::nullopt; }
    };
    const auto one_unit = [&](std::size_t unit) {
        ++begun;
        const UnitKey key = shape.key(unit);
        auto& result = outcome.results[unit];
        result = load(key);
        if (result) {
            if (progress != nullptr) progress->already_done();
            return;
        }
        result.emplace(run(key));
        if (progress != nullptr) progress->advance();
        if (keep_finished) {
            const std::lock_guard lock(files);
            keep_finished(key, *result);
        }
    };
    outcome.failures = parallel_for_each(shape.units(), threads, one_unit, &stop);
    outcome.interrupted = begun < shape.units();
    return outcome;
}

}  // namespace weefsel::sim
