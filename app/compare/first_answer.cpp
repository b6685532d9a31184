#include "app/compare/first_answer.hpp"

#include <fmt/format.h>

#include "analysis/decision/answer.hpp"
#include "analysis/decision/shown.hpp"
#include "analysis/results/comparison.hpp"
#include "app/terminal/texts.hpp"

namespace weefsel::app {
namespace {

constexpr std::size_t fewest_with_margin = 4;

const std::string& label_of(const analysis::Names& names, std::size_t option, const Speech& in) {
    const auto& o = names.options[option];
    return in.dutch() ? o.label_nl : o.label_en;
}

/// `participation +2.13 percentage points`.
std::string difference(const analysis::Cube& cube, std::size_t indicator, std::size_t option,
                       std::size_t other, const std::vector<analysis::Noticeable>& noticeable,
                       std::size_t worlds, const Speech& in) {
    const int year = cube.layout().years();
    auto values = analysis::year_values(cube, indicator, option, year);
    const auto others = analysis::year_values(cube, indicator, other, year);
    for (std::size_t w = 0; w < values.size(); ++w) values[w] -= others[w];
    const auto interval = analysis::interval_of_worlds(values, cube.shape().replicates);
    const auto how = analysis::shown(cube.layout().observables[indicator], noticeable, in.language());
    const auto text = worlds < fewest_with_margin ? analysis::difference_text(interval.mean, how)
                                                  : analysis::interval_text(interval, how);
    return fmt::format("{} {}{}{}", how.name, text, how.difference_unit.empty() ? "" : " ",
                       how.difference_unit);
}

}  // namespace

bool says_so_far(std::size_t worlds, std::size_t all) {
    return worlds >= 2 && worlds < all && (worlds & (worlds - 1)) == 0;
}

std::string so_far(const analysis::Cube& cube, const analysis::Names& names,
                   const std::vector<analysis::Noticeable>& noticeable, std::size_t worlds, std::size_t all,
                   const Speech& in) {
    std::string out =
        in("Tot nu toe, {} van de {} werelden, na {}:", "So far, {} of {} worlds, after {}:", worlds, all,
           in.counted(static_cast<std::size_t>(cube.layout().years()), noun::year));
    const auto say_pair = [&](std::size_t option, std::size_t other) {
        std::string line =
            in("‘{}’ vergeleken met ‘{}’: ", "‘{}’ compared with ‘{}’: ", label_of(names, option, in),
               label_of(names, other, in));
        std::string_view between;
        for (const auto indicator : analysis::headlines(cube.layout().observables)) {
            line += between;
            line += difference(cube, indicator, option, other, noticeable, worlds, in);
            between = "; ";
        }
        out += "\n  " + wrapped(line, page_width - 2, "    ");
    };
    if (names.nothing)
        for (std::size_t o = 0; o < names.options.size(); ++o)
            if (o != *names.nothing && o != names.reference) say_pair(o, *names.nothing);
    for (std::size_t o = 0; o < names.options.size(); ++o)
        if (o != names.reference && (!names.nothing || o != *names.nothing)) say_pair(o, names.reference);
    return out;
}

}  // namespace weefsel::app
