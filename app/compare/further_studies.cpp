#include "app/compare/further_studies.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "analysis/results/comparison.hpp"
#include "analysis/results/indicator_range.hpp"
#include "app/compare/break_even_run.hpp"
#include "app/compare/menu_run.hpp"
#include "app/compare/side_scenario.hpp"
#include "models/measure/indicators.hpp"

namespace weefsel::app {
namespace {

/// Whether a finding says that this option does better than what it is compared with.
bool finds_better(const analysis::Finding& f, std::size_t option) {
    if (f.option != option || !f.indicator || f.question != analysis::Question::form) return false;
    const bool more = f.difference.mean > 0;
    return more == (observables()[*f.indicator].better == sim::Better::higher);
}

/// The first option with lines that is not the reference; the number of options where there is none.
std::size_t first_other(const Scenario& scenario, std::size_t reference) {
    std::size_t o = 0;
    while (o < scenario.options.size() && (o == reference || scenario.options[o].lines.empty())) ++o;
    return o;
}

}  // namespace

void require_chosen_option(const Scenario& scenario, const FurtherArguments& arguments) {
    if (arguments.of_option.empty()) return;
    std::vector<std::string> allowed;
    for (const auto& option : scenario.options)
        if (!option.lines.empty()) allowed.push_back(option.name);
    if (std::find(allowed.begin(), allowed.end(), arguments.of_option) == allowed.end())
        throw sim::InputError(
            {scenario.file, 1, 1},
            fmt::format("--option: found \"{}\", allowed is one with lines: {}{}", arguments.of_option,
                        fmt::join(allowed, ", "), sim::did_you_mean(arguments.of_option, allowed)));
}

std::size_t chosen_option(const FurtherInput& of, bool reference_too) {
    const auto& scenario = of.study.scenario();
    const auto none = scenario.options.size();
    const auto reference = option_index(scenario, scenario.reference),
               first = first_other(scenario, reference);
    if (!of.arguments.of_option.empty()) {
        const auto named = option_index(scenario, of.arguments.of_option);
        return named == reference && !reference_too ? first : named;
    }
    bool form_matters = false;
    for (const auto& f : of.answer.findings) {
        if (finds_better(f, f.option)) return f.option;
        form_matters = form_matters || (f.question == analysis::Question::form && f.indicator);
    }
    const bool reference_works = reference < none && !scenario.options[reference].lines.empty();
    return reference_too && reference_works && (form_matters || first == none) ? reference : first;
}

std::size_t judged_indicator(const FurtherInput& of, std::size_t option) {
    for (const auto question : {analysis::Question::form, analysis::Question::work})
        for (const auto& f : of.answer.findings)
            if (f.option == option && f.question == question && f.indicator) return *f.indicator;
    return analysis::headlines(observables()).front();
}

analysis::Interval difference_in_last_year(const analysis::Cube& cube, std::size_t indicator,
                                           std::size_t option, std::size_t other) {
    const int year = cube.layout().years();
    auto values = analysis::year_values(cube, indicator, option, year);
    const auto others = analysis::year_values(cube, indicator, other, year);
    for (std::size_t w = 0; w < values.size(); ++w) values[w] -= others[w];
    return analysis::difference_within(analysis::interval_of_worlds(values, cube.shape().replicates),
                                       analysis::range_of(cube.layout().observables[indicator]));
}

FurtherResults work_out(const FurtherInput& of) {
    FurtherResults out;
    if (of.arguments.break_even) find_break_even(of, out);
    if (of.arguments.menu && !out.interrupted) price_menu(of, out);
    return out;
}

}  // namespace weefsel::app
