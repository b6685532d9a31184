#include "sim/workbook.hpp"

#include <catch2/catch.hpp>

#include "sim/error.hpp"
#include "tests/xlsx_bytes.hpp"

namespace weefsel::test_workbook {
using namespace weefsel;

namespace {

/// All rows of the first sheet, as `1:A=text|B=text`.
std::string read(const std::string& bytes) {
    const sim::Workbook book(bytes, "w.xlsx");
    std::string out;
    book.read(0, [&](sim::SheetRow&& row) {
        out += std::to_string(row.row) + ":";
        for (const auto& cell : row.cells) out += std::to_string(cell.column) + "=" + cell.text + "|";
        out += "\n";
        return true;
    });
    return out;
}

std::string refused(const std::string& bytes) {
    try {
        static_cast<void>(read(bytes));
    } catch (const sim::InputError& error) { return error.what(); }
    return "";
}
bool says(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("cells of every kind are read as their text") {
    const std::string sheet =
        "<row r=\"2\"><c r=\"A2\"><v>1.5</v></c><c r=\"C2\" t=\"s\"><v>1</v></c>"
        "<c r=\"D2\" t=\"str\"><f>A2*2</f><v>3</v></c><c r=\"E2\" t=\"b\"><v>1</v></c></row>"
        "<row r=\"5\"><c r=\"AA5\" t=\"inlineStr\"><is><t>S\xC3\xBA</t><t>dwest &amp; &lt;</t></is></c>"
        "<c r=\"AB5\" s=\"3\"/><c r=\"AC5\" t=\"e\"><v>#N/A</v></c></row>";
    const std::string shared =
        "<si><t>no</t></si><si><r><t>two </t></r><r><t>runs</t></r><rPh><t>x</t></rPh></si>";
    CHECK(read(xlsx::workbook_of({sheet}, shared)) ==
          "2:1=1.5|3=two runs|4=3|5=1|\n5:27=S\xC3\xBA"
          "dwest & <|29=#N/A|\n");
}

TEST_CASE("rows and cells without places follow each other") {
    CHECK(read(xlsx::workbook_of(
              {"<row><c><v>1</v></c><c><v>2</v></c></row><row><c/><c><v>3</v></c></row>"})) ==
          "1:1=1|2=2|\n2:2=3|\n");
}

TEST_CASE("names may have a prefix, and a reader may stop early") {
    auto parts = xlsx::parts_of({"", ""});
    parts[0].second =
        "<x:worksheet xmlns:x=\"m\"><x:sheetData><x:row r=\"1\"><x:c r=\"A1\"><x:v>7</x:v></x:c></x:row>"
        "<x:row r=\"2\"><x:c r=\"A2\"><x:v>8</x:v></x:c></x:row></x:sheetData></x:worksheet>";
    const auto bytes = xlsx::zip_of(parts);
    CHECK(read(bytes) == "1:1=7|\n2:1=8|\n");
    const sim::Workbook book(bytes, "w.xlsx");
    CHECK(book.sheets() == std::vector<std::string>{"Blad1", "Blad2"});
    int rows = 0;
    book.read(0, [&](sim::SheetRow&&) { return ++rows < 1; });
    CHECK(rows == 1);
}

TEST_CASE("what is no workbook is refused with what to do instead") {
    CHECK(
        says(refused("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 old"), "old workbook (.xls) or one with a password"));
    CHECK(says(refused(xlsx::zip_of({{"mimetype", "x"}, {"content.xml", "x"}})), "OpenDocument"));
    CHECK(says(refused(xlsx::zip_of({{"xl/workbook.bin", "x"}})), "xlsb"));
    CHECK(says(refused(xlsx::zip_of({{"a.csv", "x"}})), "archive without a workbook"));
    CHECK(says(refused("PK\x03\x04 torn"), "damaged or cut off"));
    CHECK(says(refused(xlsx::zip_of(xlsx::parts_of({""}), 1)), "xl/workbook.xml"));  // with a password
}

TEST_CASE("a workbook that lacks a part or refers to nothing is refused at its place") {
    auto parts = xlsx::parts_of({"<row r=\"1\"/>"});
    parts.erase(parts.begin());
    CHECK(says(refused(xlsx::zip_of(parts)), "sheet \"Blad1\" is missing"));
    CHECK(says(refused(xlsx::workbook_of({})), "no sheet"));
    CHECK(says(refused(xlsx::workbook_of({"<row r=\"4\"><c r=\"B4\" t=\"s\"><v>9</v></c></row>"})),
               "w.xlsx:4:2: found text number \"9\", the workbook has 0"));
    CHECK(says(
        refused(xlsx::workbook_of({"<row r=\"4\"><c r=\"B4\"><v>1</v></c><c r=\"A4\"><v>1</v></c></row>"})),
        "w.xlsx:4:2: found cell A4"));
    CHECK(says(refused(xlsx::workbook_of({"<row r=\"4\"/><row r=\"3\"/>"})), "w.xlsx:5:1: found row 3"));
    CHECK(says(refused(xlsx::workbook_of({"<row r=\"2000000\"/>"})), "found row 2000000"));
    CHECK(says(refused(xlsx::workbook_of({"<row r=\"1\"><c r=\"ZZZZZZZZZZ1\"/></row>"})), "found cell ZZZ"));
    CHECK(says(refused(xlsx::workbook_of({"<row r=\"1\">"})), "mismatched tag"));
}

TEST_CASE("hostile XML is refused: entities, depth, long cells") {
    auto parts = xlsx::parts_of({""});
    parts[0].second =
        "<!DOCTYPE w [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;\">]><worksheet>&b;</worksheet>";
    CHECK(says(refused(xlsx::zip_of(parts)), "a document type stands in it"));
    std::string deep, up;
    for (int k = 0; k < 5000; ++k) {
        deep += "<a>";
        up += "</a>";
    }
    CHECK(says(refused(xlsx::workbook_of({deep + up})), "nested deeper than 64 levels"));
    CHECK(says(refused(xlsx::workbook_of({"<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>" +
                                          std::string(200000, 'a') + "</t></is></c></row>"})),
               "longer than a cell may hold"));
}

TEST_CASE("a workbook that is cut off anywhere is read or refused") {
    const auto whole = xlsx::workbook_of({xlsx::row_of(1, {"a", "b"})}, "<si><t>x</t></si>");
    for (std::size_t n = 0; n < whole.size(); n += 7) {
        try {
            static_cast<void>(read(whole.substr(0, n)));
        } catch (const sim::InputError&) {}
    }
    SUCCEED("every torn workbook was read or refused");
}

}  // namespace weefsel::test_workbook
