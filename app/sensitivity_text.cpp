#include "app/sensitivity_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <vector>

#include "app/texts.hpp"

namespace weefsel::app {
namespace {

constexpr std::size_t page = 100, name_width = 40, cell_width = 29, most_outputs = 8, most_factors = 20;

/// An index of variance is a share: three decimals. An effect has the output's unit: three digits.
std::string number_text(double value, bool share) {
    const double size = std::abs(value);
    constexpr double small = 0.01, large = 1000;
    if (!share && value != 0 && (size < small || size >= large)) return fmt::format("{:.3g}", value);
    const auto text = fmt::format("{:.3f}", value);
    return text == "-0.000" ? "0.000" : text;
}

std::string value_text(const analysis::Interval& v, bool share) {
    if (std::isnan(v.mean)) return "-";
    if (std::isnan(v.lower)) return number_text(v.mean, share);
    return fmt::format("{} ({} to {})", number_text(v.mean, share), number_text(v.lower, share),
                       number_text(v.upper, share));
}

/// The end of a name says which setting it is.
std::string shortened(const std::string& name, std::size_t width) {
    if (characters(name) <= width) return name;
    std::string out = name;
    while (characters(out) + 2 > width) out.erase(0, 1);
    return ".." + out;
}

/// Indices of one factor by name.
using Indices = std::map<std::string, analysis::Interval>;

std::string table_text(const analysis::Sensitivity& found, const std::string& output,
                       const std::vector<std::string>& columns, const std::string& by) {
    std::vector<std::pair<std::string, Indices>> factors;
    for (const auto& row : found.rows) {
        if (row.output != output) continue;
        if (factors.empty() || factors.back().first != row.factor) factors.push_back({row.factor, {}});
        factors.back().second.emplace(row.index, row.value);
    }
    const auto size = [&](const auto& factor) {
        const double v = factor.second.at(by).mean;
        return std::isnan(v) ? 0 : std::abs(v);
    };
    std::stable_sort(factors.begin(), factors.end(),
                     [&](const auto& a, const auto& b) { return size(a) > size(b); });
    std::string out = padded(output, name_width);
    for (const auto& column : columns)
        out += right_aligned(column + (column == columns.front() ? " (95 %)" : ""), cell_width);
    out += "\n";
    for (std::size_t i = 0; i < std::min(factors.size(), most_factors); ++i) {
        out += padded("  " + shortened(factors[i].first, name_width - 3), name_width);
        for (const auto& column : columns)
            out += right_aligned(value_text(factors[i].second.at(column), by == "ST"), cell_width);
        out += "\n";
    }
    if (factors.size() > most_factors)
        out += fmt::format("  and {} that matter less\n", factors.size() - most_factors);
    for (const auto& note : found.notes)
        if (note.output == output) out += "  " + wrapped(note.text, page - 2, "    ") + "\n";
    return out;
}

}  // namespace

std::string sensitivity_text(const analysis::Sensitivity& found, analysis::IndexMethod method,
                             const std::string& file) {
    const bool morris = method == analysis::IndexMethod::morris;
    const std::vector<std::string> columns =
        morris ? std::vector<std::string>{"mu_star", "sigma"} : std::vector<std::string>{"S1", "ST"};
    std::vector<std::string> outputs;
    for (const auto& row : found.rows)
        if (outputs.empty() || outputs.back() != row.output) outputs.push_back(row.output);
    std::string out;
    for (std::size_t i = 0; i < std::min(outputs.size(), most_outputs); ++i)
        out += (i > 0 ? "\n" : "") + table_text(found, outputs[i], columns, columns[morris ? 0 : 1]);
    if (outputs.size() > most_outputs)
        out += fmt::format("\nand {}{}\n", counted(outputs.size() - most_outputs, "more output"),
                           file.empty() ? "" : " in " + file);
    out += morris ? "\nmu_star: mean size of a change over the factor's whole range; sigma: how much it "
                    "depends on the rest."
                  : "\nS1: share of the variance from the factor alone; ST: with all that it does together "
                    "with others.";
    return out + "\n";
}

std::string notes_text(const analysis::Sensitivity& found) {
    std::string out, output;
    for (const auto& note : found.notes) {
        if (note.output != output) out += note.output + "\n";
        output = note.output;
        out += "  " + wrapped(note.text, page - 2, "    ") + "\n";
    }
    return out;
}

}  // namespace weefsel::app
