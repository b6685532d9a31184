#pragma once
#include <algorithm>
#include <vector>

#include "models/world/resident_state.hpp"
#include "models/world/streams.hpp"
#include "sim/each_row.hpp"
#include "sim/error.hpp"
#include "sim/numeric.hpp"
#include "sim/random_source.hpp"

namespace weefsel {

/// Unit exponential of one episode of an event: the event falls in the month in which the
/// accumulated hazard passes it. The same in every option.
inline float event_threshold(const sim::RandomSource& draws, sim::BirthNumber who, EventKind kind,
                             std::uint16_t episode) {
    constexpr std::uint32_t episode_bits = 16;
    const auto index = (static_cast<std::uint32_t>(kind) << episode_bits) | episode;
    return sim::exponential_of(draws.block(Stream::event_threshold, who, sim::Month{0}, index)[0]);
}

/// Begins the next episode after an event fell.
inline void next_episode(Residents& residents, EventKind kind, ResidentId who,
                         const sim::RandomSource& draws) {
    const auto episode = ++residents.episodes(kind)[who];
    residents.left(kind)[who] += event_threshold(draws, residents.birth_number[who], kind, episode);
}

/// Memory for `next_episodes`.
struct EpisodeDraws {
    std::vector<sim::BirthNumber> who;
    std::vector<std::uint32_t> index;
    std::array<std::vector<std::uint32_t>, 4> words;
    std::vector<float> threshold;
};

/// The same for many at once, as often as the accumulated hazard asks; `again(who)` is called each time.
template <class Again>
void next_episodes(Residents& residents, EventKind kind, const std::vector<std::uint16_t>& due,
                   const sim::RandomSource& draws, EpisodeDraws& d, Again&& again) {
    constexpr std::uint32_t episode_bits = 16;
    const std::size_t n = due.size();
    auto* left = residents.left(kind).data();
    auto* episode = residents.episodes(kind).data();
    d.who.resize(n);
    d.index.resize(n);
    d.threshold.resize(n);
    for (auto& w : d.words) w.resize(n);
    for (std::size_t k = 0; k < n; ++k) {
        const std::size_t row = due[k];
        d.who[k] = residents.birth_number.data()[row];
        d.index[k] = (static_cast<std::uint32_t>(kind) << episode_bits) | ++episode[row];
    }
    draws.fill(Stream::event_threshold, d.who.data(), d.index.data(), n, sim::Month{0},
               {d.words[0].data(), d.words[1].data(), d.words[2].data(), d.words[3].data()});
    sim::each_row(
        n, [](float& threshold, std::uint32_t word) { threshold = sim::exponential_of(word); }, d.threshold,
        d.words[0]);
    for (std::size_t k = 0; k < n; ++k) {
        const ResidentId who{due[k]};
        left[due[k]] += d.threshold[k];
        again(who);
        while (left[due[k]] <= 0.0F) {
            next_episode(residents, kind, who, draws);
            again(who);
        }
    }
}

/// Subtracts a month's hazard from every row and lists the rows for which the event fell (only where
/// there is a hazard: rows without a resident have none), in order of rows. For events that touch
/// nobody but the resident, so that their order does not matter.
inline void accumulate_alone(Residents& residents, EventKind kind, const std::vector<float>& hazard,
                             std::vector<std::uint16_t>& due) {
    float* left = residents.left(kind).data();
    const float* h = hazard.data();
    const std::size_t n = residents.rows();
    sim::require(hazard.size() == n, "every row of residents has a hazard");
    due.resize(n);
    std::uint16_t* out = due.data();
    std::size_t found = 0;
    constexpr std::size_t chunk = 64;  // an event in none of so many is the usual case
    for (std::size_t first = 0; first < n; first += chunk) {
        const std::size_t last = std::min(n, first + chunk);
        std::uint32_t any = 0;
#pragma omp simd reduction(| : any)
        for (std::size_t i = first; i < last; ++i) {
            left[i] -= h[i];
            any |= static_cast<std::uint32_t>(left[i] <= 0.0F) & static_cast<std::uint32_t>(h[i] > 0.0F);
        }
        if (any == 0) continue;
        for (std::size_t i = first; i < last; ++i) {
            out[found] = static_cast<std::uint16_t>(i);  // kept when it fell: no branch
            found += static_cast<std::size_t>(left[i] <= 0.0F) & static_cast<std::size_t>(h[i] > 0.0F);
        }
    }
    due.resize(found);
}

/// The same in order of birth number: for events that touch others too, so that nothing depends on rows.
inline void accumulate(Residents& residents, EventKind kind, const std::vector<float>& hazard,
                       std::vector<std::uint16_t>& due) {
    accumulate_alone(residents, kind, hazard, due);
    std::sort(due.begin(), due.end(), [&](std::uint16_t a, std::uint16_t b) {
        return residents.birth_number[ResidentId{a}] < residents.birth_number[ResidentId{b}];
    });
}

}  // namespace weefsel
