#include "sim/workbook.hpp"

#include <fmt/format.h>

#include <charconv>
#include <map>

#include "sim/error.hpp"
#include "sim/xml_walk.hpp"
#include "sim/zip_archive.hpp"

namespace weefsel::sim {
namespace {

constexpr int most_rows = 1048576, most_columns = 16384;
constexpr std::size_t most_sheets = 256, most_relations = 4096, most_texts = 4000000, most_text = 200000000,
                      most_cell = 32767 * 4;
constexpr const char* workbook_part = "xl/workbook.xml";

template <class Number>
std::optional<Number> whole(std::string_view text) {
    Number value{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc{} && end == text.data() + text.size() ? std::optional(value) : std::nullopt;
}

/// Texts that cells refer to by number: runs of one text put together, readings of Japanese left out.
class SharedTexts : public XmlVisitor {
public:
    explicit SharedTexts(const std::string& file) : file_(file) {}
    void begin(std::string_view name, const Attributes&) override {
        if (name == "si") texts.emplace_back();
        if (texts.size() > most_texts) throw InputError({file_, 1, 1}, "it has more than 4 million texts");
        in_text_ = name == "t" && !reading_;
        reading_ = reading_ || name == "rPh";
    }
    void end(std::string_view name) override {
        if (name == "t") in_text_ = false;
        if (name == "rPh") reading_ = false;
    }
    void text(std::string_view piece) override {
        if (!in_text_ || texts.empty()) return;
        size_ += piece.size();
        if (size_ > most_text) throw InputError({file_, 1, 1}, "its texts are longer than 200 MB together");
        texts.back() += piece;
    }
    std::vector<std::string> texts;

private:
    const std::string& file_;
    bool in_text_ = false, reading_ = false;
    std::size_t size_ = 0;
};

/// Sheets by name and relation, and relations by name.
class SheetList : public XmlVisitor {
public:
    void begin(std::string_view name, const Attributes& a) override {
        if (name == "sheet" && sheets.size() < most_sheets)
            sheets.emplace_back(a.find("name").value_or(""), a.find("id").value_or(""));
        if (name == "Relationship" && targets.size() < most_relations)
            targets[std::string(a.find("Id").value_or(""))] = a.find("Target").value_or("");
    }
    void end(std::string_view) override {}
    void text(std::string_view) override {}
    std::vector<std::pair<std::string, std::string>> sheets;
    std::map<std::string, std::string> targets;
};

/// Column of a place as AB12, 0 where there is none.
int column_of(std::string_view place) {
    constexpr int letters = 26;
    int column = 0;
    for (const char c : place) {
        if (c < 'A' || c > 'Z' || column > most_columns) break;
        column = column * letters + (c - 'A' + 1);
    }
    return column;
}

/// Rows of one sheet.
class SheetRows : public XmlVisitor {
public:
    SheetRows(const std::string& file, const std::vector<std::string>& shared,
              const std::function<bool(SheetRow&&)>& take)
        : file_(file), shared_(shared), take_(take) {}

    void begin(std::string_view name, const Attributes& a) override {
        if (name == "row") {
            begin_row(a.find("r"));
        } else if (name == "c" && in_row_) {
            begin_cell(a.find("r"), a.find("t").value_or("n"));
        } else if (name == "rPh") {
            reading_ = true;
        } else if (in_cell_) {
            in_value_ = !reading_ && (name == "v" || (name == "t" && type_ == "inlineStr"));
        }
    }
    void end(std::string_view name) override {
        if (name == "v" || name == "t") in_value_ = false;
        if (name == "rPh") reading_ = false;
        if (name == "c" && in_cell_) end_cell();
        if (name == "row" && in_row_) {
            in_row_ = false;
            if (!row_.cells.empty()) enough_ = !take_(std::move(row_));
        }
    }
    void text(std::string_view piece) override {
        if (!in_value_) return;
        if (text_.size() + piece.size() > most_cell) refuse("found a text longer than a cell may hold");
        text_ += piece;
    }
    [[nodiscard]] bool enough() const override { return enough_; }

private:
    [[noreturn]] void refuse(const std::string& what) const {
        throw InputError({file_, row_.row, std::max(column_, 1)}, what);
    }
    void begin_row(std::optional<std::string_view> number) {
        const int next = last_row_ + 1, row = number ? whole<int>(*number).value_or(0) : next;
        row_ = {next, {}};
        column_ = 0;
        if (row < next || row > most_rows)
            refuse(fmt::format("found row {}, allowed are rows in ascending order up to {}",
                               number.value_or("?"), most_rows));
        row_.row = last_row_ = row;
        in_row_ = true;
    }
    void begin_cell(std::optional<std::string_view> place, std::string_view type) {
        const int next = column_ + 1, column = place ? column_of(*place) : next;
        if (column < next || column > most_columns)
            refuse(fmt::format("found cell {}, allowed are cells in ascending order up to XFD",
                               place.value_or("?")));
        column_ = column;
        type_ = type;
        text_.clear();
        in_cell_ = true;
    }
    void end_cell() {
        in_cell_ = false;
        if (type_ == "s") {
            const auto which = whole<std::size_t>(text_);
            if (!which || *which >= shared_.size())
                refuse(fmt::format("found text number \"{}\", the workbook has {}", text_, shared_.size()));
            text_ = shared_[*which];
        }
        if (!text_.empty()) row_.cells.push_back({column_, text_});
    }

    const std::string& file_;
    const std::vector<std::string>& shared_;
    const std::function<bool(SheetRow&&)>& take_;
    SheetRow row_;
    std::string type_, text_;
    int last_row_ = 0, column_ = 0;
    bool in_row_ = false, in_cell_ = false, in_value_ = false, reading_ = false, enough_ = false;
};

/// The name of a part as the archive has it: targets are relative to xl/, or absolute.
std::string part_of(const std::string& target) {
    return target.starts_with('/') ? target.substr(1) : "xl/" + target;
}

[[noreturn]] void refuse_other(const ZipArchive& archive, const std::string& file) {
    std::string what = "is an archive without a workbook in it: unpack it first, and give the table inside";
    if (archive.has("xl/workbook.bin"))
        what = "is a binary workbook (xlsb), which cannot be read: save it as xlsx or as CSV";
    else if (archive.has("content.xml") || archive.has("mimetype"))
        what = "is an OpenDocument file, which cannot be read: save it as xlsx or as CSV";
    throw InputError({file, 1, 1}, what);
}

}  // namespace

Workbook::Workbook(std::string_view bytes, std::string file) : bytes_(bytes), file_(std::move(file)) {
    if (looks_like_ole(bytes))
        throw InputError(
            {file_, 1, 1},
            "is an old workbook (.xls) or one with a password, which cannot be read: open it and "
            "save it as xlsx without a password, or as CSV");
    const ZipArchive archive(bytes_, file_);
    if (!archive.has(workbook_part)) refuse_other(archive, file_);
    SheetList list;
    walk_xml(archive, workbook_part, file_, list);
    walk_xml(archive, "xl/_rels/workbook.xml.rels", file_, list);
    for (const auto& [name, relation] : list.sheets) {
        const auto target = list.targets.find(relation);
        if (target == list.targets.end() || !archive.has(part_of(target->second)))
            throw InputError({file_, 1, 1}, fmt::format("sheet \"{}\" is missing in the workbook", name));
        names_.push_back(name);
        parts_.push_back(part_of(target->second));
    }
    if (names_.empty()) throw InputError({file_, 1, 1}, "there is no sheet in the workbook");
    if (archive.has("xl/sharedStrings.xml")) {
        SharedTexts texts(file_);
        walk_xml(archive, "xl/sharedStrings.xml", file_, texts);
        shared_ = std::move(texts.texts);
    }
}

void Workbook::read(std::size_t sheet, const std::function<bool(SheetRow&&)>& take) const {
    const ZipArchive archive(bytes_, file_);
    SheetRows rows(file_, shared_, take);
    walk_xml(archive, parts_.at(sheet), file_, rows);
}

}  // namespace weefsel::sim
