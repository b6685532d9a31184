#include "models/measure/survey/monitor.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <string_view>
#include <vector>

#include "sim/error.hpp"
#include "sim/file_aside.hpp"
#include "sim/gzip.hpp"

namespace weefsel {
namespace {

std::vector<std::string_view> cells_of(std::string_view line) {
    std::vector<std::string_view> cells;
    if (line.ends_with('\r')) line.remove_suffix(1);
    while (true) {
        const auto comma = line.find(',');
        cells.push_back(line.substr(0, comma));
        if (comma == std::string_view::npos) return cells;
        line.remove_prefix(comma + 1);
    }
}

/// Where columns stand in the file; as many as there are cells: nowhere.
struct Layout {
    std::size_t age, code, year, municipality;
    std::array<std::size_t, monitor_columns> share{};
    std::size_t last_needed;
};

Layout layout_of(std::string_view header, const std::string& file) {
    const auto names = cells_of(header);
    const auto at = [&](std::string_view name) {
        return static_cast<std::size_t>(std::find(names.begin(), names.end(), name) - names.begin());
    };
    Layout layout{at("age"), at("gwb_code_10"), at("year"), at("gm_naam"), {}, 0};
    std::vector<sim::Problem> problems;
    for (std::string_view needed : {"age", "gwb_code_10", "year"}) {
        layout.last_needed = std::max(layout.last_needed, at(needed));
        if (at(needed) == names.size())
            problems.push_back(
                {{file, 1, 1},
                 fmt::format("there is no column {} (needed are age, gwb_code_10, year)", needed)});
    }
    bool any = false;
    for (std::size_t c = 0; c < monitor_columns; ++c) {
        layout.share[c] = at(monitor_declared[c].name);
        any = any || layout.share[c] < names.size();
    }
    std::vector<std::string_view> known;
    for (const auto& declared : monitor_declared) known.push_back(declared.name);
    if (!any)
        problems.push_back(
            {{file, 1, 1}, fmt::format("there is no column to compare (one of {})", fmt::join(known, ", "))});
    if (!problems.empty()) throw sim::InputError(std::move(problems));
    return layout;
}

/// A share in per cent; nothing for an empty cell. Reports what is no share.
std::optional<double> share_of(std::string_view cell, std::string_view column, const sim::Place& at,
                               std::vector<sim::Problem>& problems) {
    constexpr double most = 100;
    if (cell.empty()) return std::nullopt;
    double value = 0;
    const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), value);
    if (error == std::errc() && end == cell.data() + cell.size() && value >= 0 && value <= most) return value;
    problems.push_back(
        {at, fmt::format("{}: found \"{}\", allowed is a number from 0 to 100, or nothing", column, cell)});
    return std::nullopt;
}

}  // namespace

Monitor read_monitor_text(const std::string& text, const std::string& file, int year) {
    constexpr std::string_view adults = "18+";
    const std::string wanted_year = std::to_string(year);
    Monitor monitor;
    std::vector<sim::Problem> problems;
    std::string_view rest = text;
    const auto layout = layout_of(rest.substr(0, rest.find('\n')), file);
    for (int line = 1; !rest.empty(); ++line) {
        const auto end = rest.find('\n');
        const auto cells = cells_of(rest.substr(0, end));
        rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
        if (line == 1 || cells.size() <= layout.last_needed) continue;  // the header, an empty or cut line
        if (cells[layout.age] != adults || cells[layout.year] != wanted_year) continue;
        MonitorRow row;
        if (layout.municipality < cells.size()) row.municipality = cells[layout.municipality];
        bool any = false;
        for (std::size_t c = 0; c < monitor_columns; ++c) {
            if (layout.share[c] >= cells.size()) continue;
            row.share[c] =
                share_of(cells[layout.share[c]], monitor_declared[c].name, {file, line, 1}, problems);
            any = any || row.share[c];
        }
        if (any) monitor.emplace(cells[layout.code], std::move(row));
    }
    if (problems.empty() && monitor.empty())
        problems.push_back(
            {{file, 1, 1}, fmt::format("there is no row with a share of adults (18+) in {}", year)});
    if (!problems.empty()) throw sim::InputError(std::move(problems));
    return monitor;
}

Monitor read_monitor(const std::string& path, int year) {
    constexpr std::size_t most = 1000000000;
    return read_monitor_text(sim::unzipped(sim::read_whole(path), path, most), path, year);
}

}  // namespace weefsel
