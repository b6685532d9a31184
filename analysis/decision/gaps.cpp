#include "analysis/decision/gaps.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "analysis/statistics/interval.hpp"
#include "analysis/statistics/unknown.hpp"

namespace weefsel::analysis {
namespace {

/// Two groups that are set side by side.
struct Apart {
    std::string_view grouping, of, against;
};
constexpr std::array<Apart, 2> groups_apart{
    {{"income", "low", "high"}, {"origin", "outside_europe", "netherlands"}}};
constexpr std::array<std::string_view, 2> gap_indicators{"healthy", "severely_lonely"};

/// Where a pair of groups stands in a layout.
struct Columns {
    std::size_t grouping = 0, of = 0, against = 0;
    bool there = false;
};
Columns columns_of(const sim::ResultLayout& layout, const Apart& apart) {
    Columns at;
    for (std::size_t g = 0; g < layout.groupings.size(); ++g) {
        if (layout.groupings[g].name != apart.grouping) continue;
        const auto& groups = layout.groupings[g].groups;
        const auto of = std::find(groups.begin(), groups.end(), apart.of),
                   against = std::find(groups.begin(), groups.end(), apart.against);
        if (of == groups.end() || against == groups.end()) continue;
        at = {g, static_cast<std::size_t>(of - groups.begin()),
              static_cast<std::size_t>(against - groups.begin()), true};
    }
    return at;
}

/// The gap in the last year of an option, by world; NaN where one of the groups has nobody.
std::vector<double> gap_by_world(const Cube& cube, const Columns& at, std::size_t observable,
                                 std::size_t option) {
    const auto years = static_cast<std::size_t>(cube.layout().years());
    const std::size_t groups = cube.layout().groupings[at.grouping].groups.size();
    const auto& values = cube.by_group(at.grouping, observable);
    std::vector<double> out;
    for (std::size_t w = 0; w < cube.shape().worlds(); ++w) {
        const std::size_t first = ((option * cube.shape().worlds() + w) * years + years - 1) * groups;
        out.push_back(static_cast<double>(values[first + at.of]) -
                      static_cast<double>(values[first + at.against]));
    }
    return out;
}

}  // namespace

ResultTable gaps_table(const Cube& cube, const Names& names) {
    ResultTable out("gaps", {"option", "grouping", "indicator", "of", "against"},
                    {"gap", "gap_lower", "gap_upper", "difference", "lower", "upper", "pairs"});
    if (cube.layout().years() < 1) return out;
    const auto replicates = cube.shape().replicates;
    for (const auto& apart : groups_apart) {
        const auto at = columns_of(cube.layout(), apart);
        for (const auto indicator : gap_indicators) {
            const auto observable = observable_named(cube.layout(), indicator);
            if (!at.there || !observable) continue;
            const auto reference = gap_by_world(cube, at, *observable, names.reference);
            for (std::size_t o = 0; o < names.options.size(); ++o) {
                auto gap = gap_by_world(cube, at, *observable, o);
                const auto level = interval_of_worlds(gap, replicates);
                if (level.n == 0) continue;
                for (std::size_t w = 0; w < gap.size(); ++w) gap[w] -= reference[w];
                const auto difference = o == names.reference ? Interval{unknown, unknown, unknown, 0}
                                                             : interval_of_worlds(gap, replicates);
                out.add({names.options[o].name, std::string(apart.grouping), std::string(indicator),
                         std::string(apart.of), std::string(apart.against)},
                        {level.mean, level.lower, level.upper, difference.mean, difference.lower,
                         difference.upper, static_cast<double>(level.n)});
            }
        }
    }
    return out;
}

}  // namespace weefsel::analysis
