#include "analysis/decision/value_table.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <limits>
#include <optional>

#include "sim/csv_cells.hpp"
#include "sim/file_aside.hpp"

namespace weefsel::analysis {
namespace {

using Problems = std::vector<sim::Problem>;

/// More than this many wrong cells say no more than these.
constexpr std::size_t max_problems = 20;

bool stands_for_nothing(const std::string& text) {
    return text.empty() || text == "nan" || text == "NaN" || text == "NA";
}

std::optional<double> number_in(const std::string& text) {
    double value = 0;
    const char* const end = text.data() + text.size();
    const auto [stopped, error] = std::from_chars(text.data(), end, value);
    if (error != std::errc() || stopped != end) return std::nullopt;
    return value;
}

void check_header(const sim::CsvRow& header, const std::vector<std::string>& names, Problems& problems) {
    for (std::size_t c = 0; c < header.size(); ++c) {
        if (names[c].empty()) {
            problems.push_back({header[c].at, "an output has no name"});
        } else if (number_in(names[c])) {
            problems.push_back(
                {header[c].at,
                 fmt::format("the first line names the outputs; found the number {}", names[c])});
        } else if (std::find(names.begin(), names.end(), names[c]) !=
                   names.begin() + static_cast<std::ptrdiff_t>(c)) {
            problems.push_back({header[c].at, fmt::format("output \"{}\" is there twice", names[c])});
        }
    }
}

double value_in(const sim::CsvCell& cell, const std::string& name, Problems& problems) {
    if (stands_for_nothing(cell.text)) return std::numeric_limits<double>::quiet_NaN();
    if (const auto value = number_in(cell.text)) return *value;
    problems.push_back(
        {cell.at,
         fmt::format("{} must be a number, or NaN for a run that failed; found \"{}\"", name, cell.text)});
    return 0;
}

}  // namespace

Points read_value_table_text(const std::string& text, const std::string& file, std::size_t rows,
                             const std::string& design_path) {
    const auto cells = sim::csv_cells(text, file);
    if (cells.empty())
        throw sim::InputError({file, 1, 1},
                              "is empty; wanted are a line with names of outputs and their values");
    Problems problems;
    Points out;
    for (const auto& cell : cells.front()) out.names.push_back(cell.text);
    check_header(cells.front(), out.names, problems);
    for (std::size_t r = 1; r < cells.size() && problems.size() < max_problems; ++r) {
        if (cells[r].size() != out.columns()) {
            problems.push_back({cells[r].front().at, fmt::format("{} cells where the header has {}",
                                                                 cells[r].size(), out.columns())});
            continue;
        }
        for (std::size_t c = 0; c < out.columns(); ++c)
            out.values.push_back(value_in(cells[r][c], out.names[c], problems));
    }
    if (cells.size() - 1 != rows)
        problems.push_back(
            {{file, 1, 1},
             fmt::format("has {} rows of values where {} has {} points; a run that failed is NaN",
                         cells.size() - 1, design_path, rows)});
    if (!problems.empty()) throw sim::InputError(std::move(problems));
    return out;
}

Points read_value_table(const std::string& path, std::size_t rows, const std::string& design_path) {
    return read_value_table_text(sim::read_whole(path), path, rows, design_path);
}

}  // namespace weefsel::analysis
