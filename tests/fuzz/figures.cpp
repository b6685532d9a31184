// A table of figures of neighbourhoods, and the figures of the codes in it.
#include <algorithm>
#include <vector>

#include "models/scenario/kwb.hpp"
#include "tests/fuzz/only_refused.hpp"

using namespace weefsel;

namespace {

void figures_of(const KwbFile& file, const std::string& code) {
    std::vector<sim::Problem> problems, skipped;
    const auto figures = figures_from_kwb(file, code, {"fuzz.toml", 1, 1}, problems, skipped);
    fuzz::demand(!figures.empty() || !problems.empty(), "a code gives figures, or a reason why not");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    fuzz::read_or_refused([&] {
        const auto file = read_kwb_text(fuzz::text_of(data, size), "fuzz.csv");
        constexpr std::size_t most = 8;  // of a table of a thousand rows the ninth teaches nothing new
        for (std::size_t i = 0; i < std::min(most, file.rows.size()); ++i) {
            figures_of(file, file.rows[i].code);
            if (file.rows[i].code.size() < 2) continue;
            figures_of(file, "WK" + file.rows[i].code.substr(2, 6));
            figures_of(file, "GM" + file.rows[i].code.substr(2, 4));
        }
        figures_of(file, "BU00000000");
    });
    return 0;
}
