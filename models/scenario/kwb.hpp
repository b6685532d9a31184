#pragma once
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "models/scenario/figures.hpp"
#include "sim/error.hpp"

namespace weefsel {

/// Letters before the digits of a code: BU, WK, GM.
inline constexpr std::size_t kind_letters = 2;

/// A file of Kerncijfers wijken en buurten (CBS), any year: rows of texts under official column names.
struct KwbFile {
    struct Cell {
        std::string text;
        int column = 1;  ///< in its line, in bytes of UTF-8; of a workbook: A is 1
    };
    struct Row {
        int line = 0;      ///< in the file, or row of the sheet
        std::string code;  ///< BU, WK or GM and digits
        std::vector<Cell> cells;
    };
    std::string file;
    std::vector<std::string> columns;
    std::vector<Row> rows;
    int year = 0;  ///< of the figures, as lines above the header or the file's name say; 0: not known

    std::map<std::string, std::size_t, std::less<>> column_at;  ///< first column of each name
    std::vector<std::uint32_t> by_code;  ///< rows, ascending by code, then as they come
    /// Names of municipalities by their code; empty where the file has other names in that column, as of
    /// provinces.
    std::map<std::string, std::string, std::less<>> municipalities;

    /// Rows whose code begins so, ascending.
    [[nodiscard]] std::span<const std::uint32_t> beginning_with(std::string_view prefix) const;
};

/// Reads a file: a workbook (xlsx: the first sheet with a header of the table), or comma, semicolon or tab
/// between cells; quotes, CRLF, a byte order mark and Windows-1252 are understood. The header may stand below
/// a few lines of titles, and names of columns are those of any year or of StatLine (official_column). Throws
/// sim::InputError when the file cannot be read, has no code or residents column, has a column of figures
/// twice, or a quote that is never closed.
KwbFile read_kwb(const std::string& path);
KwbFile read_kwb_text(const std::string& text, const std::string& file);

/// The figures of a code: one for a buurt; for a wijk or a municipality one for each of its buurten with
/// residents; one for a wijk of which the file has no buurten, alone or as part of its municipality; "NL"
/// means all of the file. The prefix BU, WK or GM may be left out. What the file lacks comes from the
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
/// The code of the municipality that a code lies in: GM and four digits.
std::string municipality_code_of(std::string_view code);
/// The name of a row's municipality; its code where the file has no names of municipalities.
std::string municipality_of(const KwbFile& file, const KwbFile::Row& row);
/// The name of a row, as its column has it; none.
std::string name_of(const KwbFile& file, const KwbFile::Row& row);
/// The cell of a row under an official name; null, and no text, where the file has no such column.
const KwbFile::Cell* cell_of(const KwbFile& file, const KwbFile::Row& row, std::string_view name);
std::string text_of(const KwbFile& file, const KwbFile::Row& row, std::string_view name);

/// Rows of the file that a code means, and none of them twice.
struct KwbMeant {
    std::string code;  ///< with its prefix
    bool alone;        ///< one row, named by its own code
    std::vector<const KwbFile::Row*> rows;
};
/// Rows with the same code and the same figures are taken once (`notes`), with others refused (`problems`).
KwbMeant rows_meant(const KwbFile& file, const std::string& code, std::vector<sim::Problem>& problems,
                    std::vector<sim::Problem>& notes);
/// How many rows a code means: 1 for a buurt that is there, as many as there are buurten of a wijk or
/// municipality; 0: none.
std::size_t rows_of_code(const KwbFile& file, const std::string& code);

}  // namespace weefsel
