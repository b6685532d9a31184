#include "app/sweep/sweep_text.hpp"

#include <catch2/catch.hpp>

#include "app/sweep/shard.hpp"
#include "sim/error.hpp"

namespace weefsel::test_sweep_text {
using namespace weefsel::app;

namespace {

SweepManifest small_manifest() {
    SweepManifest manifest;
    manifest.kind = "sobol";
    manifest.shape.points = 1024;
    manifest.shape.replicates = 2;
    manifest.shape.batch_runs = 100;
    manifest.shape.options.resize(2);
    manifest.record.title = "First";
    manifest.record.seed = 5;
    manifest.record.factors.resize(3);
    manifest.record.factors[2].lever = true;
    return manifest;
}

}  // namespace

TEST_CASE("a sweep says how many runs it is, of how many factors") {
    CHECK(plan_text(small_manifest()) ==
          "First: sobol, 2 uncertain factors and 1 lever; 1,024 points x 2 replicates = 2,048 runs of 2 "
          "options");
}

TEST_CASE("the state of a sweep says what is done, what runs and what is left") {
    SweepState state;
    state.batches_done = 1;
    state.runs_done = 100;
    CHECK(state_text(small_manifest(), state) ==
          plan_text(small_manifest()) + "\ndone:    100 runs of 2,048 (1 file of 21)\nfailed:  none\n");
    StatusEntry entry;
    entry.batch = 3;
    entry.time = "2026-01-02T03:04:05Z";
    entry.worker = "rank 0, thread 1";
    state.running.assign(12, entry);
    state.seconds_left = 120;
    const auto text = state_text(small_manifest(), state);
    CHECK(text.find("running: 12 files begun and not done") != std::string::npos);
    CHECK(text.find("  file 4 since 2026-01-02T03:04:05Z, rank 0, thread 1\n  and 2 more\n") !=
          std::string::npos);
    CHECK(text.find("left:    about ") != std::string::npos);
    CHECK(text.find("merged:") == std::string::npos);
}

TEST_CASE("a sweep of which all files are there says whether they are merged") {
    SweepState state;
    state.batches_done = 21;
    CHECK(state_text(small_manifest(), state).find("merged:  not yet") != std::string::npos);
    state.merged = true;
    CHECK(state_text(small_manifest(), state).find("merged:  sweep.h5 is there\n") != std::string::npos);
}

TEST_CASE("failures are told by reason, the most frequent first, with the first run that shows it") {
    CHECK(failures_text(small_manifest(), {{9, "rare"}, {8, "often\nmore"}, {5, "often\nother"}}) ==
          "  2 runs: often (as run 6: point 3, replicate 2, seed 5)\n"
          "  1 run: rare (as run 10: point 5, replicate 2, seed 5)\n");
}

TEST_CASE("the time of a sweep counts the last batch of a worker as half idle") {
    SweepEstimate estimate;
    CHECK(estimate.seconds() == 0);
    estimate.seconds_a_run = 2;
    estimate.runs = 100;
    estimate.batches = 10;
    estimate.workers = 5;
    CHECK(estimate.seconds() == Approx(50));
    estimate.workers = 20;  // more than there is work for
    CHECK(estimate.seconds() == Approx(20));
}

TEST_CASE("a shard is read as i/n with i from 1 to n") {
    CHECK(read_shard("2/3") == Shard{2, 3});
    CHECK(status_name(read_shard("2/3")) == "status-2of3.jsonl");
    for (const char* wrong : {"0/3", "4/3", "2", "a/b", "2/3x", ""})
        CHECK_THROWS_AS(read_shard(wrong), sim::InputError);
}

}  // namespace weefsel::test_sweep_text
