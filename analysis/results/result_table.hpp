#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "sim/run_file.hpp"

namespace weefsel::analysis {

/// A table of a result file, declared where it is made: its group, its columns, their units and what they
/// are. It is written, read, printed as JSON and drawn by the report as it stands. All columns have as many
/// rows.
struct ResultTable {
    struct Texts {
        std::string name;
        std::vector<std::string> values;
    };
    struct Numbers {
        std::string name, unit, about;
        std::vector<double> values;
    };
    std::string group;  ///< of the file
    std::string row;    ///< what a row is called there
    std::string name;   ///< the last part of the group
    std::vector<Texts> texts;
    std::vector<Numbers> numbers;

    /// Columns without rows. `place`: a group of the file, or the name of a table of /decision. A number is
    /// declared as `name`, `name unit` or `name unit|what it is`; without a unit it is 1.
    ResultTable(std::string_view place, const std::vector<std::string_view>& text_columns,
                const std::vector<std::string_view>& number_columns = {}, std::string_view row_name = "row");
    /// Reads it with the columns that it has in the file.
    ResultTable(const sim::RunFileReader& file, std::string_view place, std::string_view row_name = "row");

    void write(sim::RunFileWriter& file) const;
    /// Throws sim::InvariantError when there is not a cell for every column.
    void add(const std::vector<std::string>& cells, const std::vector<double>& values = {});
    [[nodiscard]] std::size_t rows() const;
    /// Throws sim::InvariantError when there is no such column.
    [[nodiscard]] const std::vector<std::string>& text(std::string_view column) const;
    [[nodiscard]] const std::vector<double>& number(std::string_view column) const;
    /// As the file holds it, in 32 bits; NaN when there is no such column.
    [[nodiscard]] double kept(std::string_view column, std::size_t row) const;
};

/// The table of that group or name; null when there is none.
const ResultTable* table_named(const std::vector<ResultTable>& tables, std::string_view place);

}  // namespace weefsel::analysis
