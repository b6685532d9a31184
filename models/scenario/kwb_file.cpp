#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <iterator>

#include "models/scenario/kwb.hpp"
#include "sim/file_aside.hpp"
#include "sim/text_encoding.hpp"

namespace weefsel {
namespace {

std::string trimmed(std::string_view text) {
    const auto blank = [](char c) { return std::isspace(static_cast<unsigned char>(c)) != 0; };
    while (!text.empty() && blank(text.front())) text.remove_prefix(1);
    while (!text.empty() && blank(text.back())) text.remove_suffix(1);
    return std::string(text);
}

/// The separator that the header uses most.
char separator_of(std::string_view header) {
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

std::size_t column_of(const KwbFile& file, std::string_view name) {
    return static_cast<std::size_t>(std::find(file.columns.begin(), file.columns.end(), name) -
                                    file.columns.begin());
}

/// Two columns of one name: which of both is meant cannot be known.
void refuse_doubled(const std::vector<KwbFile::Cell>& header, const std::string& file) {
    std::vector<sim::Problem> problems;
    for (std::size_t i = 0; i < header.size(); ++i)
        for (std::size_t k = 0; k < i; ++k)
            if (!header[i].text.empty() && header[i].text == header[k].text)
                problems.push_back({{file, 1, header[i].column},
                                    fmt::format("column {} stands here and at 1:{}; allowed is once",
                                                header[i].text, header[k].column)});
    if (!problems.empty()) throw sim::InputError(std::move(problems));
}

}  // namespace

const KwbFile::Cell* cell_of(const KwbFile& file, const KwbFile::Row& row, std::string_view name) {
    const std::size_t column = column_of(file, name);
    return column < row.cells.size() ? &row.cells[column] : nullptr;
}
std::string text_of(const KwbFile& file, const KwbFile::Row& row, std::string_view name) {
    const auto* cell = cell_of(file, row, name);
    return cell != nullptr ? cell->text : std::string();
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
    const std::string utf8 = sim::utf8_text(text, name);
    const std::string_view header(utf8.data(), std::min(utf8.find('\n'), utf8.size()));
    auto rows = CellReader(utf8, separator_of(header), name).rows();
    KwbFile file;
    file.file = name;
    if (rows.empty())
        throw sim::InputError({name, 1, 1}, "the file is empty (must be Kerncijfers wijken en buurten)");
    auto& columns = rows.front().cells;
    for (auto& column : columns) {
        for (char& c : column.text) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
        file.columns.push_back(column.text);
    }
    refuse_doubled(columns, name);
    const bool ten = column_of(file, "gwb_code_10") < file.columns.size();
    const std::string_view code_column = ten ? "gwb_code_10" : "gwb_code";
    for (std::string_view needed : {code_column, std::string_view("a_inw")})
        if (column_of(file, needed) >= file.columns.size())
            throw sim::InputError(
                {name, 1, 1},
                fmt::format("there is no column {} (must be Kerncijfers wijken en buurten)", needed));
    file.rows.assign(std::make_move_iterator(rows.begin() + 1), std::make_move_iterator(rows.end()));
    for (auto& row : file.rows) row.code = code_of(text_of(file, row, code_column));
    return file;
}

KwbFile read_kwb(const std::string& path) { return read_kwb_text(sim::read_whole(path), path); }

}  // namespace weefsel
