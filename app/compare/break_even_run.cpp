#include "app/compare/break_even_run.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "analysis/decision/break_even.hpp"
#include "app/compare/side_scenario.hpp"
#include "app/compare/terms.hpp"
#include "app/terminal/language.hpp"
#include "app/terminal/terminal.hpp"
#include "app/terminal/texts.hpp"
#include "models/measure/indicators.hpp"
#include "models/study/break_even_mechanisms.hpp"

namespace weefsel::app {
namespace {

/// One option and the reference, with one mechanism at one value after the other.
class Varied {
public:
    Varied(const FurtherInput& of, std::size_t option, std::size_t reference, std::size_t indicator)
        : of_(of),
          options_{of.study.scenario().options[reference], of.study.scenario().options[option]},
          indicator_(indicator) {}

    /// Nothing when the person stopped waiting.
    [[nodiscard]] std::optional<analysis::PointOfStrength> at(const BreakEvenMechanism& mechanism,
                                                              double value) const {
        auto side = side_scenario(of_.study.scenario(), options_, of_.side_worlds,
                                  fmt::format("{} = {}", mechanism.parameter, value));
        side.parameters = with_mechanism_at(mechanism, value, side.parameters);
        const auto cube = simulate_side(side, of_.parts,
                                        fmt::format("break-even-{}-{}", mechanism.name, value), of_.common);
        if (!cube) return std::nullopt;
        return analysis::PointOfStrength{value, difference_in_last_year(*cube, indicator_, 1, 0)};
    }
    /// Ascending in value: those of the declared range, and where the line through them crosses zero.
    [[nodiscard]] std::vector<analysis::PointOfStrength> points(const BreakEvenMechanism& mechanism) const {
        std::vector<analysis::PointOfStrength> out;
        for (const double value : break_even_values(mechanism, of_.study.scenario().parameters)) {
            const auto point = at(mechanism, value);
            if (!point) return {};
            out.push_back(*point);
        }
        const double crossing = analysis::where_to_look(out);
        if (std::isnan(crossing)) return out;
        const auto point = at(mechanism, crossing);
        if (!point) return {};
        out.insert(std::upper_bound(out.begin(), out.end(), crossing,
                                    [](double v, const auto& p) { return v < p.value; }),
                   *point);
        return out;
    }

private:
    const FurtherInput& of_;
    std::vector<Option> options_;
    std::size_t indicator_;
};

double stated_value(const BreakEvenMechanism& mechanism, Parameters parameters) {
    const auto table = table_of(parameters);
    return *table.find(mechanism.parameter)->value;
}

void say_how_long(const FurtherInput& of, const Scenario& scenario, const Option& option) {
    if (of.common.quiet) return;
    const auto& mechanisms = break_even_mechanisms();
    const auto tried = std::size_t{3} * mechanisms.size();
    const auto side = side_scenario(scenario, {option, option}, of.side_worlds, "");
    const auto worlds =
        static_cast<std::size_t>(side.draws_simulated) * static_cast<std::size_t>(side.replicates);
    const auto years = static_cast<std::size_t>(scenario.warmup_years + 2 * scenario.years);
    const Speech in(reading_of(of.common.language));
    const auto time = time_for(tried * worlds * years, of.study, of.outcome, in);
    say(wrapped(
        in("Hoe sterk moet een mechanisme zijn voordat de andere optie wint: {}, 3 of 4 waarden van elk, {} "
           "van \"{}\" en \"{}\"{}",
           "How strong must a mechanism be before the other option wins: {}, 3 or 4 values of each, {} of "
           "\"{}\" and \"{}\"{}",
           in.counted(mechanisms.size(), noun::mechanism), worlds_of(side, in), option.name,
           scenario.reference, time.empty() ? "" : "; " + time),
        page_width));
}

}  // namespace

void find_break_even(const FurtherInput& of, FurtherResults& out) {
    const auto& scenario = of.study.scenario();
    const auto reference = option_index(scenario, scenario.reference);
    const auto option = chosen_option(of, false);
    if (option == scenario.options.size() || scenario.options[reference].lines.empty()) {
        out.notes.emplace_back("--break-even: needs two options with lines, one of them the reference");
        return;
    }
    const auto indicator = judged_indicator(of, option);
    say_how_long(of, scenario, scenario.options[option]);
    const Varied varied(of, option, reference, indicator);
    std::vector<analysis::BreakEvenSaid> all;
    for (const auto& mechanism : break_even_mechanisms()) {
        auto points = varied.points(mechanism);
        if (points.empty()) {
            out.interrupted = true;
            return;
        }
        all.push_back({std::string(mechanism.name),
                       std::string(mechanism.parameter),
                       {std::string(mechanism.nl), std::string(mechanism.en)},
                       stated_value(mechanism, scenario.parameters),
                       option,
                       reference,
                       std::move(points)});
    }
    out.tables.push_back(
        analysis::break_even_table(all, names_of(of.study), observables()[indicator], of.noticeable));
}

}  // namespace weefsel::app
