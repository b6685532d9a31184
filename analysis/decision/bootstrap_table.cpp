#include "analysis/decision/bootstrap_table.hpp"

#include "analysis/results/indicator_range.hpp"
#include "analysis/statistics/bootstrap.hpp"
#include "analysis/statistics/variance_parts.hpp"

namespace weefsel::analysis {

ResultTable bootstrap_table(const Cube& cube, const Names& names,
                            const std::vector<std::string_view>& indicators, std::uint32_t seed) {
    ResultTable out("intervals", {"option", "indicator"},
                    {"difference", "t_lower", "t_upper", "bca_lower", "bca_upper", "items"});
    const int last = cube.layout().years();
    for (std::size_t o = 0; o < names.options.size(); ++o)
        for (const auto name : indicators) {
            const auto i = observable_named(cube.layout(), name);
            if (!i || o == names.reference) continue;
            auto difference = year_values(cube, *i, o, last);
            const auto other = year_values(cube, *i, names.reference, last);
            for (std::size_t w = 0; w < difference.size(); ++w) difference[w] -= other[w];
            const auto items = independent_values(difference, cube.shape().replicates);
            if (items.empty()) continue;
            const auto t = difference_within(t_interval(items), range_of(cube.layout().observables[*i])),
                       bca = bca_interval(bootstrap_mean(items, seed));
            out.add({names.options[o].name, std::string(name)},
                    {t.mean, t.lower, t.upper, bca.lower, bca.upper, static_cast<double>(t.n)});
        }
    return out;
}

}  // namespace weefsel::analysis
