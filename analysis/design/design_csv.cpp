// Points as a table, and back.
#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <filesystem>
#include <limits>
#include <numeric>

#include "analysis/design/design.hpp"
#include "sim/csv_cells.hpp"
#include "sim/csv_text.hpp"
#include "sim/file_aside.hpp"

namespace weefsel::analysis {
namespace {

using Problems = std::vector<sim::Problem>;

std::vector<std::string> names_of(const std::vector<Factor>& factors) {
    std::vector<std::string> names;
    for (const auto& factor : factors) names.push_back(factor.name);
    return names;
}

/// Where each column of the file belongs: row of `names`.
std::vector<std::size_t> judged_header(const sim::CsvRow& header, const std::vector<std::string>& names,
                                       Problems& problems) {
    std::vector<std::size_t> place;
    std::vector<bool> seen(names.size(), false);
    for (const auto& cell : header) {
        const auto it = std::find(names.begin(), names.end(), cell.text);
        const auto column = static_cast<std::size_t>(it - names.begin());
        place.push_back(column);
        if (cell.text.empty()) {
            problems.push_back({cell.at, "a column has no name"});
        } else if (it == names.end()) {
            problems.push_back({cell.at, fmt::format("\"{}\" is no factor of the design{}", cell.text,
                                                     sim::did_you_mean(cell.text, names))});
        } else if (seen[column]) {
            problems.push_back({cell.at, fmt::format("\"{}\" is there twice", cell.text)});
        } else {
            seen[column] = true;
        }
    }
    for (std::size_t i = 0; i < names.size(); ++i)
        if (!seen[i])
            problems.push_back({header.front().at, fmt::format("there is no column \"{}\"", names[i])});
    return place;
}

double value_of(const sim::CsvCell& cell, const Factor* factor, const std::string& name, Problems& problems) {
    if (factor != nullptr) {
        const auto& labels = factor->labels;
        const auto it = std::find(labels.begin(), labels.end(), cell.text);
        if (it != labels.end()) return static_cast<double>(it - labels.begin() + 1);
        if (!labels.empty()) {
            problems.push_back(
                {cell.at, fmt::format("{} must be one of {}; found \"{}\"{}", name, fmt::join(labels, ", "),
                                      cell.text, sim::did_you_mean(cell.text, labels))});
            return 0;
        }
    }
    double value = std::numeric_limits<double>::quiet_NaN();
    const char* const end = cell.text.data() + cell.text.size();
    const auto [stopped, error] = std::from_chars(cell.text.data(), end, value);
    if (error == std::errc() && stopped == end && std::isfinite(value)) return value;
    problems.push_back({cell.at, fmt::format("{} must be a number; found \"{}\"", name, cell.text)});
    return 0;
}

/// More than this many wrong cells say no more than these.
constexpr std::size_t max_problems = 20;

/// Levels of a joint factor: the numbers of its sets.
void number_sets(const Design& design, Factor& factor, const std::string& posterior_csv, Problems& problems) {
    const auto own = sets_path(design, factor);
    const auto& path = own.empty() ? posterior_csv : own;
    const std::size_t there = read_design_csv(path).rows();
    if (factor.first_sets > there)
        problems.push_back({factor.at, fmt::format("{} asks for {} sets; {} has {}", factor.name,
                                                   factor.first_sets, path, there)});
    factor.levels.resize(factor.first_sets > 0 ? factor.first_sets : there);
    std::iota(factor.levels.begin(), factor.levels.end(), 1.0);
    factor.high = factor.levels.back();
}

}  // namespace

std::string design_csv(const Points& points, const std::vector<Factor>& factors, const Beat& beat) {
    constexpr std::size_t rows_told = 1024, usual_field = 20;
    std::string out;
    out.reserve(points.values.size() * usual_field);
    for (std::size_t j = 0; j < points.columns(); ++j)
        out += (j > 0 ? "," : "") + sim::csv_field(points.names[j]);
    out += '\n';
    for (std::size_t i = 0; i < points.rows(); ++i) {
        if (beat && i > 0 && i % rows_told == 0) beat(rows_told * points.columns());
        for (std::size_t j = 0; j < points.columns(); ++j) {
            if (j > 0) out += ',';
            const double value = points.at(i, j);
            const bool labelled = j < factors.size() && !factors[j].labels.empty();
            out += labelled ? sim::csv_field(factors[j].labels.at(static_cast<std::size_t>(value) - 1))
                            : fmt::format("{}", value);
        }
        out += '\n';
    }
    return out;
}

Points read_design_csv_text(const std::string& text, const std::string& file,
                            const std::vector<Factor>& factors) {
    const auto rows = sim::csv_cells(text, file);
    if (rows.empty()) throw sim::InputError({file, 1, 1}, "is empty; a header with names is wanted");
    Problems problems;
    Points points;
    points.names = names_of(factors);
    if (factors.empty())
        for (const auto& cell : rows.front()) points.names.push_back(cell.text);
    const auto place = judged_header(rows.front(), points.names, problems);
    if (!problems.empty()) throw sim::InputError(std::move(problems));
    const std::size_t columns = points.names.size();
    points.values.resize((rows.size() - 1) * columns);
    for (std::size_t i = 1; i < rows.size() && problems.size() < max_problems; ++i) {
        if (rows[i].size() != columns) {
            problems.push_back({rows[i].front().at,
                                fmt::format("{} cells where the header has {}", rows[i].size(), columns)});
            continue;
        }
        for (std::size_t c = 0; c < columns; ++c)
            points.values[(i - 1) * columns + place[c]] = value_of(
                rows[i][c], factors.empty() ? nullptr : &factors[place[c]], points.names[place[c]], problems);
    }
    if (rows.size() < 2)
        problems.push_back(sim::Problem{sim::Place{file, 2, 1}, "has no rows below its header"});
    if (!problems.empty()) throw sim::InputError(std::move(problems));
    return points;
}

Points read_design_csv(const std::string& path, const std::vector<Factor>& factors) {
    return read_design_csv_text(sim::read_whole(path), path, factors);
}

bool needs_posterior(const Design& design) {
    return std::any_of(design.factors.begin(), design.factors.end(), [](const Factor& f) {
        return f.distribution == Distribution::posterior && f.levels.empty();
    });
}

std::string sets_path(const Design& design, const Factor& factor) {
    if (factor.sets_file.empty()) return "";
    const std::filesystem::path given(factor.sets_file);
    const auto path = given.is_absolute() ? given : std::filesystem::path(design.file).parent_path() / given;
    return path.lexically_normal().string();
}

void take_posterior(Design& design, const std::string& posterior_csv) {
    if (!needs_posterior(design)) return;
    Problems problems;
    Points draws;
    for (auto& factor : design.factors) {
        if (factor.distribution != Distribution::posterior) continue;
        if (factor.joint) {
            number_sets(design, factor, posterior_csv, problems);
            continue;
        }
        if (draws.names.empty()) draws = read_design_csv(posterior_csv);
        const auto it = std::find(draws.names.begin(), draws.names.end(), factor.name);
        if (it == draws.names.end()) {
            problems.push_back(
                {factor.at, fmt::format("{} is not in the posterior {}{}", factor.name, posterior_csv,
                                        sim::did_you_mean(factor.name, draws.names))});
            continue;
        }
        const auto column = static_cast<std::size_t>(it - draws.names.begin());
        factor.levels.clear();
        for (std::size_t i = 0; i < draws.rows(); ++i) factor.levels.push_back(draws.at(i, column));
        std::sort(factor.levels.begin(), factor.levels.end());
        factor.low = factor.levels.front();
        factor.high = factor.levels.back();
    }
    if (problems.empty() && design.kind == DesignKind::grid && rows_of(design) > max_design_rows)
        problems.push_back({sim::Place{design.file, 1, 1}, fmt::format("a design has up to {} rows; found {}",
                                                                       max_design_rows, rows_of(design))});
    if (!problems.empty()) throw sim::InputError(std::move(problems));
}

}  // namespace weefsel::analysis
