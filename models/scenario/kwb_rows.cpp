#include <fmt/format.h>

#include <algorithm>

#include "models/scenario/kwb.hpp"

namespace weefsel {
namespace {

constexpr std::size_t municipality_digits = 4, wijk_digits = 6;

bool same_cells(const KwbFile::Row& a, const KwbFile::Row& b) {
    return std::equal(a.cells.begin(), a.cells.end(), b.cells.begin(), b.cells.end(),
                      [](const auto& x, const auto& y) { return x.text == y.text; });
}

bool has_buurten(const KwbFile& file, std::string_view wijk) {
    return !file.beginning_with("BU" + std::string(wijk.substr(kind_letters))).empty();
}

/// Row numbers that a code with its prefix means.
std::vector<std::uint32_t> numbers_of(const KwbFile& file, const std::string& code) {
    const auto add = [](std::vector<std::uint32_t>& to, std::span<const std::uint32_t> more) {
        to.insert(to.end(), more.begin(), more.end());
    };
    std::vector<std::uint32_t> rows;
    const std::string kind = code.substr(0, kind_letters),
                      digits = code.substr(std::min(kind_letters, code.size()));
    const bool country = code == "NL";
    if (kind == "BU" && !digits.empty()) {
        for (const auto row : file.beginning_with(code))
            if (file.rows[row].code == code) rows.push_back(row);
    } else if (country || ((kind == "WK" || kind == "GM") && !digits.empty())) {
        add(rows, file.beginning_with("BU" + digits));
        const bool whole = country || kind == "GM" || digits.size() == wijk_digits;
        for (const auto row : whole ? file.beginning_with("WK" + digits) : std::span<const std::uint32_t>{})
            if (!has_buurten(file, file.rows[row].code)) rows.push_back(row);
    }
    std::sort(rows.begin(), rows.end());  // as they stand in the file
    return rows;
}

}  // namespace

std::span<const std::uint32_t> KwbFile::beginning_with(std::string_view prefix) const {
    const auto less = [&](std::uint32_t row, std::string_view value) { return rows[row].code < value; };
    const auto first = std::lower_bound(by_code.begin(), by_code.end(), prefix, less);
    const auto last = std::partition_point(
        first, by_code.end(), [&](std::uint32_t row) { return rows[row].code.starts_with(prefix); });
    return std::span(by_code).subspan(static_cast<std::size_t>(first - by_code.begin()),
                                      static_cast<std::size_t>(last - first));
}

std::string municipality_code_of(std::string_view code) {
    return "GM" + std::string(code.substr(std::min(kind_letters, code.size()), municipality_digits));
}

std::string municipality_of(const KwbFile& file, const KwbFile::Row& row) {
    const auto code = municipality_code_of(row.code);
    const auto found = file.municipalities.find(code);
    return found != file.municipalities.end() ? found->second : code;
}

KwbMeant rows_meant(const KwbFile& file, const std::string& code, std::vector<sim::Problem>& problems,
                    std::vector<sim::Problem>& notes) {
    KwbMeant meant{code_of(code), false, {}};
    std::map<std::string_view, const KwbFile::Row*> first;
    for (const auto number : numbers_of(file, meant.code)) {
        const auto& row = file.rows[number];
        const auto [at, is_new] = first.emplace(row.code, &row);
        if (is_new) {
            meant.rows.push_back(&row);
            continue;
        }
        const bool same = same_cells(*at->second, row);
        (same ? notes : problems)
            .push_back(
                {{file.file, row.line, 1},
                 fmt::format("{} stands in line {} already, with {}", row.code, at->second->line,
                             same ? "the same figures: taken once" : "other figures; allowed is once")});
    }
    meant.alone = meant.rows.size() == 1 && meant.rows.front()->code == meant.code;
    return meant;
}

std::size_t rows_of_code(const KwbFile& file, const std::string& code) {
    std::vector<sim::Problem> ignored;
    return rows_meant(file, code, ignored, ignored).rows.size();
}

}  // namespace weefsel
