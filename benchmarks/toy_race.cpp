// The toy neighbourhood in two forms, run in turn (a shared machine drifts; only neighbours in time
// can be compared): plainly in C++, and on Weefsel's engine. `--check` judges the outcomes alone.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <string_view>
#include <vector>

#include "benchmarks/plain_neighbourhood.hpp"
#include "benchmarks/toy_neighbourhood.hpp"

namespace {

using weefsel::toy::Outcome;
constexpr int months = 120;

Outcome live_on_the_engine(int residents, unsigned seed) {
    weefsel::toy::ToyNeighbourhood toy(static_cast<std::uint32_t>(residents), seed);
    for (int m = 0; m < months; ++m) toy.step_month();
    return toy.outcome();
}

/// What the model is known to give for 5,000 residents after 120 months.
bool as_known(const char* form, const Outcome& o) {
    const bool good = o.mean_loneliness > 0.682 && o.mean_loneliness < 0.692 && o.mean_ties > 11.99 &&
                      o.mean_ties <= 12.0 && o.total_demand >= 38000 && o.total_demand <= 38700;
    std::printf("%-10s loneliness %.4f (0.687)  ties %.3f (12.00)  demand %lld (38,000-38,700)  %s\n", form,
                o.mean_loneliness, o.mean_ties, static_cast<long long>(o.total_demand),
                good ? "as known" : "WRONG");
    return good;
}

/// Million resident-months a second.
template <class Live>
double speed(int residents, Live live) {
    const auto start = std::chrono::steady_clock::now();
    live();
    const std::chrono::duration<double> s = std::chrono::steady_clock::now() - start;
    return 1e-6 * residents * months / s.count();
}

double median(std::vector<double> values) {
    std::ranges::sort(values);
    return values[values.size() / 2];
}

void race(int residents, int laps) {
    std::vector<double> plain, engine, ratio;
    for (int lap = 0; lap < laps; ++lap) {
        const auto seed = static_cast<unsigned>(lap + 1);
        plain.push_back(speed(residents, [&] { weefsel::toy::live_plainly(residents, months, seed); }));
        engine.push_back(speed(residents, [&] { live_on_the_engine(residents, seed); }));
        ratio.push_back(engine.back() / plain.back());
    }
    std::printf("%7d residents: plain C++ %5.1f, on the engine %5.1f million resident-months/s; %.2f times\n",
                residents, median(plain), median(engine), median(ratio));
}

}  // namespace

int main(int argc, char** argv) {
    constexpr int known_size = 5000;
    bool good = as_known("plain C++", weefsel::toy::live_plainly(known_size, months, 1));
    good = as_known("engine", live_on_the_engine(known_size, 1)) && good;
    if (argc > 1 && std::string_view(argv[1]) == "--check") return good ? 0 : 1;
    race(known_size, 21);
    race(100000, 5);
    return good ? 0 : 1;
}
