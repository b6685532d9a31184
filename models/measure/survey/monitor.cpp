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

enum Wanted : std::size_t { age, code, year_of, lonely, severe, wanted_count };
constexpr std::array<std::string_view, wanted_count> wanted_columns{"age", "gwb_code_10", "year", "lonely",
                                                                    "severely_lonely"};

std::array<std::size_t, wanted_count> columns_of(std::string_view header, const std::string& file) {
    const auto names = cells_of(header);
    std::array<std::size_t, wanted_count> at{};
    std::vector<sim::Problem> problems;
    for (std::size_t k = 0; k < wanted_count; ++k) {
        const auto found = std::find(names.begin(), names.end(), wanted_columns[k]);
        at[k] = static_cast<std::size_t>(found - names.begin());
        if (found == names.end())
            problems.push_back(sim::Problem{sim::Place{file, 1, 1},
                                            fmt::format("there is no column {} (needed are {})",
                                                        wanted_columns[k], fmt::join(wanted_columns, ", "))});
    }
    if (!problems.empty()) throw sim::InputError(std::move(problems));
    return at;
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
    constexpr std::string_view adults = "18+", neighbourhood = "BU";
    const std::string wanted_year = std::to_string(year);
    Monitor monitor;
    std::vector<sim::Problem> problems;
    std::array<std::size_t, wanted_count> at{};
    std::string_view rest = text;
    for (int line = 1; !rest.empty(); ++line) {
        const auto end = rest.find('\n');
        const auto cells = cells_of(rest.substr(0, end));
        rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
        if (line == 1) {
            at = columns_of(text.substr(0, end), file);
            continue;
        }
        if (cells.size() <= *std::max_element(at.begin(), at.end())) continue;  // an empty or cut line
        if (cells[at[age]] != adults || cells[at[year_of]] != wanted_year ||
            !cells[at[code]].starts_with(neighbourhood))
            continue;
        const sim::Place place{file, line, 1};
        const auto l = share_of(cells[at[lonely]], wanted_columns[lonely], place, problems);
        const auto s = share_of(cells[at[severe]], wanted_columns[severe], place, problems);
        if (l && s) monitor[std::string(cells[at[code]])] = {*l, *s};
    }
    if (problems.empty() && monitor.empty())
        problems.push_back(sim::Problem{
            sim::Place{file, 1, 1},
            fmt::format("there is no neighbourhood (BU...) with both shares for 18+ in {}", year)});
    if (!problems.empty()) throw sim::InputError(std::move(problems));
    return monitor;
}

Monitor read_monitor(const std::string& path, int year) {
    return read_monitor_text(sim::read_whole(path), path, year);
}

}  // namespace weefsel
