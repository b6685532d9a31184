// How alike neighbours become for what turtles want: ten ponds each, a hundred steps at most.
#include <fmt/format.h>

#include <atomic>

#include "examples/segregation/segregation.hpp"
#include "sim/ensemble.hpp"
#include "sim/world.hpp"

int main() {
    using namespace segregation;
    constexpr std::size_t ponds = 10;
    constexpr int steps = 100;
    constexpr std::uint32_t seed = 1971;
    const std::atomic<bool> go_on{false};
    fmt::print("{:>8} {:>8} {:>8} {:>8}\n", "wanted", "first", "last", "unhappy");
    for (const double wanted : {0.1, 0.2, 0.3, 0.4, 0.5, 0.6}) {
        PondParameters p;
        p.wanted = wanted;
        const auto run = [&](sim::UnitKey key) {
            const auto draws = sim::draws_of(seed, key);
            Pond pond = first_pond(p, draws);
            const double first = measured(pond).similar;
            sim::burn_in(
                pond, [&](Pond& now, sim::Month month) { step(now, p, draws, month); }, steps);
            const auto last = measured(pond);
            return std::array{first, last.similar, last.unhappy};
        };
        const auto all = sim::run_ensemble<std::array<double, 3>>({1, ponds}, 0, go_on, nullptr, {}, run, {});
        std::array<double, 3> mean{};
        for (const auto& pond : all.results)
            for (std::size_t k = 0; k < mean.size(); ++k) mean[k] += pond.value()[k] / ponds;
        fmt::print("{:8.2f} {:8.3f} {:8.3f} {:8.3f}\n", wanted, mean[0], mean[1], mean[2]);
    }
    return 0;
}
