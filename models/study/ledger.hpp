#pragma once
#include <vector>

#include "models/study/life_log.hpp"

namespace weefsel {

/// The ledger of one pair of lives, [kind][entry]: what the option changed for the residents of month 0.
///
/// Months are compared over the time in which both lives were observed: until somebody moves out or dies in
/// one of them (for deaths: moves out), so that competing exits neither win nor lose event-free months. An
/// event counts as prevented or brought about only when the resident is there at the end of both lives;
/// where somebody moved out or died in one of them, it is booked under that exit. So for every kind but death
///   events_option - events_reference = brought_about - prevented + (moved + died)_option - (.)_reference.
/// Deaths are never prevented: whoever is alive at the end in one of the lives counts as postponed or
/// hastened by the months up to the end.
///
/// Which residents are counted depends on the coupling (same chance), the sum of the differences does not.
/// Source: MODEL 6; the counts are those of a coupled pair of counterfactual worlds (Hernán & Robins 2020,
/// 1).
std::vector<double> ledger_of(const LifeHistories& reference, const LifeHistories& option);

/// Months without an event of a kind that one resident (row of `founders_of`) gained, as the ledger counts
/// them.
int event_free_gained(const LifeHistories& reference, const LifeHistories& option, LedgerKind kind,
                      std::size_t who);

}  // namespace weefsel
