// A workbook: as bytes, and the sheet of one that is whole but for its XML.
#include "models/scenario/kwb.hpp"
#include "tests/fuzz/only_refused.hpp"
#include "tests/xlsx_bytes.hpp"

using namespace weefsel;

namespace {

void all_rows_of(const std::string& bytes) {
    fuzz::read_or_refused([&] {
        const auto file = read_kwb_text(bytes, "fuzz.xlsx");
        std::vector<sim::Problem> skipped;
        if (file.rows.empty()) return;
        const auto figures = figures_of_row(file, file.rows.front(), skipped);
        fuzz::demand(figures || !skipped.empty(), "a row gives figures, or a reason why not");
    });
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto text = fuzz::text_of(data, size);
    all_rows_of(text);
    auto parts = xlsx::parts_of({""}, "<si><t>a_inw</t></si>");
    parts[0].second = text;
    all_rows_of(xlsx::zip_of(parts));
    return 0;
}
