#pragma once
#include <array>

#include "models/world/place_state.hpp"
#include "sim/parameter.hpp"

namespace weefsel {

/// How people meet at a place of one kind.
struct EncounterKind {
    float attraction;  ///< worth of going there, apart from all that the parameters value
    float price;       ///< what going costs, 0 (free) to 1 (a membership)
    float hours;       ///< contact of an encounter, h
    float encounters;  ///< people met in a session, against the usual of an activity
    bool activity;     ///< going there is taking part; a shop, park or school yard is passing by
};

/// By PlaceKind. Source: assumption (0.5 to 2 h by type, MODEL 5.4); a shop or park yields passing
/// encounters, an activity an hour or two.
inline constexpr std::array<EncounterKind, place_kinds> encounter_kinds{{
    {1.4F, 0.0F, 1.5F, 1.0F, true},   // buurthuis
    {1.4F, 0.0F, 1.5F, 1.0F, true},   // buurtkamer
    {0.2F, 0.1F, 0.5F, 0.3F, true},   // library
    {0.9F, 1.0F, 1.5F, 1.2F, true},   // sports club
    {0.0F, 0.0F, 1.5F, 1.0F, true},   // church
    {0.4F, 0.0F, 0.5F, 0.8F, false},  // school yard
    {0.5F, 0.0F, 0.5F, 0.2F, false},  // park
    {0.5F, 0.3F, 0.5F, 0.2F, false},  // shop
    {0.4F, 0.0F, 1.5F, 1.0F, true},   // garden
    {1.4F, 0.0F, 1.5F, 1.0F, true},   // youth centre
}};

constexpr bool is_activity(PlaceKind kind) {
    return encounter_kinds[static_cast<std::size_t>(kind)].activity;
}

}  // namespace weefsel
