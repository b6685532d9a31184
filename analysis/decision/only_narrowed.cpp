#include "analysis/decision/only_narrowed.hpp"

#include <fmt/format.h>

#include "analysis/decision/answer.hpp"
#include "analysis/decision/findings.hpp"
#include "analysis/decision/wording.hpp"
#include "analysis/results/comparison.hpp"
#include "analysis/results/indicator_range.hpp"

namespace weefsel::analysis {
namespace {

/// Differences of two options by world, in the last year.
std::vector<double> last_differences(const Cube& cube, std::size_t indicator, std::size_t option,
                                     std::size_t other) {
    const int year = cube.layout().years();
    auto out = year_values(cube, indicator, option, year);
    const auto others = year_values(cube, indicator, other, year);
    for (std::size_t w = 0; w < out.size(); ++w) out[w] -= others[w];
    return out;
}

/// Of the first draws and the first replicates of each.
std::vector<double> of_first_worlds(const std::vector<double>& all, const CubeShape& shape,
                                    const CubeShape& first) {
    std::vector<double> out;
    for (std::size_t d = 0; d < first.draws; ++d)
        for (std::size_t r = 0; r < first.replicates; ++r) out.push_back(all[d * shape.replicates + r]);
    return out;
}

std::string narrowed_sentence(const std::string& option, const std::string& reference, const Shown& how,
                              const Interval& all, const Interval& narrowed, int off) {
    return fmt::format(
        fmt::runtime(
            how.language == Reading::nl
                ? "‘{}’ vergeleken met ‘{}’, {}: met alle mechanismen {}; met alleen wat proeven hebben "
                  "ingeperkt {} ({} getallen staan uit)."
                : "‘{}’ compared with ‘{}’, {}: with all mechanisms {}; with only those that trials "
                  "narrowed {} ({} numbers are off)."),
        option, reference, how.name, margin_text(all, how), margin_text(narrowed, how), off);
}

}  // namespace

ResultTable only_narrowed_table(const Cube& simulated, const WithoutTheRest& again, const Names& names,
                                const std::vector<Noticeable>& noticeable) {
    ResultTable out(
        "only_narrowed", {"question", "option", "against", "indicator", "sentence_nl", "sentence_en"},
        {"difference 1|with all mechanisms, in all worlds", "lower", "upper", "worlds",
         "in_these_worlds 1|with all mechanisms, in the worlds that were simulated again", "in_these_lower",
         "in_these_upper", "narrowed 1|with only those that trials narrowed, in the same worlds",
         "narrowed_lower", "narrowed_upper", "narrowed_worlds", "off 1|how many numbers are off"});
    const auto& shape = simulated.shape();
    const auto add = [&](Question question, std::size_t o, std::size_t against) {
        for (const auto i : headlines(simulated.layout().observables)) {
            const auto& observable = simulated.layout().observables[i];
            const auto within = [&](const Interval& interval) {
                return difference_within(interval, range_of(observable));
            };
            const auto values = last_differences(simulated, i, o, against);
            const auto all = within(interval_of_worlds(values, shape.replicates));
            const auto these = within(interval_of_worlds(of_first_worlds(values, shape, again.cube.shape()),
                                                         again.cube.shape().replicates));
            const auto narrowed = within(interval_of_worlds(last_differences(again.cube, i, o, against),
                                                            again.cube.shape().replicates));
            const auto said = [&](Reading language) {
                return narrowed_sentence(
                    option_label(names, o, language), option_label(names, against, language),
                    shown(observable, noticeable, language), all, narrowed, again.mechanisms);
            };
            out.add({std::string(name_of(question)), names.options[o].name, names.options[against].name,
                     std::string(observable.name), said(Reading::nl), said(Reading::en)},
                    {all.mean, all.lower, all.upper, static_cast<double>(all.n), these.mean, these.lower,
                     these.upper, narrowed.mean, narrowed.lower, narrowed.upper,
                     static_cast<double>(narrowed.n), static_cast<double>(again.mechanisms)});
        }
    };
    const auto nothing = names.nothing;
    for (std::size_t o = 0; o < names.options.size(); ++o)
        if (o != names.reference && o != nothing) add(Question::form, o, names.reference);
    for (std::size_t o = 0; nothing && o < names.options.size(); ++o)
        if (o != *nothing) add(Question::work, o, *nothing);
    return out;
}

}  // namespace weefsel::analysis
