#include <fmt/format.h>

#include <map>

#include "app/neighbourhoods/figures_table.hpp"
#include "app/terminal/json_value.hpp"
#include "app/terminal/texts.hpp"

namespace weefsel::app {
namespace {

constexpr std::size_t code_width = 12, kind_width = 13, name_width = 28, town_width = 16, count_width = 8;

std::string cut(const std::string& text, std::size_t width) {
    if (characters(text) < width) return padded(text, width);
    std::string out = text;
    while (characters(out) + 3 > width) {
        do out.pop_back();
        while (!out.empty() && (static_cast<unsigned char>(out.back()) & 0xC0U) == 0x80U);
        if (!out.empty() && static_cast<unsigned char>(out.back()) >= 0xC0U) out.pop_back();
    }
    return padded(out + "..", width);
}

std::string state_of(const TableRow& row) {
    if (row.parts > 0) return counted(row.parts, "neighbourhood");
    if (row.simulated && row.missing.empty()) return "nothing missing";
    if (row.simulated) return fmt::format("{} filled", counted(row.missing.size(), "figure"));
    return row.refused.empty() ? "" : "not simulated";
}

/// How the one row that was found is filled, or what else there is to know.
std::string details_of(const TableRow& row) {
    std::string out;
    const auto add = [&](const std::string& note) {
        out += "  " + wrapped(note, page_width - 4, "    ") + "\n";
    };
    if (row.parts > 0)
        add(fmt::format(
            "Simulate it whole, each part a neighbourhood, with kwb = \"FILE\" and code = \"{}\" in "
            "[neighbourhood].",
            row.code));
    if (!row.refused.empty()) add("Cannot be simulated: " + row.refused);
    for (const auto& note : row.filled) add(note);
    return out;
}

/// Which figures are filled, and in how many of the rows above.
std::string note_on_missing(const std::map<std::string, std::size_t>& lacking) {
    if (lacking.empty()) return {};
    std::vector<std::string> each;
    for (const auto& [key, rows] : lacking) each.push_back(fmt::format("{} ({})", key, rows));
    return "\n" +
           wrapped(fmt::format(
                       "Figures that the table lacks, in so many of these rows: {}. They are filled; one row "
                       "alone, or --json, says how.",
                       fmt::join(each, ", ")),
                   page_width) +
           "\n";
}

}  // namespace

std::string table_text(const KwbFile& file, const std::vector<const KwbFile::Row*>& rows, std::size_t most) {
    std::string out = padded("code", code_width) + padded("kind", kind_width) + padded("name", name_width) +
                      padded("municipality", town_width) + right_aligned("residents", count_width + 1) +
                      "  figures\n";
    const std::size_t shown = most == 0 ? rows.size() : std::min(most, rows.size());
    std::map<std::string, std::size_t> lacking;
    for (std::size_t k = 0; k < shown; ++k) {
        const auto row = row_of(file, *rows[k]);
        out += padded(row.code, code_width) + padded(row.kind, kind_width) + cut(row.name, name_width) +
               cut(row.municipality, town_width) +
               right_aligned(with_thousands(row.residents), count_width + 1) + "  " + state_of(row) + "\n";
        if (rows.size() == 1) out += details_of(row);
        for (const auto& key : row.missing) ++lacking[key];
    }
    if (shown < rows.size())
        out += fmt::format(
            "and {} more: narrow it down with --find or --municipality, or see all with "
            "--at-most 0\n",
            with_thousands(static_cast<double>(rows.size() - shown)));
    return out + (rows.size() > 1 ? note_on_missing(lacking) : "");
}

std::string table_json(const KwbFile& file, const std::vector<const KwbFile::Row*>& rows) {
    Json out = made_by();
    out["figures"] = file.file;
    out["year"] = file.year > 0 ? Json(file.year) : Json(nullptr);
    out["neighbourhoods"] = Json::array();
    for (const auto* from : rows) {
        const auto row = row_of(file, *from);
        out["neighbourhoods"].push_back({{"code", row.code},
                                         {"name", row.name},
                                         {"kind", row.kind},
                                         {"municipality", row.municipality},
                                         {"municipality_code", municipality_code_of(row.code)},
                                         {"residents", row.residents},
                                         {"parts", row.parts},
                                         {"can_be_simulated", row.simulated || row.parts > 0},
                                         {"refused", row.refused},
                                         {"missing", row.missing},
                                         {"filled", row.filled}});
    }
    return text_of(out);
}

}  // namespace weefsel::app
