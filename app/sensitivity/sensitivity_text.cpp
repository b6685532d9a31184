#include "app/sensitivity/sensitivity_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <vector>

#include "app/terminal/texts.hpp"

namespace weefsel::app {
namespace {

constexpr std::size_t page = 100, name_width = 40, cell_width = 29, max_outputs = 8, max_factors = 20;

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

/// What pairs of factors make together, the largest first.
std::string pairs_text(const analysis::Sensitivity& found, const std::string& output) {
    std::vector<analysis::IndexRow> pairs;
    for (const auto& row : found.rows)
        if (row.output == output && row.index == "S2" && !std::isnan(row.value.mean)) pairs.push_back(row);
    if (pairs.empty()) return "";
    std::stable_sort(pairs.begin(), pairs.end(), [](const auto& a, const auto& b) {
        return std::abs(a.value.mean) > std::abs(b.value.mean);
    });
    constexpr std::size_t max_pairs = 10;
    std::string out =
        padded("  together, beyond each alone", name_width) + right_aligned("S2 (95 %)", cell_width) + "\n";
    for (std::size_t i = 0; i < std::min(pairs.size(), max_pairs); ++i)
        out += padded("  " + shortened(pairs[i].factor, name_width - 3), name_width) +
               right_aligned(value_text(pairs[i].value, true), cell_width) + "\n";
    if (pairs.size() > max_pairs) out += fmt::format("  and {} pairs with less\n", pairs.size() - max_pairs);
    return out;
}

std::string table_text(const analysis::Sensitivity& found, const std::string& output,
                       const std::vector<std::string>& columns, const std::string& by) {
    std::vector<std::pair<std::string, Indices>> factors;
    for (const auto& row : found.rows) {
        if (row.output != output || std::find(columns.begin(), columns.end(), row.index) == columns.end())
            continue;
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
    for (std::size_t i = 0; i < std::min(factors.size(), max_factors); ++i) {
        out += padded("  " + shortened(factors[i].first, name_width - 3), name_width);
        for (const auto& column : columns)
            out += right_aligned(value_text(factors[i].second.at(column), by.front() == 'S'), cell_width);
        out += "\n";
    }
    if (factors.size() > max_factors)
        out += fmt::format("  and {} that matter less\n", factors.size() - max_factors);
    out += pairs_text(found, output);
    for (const auto& note : found.notes)
        if (note.output == output) out += "  " + wrapped(note.text, page - 2, "    ") + "\n";
    return out;
}

/// One choice: all rows are of it.
std::string one_evppi_text(std::vector<analysis::EvppiRow> rows,
                           const std::vector<analysis::IndexNote>& notes) {
    std::stable_sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) {
        const bool all_a = a.factor == analysis::all_factors, all_b = b.factor == analysis::all_factors;
        return all_a != all_b ? all_a : a.value.mean > b.value.mean;
    });
    const auto& first = rows.front();
    std::string out = padded(first.output + (first.unit.empty() ? "" : " (" + first.unit + ")"), name_width) +
                      right_aligned("worth knowing (95 %)", cell_width) + "\n";
    for (std::size_t i = 0; i < std::min(rows.size(), max_factors + 1); ++i)
        out += padded("  " + shortened(rows[i].factor, name_width - 3), name_width) +
               right_aligned(value_text(rows[i].value, false), cell_width) + "\n";
    if (rows.size() > max_factors + 1)
        out += fmt::format("  and {} worth less\n", rows.size() - max_factors - 1);
    for (const auto& note : notes)
        if (note.output == first.output) out += "  " + wrapped(note.text, page - 2, "    ") + "\n";
    return out;
}

std::string quasi_p_text(double p) {
    constexpr double least = 0.001;
    return p < least ? "< 0.001" : fmt::format("{:.2g}", p);
}

}  // namespace

