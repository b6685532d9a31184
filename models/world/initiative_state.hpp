#pragma once
#include <cstdint>

#include "models/world/ids.hpp"
#include "sim/about.hpp"
#include "sim/column.hpp"
#include "sim/random_source.hpp"

namespace weefsel {

/// Themes that residents take up together; a volunteer keeps one theme for life (keyed).
inline constexpr int themes = 4;

/// Place of an initiative, and the key of its draws; `row` counts themes within places.
inline PlaceId place_of_initiative(std::size_t row) {
    return PlaceId{static_cast<std::uint8_t>(row / themes)};
}
inline std::uint64_t initiative_key(std::uint64_t place_number, std::size_t row) {
    return sim::mix64(place_number + row % themes + 1U);
}

/// Residents' initiatives: one row for each place and theme. Members are the volunteers at that
/// place with that theme, so a row holds no list of them.
struct Initiatives {
    template <class T>
    using Col = sim::Column<InitiativeId, T>;
    Col<std::uint8_t> alive;
    Col<std::uint16_t> core;
    Col<float> birth_left;
    Col<float> death_left;
    Col<std::uint16_t> episode;

    template <class V>
    void visit(V&& v) {
        v(sim::About{"initiative.alive", "1", {0, 1}, "1: alive."}, alive);
        v(sim::About{"initiative.core", "1", {0, 65535}, "Members this month, count."}, core);
        v(sim::About{"initiative.birth_left", "1", sim::any_value,
                     "Threshold of being born minus the hazard accumulated so far."},
          birth_left);
        v(sim::About{"initiative.death_left", "1", sim::any_value,
                     "Threshold of ending minus the hazard accumulated so far."},
          death_left);
        v(sim::About{"initiative.episode", "1", {0, 65535}, "Times born so far."}, episode);
    }
    [[nodiscard]] std::size_t rows() const { return alive.size(); }
    [[nodiscard]] auto ids() const { return sim::Ids<InitiativeId>(rows()); }
};
static_assert(sizeof(Initiatives) == 5 * sizeof(Initiatives::Col<float>));

}  // namespace weefsel
