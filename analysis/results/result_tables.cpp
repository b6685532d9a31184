#include "analysis/results/results_file.hpp"

namespace weefsel::analysis {

ResultTable comparison_table(const Cube& cube, const std::vector<Comparison>& comparisons,
                             const Names& names) {
    ResultTable out("/comparison", {"option", "reference", "indicator", "unit", "verdict"},
                    {"horizon_years year", "mean", "lower", "upper", "difference", "difference_lower",
                     "difference_upper", "probability_better", "pairs"});
    for (const auto& row : comparisons) {
        const auto& observable = observable_of(cube, names, row.indicator);
        out.add(
            {names.options.at(row.option).name, names.options.at(names.reference).name,
             std::string(observable.name), std::string(observable.unit), std::string(name_of(row.verdict))},
            {static_cast<double>(row.horizon_years), row.level.mean, row.level.lower, row.level.upper,
             row.difference.mean, row.difference.lower, row.difference.upper, row.probability_better,
             static_cast<double>(row.pairs())});
    }
    return out;
}

ResultTable options_table(const Names& names) {
    ResultTable out("/scenario/options", {"name", "label_nl", "label_en"}, {}, "name");
    for (const auto& o : names.options) out.add({o.name, o.label_nl, o.label_en});
    return out;
}

ResultTable parameters_table(const sim::ParameterTable& parameters) {
    ResultTable out("/scenario/parameters", {"name", "unit", "source", "evidence", "meaning"},
                    {"value ", "range_low ", "range_high "}, "name");
    for (const auto& p : parameters.rows())
        out.add({p.name, std::string(p.unit), std::string(p.source.text),
                 std::string(sim::to_string(p.source.grade)), std::string(p.prose)},
                {*p.value, p.range.low, p.range.high});
    return out;
}

ResultTable noticeable_table(const std::vector<Noticeable>& set) {
    ResultTable out("/scenario/noticeable", {"indicator"},
                    {"value 1|smallest difference worth noticing, in the unit of the indicator"});
    for (const auto& one : set) out.add({one.indicator}, {one.value});
    return out;
}

std::string places_group(const sim::ResultLayout& layout) { return "/scenario/" + layout.fine.name + "s"; }

}  // namespace weefsel::analysis
