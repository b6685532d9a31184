// Resident-months per second of the whole model, all ten steps, whole runs side by side on threads.
#include <benchmark/benchmark.h>

#include <string>
#include <vector>

#include "models/measure/indicators.hpp"
#include "models/scenario/read_scenario.hpp"
#include "models/study/begin.hpp"
#include "models/study/month_step.hpp"
#include "sim/checkpoint.hpp"

namespace {

using namespace weefsel;

/// A neighbourhood of average Dutch figures under a usual policy.
Scenario average(int residents) {
    const auto part = [&](double share) { return std::to_string(static_cast<int>(share * residents)); };
    return read_scenario_text(
        "title = \"speed\"\nquestion = \"?\"\nreference = \"a\"\nequal_money = false\n[neighbourhood]\nname "
        "= \"average\"\n"
        "residents = " +
            std::to_string(residents) + "\nage_0_14 = " + part(0.151) + "\nage_15_24 = " + part(0.121) +
            "\nage_25_44 = " + part(0.255) + "\nage_45_64 = " + part(0.268) +
            "\nage_65_over = " + part(0.205) + "\nhouseholds = " + part(0.474) + "\nsingle = " + part(0.189) +
            "\nwithout_children = " + part(0.135) + "\nwith_children = " + part(0.150) +
            "\n[[present.line]]\nname = \"now\"\nform = \"structural\"\nsource = \"structural\"\n"
            "buys = [ { role = \"opbouwwerker\", fte = 1 }, { role = \"sociaal_werker\", fte = 1 }, "
            "{ role = \"jongerenwerker\", fte = 0.5 }, { place = \"buurthuis\", hours_week = 20 } ]\n"
            "[[option]]\nname = \"a\"\n",
        "speed.toml");
}

void live(benchmark::State& state) {
    constexpr int settling_years = 5, years = 5;
    const auto scenario = average(static_cast<int>(state.range(0)));
    const sim::RandomSource draws(scenario.seed, static_cast<std::uint32_t>(state.thread_index()));
    Workspace workspace;
    auto settled = begin(scenario, 0, draws);
    int month = 0;
    for (; month < settling_years * 12; ++month)
        step_month(settled, {}, scenario.parameters, draws, sim::Month{month}, workspace);
    double resident_months = 0;
    std::size_t bytes = 0;
    std::vector<Tally> groups;
    const AnsweredLoneliness answered(scenario.parameters.survey);
    for (auto _ : state) {
        Neighbourhood n = settled;
        for (int m = month; m < month + years * 12; ++m) {
            const auto made = step_month(n, {}, scenario.parameters, draws, sim::Month{m}, workspace);
            Tally all;
            observe(n, made, answered, scenario.parameters.survey, draws, sim::Month{m}, all, groups);
            benchmark::DoNotOptimize(all);
            resident_months += static_cast<double>(n.people.residents());
        }
        bytes = sim::bytes_held(n) / n.people.residents();
    }
    state.counters["resident_months"] = benchmark::Counter(resident_months, benchmark::Counter::kIsRate);
    state.counters["bytes_a_resident"] =
        benchmark::Counter(static_cast<double>(bytes), benchmark::Counter::kAvgThreads);
}
BENCHMARK(live)
    ->Name("whole_model")
    ->Arg(5000)
    ->Threads(1)
    ->Threads(2)
    ->UseRealTime()
    ->Unit(benchmark::kMillisecond);
BENCHMARK(live)->Name("whole_model")->Arg(1000)->Unit(benchmark::kMillisecond);

}  // namespace
