#include "analysis/results/summary_csv.hpp"

#include <fmt/format.h>

#include <cmath>

namespace weefsel::analysis {

namespace {

/// Whether a reader would take its first or last character for a remark, a byte order mark or a blank around
/// it.
bool misread_at_its_ends(std::string_view text) {
    constexpr std::string_view blanks = " \t", byte_order_mark = "\xEF\xBB\xBF";
    return text.starts_with('#') || text.starts_with(byte_order_mark) ||
           (!text.empty() && (blanks.find(text.front()) != std::string_view::npos ||
                              blanks.find(text.back()) != std::string_view::npos));
}

}  // namespace

std::string csv_field(std::string_view text) {
    if (!misread_at_its_ends(text) && text.find_first_of(",\"\r\n") == std::string_view::npos)
        return std::string(text);
    std::string out = "\"";
    for (const char c : text) {
        if (c == '"') out += '"';
        out += c;
    }
    return out + '"';
}

std::string csv_number(double value) { return std::isnan(value) ? std::string{} : fmt::format("{}", value); }

std::string summary_csv(const Cube& cube, const std::vector<Comparison>& comparisons, const Names& names) {
    std::string out =
        "option,reference,indicator,unit,horizon_years,mean,lower,upper,difference,difference_lower,"
        "difference_upper,probability_better,pairs\n";
    const auto& reference = names.options.at(names.reference).name;
    for (const auto& row : comparisons) {
        const auto& observable = observable_of(cube, names, row.indicator);
        out += fmt::format(
            "{},{},{},{},{},{},{},{},{},{},{},{},{}\n", csv_field(names.options.at(row.option).name),
            csv_field(reference), csv_field(observable.name), csv_field(observable.unit), row.horizon_years,
            csv_number(row.level.mean), csv_number(row.level.lower), csv_number(row.level.upper),
            csv_number(row.difference.mean), csv_number(row.difference.lower),
            csv_number(row.difference.upper), csv_number(row.probability_better), row.pairs());
    }
    return out;
}

}  // namespace weefsel::analysis
