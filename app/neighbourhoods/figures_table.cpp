#include "app/neighbourhoods/figures_table.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>

#include "app/terminal/texts.hpp"

namespace weefsel::app {
namespace {

constexpr const char* variable = "WEEFSEL_FIGURES";
constexpr std::size_t most_told = 20;  ///< rows in a message

double residents_in(const KwbFile& file, const KwbFile::Row& row) {
    const auto text = text_of(file, row, "a_inw");
    char* end = nullptr;
    const double value = std::strtod(text.c_str(), &end);
    return end != text.c_str() && value > 0 ? value : 0;
}

std::string kind_of(const std::string& code) {
    if (code.starts_with("BU")) return "buurt";
    if (code.starts_with("WK")) return "wijk";
    return code.starts_with("GM") ? "municipality" : "country";
}

std::size_t parts_of(const KwbFile& file, const std::string& code) {
    if (code.starts_with("WK") || code.starts_with("GM")) {
        const auto meant = rows_of_code(file, code);
        const bool itself = file.beginning_with("BU" + code.substr(2)).empty() && code.starts_with("WK");
        return itself ? 0 : meant;
    }
    return 0;
}

/// `single, with_children: national types` is about two figures.
void note_missing(const std::string& note, std::vector<std::string>& missing) {
    const auto keys = note.substr(0, note.find(':'));
    for (const auto& figure : figures_declared) {
        const auto at = keys.find(figure.name);
        if (at == std::string::npos) continue;
        const auto is_part = [&](std::size_t place) {
            return place < keys.size() &&
                   (std::isalnum(static_cast<unsigned char>(keys[place])) != 0 || keys[place] == '_');
        };
        if ((at > 0 && is_part(at - 1)) || is_part(at + figure.name.size())) continue;
        missing.emplace_back(figure.name);
    }
}

std::string line_of_row(const TableRow& row) {
    return fmt::format("  {} {} {}{}", padded(row.code, 11), padded(row.kind, 12),
                       row.name.empty() ? "(no name)" : row.name,
                       row.kind == "municipality" ? "" : ", " + row.municipality);
}

std::string listed(const KwbFile& file, const std::vector<const KwbFile::Row*>& rows) {
    std::string out;
    for (std::size_t k = 0; k < std::min(rows.size(), most_told); ++k)
        out += "\n" + line_of_row(row_of(file, *rows[k]));
    if (rows.size() > most_told) out += fmt::format("\n  and {} more", rows.size() - most_told);
    return out;
}

}  // namespace

KwbFile read_table(const TableArguments& arguments) {
    const char* from_environment = std::getenv(variable);
    const std::string path = !arguments.figures.empty()    ? arguments.figures
                             : from_environment != nullptr ? from_environment
                                                           : "";
    if (path.empty())
        throw sim::InputError(
            {"--figures", 1, 1},
            fmt::format(
                "name the table of figures with --figures FILE, or in the variable {}. It is "
                "\"Kerncijfers wijken en buurten\" of Statistics Netherlands (CBS, CC BY 4.0), a year a "
                "file, as xlsx or CSV:\n  https://www.cbs.nl/nl-nl/reeksen/publicatie/"
                "kerncijfers-wijken-en-buurten",
                variable));
    return read_kwb(path);
}

TableRow row_of(const KwbFile& file, const KwbFile::Row& row) {
    TableRow out{row.code,
                 name_of(file, row),
                 kind_of(row.code),
                 municipality_of(file, row),
                 residents_in(file, row),
                 parts_of(file, row.code),
                 false,
                 {},
                 {},
                 {}};
    if (out.parts > 0 || out.kind == "municipality" || out.kind == "country") return out;
    std::vector<sim::Problem> skipped;
    const auto figures = figures_of_row(file, row, skipped);
    out.simulated = figures.has_value();
    if (figures) {
        out.filled = in_english(figures->filled);
        for (const auto& note : out.filled) note_missing(note, out.missing);
    } else if (!skipped.empty()) {
        const auto& why = skipped.back().text;  // CODE (NAME) is left out: REASON
        const auto colon = why.find("is left out: ");
        out.refused = colon == std::string::npos ? why : why.substr(colon + 13);
    }
    return out;
}

std::vector<const KwbFile::Row*> rows_found(const KwbFile& file, const TableArguments& arguments) {
    if (arguments.find.empty()) {
        std::vector<const KwbFile::Row*> all;
        const auto wanted = folded(arguments.municipality);
        for (const auto& row : file.rows)
            if (wanted.empty() || folded(municipality_of(file, row)) == wanted ||
                folded(municipality_code_of(row.code)) == wanted)
                all.push_back(&row);
        return all;
    }
    const KwbSearch search{arguments.find, arguments.municipality};
    auto rows = found_in(file, search).rows;
    if (!rows.empty()) return rows;
    constexpr std::size_t most_near = 8;
    const auto near = nearest_in(file, search, most_near);
    throw sim::InputError({arguments.flag, 1, 1},
                          fmt::format("found \"{}\", which is no {} in {}{}{}", arguments.find,
                                      arguments.flag == "--code" ? "code" : "name", file.file,
                                      arguments.municipality.empty()
                                          ? ""
                                          : fmt::format(" in municipality \"{}\"", arguments.municipality),
                                      near.empty() ? "" : "; names like it are" + listed(file, near)));
}

const KwbFile::Row& row_meant(const KwbFile& file, const TableArguments& arguments) {
    const auto rows = rows_found(file, arguments);
    if (rows.size() == 1) return *rows.front();
    // A municipality is no neighbourhood, and a buurt goes before its own wijk of the same name.
    const auto whole =
        static_cast<std::ptrdiff_t>(found_in(file, {arguments.find, arguments.municipality}).whole);
    std::vector<const KwbFile::Row*> named;
    for (const auto* row : std::span(rows.data(), static_cast<std::size_t>(whole))) {
        const auto inside = "BU" + row->code.substr(2);
        const bool has_one = std::any_of(rows.begin(), rows.begin() + whole,
                                         [&](const auto* other) { return other->code.starts_with(inside); });
        if (row->code.starts_with("BU") || (row->code.starts_with("WK") && !has_one)) named.push_back(row);
    }
    if (named.size() == 1) return *named.front();
    const auto town = municipality_of(file, *rows.front());
    const bool several_towns = std::any_of(
        rows.begin(), rows.end(), [&](const auto* row) { return municipality_of(file, *row) != town; });
    throw sim::InputError(
        {arguments.flag, 1, 1},
        fmt::format("found \"{}\" {} times in {}; choose one with --code{}:{}", arguments.find, rows.size(),
                    file.file,
                    several_towns
                        ? fmt::format(", or name its municipality, as in \"{}, {}\"", arguments.find, town)
                        : "",
                    listed(file, rows)));
}

}  // namespace weefsel::app
