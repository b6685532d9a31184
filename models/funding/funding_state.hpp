#pragma once
#include <array>
#include <cstdint>

#include "models/funding/line_terms.hpp"
#include "models/ids.hpp"
#include "sim/column.hpp"
#include "sim/quantity.hpp"

namespace weefsel {

/// The funding lines that run in one neighbourhood.
struct FundingLines {
    template <class T>
    using Col = sim::Column<LineId, T>;

    Col<Goal> goal;                  ///< served by the line's posts when earmarked
    Col<std::uint8_t> earmarked;     ///< 1: only the goal's group is served
    Col<std::uint8_t> running;       ///< 1: money flows this month
    Col<float> quality;              ///< ln q of the line's activities
    Col<sim::Euros> granted;         ///< this month
    Col<sim::Euros> spent;
    Col<sim::Euros> returned;
    Col<sim::Euros> held;            ///< balance at the end of the month

    template <class V>
    void visit(V&& v) {
        v("line.goal", goal);
        v("line.earmarked", earmarked);
        v("line.running", running);
        v("line.quality", quality);
        v("line.granted", granted);
        v("line.spent", spent);
        v("line.returned", returned);
        v("line.held", held);
    }
    [[nodiscard]] std::size_t rows() const { return running.size(); }
};

}  // namespace weefsel
