// Random numbers a second, in the three ways in which a process can ask for them.
#include "sim/random_source.hpp"

#include <benchmark/benchmark.h>

#include <array>
#include <vector>

namespace {

using namespace weefsel::sim;

enum class Stream : std::uint8_t { any };
constexpr std::size_t residents = 5000;

std::vector<BirthNumber> birth_numbers() {
    std::vector<BirthNumber> who(residents);
    for (std::size_t i = 0; i < residents; ++i) who[i] = mix64(i + 1);
    return who;
}

/// One word of a block used, three thrown away.
void one_word(benchmark::State& state) {
    const auto who = birth_numbers();
    const RandomSource draws(1, 2);
    Month month{0};
    for (auto _ : state) {
        std::uint32_t sum = 0;
        for (const BirthNumber w : who) sum += draws.block(Stream::any, w, month)[0];
        benchmark::DoNotOptimize(sum);
        month = month + 1;
    }
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(residents));
}
BENCHMARK(one_word);

/// All four words of a block, one resident after another (a lookup between them keeps the compiler
/// from drawing for several residents at once, as the work of a process would).
void four_words(benchmark::State& state) {
    const auto who = birth_numbers();
    const RandomSource draws(1, 2);
    Month month{0};
    for (auto _ : state) {
        std::uint32_t sum = 0;
        for (const BirthNumber w : who) {
            Block block = draws.block(Stream::any, w, month);
            benchmark::DoNotOptimize(block);
            sum += block[0] + block[1] + block[2] + block[3];
        }
        benchmark::DoNotOptimize(sum);
        month = month + 1;
    }
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(4 * residents));
}
BENCHMARK(four_words);

/// Blocks for all residents at once.
void fill(benchmark::State& state) {
    const auto who = birth_numbers();
    const RandomSource draws(1, 2);
    std::array<std::vector<std::uint32_t>, 4> words;
    for (auto& w : words) w.resize(residents);
    Month month{0};
    for (auto _ : state) {
        draws.fill(Stream::any, who.data(), who.size(), month, 0,
                   {words[0].data(), words[1].data(), words[2].data(), words[3].data()});
        benchmark::ClobberMemory();
        month = month + 1;
    }
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(4 * residents));
}
BENCHMARK(fill);

}  // namespace
