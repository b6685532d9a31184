#include "analysis/decision/ledger_summary.hpp"

#include <catch2/catch.hpp>
#include <cmath>

#include "small_study.hpp"

namespace weefsel::test_ledger_summary {
using namespace weefsel::analysis;

namespace {

/// One kind of event; option 1 prevents it for `prevented(draw, replicate)` of 500 residents.
template <class Prevented>
Cube kept(std::size_t draws, std::size_t replicates, Prevented prevented) {
    auto layout = small_layout();
    layout.ledger.kinds = {{"flood", "Vloed", "Flood", "by hand"}};
    layout.ledger.entries = {"prevented", "residents"};
    Cube cube(layout, {2, draws, replicates});
    for (std::size_t d = 0; d < draws; ++d)
        for (std::size_t r = 0; r < replicates; ++r) {
            auto unit = small_unit(layout, 2, 1, 4);
            for (auto& option : unit.options) {
                option.ledger = {0, 500};
                option.ledger_placebo = option.ledger_chance = {std::nan(""), std::nan("")};
            }
            unit.options[1].ledger[0] = prevented(d, r);
            cube.add(d, r, unit);
        }
    return cube;
}

}  // namespace

TEST_CASE("a ledger is told per 1000 residents, and one that was not lived is not told") {
    const auto cube = kept(1, 2, [](std::size_t, std::size_t r) { return r == 0 ? 3.0 : 5.0; });
    const auto rows = ledger_rows(cube, LedgerOf::reference, 1);
    REQUIRE(rows.size() == 1);
    const auto& prevented = rows[0].entries[ledger_entry(cube, "prevented")];
    CHECK(prevented.mean == Approx(8));
    // s = sqrt(2) per 500 is 2 sqrt(2) per 1000; t(0.975; 1) = 12.7062: half width 12.7062 * 2
    CHECK(prevented.upper - prevented.mean == Approx(12.7062 * 2).epsilon(1e-4));
    CHECK(rows[0].entries[ledger_entry(cube, "residents")].mean == 500);
    CHECK(ledger_rows(cube, LedgerOf::placebo, 1).empty());
}

TEST_CASE("worlds of one set of assumptions are no independent evidence for a ledger") {
    const auto cube = kept(3, 4, [](std::size_t d, std::size_t) { return static_cast<double>(d); });
    const auto prevented = ledger_rows(cube, LedgerOf::reference, 1)[0].entries[0];
    CHECK(prevented.n == 12);
    CHECK(prevented.mean == Approx(2));
    // Means of the sets are 0, 2 and 4 per 1000: s = 2, t(0.975; 2) = 4.302653
    CHECK(prevented.upper - prevented.mean == Approx(4.302653 * 2 / std::sqrt(3.0)).epsilon(1e-5));
}

}  // namespace weefsel::test_ledger_summary
