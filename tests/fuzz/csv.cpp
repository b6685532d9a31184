// A table of cells, and the points of a design.
#include "analysis/design/design.hpp"
#include "sim/csv_cells.hpp"
#include "tests/fuzz/only_refused.hpp"

using namespace weefsel;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string text = fuzz::text_of(data, size);
    fuzz::read_or_refused([&] { static_cast<void>(sim::csv_cells(text, "fuzz.csv")); });
    fuzz::read_or_refused([&] {
        const auto points = analysis::read_design_csv_text(text, "fuzz.csv");
        const auto again = analysis::read_design_csv_text(analysis::design_csv(points, {}), "again.csv");
        fuzz::demand(again.names == points.names && again.values == points.values,
                     "points that are written are read back the same");
    });
    return 0;
}
