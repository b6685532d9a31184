#pragma once
#include <array>
#include <bit>

#include "models/parameters/place_kind_parameters.hpp"
#include "models/world/place_state.hpp"

namespace weefsel {

/// How people meet at a place of one kind.
struct EncounterKind {
    float attraction;  ///< worth of going there, apart from all that the parameters value
    float entry;       ///< what going costs, 0 (free) to 1 (a membership)
    float hours;       ///< contact of an encounter, h
    float encounters;  ///< people met in a session, against the usual of an activity
};

/// By PlaceKind, as the parameters have it.
inline std::array<EncounterKind, place_kinds> encounter_kinds_of(const PlaceKindParameters& p) {
    constexpr std::size_t columns = 4;
    const auto value = std::bit_cast<std::array<double, place_kinds * columns>>(p);
    std::array<EncounterKind, place_kinds> kinds{};
    for (std::size_t k = 0; k < place_kinds; ++k) {
        const auto at = [&](std::size_t column) { return static_cast<float>(value[k * columns + column]); };
        kinds[k] = {at(0), at(1), at(2), at(3)};
    }
    return kinds;
}

/// Whether going there is taking part; a shop, park or school yard is passing by.
constexpr bool is_activity(PlaceKind kind) {
    return kind != PlaceKind::school_yard && kind != PlaceKind::park && kind != PlaceKind::shop;
}

}  // namespace weefsel