std::string sensitivity_text(const analysis::Sensitivity& found, analysis::IndexMethod method,
                             const std::string& file) {
    const bool morris = method == analysis::IndexMethod::morris;
    const bool given = method == analysis::IndexMethod::given_data;
    std::vector<std::string> columns{"S1", "ST"};
    if (morris) columns = {"mu_star", "sigma"};
    if (given) columns = {"S1", "S1_permuted"};
    std::vector<std::string> outputs;
    for (const auto& row : found.rows)
        if (outputs.empty() || outputs.back() != row.output) outputs.push_back(row.output);
    std::string out;
    for (std::size_t i = 0; i < std::min(outputs.size(), max_outputs); ++i)
        out += (i > 0 ? "\n" : "") + table_text(found, outputs[i], columns, columns[morris || given ? 0 : 1]);
    if (outputs.size() > max_outputs)
        out += fmt::format("\nand {}{}\n", counted(outputs.size() - max_outputs, "more output"),
                           file.empty() ? "" : " in " + file);
    out += morris  ? "\nmu_star: mean size of a change over the factor's whole range; sigma: how much it "
                     "depends on the rest."
           : given ? "\nS1: share of the variance from the factor alone; S1_permuted: what a factor that "
                     "does nothing "
                     "gets."
                   : "\nS1: share of the variance from the factor alone; ST: with all that it does together "
                     "with others.";
    return out + "\n";
}

std::string evppi_text(const std::vector<analysis::EvppiRow>& rows,
                       const std::vector<analysis::IndexNote>& notes, const std::string& file) {
    std::string out;
    std::size_t shown = 0, outputs = 0;
    for (std::size_t from = 0, to = 0; from < rows.size(); from = to) {
        while (to < rows.size() && rows[to].output == rows[from].output) ++to;
        if (++outputs > max_outputs) continue;
        out += (shown++ > 0 ? "\n" : "") + one_evppi_text({rows.begin() + static_cast<std::ptrdiff_t>(from),
                                                           rows.begin() + static_cast<std::ptrdiff_t>(to)},
                                                          notes);
    }
    if (outputs > shown)
        out += fmt::format("\nand {}{}\n", counted(outputs - shown, "more output"),
                           file.empty() ? "" : " in " + file);
    return out + "\n" +
           wrapped(
               "What knowing it before choosing would bring on average, above the option that is best on "
               "average. A lower end of 0: it may be worth nothing. (all): knowing all of them; more than "
               "that no study of these factors is worth.",
               page) +
           "\n";
}

std::string boxes_text(const std::vector<analysis::OutcomeBoxes>& found,
                       const std::vector<analysis::DimensionText>& dimensions, const std::string& file) {
    constexpr std::size_t end_width = 14;
    const auto end = [](double limit) {
        return std::isfinite(limit) ? fmt::format("{:.4g}", limit) : std::string("-");
    };
    std::string out;
    for (std::size_t i = 0; i < std::min(found.size(), max_outputs); ++i) {
        const auto& one = found[i];
        out += (i > 0 ? "\n" : "") + one.output + "\n";
        for (std::size_t b = 0; b < one.boxes.size(); ++b) {
            const auto& [box, coverage, quasi_p, dense_enough] = one.boxes[b];
            out += "  " + wrapped(fmt::format("{}. {}", b + 1, one.sentences[b]), page - 2, "     ") + "\n" +
                   padded(fmt::format("     coverage {:.0f} %, density {:.0f} %", 100 * coverage,
                                      100 * box.density()),
                          name_width + 5) +
                   right_aligned("from", end_width) + right_aligned("to", end_width) +
                   right_aligned("quasi-p", end_width) + "\n";
            for (std::size_t d = 0; d < dimensions.size(); ++d) {
                if (!box.limits[d].restricts()) continue;
                out += padded("     " + shortened(dimensions[d].en, name_width - 1), name_width + 5) +
                       right_aligned(end(box.limits[d].lower), end_width) +
                       right_aligned(end(box.limits[d].upper), end_width) +
                       right_aligned(quasi_p_text(quasi_p[d]), end_width) + "\n";
            }
        }
        for (const auto& note : one.notes) out += "  " + wrapped(note.text, page - 2, "    ") + "\n";
    }
    if (found.size() > max_outputs)
        out += fmt::format("\nand {}{}\n", counted(found.size() - max_outputs, "more output"),
                           file.empty() ? "" : " in " + file);
    return out + "\n" +
           wrapped(
               "coverage: of all points of interest, the share in the box; density: of the points in the "
               "box, "
               "the share of interest. quasi-p: how easily chance would make the box as dense if the factor "
               "did "
               "not bind; above 0.05 do not rest on it.",
               page) +
           "\n";
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
