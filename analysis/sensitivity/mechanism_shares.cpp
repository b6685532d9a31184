#include "analysis/sensitivity/mechanism_shares.hpp"

#include "analysis/results/indicator_range.hpp"
#include "analysis/sensitivity/shapley.hpp"
#include "sim/error.hpp"

namespace weefsel::analysis {
namespace {

constexpr const char* all_together = "all";

}  // namespace

ResultTable mechanism_table() {
    return {"mechanisms", {"option", "indicator", "mechanism"}, {"value", "lower", "upper", "worlds"}};
}

void add_mechanism_shares(const Combinations& simulated, const Names& names,
                          const std::vector<std::string_view>& indicators, ResultTable& out) {
    const auto& shape = simulated.cube.shape();
    sim::require(shape.options == std::size_t{1} << simulated.names.size(),
                 "every combination of the mechanisms is simulated");
    const int last = simulated.cube.layout().years();
    for (const auto name : indicators) {
        const auto indicator = observable_named(simulated.cube.layout(), name);
        if (!indicator) continue;
        std::vector<double> values;  // (combination, world)
        for (std::size_t o = 0; o < shape.options; ++o) {
            const auto of_option = year_values(simulated.cube, *indicator, o, last);
            values.insert(values.end(), of_option.begin(), of_option.end());
        }
        // A part is a mean of differences, so it cannot be larger than one.
        const auto range = range_of(simulated.cube.layout().observables[*indicator]);
        const auto add = [&](const std::string& mechanism, const Interval& over_worlds) {
            const auto part = difference_within(over_worlds, range);
            out.add({names.options.at(simulated.option).name, std::string(name), mechanism},
                    {part.mean, part.lower, part.upper, static_cast<double>(part.n)});
        };
        const auto parts = shapley_over_worlds(values, shape.worlds(), shape.replicates);
        for (std::size_t m = 0; m < parts.size(); ++m) add(simulated.names[m], parts[m]);
        std::vector<double> whole(shape.worlds());
        for (std::size_t w = 0; w < whole.size(); ++w)
            whole[w] = values[(shape.options - 1) * shape.worlds() + w] - values[w];
        add(all_together, interval_of_worlds(whole, shape.replicates));
    }
}

}  // namespace weefsel::analysis
