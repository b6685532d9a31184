// The design of a sweep, and its points where they are few.
#include "analysis/design/design.hpp"
#include "tests/fuzz/only_refused.hpp"

using namespace weefsel;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    fuzz::read_or_refused([&] {
        const auto design = analysis::read_design_text(fuzz::text_of(data, size), "fuzz.toml");
        constexpr std::size_t most = 2000;
        const std::size_t rows = analysis::rows_of(design);
        if (rows > most || design.factors.size() > most / 10 || needs_posterior(design)) return;
        const auto points = analysis::points_of(design);
        fuzz::demand(points.rows() == rows, "a design has as many points as it says");
        for (std::size_t row = 0; row < rows; ++row)
            for (std::size_t k = 0; k < points.columns(); ++k) {
                const auto& factor = design.factors[k];
                const double x = points.at(row, k);
                if (factor.levels.empty() && factor.labels.empty() &&
                    design.kind != analysis::DesignKind::list)
                    fuzz::demand(x >= factor.low && x <= factor.high, "a point lies within its factor");
            }
    });
    return 0;
}
