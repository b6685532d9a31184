#pragma once
#include <cstddef>
#include <cstdint>
#include <vector>

#include "models/world/resident_state.hpp"
#include "models/world/tie_state.hpp"
#include "sim/random_source.hpp"

namespace weefsel {

/// Who left a neighbourhood this month for elsewhere, as they were just before: whoever finds a
/// dwelling in another neighbourhood of the study lives on there. Households lie together.
struct Departures {
    struct Household {
        std::uint32_t first;  ///< row of `people`
        std::uint32_t members;
    };
    /// A tie that may outlive the move.
    struct Bond {
        std::uint32_t who;  ///< row of `people`
        std::uint16_t other_row;
        TieHours hours;
        TieKind kind;
        sim::BirthNumber other;
    };
    Residents people;  ///< `rows` of them are used, in order of leaving; links between rows are stale
    std::size_t rows = 0;
    std::vector<sim::BirthNumber> partner;  ///< per row: birth number of a partner who goes along, or 0
    std::vector<Household> households;
    std::vector<Bond> bonds;

    void clear() {
        rows = 0;
        partner.clear();
        households.clear();
        bonds.clear();
    }
};

/// Writes row `at` of `from` into row `to` of `into`, every column.
void copy_resident(Residents& from, std::size_t at, Residents& into, std::size_t to);

/// Notes those in `members` (rows that live together or one alone) before they are removed. Ties with
/// kin, and from `survives` on, are noted with them.
void note_departure(Departures& departures, Residents& residents, const Ties& ties, const ResidentId* members,
                    int n, TieHours survives);

}  // namespace weefsel
