#pragma once
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace weefsel::sim {

/// One cell of a sheet, as text: numbers as they are stored, formulas as the value that was stored with them.
/// Columns count from 1, as A, B, C do.
struct SheetCell {
    int column = 1;
    std::string text;
};

/// One row of a sheet: the cells that are stored, ascending by column. Rows count from 1.
struct SheetRow {
    int row = 1;
    std::vector<SheetCell> cells;
};

/// A workbook in Office Open XML (xlsx), read from memory sheet by sheet and row by row. Its own limits: 256
/// sheets, 1,048,576 rows and 16,384 columns a sheet, 400 MB of XML a part, 64 levels; document types and the
/// entities that they declare are refused.
class Workbook {
public:
    /// `bytes` must outlive it; `file` stands in messages. Throws InputError where it is no xlsx, with what
    /// it seems to be instead (old .xls, password, other archives) and what to do.
    Workbook(std::string_view bytes, std::string file);

    /// Names of the sheets in the order of the workbook.
    [[nodiscard]] const std::vector<std::string>& sheets() const { return names_; }

    /// Hands rows that have cells to `take`, in order, until it says false. Throws InputError with row and
    /// column of a cell that cannot be read.
    void read(std::size_t sheet, const std::function<bool(SheetRow&&)>& take) const;

private:
    std::string_view bytes_;
    std::string file_;
    std::vector<std::string> names_, parts_;
    std::vector<std::string> shared_;  ///< texts that cells refer to
};

}  // namespace weefsel::sim
