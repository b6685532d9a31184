#pragma once
#include <cstdint>

#include "models/ids.hpp"
#include "sim/column.hpp"

namespace weefsel {

/// Themes that residents take up together; a volunteer keeps one theme for life (keyed).
inline constexpr int themes = 4;

/// Residents' initiatives: one row for each place and theme. Members are the volunteers at that
/// place with that theme, so a row holds no list of them.
struct Initiatives {
    template <class T>
    using Col = sim::Column<InitiativeId, T>;
    Col<std::uint8_t> alive;
    Col<std::uint16_t> core;     ///< members this month, count
    Col<float> birth_left;       ///< threshold minus accumulated hazard of being born
    Col<float> death_left;       ///< threshold minus accumulated hazard of ending
    Col<std::uint16_t> episode;  ///< times born so far

    template <class V>
    void visit(V&& v) {
        v("initiative.alive", alive);
        v("initiative.core", core);
        v("initiative.birth_left", birth_left);
        v("initiative.death_left", death_left);
        v("initiative.episode", episode);
    }
    [[nodiscard]] std::size_t rows() const { return alive.size(); }
};
static_assert(sizeof(Initiatives) == 5 * sizeof(Initiatives::Col<float>));

}  // namespace weefsel
