#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace weefsel::analysis {

/// A table that helps to decide: /decision/NAME of a result file, in the report and in JSON. All columns have
/// as many rows.
struct DecisionTable {
    struct Texts {
        std::string name;
        std::vector<std::string> values;
    };
    struct Numbers {
        std::string name, unit;
        std::vector<double> values;
    };
    std::string name;
    std::vector<Texts> texts;
    std::vector<Numbers> numbers;

    /// Columns without rows. A number's unit stands behind a space after its name; none: 1.
    DecisionTable(std::string_view table, const std::vector<std::string_view>& text_columns,
                  const std::vector<std::string_view>& number_columns);

    /// Throws sim::InvariantError when there is not a cell for every column.
    void add(const std::vector<std::string>& cells, const std::vector<double>& values);
    [[nodiscard]] std::size_t rows() const { return texts.front().values.size(); }
    /// Throws sim::InvariantError when there is no such column.
    [[nodiscard]] const std::vector<std::string>& text(std::string_view column) const;
    [[nodiscard]] const std::vector<double>& number(std::string_view column) const;
};

}  // namespace weefsel::analysis
