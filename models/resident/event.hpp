#pragma once
#include <algorithm>
#include <vector>

#include "models/resident/resident_state.hpp"
#include "models/streams.hpp"
#include "sim/draws.hpp"
#include "sim/error.hpp"
#include "sim/numeric.hpp"

namespace weefsel {

/// Unit exponential of one episode of an event: the event falls in the month in which the
/// accumulated hazard passes it. The same in every option.
inline float event_threshold(const sim::Draws& draws, sim::BirthNumber who, EventKind kind,
                             std::uint16_t episode) {
    constexpr std::uint32_t episode_bits = 16;
    const auto index = (static_cast<std::uint32_t>(kind) << episode_bits) | episode;
    return sim::exponential_of(draws.block(Stream::event_threshold, who, sim::Month{0}, index)[0]);
}

/// Begins the next episode after an event fell.
inline void next_episode(Residents& residents, EventKind kind, ResidentId who, const sim::Draws& draws) {
    const auto episode = ++residents.episodes(kind)[who];
    residents.left(kind)[who] += event_threshold(draws, residents.birth_number[who], kind, episode);
}

/// Subtracts a month's hazard from every row and lists the rows for which the event fell (only where
/// there is a hazard: rows without a resident have none), in order of rows. For events that touch
/// nobody but the resident, so that their order does not matter.
inline void accumulate_alone(Residents& residents, EventKind kind, const std::vector<float>& hazard,
                             std::vector<std::uint16_t>& fallen) {
    float* left = residents.left(kind).data();
    const float* h = hazard.data();
    const std::size_t n = residents.rows();
    sim::require(hazard.size() == n, "every row of residents has a hazard");
#pragma omp simd
    for (std::size_t i = 0; i < n; ++i) left[i] -= h[i];
    fallen.clear();
    for (std::size_t i = 0; i < n; ++i)
        if (left[i] <= 0.0F && h[i] > 0.0F) fallen.push_back(static_cast<std::uint16_t>(i));
}

/// The same in order of birth number: for events that touch others too, so that nothing depends on rows.
inline void accumulate(Residents& residents, EventKind kind, const std::vector<float>& hazard,
                       std::vector<std::uint16_t>& fallen) {
    accumulate_alone(residents, kind, hazard, fallen);
    std::sort(fallen.begin(), fallen.end(), [&](std::uint16_t a, std::uint16_t b) {
        return residents.birth_number[ResidentId{a}] < residents.birth_number[ResidentId{b}];
    });
}

}  // namespace weefsel
