#include "analysis/decision/options_regret.hpp"

#include <cmath>
#include <limits>

#include "analysis/decision/robustness.hpp"

namespace weefsel::analysis {
namespace {

/// By set of assumptions where there are several, else by world; NaN where nothing is known.
std::vector<double> by_plausible_world(const std::vector<double>& worlds, const CubeShape& shape) {
    if (shape.draws < 2) return worlds;
    std::vector<double> out;
    for (std::size_t d = 0; d < shape.draws; ++d) {
        double sum = 0, known = 0;
        for (std::size_t r = 0; r < shape.replicates; ++r) {
            const double v = worlds[d * shape.replicates + r];
            if (std::isnan(v)) continue;
            sum += v;
            ++known;
        }
        out.push_back(known > 0 ? sum / known : std::numeric_limits<double>::quiet_NaN());
    }
    return out;
}

}  // namespace

ResultTable regret_table(const Cube& cube, const Names& names,
                         const std::vector<std::string_view>& indicators) {
    ResultTable out("regret", {"indicator", "option"}, {"mean", "largest", "share_best", "worlds"});
    for (const auto name : indicators) {
        const auto i = observable_named(cube.layout(), name);
        if (!i || cube.layout().observables[*i].better == sim::Better::neither) continue;
        std::vector<double> values;
        for (std::size_t o = 0; o < names.options.size(); ++o) {
            const auto own =
                by_plausible_world(year_values(cube, *i, o, cube.layout().years()), cube.shape());
            values.insert(values.end(), own.begin(), own.end());
        }
        const auto found =
            regrets(values, values.size() / names.options.size(), cube.layout().observables[*i].better);
        for (std::size_t o = 0; o < found.size(); ++o)
            out.add(
                {std::string(name), names.options[o].name},
                {found[o].mean, found[o].largest, found[o].share_best, static_cast<double>(found[o].worlds)});
    }
    return out;
}

}  // namespace weefsel::analysis
