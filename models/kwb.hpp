#pragma once
#include <string>
#include <vector>

#include "models/figures.hpp"
#include "sim/error.hpp"

namespace weefsel {

/// A file of Kerncijfers wijken en buurten (CBS), any year: rows of texts under official column names.
struct KwbFile {
    struct Row {
        int line = 0;      ///< in the file
        std::string code;  ///< BU, WK or GM and digits
        std::vector<std::string> cells;
    };
    std::string file;
    std::vector<std::string> columns;
    std::vector<Row> rows;
};

/// Reads a file: comma, semicolon or tab between cells; quotes, CRLF and a byte order mark are
/// understood. Throws sim::InputError when the file cannot be read or has no code or residents column.
KwbFile read_kwb(const std::string& path);
KwbFile read_kwb_text(const std::string& text, const std::string& file);

/// The figures of a code: one for a buurt, one for each buurt with residents of a wijk or
/// municipality. The prefix BU, WK or GM may be left out. What the file lacks comes from the
/// municipality's row or national defaults and is named in `filled`. Appends to `problems` what is
/// wrong (code not in the file with the nearest, no residents, contradictions), at the row's place or
/// at `at`; to `skipped` why a buurt of a wijk or municipality is left out.
std::vector<NeighbourhoodFigures> figures_from_kwb(const KwbFile& file, const std::string& code,
                                                   const sim::Place& at, std::vector<sim::Problem>& problems,
                                                   std::vector<sim::Problem>& skipped);

}  // namespace weefsel
