#include "analysis/results/result_table.hpp"

#include <algorithm>

#include "analysis/statistics/unknown.hpp"
#include "sim/error.hpp"

namespace weefsel::analysis {
namespace {

template <class Columns>
auto column_named(const Columns& columns, std::string_view name) {
    return std::find_if(columns.begin(), columns.end(),
                        [&](const auto& column) { return column.name == name; });
}

template <class Columns>
const auto& values_of(const Columns& columns, std::string_view name) {
    const auto at = column_named(columns, name);
    sim::require(at != columns.end(), "the column that is read is one of the table");
    return at->values;
}

/// Of `name unit|what it is`.
ResultTable::Numbers declared(std::string_view column) {
    const auto head = column.substr(0, column.find('|'));
    const auto space = head.find(' ');
    return {std::string(head.substr(0, space)),
            std::string(space == head.npos ? "1" : head.substr(space + 1)),
            std::string(head.size() == column.size() ? "" : column.substr(head.size() + 1)),
            {}};
}

std::string group_of(std::string_view place) {
    return (place.starts_with('/') ? "" : "/decision/") + std::string(place);
}

}  // namespace

ResultTable::ResultTable(std::string_view place, const std::vector<std::string_view>& text_columns,
                         const std::vector<std::string_view>& number_columns, std::string_view row_name)
    : group(group_of(place)), row(row_name), name(group.substr(group.rfind('/') + 1)) {
    for (const auto column : text_columns) texts.push_back({std::string(column), {}});
    for (const auto column : number_columns) numbers.push_back(declared(column));
}

ResultTable::ResultTable(const sim::RunFileReader& file, std::string_view place, std::string_view row_name)
    : ResultTable(place, {}, {}, row_name) {
    auto columns = file.text_names(group);
    // Rows with names are told apart by their first column, which is a scale then.
    if (row != "row") columns.insert(columns.begin(), row);
    for (const auto& column : columns) texts.push_back({column, file.texts(group, column)});
    for (const auto& column : file.names(group)) {
        const auto v = file.variable(group, column);
        numbers.push_back({column, v.units, v.long_name, {v.values.begin(), v.values.end()}});
    }
}

void ResultTable::write(sim::RunFileWriter& file) const {
    std::vector<std::pair<std::string, std::vector<std::string>>> columns;
    for (const auto& column : texts) columns.emplace_back(column.name, column.values);
    std::vector<sim::Variable> variables;
    for (const auto& column : numbers)
        variables.push_back({column.name,
                             {row},
                             {column.values.begin(), column.values.end()},
                             column.unit,
                             column.about,
                             {}});
    file.table(group, row, columns, variables);
}

void ResultTable::add(const std::vector<std::string>& cells, const std::vector<double>& values) {
    sim::require(cells.size() == texts.size() && values.size() == numbers.size(),
                 "a row of a table has a cell for every column");
    for (std::size_t c = 0; c < cells.size(); ++c) texts[c].values.push_back(cells[c]);
    for (std::size_t c = 0; c < values.size(); ++c) numbers[c].values.push_back(values[c]);
}

std::size_t ResultTable::rows() const {
    return !texts.empty() ? texts.front().values.size() : numbers.empty() ? 0 : numbers.front().values.size();
}

const std::vector<std::string>& ResultTable::text(std::string_view column) const {
    return values_of(texts, column);
}

const std::vector<double>& ResultTable::number(std::string_view column) const {
    return values_of(numbers, column);
}

double ResultTable::kept(std::string_view column, std::size_t at) const {
    const auto found = column_named(numbers, column);
    return found == numbers.end() ? unknown : static_cast<double>(static_cast<float>(found->values.at(at)));
}

const ResultTable* table_named(const std::vector<ResultTable>& tables, std::string_view place) {
    const auto at =
        std::find_if(tables.begin(), tables.end(), [&](const auto& t) { return t.group == group_of(place); });
    return at == tables.end() ? nullptr : &*at;
}

}  // namespace weefsel::analysis
