#pragma once
#include <vector>

#include "models/process/household/leaving.hpp"
#include "models/study/exchange.hpp"

namespace weefsel {

/// Where somebody who left is now.
struct Arrival {
    std::uint16_t site = 0;
    std::uint16_t row = ResidentId::none_value;  ///< none: left the study
};

/// What the bonds of those who left one neighbourhood ask of others.
struct BondsKept {
    struct TakeBack {
        Moved from;
        KeptInTouch touch;
    };
    struct Tie {
        std::uint16_t site;
        ResidentId a, b;
        TieKind kind;
        TieHours hours;
    };
    std::vector<TakeBack> take_back;
    std::vector<Tie> together;
    std::vector<Surviving> across;
};

/// Ties of those who found a dwelling: within the household as they were, others survive across the border.
/// Changes the neighbourhood that they left, and says what is to change in others.
BondsKept keep_bonds(Municipality& m, std::size_t from, const Departures& d,
                     const std::vector<Arrival>& arrived, const std::vector<Moved>& moved,
                     const Parameters& p, const sim::RandomSource& draws, sim::Month now);

/// What is to change elsewhere, neighbourhood by neighbourhood in the order of the map.
void settle_bonds(Municipality& m, std::vector<BondsKept>& all, MovesMade& made);

}  // namespace weefsel
