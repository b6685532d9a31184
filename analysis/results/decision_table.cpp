#include "analysis/results/decision_table.hpp"

#include <algorithm>

#include "sim/error.hpp"

namespace weefsel::analysis {
namespace {

template <class Columns>
const auto& column_named(const Columns& columns, std::string_view name) {
    const auto at =
        std::find_if(columns.begin(), columns.end(), [&](const auto& column) { return column.name == name; });
    sim::require(at != columns.end(), "a table is asked for a column that it has");
    return at->values;
}

}  // namespace

DecisionTable::DecisionTable(std::string_view table, const std::vector<std::string_view>& text_columns,
                             const std::vector<std::string_view>& number_columns)
    : name(table) {
    for (const auto column : text_columns) texts.push_back({std::string(column), {}});
    for (const auto column : number_columns) {
        const auto space = column.find(' ');
        const bool has_unit = space != std::string_view::npos;
        numbers.push_back({std::string(column.substr(0, space)),
                           std::string(has_unit ? column.substr(space + 1) : "1"),
                           {}});
    }
}

void DecisionTable::add(const std::vector<std::string>& cells, const std::vector<double>& values) {
    sim::require(cells.size() == texts.size() && values.size() == numbers.size(),
                 "a row of a table has a cell for every column");
    for (std::size_t c = 0; c < cells.size(); ++c) texts[c].values.push_back(cells[c]);
    for (std::size_t c = 0; c < values.size(); ++c) numbers[c].values.push_back(values[c]);
}

const std::vector<std::string>& DecisionTable::text(std::string_view column) const {
    return column_named(texts, column);
}

const std::vector<double>& DecisionTable::number(std::string_view column) const {
    return column_named(numbers, column);
}

}  // namespace weefsel::analysis
