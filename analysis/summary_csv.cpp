#include "analysis/summary_csv.hpp"

#include <fmt/format.h>

#include <cmath>

namespace weefsel::analysis {

std::string csv_field(std::string_view text) {
    const bool as_remark = text.starts_with('#');
    if (!as_remark && text.find_first_of(",\"\r\n") == std::string_view::npos) return std::string(text);
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
