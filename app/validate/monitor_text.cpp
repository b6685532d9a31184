#include <fmt/format.h>

#include <cmath>

#include "app/terminal/texts.hpp"
#include "app/validate/monitor_comparison.hpp"

namespace weefsel::app {
namespace {

constexpr std::size_t name_width = 24, column_width = 8;

std::string two_decimals(double x) { return std::isfinite(x) ? fmt::format("{:.2f}", x) : "-"; }
std::string one_decimal(double x) { return std::isfinite(x) ? fmt::format("{:.1f}", x) : "-"; }

std::string line_of_cells(const std::string& name, const std::vector<std::string>& cells) {
    std::string out = padded("  " + name, name_width);
    for (const auto& cell : cells) out += right_aligned(cell, column_width);
    return out + "\n";
}

std::string skill_line(const ColumnSkill& s) {
    const auto& declared = monitor_declared[static_cast<std::size_t>(s.column)];
    return line_of_cells(
        std::string(declared.label),
        {std::to_string(s.areas), two_decimals(s.correlation),
         two_decimals(s.spread_simulated / s.spread_published), one_decimal(s.mean_simulated),
         one_decimal(s.mean_published), two_decimals(s.regression), two_decimals(s.best_correlation)});
}

std::string urbanity_line(const ColumnSkill& s) {
    std::vector<std::string> cells;
    for (const auto& u : s.by_urbanity)
        cells.push_back(fmt::format("{} ({})", two_decimals(u.correlation), u.areas));
    std::string out =
        padded("  " + std::string(monitor_declared[static_cast<std::size_t>(s.column)].label), name_width);
    for (const auto& cell : cells) out += right_aligned(cell, 2 * column_width);
    return out + "   " + std::string(s.best_figure) + "\n";
}

std::string which_areas(const MonitorTask& task, const MonitorResult& result) {
    const auto& a = task.arguments;
    std::string out = fmt::format(
        "Between neighbourhoods: {} ({}) also in the monitor of {} (left out: {}, refused, too small or not "
        "in "
        "it). ",
        counted(result.areas.size(), "neighbourhood"), task.kind, a.year, task.left_out);
    if (!a.held_out.empty())
        out += a.not_held_out
                   ? fmt::format("Municipalities of {} are left out. ", a.held_out)
                   : fmt::format("Only municipalities of {}, on which nothing is fitted. ", a.held_out);
    if (task.eligible > result.areas.size())
        out += fmt::format("They are {} of {}, chosen by a hash of their code; --at-most takes more. ",
                           result.areas.size(), task.eligible);
    return wrapped(out, page_width) + "\n";
}

std::string notes_of(const MonitorTask& task, const MonitorResult& result) {
    std::string out =
        "r: correlation of simulated and published shares, every neighbourhood the same. spread: standard "
        "deviation, simulated to published. means in per cent. regression: r of a linear regression on the "
        "same "
        "figures, ";
    out += task.arguments.held_out.empty() || task.arguments.not_held_out
               ? "fitted on all other areas. "
               : "fitted on the municipalities that are not held out. ";
    out += "figure: r of the best single figure, chosen and fitted on the same areas.\n";
    for (const auto& s : result.skill) {
        const auto& declared = monitor_declared[static_cast<std::size_t>(s.column)];
        if (!declared.difference.empty())
            out += fmt::format("{}: the model counts {}.\n", declared.label, declared.difference);
    }
    out +=
        "Levels come from survey rows (country, municipality); buurt and wijk rows judge order only: they "
        "are "
        "model estimates from register variables, so a regression on such variables comes close by design.";
    std::string page;
    for (std::size_t from = 0; from <= out.size();) {
        const auto end = std::min(out.find('\n', from), out.size());
        page += wrapped(out.substr(from, end - from), page_width) + "\n";
        from = end + 1;
    }
    return page;
}

/// A cell of CSV.
std::string quoted_cell(const std::string& text) {
    if (text.find_first_of(",\"\n\r") == std::string::npos) return text;
    std::string out = "\"";
    for (const char c : text) {
        if (c == '"') out += '"';
        out += c;
    }
    return out + "\"";
}

std::string number_cell(double x) { return std::isfinite(x) ? fmt::format("{:.6g}", x) : ""; }

}  // namespace

std::string monitor_text(const MonitorTask& task, const MonitorResult& result) {
    std::string out = which_areas(task, result);
    for (const auto& failure : result.failures) out += "  failed: " + failure + "\n";
    out += "\n" + line_of_cells("", {"number", "r", "spread", "mean", "publ.", "regr.", "figure"});
    for (const auto& s : result.skill) out += skill_line(s);
    out += "\n" + padded("  r by urbanity (number)", name_width);
    if (!result.skill.empty())
        for (const auto& u : result.skill.front().by_urbanity)
            out += right_aligned(std::string(u.label), 2 * column_width);
    out += "   best figure\n";
    for (const auto& s : result.skill) out += urbanity_line(s);
    return out + "\n" + notes_of(task, result);
}

std::string monitor_table(const MonitorResult& result) {
    std::string out =
        "code,name,municipality,municipality_code,held_out,column,published,simulated,regression,best_figure,"
        "filled,residents,households";
    for (const auto name : compared_figures()) out += "," + std::string(name);
    out += "\n";
    for (const auto& area : result.areas) {
        const auto& f = area.figures;
        std::string figures = fmt::format("{},{}", f.residents, f.households);
        for (const double value : values_of_figures(f)) figures += "," + number_cell(value);
        const auto filled = quoted_cell(fmt::format("{}", fmt::join(in_english(f.filled), "; ")));
        for (std::size_t c = 0; c < monitor_columns; ++c) {
            if (std::isnan(area.published[c])) continue;
            out += fmt::format("{},{},{},{},{},{},{},{},{},{},{},{}\n", f.code, quoted_cell(f.name),
                               quoted_cell(area.municipality), area.municipality_code, area.held_out ? 1 : 0,
                               monitor_declared[c].name, number_cell(area.published[c]),
                               number_cell(area.simulated[c]), number_cell(area.regression[c]),
                               number_cell(area.best_figure[c]), filled, figures);
        }
    }
    return out;
}

}  // namespace weefsel::app
