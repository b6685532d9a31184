#include "app/sweep/sweep_run.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <ctime>
#include <limits>
#include <memory>
#include <mutex>
#include <numeric>
#include <thread>

#include "app/terminal/interrupt.hpp"
#include "app/terminal/terminal.hpp"
#include "models/study/own_log.hpp"
#include "models/study/study.hpp"
#include "sim/parallel.hpp"
#include "sim/provenance.hpp"

namespace weefsel::app {
namespace {

using Clock = std::chrono::steady_clock;
double since(Clock::time_point begin) { return std::chrono::duration<double>(Clock::now() - begin).count(); }

constexpr float not_measured = std::numeric_limits<float>::quiet_NaN();

/// Simulates runs one after the other, on one thread; runs at the same point share its scenario.
class Worker {
public:
    Worker(const SweepPlan& plan, int threads_inside, std::function<void()> year_simulated,
           std::function<void()> run_simulated)
        : plan_(plan),
          inside_(threads_inside),
          year_simulated_(std::move(year_simulated)),
          run_simulated_(std::move(run_simulated)) {}

    /// Simulates a batch and keeps it. None when somebody asked to stop. Throws std::runtime_error when it
    /// cannot be kept.
    std::optional<StatusEntry> live(const std::string& folder, std::size_t number, const std::string& name) {
        const auto begin = Clock::now();
        const auto& shape = plan_.manifest.shape;
        const std::size_t a_run = shape.values_a_run();
        const std::size_t arrays = shape.array_values_a_run();
        analysis::Batch batch{number,
                              std::vector<float>(shape.runs_of(number) * a_run, not_measured),
                              {},
                              std::vector<float>(shape.runs_of(number) * arrays, not_measured)};
        StatusEntry entry{StatusEntry::State::done, number, "", name, shape.runs_of(number), 0, 0, 0, {}};
        for (std::size_t i = 0; i < shape.runs_of(number); ++i) {
            const std::size_t run = shape.first_run(number) + i;
            try {
                const auto result = live_run(run, entry.seconds_living);
                const auto values = analysis::kept_of(study_->layout(), result, plan_.observables,
                                                      shape.years, own_group, plan_.own);
                const auto kept = analysis::kept_arrays_of(study_->layout(), result, shape.arrays);
                sim::require(values.size() == a_run && kept.size() == arrays,
                             "every run of a sweep keeps the same");
                std::copy(values.begin(), values.end(),
                          batch.values.begin() + static_cast<std::ptrdiff_t>(i * a_run));
                std::copy(kept.begin(), kept.end(),
                          batch.arrays.begin() + static_cast<std::ptrdiff_t>(i * arrays));
            } catch (const std::exception& e) {
                if (stop_requested()) return std::nullopt;
                batch.failed.push_back({run, e.what()});
            }
            if (run_simulated_) run_simulated_();
        }
        const auto writing = Clock::now();
        analysis::write_batch(folder, shape, batch);
        entry.seconds_writing = since(writing);
        entry.seconds = since(begin);
        entry.time = sim::time_now();
        entry.failed = std::move(batch.failed);
        return entry;
    }

private:
    sim::UnitResult live_run(std::size_t run, double& seconds_living) {
        const auto& shape = plan_.manifest.shape;
        const std::size_t point = run / shape.replicates;
        if (study_ == nullptr || point != point_) {
            study_.reset();
            study_ = std::make_unique<Study>(scenario_at(plan_, point));
            point_ = point;
        }
        const auto begin = Clock::now();
        auto result =
            study_->run({0, run % shape.replicates}, &stop_requested(), inside_, {}, year_simulated_);
        seconds_living += since(begin);
        return result;
    }

    const SweepPlan& plan_;
    int inside_;
    std::function<void()> year_simulated_, run_simulated_;
    std::unique_ptr<Study> study_;
    std::size_t point_ = 0;
};

/// Gives out batches and writes down what became of them; for workers of all ranks. Thread safe.
class BatchBook {
public:
    BatchBook(std::vector<std::size_t> batches, const SweepManifest& manifest, StatusLog& log,
              sim::Progress& progress, SweepOutcome& outcome)
        : batches_(std::move(batches)),
          manifest_(manifest),
          log_(log),
          progress_(progress),
          outcome_(outcome) {}

