#include "models/world/shape.hpp"

#include <algorithm>
#include <numeric>
#include <vector>

namespace weefsel {

std::size_t largest_component_of(const Residents& r, const Ties& ties, TieHours least) {
    std::vector<std::uint16_t> above(r.rows());  // a forest: towards the first of the group
    std::iota(above.begin(), above.end(), std::uint16_t{0});
    const auto first_of = [&](std::uint16_t i) {
        while (above[i] != i) i = above[i] = above[above[i]];
        return i;
    };
    for (const auto who : r.ids()) {
        const auto& row = ties.row[who];
        for (std::size_t k = 0; r.present[who] != 0 && k < ties.count[who]; ++k) {
            if (row.hours(k) < least) continue;
            const auto a = first_of(who.value), b = first_of(row.other(k));
            above[std::max(a, b)] = std::min(a, b);
        }
    }
    std::vector<std::size_t> size(r.rows(), 0);
    for (std::size_t i = 0; i < r.rows(); ++i)
        size[first_of(static_cast<std::uint16_t>(i))] += r.present[ResidentId{static_cast<std::uint16_t>(i)}];
    return size.empty() ? 0 : *std::max_element(size.begin(), size.end());
}

}  // namespace weefsel
