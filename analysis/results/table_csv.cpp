#include "analysis/results/table_csv.hpp"

#include "sim/csv_text.hpp"

namespace weefsel::analysis {

std::string table_csv(const ResultTable& table) {
    std::string out;
    const auto line = [&](auto&& text_of, auto&& number_of) {
        std::string row;
        for (const auto& column : table.texts) row += (row.empty() ? "" : ",") + text_of(column);
        for (const auto& column : table.numbers) row += (row.empty() ? "" : ",") + number_of(column);
        out += row + "\n";
    };
    const auto name = [](const auto& column) { return sim::csv_field(column.name); };
    line(name, name);
    for (std::size_t r = 0; r < table.rows(); ++r)
        line([&](const auto& column) { return sim::csv_field(column.values[r]); },
             [&](const auto& column) { return sim::csv_number(column.values[r]); });
    return out;
}

}  // namespace weefsel::analysis
