#pragma once
#include <array>
#include <cstddef>

namespace weefsel {

/// Distribution function of a standardised quality z: its value at the upper end of each of equal cells from
/// `-widest` to `widest`; the last is 1.
inline constexpr std::size_t rank_cells = 64;
using RankCurve = std::array<float, rank_cells>;
inline constexpr double widest_rank = 4.0;  ///< standard deviations

}  // namespace weefsel
