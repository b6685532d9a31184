#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <iterator>

#include "models/scenario/kwb.hpp"
#include "models/scenario/kwb_columns.hpp"
#include "sim/file_aside.hpp"
#include "sim/text_encoding.hpp"
#include "sim/workbook.hpp"
#include "sim/zip_archive.hpp"

namespace weefsel {
namespace {

constexpr std::size_t header_within = 20;  // rows; titles of StatLine stand above it

std::string trimmed(std::string_view text) {
    const auto blank = [](char c) { return std::isspace(static_cast<unsigned char>(c)) != 0; };
    while (!text.empty() && blank(text.front())) text.remove_prefix(1);
    while (!text.empty() && blank(text.back())) text.remove_suffix(1);
    return std::string(text);
}

/// The separator that one of the first lines uses most.
char separator_of(std::string_view text) {
    std::string_view header;
    for (std::size_t line = 0; line < header_within && !text.empty(); ++line) {
        const auto end = std::min(text.find('\n'), text.size());
        if (end > header.size()) header = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    char best = ',';
    for (char c : {';', '\t'})
        if (std::count(header.begin(), header.end(), c) > std::count(header.begin(), header.end(), best))
            best = c;
    return best;
}

/// Cells of a text with quotes ("" stands for one quote), any end of line.
class CellReader {
public:
    CellReader(std::string_view text, char separator, const std::string& file)
        : text_(text), separator_(separator), file_(file) {}

    std::vector<KwbFile::Row> rows() {
        while (at_ < text_.size()) take(text_[at_]);
        if (quoted_) throw sim::InputError(quote_, "this quote is never closed");
        if (!cell_.empty() || !row_.cells.empty()) end_row();
        return std::move(rows_);
    }

private:
    void take(char c) {
        if (quoted_ && c == '"' && at_ + 1 < text_.size() && text_[at_ + 1] == '"') {
            cell_ += c;
            ++at_;
        } else if (c == '"') {
            quoted_ = !quoted_;
            quote_ = {file_, line_, column_of(at_)};
        } else if (!quoted_ && c == separator_) {
            end_cell();
        } else if (!quoted_ && c == '\n') {
            end_row();
        } else if (quoted_ || c != '\r') {
            cell_ += c;
        }
        ++at_;
        if (c == '\n') {
            ++line_;
            line_starts_ = at_;
            if (!quoted_) cell_starts_ = at_;
        }
    }
    [[nodiscard]] int column_of(std::size_t at) const { return static_cast<int>(at - line_starts_) + 1; }
    void end_cell() {
        const auto from = std::max(cell_starts_, line_starts_);  // a quoted cell may hold ends of lines
        row_.cells.push_back({trimmed(cell_), column_of(from)});
        cell_.clear();
        cell_starts_ = at_ + 1;
    }
    void end_row() {
        end_cell();
        if (row_.cells.size() > 1 || !row_.cells[0].text.empty()) rows_.push_back(std::move(row_));
        row_ = {line_ + 1, {}, {}};
    }

    std::string_view text_;
    char separator_;
    const std::string& file_;
    std::size_t at_ = 0, line_starts_ = 0, cell_starts_ = 0;
    int line_ = 1;
    bool quoted_ = false;
    sim::Place quote_;
    std::string cell_;
    KwbFile::Row row_{1, {}, {}};
    std::vector<KwbFile::Row> rows_;
};

bool all_digits(std::string_view text) {
    return !text.empty() &&
           std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// Official names that files have; a code stands in the first of these.
constexpr auto code_columns =
    std::to_array<std::string_view>({"gwb_code_10", "gwb_code", "wijkenenbuurten", "gwb_code_8"});
constexpr auto name_columns = std::to_array<std::string_view>({"regio", "wijken en buurten"});
constexpr std::string_view residents_column = "a_inw";

std::vector<std::string> official(const std::vector<KwbFile::Cell>& cells) {
    std::vector<std::string> names;
    for (const auto& cell : cells) names.push_back(official_column(cell.text));
    return names;
}

std::optional<std::string_view> code_column_of(const std::vector<std::string>& names) {
    for (const auto column : code_columns)
        if (std::find(names.begin(), names.end(), column) != names.end()) return column;
    return std::nullopt;
}

bool is_header(const std::vector<KwbFile::Cell>& cells) {
    const auto names = official(cells);
    return code_column_of(names) && std::find(names.begin(), names.end(), residents_column) != names.end();
}

std::string in_small_letters(std::string text) {
    for (char& c : text) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    return text;
}

/// Two columns of one name: which of both is meant cannot be known.
void refuse_doubled(const KwbFile::Row& header, const std::string& file) {
    std::vector<sim::Problem> problems;
    std::map<std::string, const KwbFile::Cell*> first;
    for (const auto& cell : header.cells) {
        const auto [at, is_new] = first.emplace(in_small_letters(cell.text), &cell);
        if (!is_new && !cell.text.empty())
            problems.push_back({{file, header.line, cell.column},
                                fmt::format("column {} stands here and at {}:{}; allowed is once", at->first,
                                            header.line, at->second->column)});
    }
    if (!problems.empty()) throw sim::InputError(std::move(problems));
}

/// A year that stands in a text, from 1990 to 2099; 0: none.
int year_in(std::string_view text) {
    constexpr std::size_t digits = 4;
    constexpr int from = 1990, until = 2099;
    for (std::size_t at = 0; at + digits <= text.size(); ++at) {
        const auto four = text.substr(at, digits);
        const bool alone = (at == 0 || !all_digits(text.substr(at - 1, 1))) &&
                           (at + digits == text.size() || !all_digits(text.substr(at + digits, 1)));
        if (!alone || !all_digits(four)) continue;
        const int year = std::stoi(std::string(four));
        if (year >= from && year <= until) return year;
    }
    return 0;
}

/// The code of a row; digits that lost their zeros get them back where the row says what it is.
std::string code_in(const KwbFile& file, const KwbFile::Row& row, std::string_view column) {
    std::string code = text_of(file, row, column);
    if (!all_digits(code)) return code_of(code);
    const auto kind = text_of(file, row, "recs");
    const std::size_t digits = kind == "Buurt" ? 8 : kind == "Wijk" ? 6 : kind == "Gemeente" ? 4 : 0;
    if (code.size() < digits) code.insert(0, digits - code.size(), '0');
    return code_of(code);
}

/// Names of municipalities: of their own rows, and of the column where every name has one code.
void name_municipalities(KwbFile& file) {
    std::map<std::string, std::string> code_of_name;
    bool names_of_others = false;
    for (const auto& row : file.rows) {
        const auto name = text_of(file, row, "gm_naam"), code = municipality_code_of(row.code);
        if (name.empty() || row.code.starts_with("NL")) continue;
        const auto [at, is_new] = code_of_name.emplace(name, code);
        names_of_others = names_of_others || (!is_new && at->second != code);
    }
    if (!names_of_others)
        for (const auto& [name, code] : code_of_name) file.municipalities.emplace(code, name);
    for (const auto& row : file.rows)
        if (row.code.starts_with("GM"))
            if (const auto name = name_of(file, row); !name.empty()) file.municipalities[row.code] = name;
}

/// A file of rows of which one is the header.
KwbFile file_of(std::vector<KwbFile::Row> rows, std::size_t header, const std::string& name) {
    KwbFile file;
    file.file = name;
    refuse_doubled(rows[header], name);
    file.columns = official(rows[header].cells);
    for (std::size_t c = 0; c < file.columns.size(); ++c) file.column_at.emplace(file.columns[c], c);
    for (std::size_t r = 0; r < header && file.year == 0; ++r)
        for (const auto& cell : rows[r].cells)
            if (file.year == 0) file.year = year_in(cell.text);
    if (file.year == 0) file.year = year_in(std::string_view(name).substr(name.find_last_of('/') + 1));
    const auto code_column = *code_column_of(file.columns);
    file.rows.assign(std::make_move_iterator(rows.begin() + static_cast<std::ptrdiff_t>(header) + 1),
                     std::make_move_iterator(rows.end()));
    for (auto& row : file.rows) row.code = code_in(file, row, code_column);
    for (std::uint32_t r = 0; r < file.rows.size(); ++r) file.by_code.push_back(r);
    std::stable_sort(file.by_code.begin(), file.by_code.end(),
                     [&](auto a, auto b) { return file.rows[a].code < file.rows[b].code; });
    name_municipalities(file);
    return file;
}

[[noreturn]] void refuse_no_table(const std::vector<KwbFile::Row>& rows, const std::string& name) {
    if (rows.empty())
        throw sim::InputError({name, 1, 1}, "the file is empty (must be Kerncijfers wijken en buurten)");
    const auto names = official(rows.front().cells);
    throw sim::InputError({name, 1, 1},
                          fmt::format("there is no column {} (must be Kerncijfers wijken en buurten)",
                                      code_column_of(names) ? residents_column : code_columns[0]));
}

std::optional<std::size_t> header_of(const std::vector<KwbFile::Row>& rows) {
    for (std::size_t r = 0; r < std::min(rows.size(), header_within); ++r)
        if (is_header(rows[r].cells)) return r;
    return std::nullopt;
}

/// Rows of one sheet as rows of cells; those below a header have its cells, and no others.
std::vector<KwbFile::Row> rows_of_sheet(const sim::Workbook& book, std::size_t sheet,
                                        const std::string& name) {
    constexpr std::size_t most_cells = 8000000;
    std::vector<KwbFile::Row> rows;
    std::size_t columns = 0, cells = 0;
    book.read(sheet, [&](sim::SheetRow&& from) {
        KwbFile::Row row{from.row, {}, {}};
        const auto last = static_cast<std::size_t>(from.cells.back().column);
        row.cells.resize(columns > 0 ? columns : last);
        if ((cells += row.cells.size()) > most_cells)
            throw sim::InputError({name, from.row, 1},
                                  fmt::format("the sheet has more than {} cells", most_cells));
        for (std::size_t c = 0; c < row.cells.size(); ++c) row.cells[c].column = static_cast<int>(c) + 1;
        for (auto& cell : from.cells)
            if (const auto at = static_cast<std::size_t>(cell.column) - 1; at < row.cells.size())
                row.cells[at].text = trimmed(cell.text);
        if (columns == 0 && is_header(row.cells)) columns = row.cells.size();
        rows.push_back(std::move(row));
        return columns > 0 || rows.size() < header_within;
    });
    return rows;
}

KwbFile read_workbook(const std::string& bytes, const std::string& name) {
    const sim::Workbook book(bytes, name);
    std::vector<KwbFile::Row> first;
    for (std::size_t sheet = 0; sheet < book.sheets().size(); ++sheet) {
        auto rows = rows_of_sheet(book, sheet, name);
        if (const auto header = header_of(rows)) {
            auto file = file_of(std::move(rows), *header, name);
            if (file.year == 0) file.year = year_in(book.sheets()[sheet]);
            return file;
        }
        if (first.empty()) first = std::move(rows);
    }
    refuse_no_table(first, name);
}

}  // namespace

const KwbFile::Cell* cell_of(const KwbFile& file, const KwbFile::Row& row, std::string_view name) {
    const auto column = file.column_at.find(name);
    return column != file.column_at.end() && column->second < row.cells.size() ? &row.cells[column->second]
                                                                               : nullptr;
}
std::string text_of(const KwbFile& file, const KwbFile::Row& row, std::string_view name) {
    const auto* cell = cell_of(file, row, name);
    return cell != nullptr ? cell->text : std::string();
}

std::string name_of(const KwbFile& file, const KwbFile::Row& row) {
    for (const auto column : name_columns)
        if (auto name = text_of(file, row, column); !name.empty() && name != row.code) return name;
    return {};
}

std::string code_of(const std::string& typed) {
    std::string code = trimmed(typed);
    for (char& c : code) c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
    if (!all_digits(code)) return code;
    switch (code.size()) {
        case 4:
            return "GM" + code;
        case 6:
            return "WK" + code;
        case 8:
            return "BU" + code;
        default:
            return code;
    }
}

KwbFile read_kwb_text(const std::string& text, const std::string& name) {
    if (sim::looks_like_zip(text) || sim::looks_like_ole(text)) return read_workbook(text, name);
    const std::string utf8 = sim::utf8_text(text, name);
    auto rows = CellReader(utf8, separator_of(utf8), name).rows();
    const auto header = header_of(rows);
    if (!header) refuse_no_table(rows, name);
    return file_of(std::move(rows), *header, name);
}

KwbFile read_kwb(const std::string& path) { return read_kwb_text(sim::read_whole(path), path); }

}  // namespace weefsel
