#pragma once
#include <cstdint>

#include "models/world/resident_state.hpp"

namespace weefsel {

/// What a process adds up or goes by that is a sum of terms: the log-hazard of an event of residents, by the
/// value of EventKind, that of a household to move out, and the logit to which loneliness goes (no event
/// falls at it).
enum class Hazard : std::uint8_t {
    move_out = static_cast<std::uint8_t>(EventKind::count),
    loneliness,
    count
};
inline constexpr std::size_t hazard_kinds = static_cast<std::size_t>(Hazard::count);

constexpr Hazard hazard_of(EventKind kind) { return static_cast<Hazard>(kind); }
constexpr bool of_households(Hazard h) { return h == Hazard::move_out; }
constexpr bool is_event_of_residents(Hazard h) { return h < Hazard::move_out; }
/// Of events of residents only.
constexpr EventKind kind_of(Hazard h) { return static_cast<EventKind>(h); }

}  // namespace weefsel
