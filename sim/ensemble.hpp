#pragma once
#include <algorithm>
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
#include "sim/random_source.hpp"

namespace weefsel::sim {

/// One unit of work: a world of one draw of the parameters in one replicate. Counts from 0.
struct UnitKey {
    std::size_t draw = 0;
    std::size_t replicate = 0;
    friend auto operator<=>(const UnitKey&, const UnitKey&) = default;
};

/// The seed of the chance of one draw: the study's own in the first, another in each other one. So worlds of
/// different draws share neither parameters nor chance, and the spread between draws holds both.
constexpr std::uint32_t seed_of_draw(std::uint32_t seed, std::size_t draw) {
    constexpr std::uint32_t odd = 0x9E3779B9U;  // 2^32 over the golden ratio: no two draws meet
    return seed + static_cast<std::uint32_t>(draw) * odd;
}
/// The random numbers of one unit.
constexpr RandomSource draws_of(std::uint32_t seed, UnitKey key) {
    return {seed_of_draw(seed, key.draw), static_cast<std::uint32_t>(key.replicate)};
}

/// All units, numbered with the replicate fastest.
struct EnsembleShape {
    std::size_t draws = 1;
    std::size_t replicates = 1;

    [[nodiscard]] std::size_t units() const { return draws * replicates; }
    [[nodiscard]] UnitKey key(std::size_t unit) const { return {unit / replicates, unit % replicates}; }
    [[nodiscard]] std::size_t unit(UnitKey key) const { return key.draw * replicates + key.replicate; }
};

/// How threads are divided: units side by side, or the sites of one unit after the other.
struct ThreadPlan {
    int units = 1;   ///< side by side
    int inside = 1;  ///< threads within each
};

/// Units go side by side as long as there are enough of them for every thread, or they cannot be
/// divided further. The plan changes the time that a study takes, and no result.
inline ThreadPlan plan_threads(std::size_t units, std::size_t sites, int threads) {
    const int all = threads > 0 ? threads : available_threads();
    if (units >= static_cast<std::size_t>(all) || sites < 2) return {all, 1};
    return {1, all};
}

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
/// `order`: all numbers of units, in the order in which they begin, which changes no result; empty:
/// ascending.
template <std::movable Result>
EnsembleOutcome<Result> run_ensemble(const EnsembleShape& shape, int threads, const std::atomic<bool>& stop,
                                     Progress* progress,
                                     const std::function<std::optional<Result>(UnitKey)>& load_finished,
                                     const std::function<Result(UnitKey)>& run,
                                     const std::function<void(UnitKey, const Result&)>& keep_finished,
                                     const std::vector<std::size_t>& order = {}) {
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
    const auto unit_at = [&](std::size_t place) { return order.empty() ? place : order.at(place); };
    const auto one_unit = [&](std::size_t place) {
        ++begun;
        const std::size_t unit = unit_at(place);
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
    for (auto& failure : outcome.failures) failure.item = unit_at(failure.item);
    std::sort(outcome.failures.begin(), outcome.failures.end(),
              [](const Failure& a, const Failure& b) { return a.item < b.item; });
    outcome.interrupted = begun < shape.units();
    return outcome;
}

}  // namespace weefsel::sim
