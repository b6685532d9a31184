#pragma once
#include <cstdint>

#include "models/resident/resident_state.hpp"

namespace weefsel {

/// Whose hazard a process adds up: that of an event of residents, by the value of EventKind, or that of a
/// household to move out.
enum class Hazard : std::uint8_t { move_out = static_cast<std::uint8_t>(EventKind::count), count };
inline constexpr std::size_t hazard_kinds = static_cast<std::size_t>(Hazard::count);

constexpr Hazard hazard_of(EventKind kind) { return static_cast<Hazard>(kind); }
constexpr bool of_households(Hazard h) { return h == Hazard::move_out; }
/// Not for the hazard of households.
constexpr EventKind kind_of(Hazard h) { return static_cast<EventKind>(h); }

}  // namespace weefsel
