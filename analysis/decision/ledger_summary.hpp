#pragma once
#include <string_view>
#include <vector>

#include "analysis/results/cube.hpp"
#include "analysis/results/indicator_range.hpp"
#include "analysis/statistics/interval.hpp"

namespace weefsel::analysis {

/// What a ledger says of one kind of event over the worlds in which it was kept, per 1000 of those whom it
/// counts.
struct LedgerRow {
    std::size_t kind;               ///< row of the layout's kinds
    std::vector<Interval> entries;  ///< by the layout's entries, paired by world
};

/// What an entry can be: months gained can be lost too, all others are counts.
Range range_of_ledger_entry(std::string_view entry);

/// Row of an entry in the layout. Throws sim::InvariantError when there is none.
std::size_t ledger_entry(const Cube& cube, std::string_view name);

/// One row a kind; none where the ledger of this option was kept in no world. The entry `residents` holds the
/// mean number of those counted.
std::vector<LedgerRow> ledger_rows(const Cube& cube, LedgerOf of, std::size_t option);

}  // namespace weefsel::analysis