    std::optional<std::size_t> next(const std::string& name) {
        const std::lock_guard lock(mutex_);
        if (given_ == batches_.size() || stop_requested()) return std::nullopt;
        const std::size_t batch = batches_[given_++];
        add(status_line({StatusEntry::State::begun, batch, sim::time_now(), name, 0, 0, 0, 0, {}},
                        manifest_));
        return batch;
    }
    /// `line`: as the worker reports it, or empty. `elsewhere`: its runs were not counted one by one.
    void note(const std::string& line, bool elsewhere) {
        const auto entry = read_status_line(line);
        if (!entry) return;
        const std::lock_guard lock(mutex_);
        add(line);
        outcome_.simulated += entry->runs;
        outcome_.seconds_working += entry->seconds;
        outcome_.seconds_living += entry->seconds_living;
        outcome_.seconds_writing += entry->seconds_writing;
        outcome_.failed.insert(outcome_.failed.end(), entry->failed.begin(), entry->failed.end());
        if (elsewhere) progress_.advance(entry->runs);
    }
    void fail(const std::string& why) {
        const std::lock_guard lock(mutex_);
        end(why);
    }
    /// A worker elsewhere cannot go on; others do.
    void lose(int rank, const std::string& why) {
        const std::lock_guard lock(mutex_);
        if (outcome_.cannot_write.empty()) outcome_.cannot_write = fmt::format("rank {}: {}", rank, why);
    }
    /// Whether somebody asked to stop, and not an error here, after which others finish what they live.
    [[nodiscard]] bool interrupted() {
        const std::lock_guard lock(mutex_);
        return stop_requested() && !failed_;
    }

private:
    void add(const std::string& line) {
        try {
            log_.add(line);
        } catch (const std::runtime_error& e) { end(e.what()); }
    }
    void end(const std::string& why) {
        if (outcome_.cannot_write.empty()) outcome_.cannot_write = why;
        failed_ = true;
        stop_requested() = true;
    }

