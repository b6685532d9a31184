#pragma once
#include <array>
#include <cstdint>
#include <vector>

#include "models/question/scenario.hpp"

namespace weefsel {

/// A shock in one replicate: when it begins, and what of it falls to each neighbourhood.
struct PlannedShock {
    Shock shock;
    int first_month;                 ///< from month 0 of the options; never within them: it does not come
    std::vector<int> here;           ///< persons or dwellings, per neighbourhood in the order of the map
    std::vector<std::uint64_t> key;  ///< of its people and homes, per neighbourhood
    std::vector<std::array<double, 3>> tenure;  ///< of its homes: owned, social rent, private rent

    std::vector<Goal> goals;  ///< what each new council of it stands for, in their order

    [[nodiscard]] bool at_work(int month) const {
        return month >= first_month && month < first_month + shock.months;
    }
};

}  // namespace weefsel
