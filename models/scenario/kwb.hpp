#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "models/scenario/figures.hpp"
#include "sim/error.hpp"

namespace weefsel {

/// A file of Kerncijfers wijken en buurten (CBS), any year: rows of texts under official column names.
struct KwbFile {
    struct Cell {
        std::string text;
        int column = 1;  ///< in its line, in bytes of UTF-8
    };
    struct Row {
        int line = 0;      ///< in the file
        std::string code;  ///< BU, WK or GM and digits
        std::vector<Cell> cells;
    };
    std::string file;
    std::vector<std::string> columns;
    std::vector<Row> rows;
};

/// Reads a file: comma, semicolon or tab between cells; quotes, CRLF, a byte order mark and Windows-1252 are
/// understood. Throws sim::InputError when the file cannot be read, has no code or residents column, has a
/// column of figures twice, or a quote that is never closed.
KwbFile read_kwb(const std::string& path);
KwbFile read_kwb_text(const std::string& text, const std::string& file);

/// The figures of a code: one for a buurt, one for each buurt with residents of a wijk or
/// municipality. The prefix BU, WK or GM may be left out. What the file lacks comes from the
/// municipality's row or national defaults and is named in `filled`; `typed` wins over the file, which is
/// named there too, and is meant for one row. Appends to `problems` what is wrong (code not in the file with
/// the nearest, a code twice, no residents, contradictions, cells that are no figure), at the cell's or row's
/// place or at `at`. Of a wijk or municipality one bad row does not stop the others: `skipped` says why a
/// buurt is left out, or which cell is taken as not published.
std::vector<NeighbourhoodFigures> figures_from_kwb(const KwbFile& file, const std::string& code,
                                                   const sim::Place& at, std::vector<sim::Problem>& problems,
                                                   std::vector<sim::Problem>& skipped,
                                                   const FigureValues& typed = {});

/// The figures of one row, of whatever kind it is; nothing, and in `skipped` why, where it cannot be
/// simulated. Cells that are no figure count as not published and stand in `skipped` too.
std::optional<NeighbourhoodFigures> figures_of_row(const KwbFile& file, const KwbFile::Row& row,
                                                   std::vector<sim::Problem>& skipped);

/// BU, WK or GM in capitals; a code of digits alone gets the prefix that its length tells. Blanks around it
/// go.
std::string code_of(const std::string& typed);
/// The cell of a row under an official name; null, and no text, where the file has no such column.
const KwbFile::Cell* cell_of(const KwbFile& file, const KwbFile::Row& row, std::string_view name);
std::string text_of(const KwbFile& file, const KwbFile::Row& row, std::string_view name);

/// Rows of the file that a code means: 1 for a buurt that is there, as many as there are buurten of a wijk or
/// municipality; 0: none.
std::size_t rows_of_code(const KwbFile& file, const std::string& code);

}  // namespace weefsel
