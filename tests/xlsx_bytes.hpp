#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// Workbooks for tests, written byte by byte: archives whose entries are stored as they are.
namespace weefsel::xlsx {

using Entries = std::vector<std::pair<std::string, std::string>>;

inline std::uint32_t crc32_of(std::string_view bytes) {
    std::uint32_t crc = 0xFFFFFFFFU;
    for (const char c : bytes) {
        crc ^= static_cast<unsigned char>(c);
        for (int bit = 0; bit < 8; ++bit) crc = (crc >> 1U) ^ ((crc & 1U) != 0U ? 0xEDB88320U : 0U);
    }
    return ~crc;
}

inline void put(std::string& out, std::uint32_t value, int bytes) {
    for (int k = 0; k < bytes; ++k) out += static_cast<char>((value >> (8 * k)) & 0xFFU);
}

/// An archive (APPNOTE.TXT of PKWARE: local headers, central directory, end record). `flags`: bit 0 says that
/// entries have a password.
inline std::string zip_of(const Entries& entries, std::uint32_t flags = 0) {
    std::string out, directory;
    for (const auto& entry : entries) {
        const auto &name = entry.first, &text = entry.second;
        const auto at = static_cast<std::uint32_t>(out.size()),
                   size = static_cast<std::uint32_t>(text.size());
        const auto shared = [&](std::string& to) {
            put(to, 20, 2);
            put(to, flags, 2);
            put(to, 0, 2);  // stored
            put(to, 0, 4);  // time and date
            put(to, crc32_of(text), 4);
            put(to, size, 4);
            put(to, size, 4);
            put(to, static_cast<std::uint32_t>(name.size()), 2);
            put(to, 0, 2);
        };
        put(out, 0x04034B50U, 4);
        shared(out);
        out += name + text;
        put(directory, 0x02014B50U, 4);
        put(directory, 20, 2);
        shared(directory);
        put(directory, 0, 2);
        put(directory, 0, 2);
        put(directory, 0, 2);
        put(directory, 0, 4);
        put(directory, at, 4);
        directory += name;
    }
    const auto at = static_cast<std::uint32_t>(out.size());
    out += directory;
    put(out, 0x06054B50U, 4);
    put(out, 0, 4);
    put(out, static_cast<std::uint32_t>(entries.size()), 2);
    put(out, static_cast<std::uint32_t>(entries.size()), 2);
    put(out, static_cast<std::uint32_t>(directory.size()), 4);
    put(out, at, 4);
    put(out, 0, 2);
    return out;
}

inline const std::string relations = "xl/_rels/workbook.xml.rels";

/// Parts of a workbook of sheets, each the inside of its <sheetData>; `shared`: the inside of <sst>.
inline Entries parts_of(const std::vector<std::string>& sheets, const std::string& shared = "") {
    std::string list, targets;
    Entries parts;
    for (std::size_t k = 0; k < sheets.size(); ++k) {
        const auto n = std::to_string(k + 1);
        list += "<sheet name=\"Blad" + n + "\" sheetId=\"" + n + "\" r:id=\"rId" + n + "\"/>";
        targets += "<Relationship Id=\"rId" + n + "\" Target=\"worksheets/sheet" + n + ".xml\"/>";
        parts.emplace_back("xl/worksheets/sheet" + n + ".xml",
                           "<worksheet><sheetData>" + sheets[k] + "</sheetData></worksheet>");
    }
    parts.emplace_back("xl/workbook.xml", "<workbook xmlns:r=\"r\"><sheets>" + list + "</sheets></workbook>");
    parts.emplace_back(relations, "<Relationships>" + targets + "</Relationships>");
    if (!shared.empty()) parts.emplace_back("xl/sharedStrings.xml", "<sst>" + shared + "</sst>");
    return parts;
}
inline std::string workbook_of(const std::vector<std::string>& sheets, const std::string& shared = "") {
    return zip_of(parts_of(sheets, shared));
}

/// A row of texts written into the cells; empty ones are not stored.
inline std::string row_of(int number, const std::vector<std::string>& cells) {
    const auto n = std::to_string(number);
    std::string out = "<row r=\"" + n + "\">";
    for (std::size_t c = 0; c < cells.size(); ++c) {
        if (cells[c].empty()) continue;
        const std::string place = std::string(1, static_cast<char>('A' + c)) + n;
        out += "<c r=\"" + place + "\" t=\"inlineStr\"><is><t>" + cells[c] + "</t></is></c>";
    }
    return out + "</row>";
}

}  // namespace weefsel::xlsx
