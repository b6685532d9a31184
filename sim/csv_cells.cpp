#include "sim/csv_cells.hpp"

namespace weefsel::sim {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
constexpr char remark = '#';

/// Walks through a text and knows where it is.
class Cursor {
public:
    Cursor(std::string_view text, const std::string& file) : text_(text), at_{file, 1, 1} {}
    [[nodiscard]] bool ended() const { return next_ == text_.size(); }
    [[nodiscard]] char peek() const { return ended() ? '\n' : text_[next_]; }
    [[nodiscard]] const Place& at() const { return at_; }
    char take() {
        const char c = text_[next_++];
        ++at_.column;
        if (c == '\n') {
            ++at_.line;
            at_.column = 1;
        }
        return c;
    }
    void skip_blanks() {
        while (!ended() && (peek() == ' ' || peek() == '\t')) take();
    }

private:
    std::string_view text_;
    std::size_t next_ = 0;
    Place at_;
};

std::string quoted_text(Cursor& cursor) {
    const Place from = cursor.at();
    std::string text;
    cursor.take();
    while (!cursor.ended()) {
        const char c = cursor.take();
        if (c != '"') {
            text += c;
        } else if (cursor.peek() == '"' && !cursor.ended()) {
            text += cursor.take();
        } else {
            return text;
        }
    }
    throw InputError(from, "this quote is never closed");
}

/// Up to the comma or the end of the line, which stay.
CsvCell cell_of(Cursor& cursor) {
    cursor.skip_blanks();
    CsvCell cell{"", cursor.at()};
    if (cursor.peek() == '"') cell.text = quoted_text(cursor);
    const std::size_t quoted = cell.text.size();  // blanks up to here are meant
    while (!cursor.ended() && cursor.peek() != ',' && cursor.peek() != '\n') {
        const char c = cursor.take();
        if (c != '\r') cell.text += c;
    }
    while (cell.text.size() > quoted && (cell.text.back() == ' ' || cell.text.back() == '\t'))
        cell.text.pop_back();
    return cell;
}

}  // namespace

std::vector<CsvRow> csv_cells(std::string_view text, const std::string& file) {
    if (text.substr(0, byte_order_mark.size()) == byte_order_mark) text.remove_prefix(byte_order_mark.size());
    Cursor cursor(text, file);
    std::vector<CsvRow> rows;
    while (!cursor.ended()) {
        if (cursor.peek() == remark) {
            while (!cursor.ended() && cursor.take() != '\n') {}
            continue;
        }
        CsvRow row{cell_of(cursor)};
        while (!cursor.ended() && cursor.peek() == ',') {
            cursor.take();
            row.push_back(cell_of(cursor));
        }
        if (!cursor.ended()) cursor.take();
        if (row.size() > 1 || !row.front().text.empty()) rows.push_back(std::move(row));
    }
    return rows;
}

}  // namespace weefsel::sim
