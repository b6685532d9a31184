#include "analysis/decision/ledger_summary.hpp"

#include <algorithm>
#include <cmath>

#include "sim/error.hpp"

namespace weefsel::analysis {
namespace {

constexpr double thousand = 1000;

LedgerRow row_of(const Cube& cube, LedgerOf of, std::size_t option, std::size_t kind, std::size_t residents) {
    const auto& values = cube.ledger(of, kind);
    const std::size_t entries = cube.layout().ledger.entries.size(), worlds = cube.shape().worlds();
    LedgerRow row{kind, {}};
    for (std::size_t e = 0; e < entries; ++e) {
        std::vector<double> sample;
        for (std::size_t w = 0; w < worlds; ++w) {
            const std::size_t at = (option * worlds + w) * entries;
            const auto counted = static_cast<double>(values[at + residents]);
            const bool kept = counted > 0;  // NaN: not simulated
            sample.push_back(!kept            ? std::nan("")
                             : e == residents ? counted
                                              : thousand * static_cast<double>(values[at + e]) / counted);
        }
        row.entries.push_back(level_within(interval_of_worlds(sample, cube.shape().replicates),
                                           range_of_ledger_entry(cube.layout().ledger.entries[e])));
    }
    return row;
}

}  // namespace

Range range_of_ledger_entry(std::string_view entry) {
    return entry == "event_free_months" ? Range{} : range_of(sim::Scale::positive);
}

std::size_t ledger_entry(const Cube& cube, std::string_view name) {
    const auto& entries = cube.layout().ledger.entries;
    const auto at = std::find(entries.begin(), entries.end(), name);
    sim::require(at != entries.end(), "a ledger has the entry that is asked for");
    return static_cast<std::size_t>(at - entries.begin());
}

std::vector<LedgerRow> ledger_rows(const Cube& cube, LedgerOf of, std::size_t option) {
    std::vector<LedgerRow> rows;
    if (cube.layout().ledger.kinds.empty()) return rows;
    const std::size_t residents = ledger_entry(cube, "residents");
    for (std::size_t k = 0; k < cube.layout().ledger.kinds.size(); ++k) {
        auto row = row_of(cube, of, option, k, residents);
        if (row.entries[residents].n == 0) return {};
        rows.push_back(std::move(row));
    }
    return rows;
}

}  // namespace weefsel::analysis
