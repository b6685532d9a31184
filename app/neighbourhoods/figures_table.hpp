#pragma once
#include <cstddef>
#include <string>
#include <vector>

#include "models/scenario/kwb.hpp"
#include "models/scenario/kwb_search.hpp"

namespace weefsel::app {

/// Which table of figures, and what is looked for in it.
struct TableArguments {
    std::string figures;  ///< file of Kerncijfers; empty: the variable WEEFSEL_FIGURES of the environment
    std::string find;     ///< part of a name, or a code
    std::string municipality;     ///< name or code; empty: any
    std::string flag = "--find";  ///< under which `find` was given, for what is said of it
};

/// Reads the table. Throws sim::InputError when none is named, with where such tables are published.
KwbFile read_table(const TableArguments& arguments);

/// One row as people look at it.
struct TableRow {
    std::string code, name, kind, municipality;  ///< kind: buurt, wijk or municipality
    double residents = 0;
    std::size_t parts = 0;             ///< buurten in the file, of a wijk or a municipality
    bool simulated = false;            ///< one neighbourhood that can be simulated
    std::string refused;               ///< why it cannot; empty where it is made of parts
    std::vector<std::string> missing;  ///< keys of figures that the table lacks
    std::vector<std::string> filled;   ///< how they are filled
};
TableRow row_of(const KwbFile& file, const KwbFile::Row& row);

/// Rows that a search finds, or all. Throws sim::InputError with the nearest names when it finds none.
std::vector<const KwbFile::Row*> rows_found(const KwbFile& file, const TableArguments& arguments);

/// The row that a search means: the one with this name, or the only one. Throws sim::InputError with the rows
/// among which there is a choice.
const KwbFile::Row& row_meant(const KwbFile& file, const TableArguments& arguments);

/// A line a row under a head, at most `most` of them; with how its figures are filled where it is one.
std::string table_text(const KwbFile& file, const std::vector<const KwbFile::Row*>& rows, std::size_t most);
/// The same as JSON, all of them.
std::string table_json(const KwbFile& file, const std::vector<const KwbFile::Row*>& rows);

}  // namespace weefsel::app