    std::mutex mutex_;
    std::vector<std::size_t> batches_;
    std::size_t given_ = 0;
    bool failed_ = false;
    const SweepManifest& manifest_;
    StatusLog& log_;
    sim::Progress& progress_;
    SweepOutcome& outcome_;
};

/// Work on rank 0, or without ranks: threads live batches, and the calling thread answers other ranks. Gives
/// how many workers of these are missing at the end.
std::size_t work_with_book(const SweepPlan& plan, const std::string& folder, int threads, BatchBook& book,
                           sim::Progress& progress, std::size_t batches, Ranks& ranks) {
    const auto wanted = static_cast<std::size_t>(threads);
    const auto team = ranks.size() > 1 ? wanted : std::min(wanted, std::max<std::size_t>(batches, 1));
    const int inside = std::max(1, threads / static_cast<int>(team));
    const auto live_batches = [&](std::size_t thread) {
        const auto name = ranks.size() > 1 ? fmt::format("rank 0, thread {}", thread + 1)
                                           : fmt::format("thread {}", thread + 1);
        Worker worker(
            plan, inside, [&] { progress.tick(); }, [&] { progress.advance(); });
        try {
            while (const auto batch = book.next(name)) {
                const auto entry = worker.live(folder, *batch, name);
                if (!entry) return;
                book.note(status_line(*entry, plan.manifest), false);
            }
        } catch (const std::exception& e) { book.fail(e.what()); }
    };
    std::vector<std::jthread> team_threads;
    for (std::size_t t = 0; t < team; ++t) team_threads.emplace_back(live_batches, t);
    return ranks.serve(
        static_cast<std::size_t>(ranks.size() - 1) * wanted,
        [&](const std::string& report, int source, bool leaves) -> std::optional<std::size_t> {
            if (!leaves) {
                book.note(report, true);
                return book.next(fmt::format("rank {}", source));
            }
            if (!report.empty()) book.lose(source, report);
            return std::nullopt;
        },
        [&] { return book.interrupted(); });
}

/// Work on another rank: each thread asks rank 0.
void work_for_first(const SweepPlan& plan, const std::string& folder, int threads, Ranks& ranks,
                    SweepOutcome& outcome) {
    std::mutex mutex;
    const auto live_batches = [&] {
        Worker worker(plan, 1, {}, {});
        const auto name = fmt::format("rank {}", ranks.rank());
        std::string report;
        try {
            while (const auto batch = ranks.ask(report)) {
                report.clear();
                const auto entry = worker.live(folder, *batch, name);
                if (!entry) {
                    ranks.say_farewell("");
                    return;
                }
                report = status_line(*entry, plan.manifest);
            }
        } catch (const std::exception& e) {
            const std::lock_guard lock(mutex);
            outcome.cannot_write = e.what();
            stop_requested() = true;
            ranks.say_farewell(e.what());
        }
    };
    std::vector<std::jthread> team;
    for (int t = 0; t < threads; ++t) team.emplace_back(live_batches);
}

}  // namespace

int threads_a_rank(const CommonArguments& arguments, const Ranks& ranks) {
    if (arguments.threads > 0) return arguments.threads;
    return ranks.size() > 1 ? 1 : sim::available_threads();
}

SweepOutcome live_batches(const SweepPlan& plan, const std::string& folder, const Shard& shard,
                          const CommonArguments& arguments, Ranks& ranks, StatusLog* log) {
    const auto& shape = plan.manifest.shape;
    const int threads = threads_a_rank(arguments, ranks);
    SweepOutcome outcome;
    if (log == nullptr) {
        work_for_first(plan, folder, threads, ranks, outcome);
        outcome.interrupted = stop_requested();
        return outcome;
    }
    const auto missing = missing_batches(folder, shape, shard);
    std::size_t to_live = 0;
    for (const std::size_t batch : missing) to_live += shape.runs_of(batch);
    for (std::size_t batch = 0; batch < shape.batches(); ++batch)
        if (shard.has(batch)) outcome.mine += shape.runs_of(batch);
    outcome.found = outcome.mine - to_live;
    outcome.workers = static_cast<std::size_t>(threads) * static_cast<std::size_t>(ranks.size());
    ErrorSink sink;
    sim::Progress progress("runs", outcome.mine, arguments.quiet ? nullptr : &sink,
                           Study(plan.base).years_a_unit());
    progress.already_done(outcome.found);
    const auto begin = Clock::now();
    BatchBook book(missing, plan.manifest, *log, progress, outcome);
    outcome.silent = work_with_book(plan, folder, threads, book, progress, missing.size(), ranks);
    outcome.seconds = since(begin);
    progress.finish();
    outcome.interrupted = outcome.found + outcome.simulated < outcome.mine;
    outcome.messages = ranks.messages();
    outcome.seconds_serving = ranks.seconds_serving();
    std::sort(outcome.failed.begin(), outcome.failed.end(),
              [](const auto& a, const auto& b) { return a.run < b.run; });
    return outcome;
}

double measured_seconds_a_run(const SweepPlan& plan) {
    constexpr double enough = 5;  // s
    const Study study(plan.base);
    std::atomic<bool> stop{false};
    std::size_t years = 0;
    const auto begin = std::clock();
    const auto spent = [&] { return static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC; };
    try {
        static_cast<void>(study.run({0, 0}, &stop, 1, {}, [&] {
            ++years;
            if (spent() > enough || stop_requested()) stop = true;
        }));
    } catch (const sim::Interrupted&) {
        // long enough to know
    }
    return spent() * static_cast<double>(study.years_a_unit()) /
           static_cast<double>(std::max<std::size_t>(years, 1));
}

}  // namespace weefsel::app
