#include "analysis/results/summary_csv.hpp"

#include <fmt/format.h>

#include "sim/csv_text.hpp"

namespace weefsel::analysis {

std::string summary_csv(const Cube& cube, const std::vector<Comparison>& comparisons, const Names& names) {
    std::string out =
        "option,reference,indicator,unit,horizon_years,mean,lower,upper,difference,difference_lower,"
        "difference_upper,probability_better,pairs,verdict\n";
    const auto& reference = names.options.at(names.reference).name;
    for (const auto& row : comparisons) {
        const auto& observable = observable_of(cube, names, row.indicator);
        out += fmt::format(
            "{},{},{},{},{},{},{},{},{},{},{},{},{},{}\n", sim::csv_field(names.options.at(row.option).name),
            sim::csv_field(reference), sim::csv_field(observable.name), sim::csv_field(observable.unit),
            row.horizon_years, sim::csv_number(row.level.mean), sim::csv_number(row.level.lower),
            sim::csv_number(row.level.upper), sim::csv_number(row.difference.mean),
            sim::csv_number(row.difference.lower), sim::csv_number(row.difference.upper),
            sim::csv_number(row.probability_better), row.pairs(), name_of(row.verdict));
    }
    return out;
}

}  // namespace weefsel::analysis
