// Prints who is there at the end of each option run and which ties they have: what compare.py sets beside the
// twin.
//   weefsel_state_out SCENARIO REPLICATES
// Rows of one of two kinds, separated by commas:
//   resident,REPLICATE,OPTION,score,emotional part,trust,coping,visits,hours of contact,reached this year
//   tie,REPLICATE,OPTION,kind,hours
#include <fmt/format.h>

#include <cstdlib>

#include "models/scenario/read_scenario.hpp"
#include "models/study/option_run.hpp"
#include "models/study/study.hpp"
#include "models/world/units.hpp"

namespace {

using namespace weefsel;

void print_state(const Neighbourhood& here, std::size_t replicate, const std::string& option,
                 sim::Month now) {
    const auto& r = here.residents;
    for (const auto who : r.ids()) {
        if (r.present[who] == 0) continue;
        fmt::print("resident,{},{},{},{},{},{},{},{},{:d}\n", replicate, option, r.loneliness[who],
                   r.emotional_loneliness[who], r.trust[who], r.coping[who], r.visits[who],
                   static_cast<float>(here.ties.contact[who]) * hours_a_quarter,
                   r.last_reached[who] != Residents::never &&
                       now.value - r.last_reached[who] < sim::months_per_year);
        const auto& row = here.ties.row[who];
        for (int k = 0; k < here.ties.count[who]; ++k)
            if (row.other(k) > who.value)
                fmt::print("tie,{},{},{},{}\n", replicate, option, static_cast<int>(row.kind(k)),
                           from_tie_hours(row.hours(k)));
    }
}

}  // namespace

int main(int argc, char** argv) {
    constexpr int arguments = 3;
    if (argc != arguments) return 2;
    try {
        const Study study(read_scenario(argv[1]));
        WorkerPool pool(1, 1);
        const auto& options = study.scenario().options;
        for (std::size_t replicate = 0; replicate < std::stoul(argv[2]); ++replicate) {
            auto burn_in = study.begin({0, replicate}, pool);
            while (burn_in.months_left() > 0) burn_in.step(pool);
            const Realisation realisation = std::move(burn_in).finish();
            for (std::size_t o = 0; o < options.size(); ++o) {
                OptionRun run(realisation, o);
                while (!run.finished()) run.step(pool);
                print_state(run.state().neighbourhoods[0], replicate, options[o].name, run.now());
            }
        }
    } catch (const std::exception& error) {
        fmt::print(stderr, "{}\n", error.what());
        return 1;
    }
    return 0;
}
