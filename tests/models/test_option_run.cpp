#include <catch2/catch.hpp>

#include "models/scenario/read_scenario.hpp"
#include "models/study/option_run.hpp"
#include "sim/checkpoint.hpp"
#include "small_world.hpp"

namespace weefsel::test_option_run {

namespace {

const std::string line = std::string("form = \"structural\"\nsource = \"structural\"\n") + same_buys;

std::vector<std::uint64_t> digests_of(Municipality& m) {
    std::vector<std::uint64_t> all;
    for (auto& n : m.neighbourhoods)
        for (const auto& d : sim::digests(n)) all.push_back(d.digest);
    return all;
}

Realisation burned_in(const Study& study, WorkerPool& pool) {
    auto burn_in = study.begin({0, 0}, pool);
    while (burn_in.months_left() > 0) burn_in.step(pool);
    return std::move(burn_in).finish();
}

}  // namespace

TEST_CASE("a life in steps is the life that a study runs, month by month the same bits") {
    const Study study(
        read_scenario_text(quick_study(option_text("a", line) + "[[option]]\nname = \"nothing\"\n"),
                           "test.toml"),
        true);
    const auto whole = study.run({0, 0});
    WorkerPool pool(1, 1);
    const auto realisation = burned_in(study, pool);
    for (std::size_t o = 0; o < 2; ++o) {
        OptionRun run(realisation, o);
        CHECK(run.months() == 0);
        std::vector<std::uint64_t> digests;
        while (!run.finished()) {
            run.step(pool);
            const auto month = digests_of(run.state());
            digests.insert(digests.end(), month.begin(), month.end());
        }
        CHECK(run.months() == study.scenario().months());
        CHECK(digests == whole.options[o].digests);
    }
}

TEST_CASE("a fork goes on as the run does that it was copied from, until its lines are stopped") {
    const Study study(read_scenario_text(quick_study(option_text("a", line)), "test.toml"));
    WorkerPool pool(1, 1);
    const auto realisation = burned_in(study, pool);
    OptionRun run(realisation, 0);
    for (int month = 0; month < 10; ++month) run.step(pool);
    OptionRun fork = run, stopped = run;
    stopped.stop_lines();
    while (!run.finished()) {
        run.step(pool);
        fork.step(pool);
        stopped.step(pool);
    }
    CHECK(digests_of(fork.state()) == digests_of(run.state()));
    CHECK(digests_of(stopped.state()) != digests_of(run.state()));
}

TEST_CASE("no month is simulated beyond the end, and no option begins before the burn-in is over") {
    const Study study(read_scenario_text(quick_study(option_text("a", line)), "test.toml"));
    WorkerPool pool(1, 1);
    CHECK_THROWS_AS(study.begin({0, 0}, pool).finish(), sim::InvariantError);
    const auto realisation = burned_in(study, pool);
    OptionRun run(realisation, 0);
    while (!run.finished()) run.step(pool);
    CHECK_THROWS_AS(run.step(pool), sim::InvariantError);
}

}  // namespace weefsel::test_option_run
