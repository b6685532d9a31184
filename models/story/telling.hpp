#pragma once
#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "models/study/ledger.hpp"
#include "models/world/hazard.hpp"

namespace weefsel {

/// Why the life of a resident is told.
enum class Why : std::uint8_t { asked, differs_most, typical };

struct Telling {
    std::size_t who = 0;  ///< row of `founders_of`, so in ascending order of birth numbers
    Why why = Why::asked;
    std::size_t option = 0;               ///< in which the life differs most from that in the reference
    LedgerKind kind = LedgerKind::death;  ///< of which the difference is largest
    int gained = 0;                       ///< event-free months of that kind; negative: lost
    int months = 0;                       ///< event-free months gained and lost, of all kinds together
};

/// The hazard at which events of a kind fall; none for waiting and loneliness, which have none.
std::optional<Hazard> hazard_of(LedgerKind kind);

/// How far the lives of one resident differ, in the option in which they differ most.
Telling told_difference(const std::vector<LifeHistories>& lives, std::size_t reference, std::size_t who,
                        Why why);

/// Residents whose lives say something: of up to three kinds of events, whose life differs most from that in
/// the reference (by event-free months gained or lost, of all kinds together; equal: the lower row); and one
/// whose lives differ as little as the median (of several the middle one of those who stay), last. Waiting
/// stands apart as in the ledger: a single month of it would outweigh all else. It sees no names of options
/// and no direction: who loses is as telling as who gains.
std::vector<Telling> telling_residents(const std::vector<LifeHistories>& lives, std::size_t reference);

}  // namespace weefsel
